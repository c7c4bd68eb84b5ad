// The room's videoconference: everyone opens it beside the room; facilitators say which one it is.
import { Pencil, Video } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hostOf, openBeside } from '#client/features/call/openBeside.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'

const CallDialog = lazy(async () => ({
  default: (await import('#client/features/call/CallDialog.tsx')).CallDialog,
}))

/** Null where there is neither a call nor somebody who may add one. */
export function CallCard({ look }: { look: 'tile' | 'button' }) {
  const { t } = useTranslation('call')
  const url = useSlice('call')?.url ?? null
  const [changing, setChanging] = useState(false)
  const [blocked, setBlocked] = useState(false)
  const runs = useMayLead()
  if (!url && !runs) return null
  const dialog = changing && (
    <Suspense>
      <CallDialog url={url} onClose={() => setChanging(false)} />
    </Suspense>
  )
  if (!url) {
    return (
      <>
        <button
          type="button"
          className={`call-add ${look} strip-short`}
          aria-haspopup="dialog"
          title={t('add')}
          onClick={() => setChanging(true)}
        >
          <Video className="i" aria-hidden="true" />
          <span className="word">{t('add')}</span>
        </button>
        {dialog}
      </>
    )
  }
  return (
    <div className={`call-card ${look}`}>
      <button
        type="button"
        className="btn now"
        title={t('openHint')}
        onClick={() => setBlocked(!openBeside(url))}
      >
        <Video className="i" aria-hidden="true" />
        {t('open')}
      </button>
      {look === 'tile' && <p className="call-host">{t('leaves', { host: hostOf(url) })}</p>}
      {runs && (
        <button
          type="button"
          className="btn quiet icon"
          aria-haspopup="dialog"
          aria-label={t('change')}
          onClick={() => setChanging(true)}
        >
          <Pencil className="i" aria-hidden="true" />
        </button>
      )}
      {blocked && (
        <p className="call-host" role="alert">
          {t('blocked')}{' '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {hostOf(url)}
          </a>
        </p>
      )}
      {dialog}
    </div>
  )
}
