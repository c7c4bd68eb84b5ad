// The decisions of the room, newest first; a facilitator shows one to everybody again.
import { Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ResultCard } from '#client/features/decision/ResultCard.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import '#client/features/decision/decision.css'

export function DecisionResults() {
  const { t } = useTranslation('decision')
  const view = useSlice('decision')
  const runs = useMayLead()
  const show = useCommand('decision.showResult')
  if (!view) return null
  if (view.open) return <p className="soft">{t('result.later')}</p>
  if (view.past.length === 0)
    return (
      <Empty icon={Vote} title={t('result.none')}>
        {t('result.noneText')}
      </Empty>
    )
  return (
    <ul className="decision-list">
      {[...view.past].reverse().map((past) => (
        <li key={past.id} className="card">
          <ResultCard past={past} />
          {runs && view.shownId !== past.id && (
            <button
              type="button"
              className="btn sm"
              onClick={() => void show({ id: past.id }).then(sayRefusal)}
            >
              {t('result.show')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
