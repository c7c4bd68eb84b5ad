// A closed decision on everybody's screen, until those who facilitate put it away.
import { useTranslation } from 'react-i18next'
import { ResultCard } from '#client/features/decision/ResultCard.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import type { PastDecision } from '#shared/decision/pastDecision.ts'

export function ShownResult({ past, runs }: { past: PastDecision; runs: boolean }) {
  const { t } = useTranslation('decision')
  const putAway = useCommand('decision.putAway')
  return (
    <section className="decision-now" aria-label={t('result.label')}>
      <ResultCard past={past} />
      {runs && (
        <div className="decision-acts">
          <button
            type="button"
            className="btn primary"
            onClick={() => void putAway({ id: past.id }).then(sayRefusal)}
          >
            {t('result.putAway')}
          </button>
        </div>
      )}
    </section>
  )
}
