// Whom this screen follows: known to the room's dialogs and to its views, on this device only.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { FollowBanner } from '#client/features/attention/FollowBanner.tsx'
import type { FollowedPlace } from '#client/features/attention/useFollow.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { type FollowerViews, followTo } from '#client/routes/room/followTo.ts'

interface FollowingValue {
  readonly followed: string | null
  /** `null` follows nobody. */
  readonly follow: (participantId: string | null) => void
}

const FollowingContext = createContext<FollowingValue>({ followed: null, follow: () => undefined })
export const useFollowing = (): FollowingValue => useContext(FollowingContext)

export function FollowingProvider({ children }: { children: ReactNode }) {
  const [followed, follow] = useState<string | null>(null)
  const value = useMemo(() => ({ followed, follow }), [followed])
  return <FollowingContext value={value}>{children}</FollowingContext>
}

/** To stand among the room's banners. */
export function FollowedPerson(props: Omit<FollowerViews, 'room'>) {
  const room = useLiveRoom()
  const { followed, follow } = useFollowing()
  const last = useRef<FollowedPlace>(undefined)
  const views = useRef<FollowerViews>({ ...props, room })
  views.current = { ...props, room }
  const { boardShown, listShown } = props
  useEffect(() => {
    if (followed === null) last.current = undefined
  }, [followed])
  // Whoever changes view goes on following there.
  useEffect(() => {
    if (last.current && (boardShown || listShown)) followTo(views.current, last.current)
  }, [boardShown, listShown])
  return (
    <FollowBanner
      participantId={followed}
      onLook={(place) => {
        last.current = place
        followTo(views.current, place)
      }}
      onStop={() => follow(null)}
    />
  )
}
