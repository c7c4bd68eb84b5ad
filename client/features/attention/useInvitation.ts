// An invitation as one person meets it: three seconds to stay, and never out of a sentence.
import { useEffect, useRef, useState } from 'react'
import { isTyping } from '#client/features/attention/isTyping.ts'
import { useAttention } from '#client/features/attention/useAttention.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { AttentionView } from '#shared/attention/attention.ts'
import type { LookPlace } from '#shared/attention/lookPlace.ts'

/** Seconds before one is taken along. */
const secondsToStay = 3
/** An invitation older than this is not shown to somebody who arrives, in milliseconds. */
const freshMs = 60_000

type Invite = NonNullable<AttentionView['invite']>

export interface Invitation {
  readonly invite: Invite
  /** Seconds left; null where one goes only by one's own act. */
  readonly seconds: number | null
  readonly go: () => void
  readonly stay: () => void
}

/** Null when nobody invites, when one invites oneself, and once it is decided. */
export function useInvitation(onLook: (place: LookPlace) => void): Invitation | null {
  const room = useLiveRoom()
  const invite = useAttention()?.invite ?? null
  const [decided, setDecided] = useState<string | null>(null)
  const [left, setLeft] = useState<{ readonly id: string; readonly seconds: number | null } | null>(null)
  const look = useRef(onLook)
  look.current = onLook
  const isMine = invite?.by.participantId === room.join.participantId
  const open = invite !== null && !isMine && decided !== invite.id ? invite : null
  const current = useRef(open)
  current.current = open
  const id = open?.id
  // Once per invitation: the rest of the state changes at every reaction.
  useEffect(() => {
    const invited = current.current
    if (!invited || invited.id !== id) return
    if (Date.now() + room.clockOffset() - invited.at > freshMs) return setDecided(invited.id)
    const goes = (): void => {
      setDecided(invited.id)
      look.current(invited.place)
    }
    return countDown({
      tell: (seconds) => setLeft({ id: invited.id, seconds }),
      goes,
      stays: () => setDecided(invited.id),
    })
  }, [id, room])
  if (!open || left?.id !== open.id) return null
  return {
    invite: open,
    seconds: left.seconds,
    go: () => {
      setDecided(open.id)
      look.current(open.place)
    },
    stay: () => setDecided(open.id),
  }
}

interface CountDown {
  readonly tell: (seconds: number | null) => void
  readonly goes: () => void
  readonly stays: () => void
}

/** Stops for good as soon as somebody types; Escape stays, unless the key was for a field or a dialog. */
function countDown({ tell, goes, stays }: CountDown): () => void {
  let seconds: number | null = isTyping() ? null : secondsToStay
  tell(seconds)
  const hold = (): void => {
    if (seconds === null || !isTyping()) return
    seconds = null
    tell(null)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isTyping()) stays()
    else hold()
  }
  const timer = setInterval(() => {
    hold()
    if (seconds === null) return
    seconds -= 1
    if (seconds > 0) tell(seconds)
    else goes()
  }, 1000)
  window.addEventListener('keydown', onKey)
  window.addEventListener('focusin', hold)
  return () => {
    clearInterval(timer)
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('focusin', hold)
  }
}
