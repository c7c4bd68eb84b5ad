// The room's videoconference: everyone opens it beside the room; facilitators say which one it is.
import { Pencil, Video } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCallSound } from '#client/features/call/callSound.ts'
import { hostOf, openBeside } from '#client/features/call/openBeside.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { showToast } from '#client/ui/toasts.tsx'
import '#client/features/call/call.css'

const CallDialog = lazy(async () => ({
  default: (await import('#client/features/call/CallDialog.tsx')).CallDialog,
}))

export interface CallCardProps {
  /** `button` has no room for a sentence: it is said when the call opens. `plain` stands on paper, the others on the dark frame. */
  readonly look: 'tile' | 'button' | 'plain'
}

/** Null where there is neither a call nor somebody who may add one. */
export function CallCard({ look }: CallCardProps) {
  const { t } = useTranslation('call')
  const url = useSlice('call')?.url ?? null
  const [changing, setChanging] = useState(false)
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
      <OpenCall url={url} look={look} />
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
      {dialog}
    </div>
  )
}

/** Whoever is where the room's sound is already may join all the same; the first button keeps the room from whistling. */
function OpenCall({ url, look }: CallCardProps & { readonly url: string }) {
  const id = useId()
  const { t } = useTranslation('call')
  const { address, here, opensQuiet } = useCallSound(url)
  const [blocked, setBlocked] = useState(false)
  const advice = [
    here && t(`here.${here}`),
    here && here !== 'room-device' && t(opensQuiet ? 'opensQuiet' : 'muteYourself'),
  ]
    .filter(Boolean)
    .join(' ')
  const open = (to: string): void => {
    setBlocked(!openBeside(to))
    if (look === 'button' && advice && to === address) showToast({ text: advice })
  }
  return (
    <>
      <button
        type="button"
        className="btn now"
        title={t('openHint')}
        aria-describedby={advice ? id : undefined}
        onClick={() => open(address)}
      >
        <Video className="i" aria-hidden="true" />
        {t(opensQuiet ? 'openQuiet' : 'open')}
      </button>
      {advice && (
        <p className={look === 'button' ? 'sr' : 'call-host call-advice'} id={id}>
          {advice}
        </p>
      )}
      {opensQuiet && look !== 'button' && (
        <button type="button" className="link call-loud" onClick={() => open(url)}>
          {t('openLoud')}
        </button>
      )}
      {look !== 'button' && <p className="call-host">{t('leaves', { host: hostOf(url) })}</p>}
      {blocked && (
        <p className="call-host" role="alert">
          {t('blocked')}{' '}
          <a href={address} target="_blank" rel="noopener noreferrer">
            {hostOf(url)}
          </a>
        </p>
      )}
    </>
  )
}
