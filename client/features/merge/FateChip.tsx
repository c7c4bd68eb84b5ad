// What becomes of a passage, by icon and word.
import { Check, CircleDashed, CircleQuestionMark, CircleSlash, MessageCircle, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Fate } from '#shared/merge/fates.ts'

const looks = {
  kept: { tone: 'ok', icon: Check },
  reworded: { tone: 'info', icon: PenLine },
  proposed: { tone: 'line', icon: CircleQuestionMark },
  joined: { tone: 'ok', icon: MessageCircle },
  'set-aside': { tone: 'warn', icon: CircleSlash },
  open: { tone: 'line', icon: CircleDashed },
} as const satisfies Record<Fate['kind'], object>

export function FateChip({ kind, id }: { kind: Fate['kind']; id?: string }) {
  const { t } = useTranslation('merge')
  const { tone, icon: Icon } = looks[kind]
  return (
    <span className={`chip ${tone}`} id={id} data-fate={kind}>
      <Icon className="i" aria-hidden="true" />
      {t(`fate.${kind}`)}
    </span>
  )
}
