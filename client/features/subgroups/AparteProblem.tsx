// Why an aparté does not open, and the way back to its room.
import { DoorClosed, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#client/ui/Empty.tsx'

export interface AparteProblemProps {
  readonly problem: 'notYours' | 'unreachable'
  readonly onRetry: () => void
  readonly onBack: () => void
}

export function AparteProblem({ problem, onRetry, onBack }: AparteProblemProps) {
  const { t } = useTranslation('subgroups')
  const isNotYours = problem === 'notYours'
  return (
    <Empty
      icon={isNotYours ? DoorClosed : WifiOff}
      title={t(isNotYours ? 'aparteNotYours' : 'aparteUnreachable')}
      action={
        <div className="subgroups-acts">
          {!isNotYours && (
            <button type="button" className="btn" onClick={onRetry}>
              {t('retry')}
            </button>
          )}
          <button type="button" className="btn primary" onClick={onBack}>
            {t('back')}
          </button>
        </div>
      }
    >
      {t(isNotYours ? 'aparteNotYoursText' : 'aparteUnreachableText')}
    </Empty>
  )
}
