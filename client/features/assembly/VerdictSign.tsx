// A verdict as it is read from the last seat: a shape and a word, never a colour alone.
import { Check, Clock, type LucideIcon, Minus, PenLine, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { monthOf } from '#client/features/assembly/assemblyDays.ts'
import type { DeckVerdict, Verdict } from '#shared/assembly/deck.ts'

const looks: Record<Verdict, { readonly icon: LucideIcon; readonly shape: string }> = {
  accept: { icon: Check, shape: 'disc' },
  reformulate: { icon: PenLine, shape: 'hexagon' },
  postpone: { icon: Clock, shape: 'arrow' },
  refuse: { icon: X, shape: 'octagon' },
}

export function Shape({ verdict }: { verdict: Verdict }) {
  const { icon: Icon, shape } = looks[verdict]
  return (
    <span className={`as-shape ${shape}`} aria-hidden="true">
      <Icon className="i" />
    </span>
  )
}

export function VerdictSign({ of, code }: { of: DeckVerdict; code: string }) {
  const { t, i18n } = useTranslation('assembly')
  if (of.verdict === null)
    return (
      <span className="as-verdict none">
        <Minus className="i" aria-hidden="true" />
        <span>{of.concerned ? t('verdict.none') : t('verdict.elsewhere', { code })}</span>
      </span>
    )
  return (
    <span className={`as-verdict v-${of.verdict}`}>
      <Shape verdict={of.verdict} />
      <span>
        {t(`verdict.${of.verdict}`)}
        {of.verdict === 'postpone' && of.postponedUntil && (
          <small>{t('verdict.until', { month: monthOf(i18n.language, of.postponedUntil) })}</small>
        )}
      </span>
    </span>
  )
}
