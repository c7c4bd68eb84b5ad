// How the floor goes round: alternation, rounds, taking back, and lowering all hands.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuePartProps } from '#client/features/queue/QueueList.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Switch } from '#client/ui/Switch.tsx'

export function QueueSwitches({ queue, acts }: QueuePartProps) {
  const { t } = useTranslation('queue')
  const { sides, antennas } = queue.view.alternate
  const isJoint = useLiveRoom().join.room.kind === 'joint'
  const [asking, setAsking] = useState(false)
  const hands = queue.view.waiting.length
  return (
    <div className="queue-switches">
      <Switch label={t('alternateSides')} isOn={sides} onChange={(on) => void acts.alternate(on, antennas)} />
      {isJoint && (
        <Switch
          label={t('alternateAntennas')}
          isOn={antennas}
          onChange={(on) => void acts.alternate(sides, on)}
        />
      )}
      <p className="queue-hint">{t('alternateHint')}</p>
      <div className="queue-acts">
        {queue.view.round ? (
          <button type="button" className="btn" onClick={() => void acts.endRound()}>
            {t('endRound')}
          </button>
        ) : (
          <button type="button" className="btn" title={t('roundHint')} onClick={() => void acts.startRound()}>
            {t('startRound')}
          </button>
        )}
        {queue.speaking && (
          <button type="button" className="btn" onClick={() => void acts.putBack()}>
            {t('putBack')}
          </button>
        )}
        {queue.view.speaking?.isOfRound && !queue.speaking?.isOwn && (
          <button type="button" className="btn" onClick={() => void acts.pass()}>
            {t('passFor')}
          </button>
        )}
        {hands > 0 && (
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {t('clear')}
          </button>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t('clearAsk')}
          confirm={t('clear')}
          onConfirm={() => {
            setAsking(false)
            void acts.clear()
          }}
          onClose={() => setAsking(false)}
        >
          {t('clearText', { count: hands })}
        </ConfirmDialog>
      )}
    </div>
  )
}
