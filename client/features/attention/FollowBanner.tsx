// Says whom one follows and how to stop; and the entry of a person's menu that begins it.
import { Footprints } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { MenuItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isTyping } from '#client/features/attention/isTyping.ts'
import { onOwnMovement } from '#client/features/attention/ownMovement.ts'
import { type FollowedPlace, useFollow } from '#client/features/attention/useFollow.ts'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import '#client/features/attention/attention.css'

export interface FollowBannerProps {
  readonly participantId: string | null
  readonly onLook: (place: FollowedPlace) => void
  readonly onStop: () => void
}

/** Null while one follows nobody. Escape stops, one's own movement does, and so does the person leaving. */
export function FollowBanner({ participantId, onLook, onStop }: FollowBannerProps) {
  const { t, i18n } = useTranslation('attention')
  const person = usePeople().find((one) => one.participantId === participantId)
  const isHere = person !== undefined
  const isSeen = useFollow(isHere ? participantId : null, (place) => {
    if (isTyping()) return false
    onLook(place)
    return true
  })
  const name = person
    ? new Intl.ListFormat(i18n.language).format(person.seats.map((seat) => seat.name))
    : undefined
  const stop = useRef(onStop)
  stop.current = () => {
    announce(t('saidUnfollow'))
    onStop()
  }
  const follows = participantId !== null
  const begin = useRef<() => void>(undefined)
  begin.current = () => announce(`${t('following', { name })} ${t('followHow')}`)
  useEffect(() => {
    if (!follows) return
    if (!isHere) return stop.current()
    begin.current?.()
    const ends = (): void => stop.current()
    return onOwnMovement(ends, ends)
  }, [follows, isHere])
  if (!name) return null
  return (
    <div className="attention-banner">
      <Footprints className="i" aria-hidden="true" />
      <p className="grow">
        <b>{t(isSeen ? 'following' : 'followLost', { name })}</b> {t('followHow')}
      </p>
      <button type="button" className="btn sm" onClick={onStop}>
        {t('unfollow')}
      </button>
    </div>
  )
}

export interface FollowMenuItemProps {
  readonly isFollowed: boolean
  readonly onFollow: (follow: boolean) => void
}

/** To stand in a menu of react-aria that is named after the person. */
export function FollowMenuItem({ isFollowed, onFollow }: FollowMenuItemProps) {
  const { t } = useTranslation('attention')
  return (
    <MenuItem className="menu-item" onAction={() => onFollow(!isFollowed)}>
      {t(isFollowed ? 'unfollow' : 'follow')}
    </MenuItem>
  )
}
