// Says whom one follows and how to stop; and the button beside a person that begins it.
import { Footprints } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '#client/features/attention/isTyping.ts'
import { type FollowedPlace, useFollow } from '#client/features/attention/useFollow.ts'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import '#client/features/attention/attention.css'

export interface FollowBannerProps {
  readonly participantId: string | null
  readonly onLook: (place: FollowedPlace) => void
  readonly onStop: () => void
}

/** Null while one follows nobody. Escape stops, and so does the person leaving. */
export function FollowBanner({ participantId, onLook, onStop }: FollowBannerProps) {
  const { t, i18n } = useTranslation('attention')
  const person = usePeople().find((one) => one.participantId === participantId)
  const isSeen = useFollow(person ? participantId : null, (place) => {
    if (!isTyping()) onLook(place)
  })
  useEffect(() => {
    if (participantId === null) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTyping()) onStop()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [participantId, onStop])
  if (!person) return null
  const name = new Intl.ListFormat(i18n.language).format(person.seats.map((seat) => seat.name))
  return (
    <div className="attention-banner" role="status">
      <Footprints className="i" aria-hidden="true" />
      <p className="grow">{t(isSeen ? 'following' : 'followLost', { name })}</p>
      <button type="button" className="btn sm" onClick={onStop}>
        {t('unfollow')}
      </button>
    </div>
  )
}

export interface FollowButtonProps {
  readonly name: string
  readonly isFollowed: boolean
  readonly onFollow: (follow: boolean) => void
}

export function FollowButton({ name, isFollowed, onFollow }: FollowButtonProps) {
  const { t } = useTranslation('attention')
  return (
    <button
      type="button"
      className="btn sm"
      aria-pressed={isFollowed}
      aria-label={t('followLabel', { name })}
      onClick={() => onFollow(!isFollowed)}
    >
      <Footprints className="i" aria-hidden="true" />
      {t('follow')}
    </button>
  )
}
