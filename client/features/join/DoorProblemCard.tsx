// A door that does not open, and why, with the way on.
import { DoorClosed, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DoorProblem } from '#client/features/join/joinProblem.ts'
import { Empty } from '#client/ui/Empty.tsx'

export function DoorProblemCard({
  problem,
  code,
  onRetry,
}: {
  problem: DoorProblem
  code: string
  onRetry: () => void
}) {
  const { t } = useTranslation('join')
  const retryHelps = problem !== 'notFound' && problem !== 'linkOver' && problem !== 'forbidden'
  return (
    <Empty
      icon={problem === 'unreachable' ? WifiOff : DoorClosed}
      title={t(`page.${problem}`, { code })}
      action={
        <div className="row wrap" style={{ justifyContent: 'center' }}>
          {retryHelps && (
            <button type="button" className="btn primary" onClick={onRetry}>
              {t('page.retry')}
            </button>
          )}
          <Link className={`btn ${retryHelps ? '' : 'primary'}`} to="/">
            {retryHelps ? t('page.home') : t('page.otherCode')}
          </Link>
        </div>
      }
    >
      {t(`page.${problem}Text`)}
    </Empty>
  )
}
