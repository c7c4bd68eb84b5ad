// Asks everybody whether they are ready, and ends the question.
import { CircleCheckBig } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAsk, useAttention } from '#client/features/attention/useAttention.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import '#client/features/attention/attention.css'

export function ReadyDockButton() {
  const { t } = useTranslation('attention')
  const attention = useAttention()
  const ask = useAsk()
  const leads = useMayLead()
  if (!leads || !attention) return null
  const { ready } = attention
  return (
    <button
      type="button"
      className={`tool ${ready ? 'on' : ''}`}
      aria-pressed={ready !== null}
      onClick={() =>
        void (ready ? ask('attention.endReady', { id: ready.id }) : ask('attention.askReady', {}))
      }
    >
      <CircleCheckBig className="i" aria-hidden="true" />
      <span aria-hidden="true">{t('ready')}</span>
      <span className="sr">{t('readyToolLabel')}</span>
    </button>
  )
}
