// A verdict as a word with its shape; a dashed word where a board has not ruled.
import { useTranslation } from 'react-i18next'
import { verdictLooks } from '#client/features/instruction/verdictLooks.ts'
import type { Verdict } from '#shared/instruction/instructionActs.ts'

export function VerdictChip({ verdict }: { verdict: Verdict | undefined }) {
  const { t } = useTranslation('instruction')
  if (!verdict) return <span className="chip line">{t('waiting')}</span>
  const { icon: Icon, tone } = verdictLooks[verdict]
  return (
    <span className={`chip ${tone}`}>
      <Icon className="i" aria-hidden="true" />
      {t(`verdict.${verdict}`)}
    </span>
  )
}
