// The one act that facilitators do most: pass the floor on; in a round also whoever speaks.
import { useTranslation } from 'react-i18next'
import type { QueuePartProps } from '#client/features/queue/QueueList.tsx'

export function NextButton({ queue, acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const { leads, next, speaking, view } = queue
  const handsOn = view.speaking?.isOfRound && speaking?.isOwn
  if (!leads && !handsOn) return null
  if (next)
    return (
      <button type="button" className="btn" onClick={() => void acts.next()}>
        {t(!speaking ? 'giveFirst' : leads ? 'giveTo' : 'doneNext', { name: next.name })}
      </button>
    )
  if (!leads || !speaking) return null
  return (
    <button type="button" className="btn" onClick={() => void acts.end()}>
      {t('end')}
    </button>
  )
}
