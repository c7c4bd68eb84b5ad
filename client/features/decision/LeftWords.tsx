// Words typed for a question that was closed meanwhile: they stay here until their author puts them away.
import { useTranslation } from 'react-i18next'
import { forget, leftWords, useUnsentChanges } from '#client/features/decision/unsentAnswers.ts'
import type { OpenView } from '#shared/decision/decision.ts'

export function LeftWords({ open }: { open: OpenView | null }) {
  const { t } = useTranslation('decision')
  useUnsentChanges()
  return leftWords(open).map(([key, words]) => (
    <div key={key} className="decision-now decision-leftover" role="status">
      <label className="field">
        <span className="lab">{t('left.title')}</span>
        <textarea className="input" readOnly rows={2} value={words} />
      </label>
      <button type="button" className="btn sm" onClick={() => forget(key)}>
        {t('left.putAway')}
      </button>
    </div>
  ))
}
