// Playing a session: time goes on by itself, many times faster, and passes over pauses.
import { useEffect, useRef, useState } from 'react'
import { motionIsReduced } from '#client/ui/appearance.ts'
import type { ReplaySession } from '#shared/replay/replayAnswer.ts'
import { playedOn } from '#shared/replay/timeLine.ts'

export const speeds = [10, 60] as const
export type Speed = (typeof speeds)[number]

/** Milliseconds between two instants; whoever wishes for little motion sees fewer of them. */
const beat = { usual: 500, calm: 2_000 } as const

export interface Playing {
  readonly isOn: boolean
  readonly speed: Speed
  readonly setOn: (on: boolean) => void
  readonly setSpeed: (speed: Speed) => void
}

/** `isReady` holds the time back while an instant is still on its way. */
export function usePlaying(
  session: ReplaySession,
  {
    at,
    setAt,
    isReady,
  }: { readonly at: number; readonly setAt: (at: number) => void; readonly isReady: boolean },
): Playing {
  const [isOn, setOn] = useState(false)
  const [speed, setSpeed] = useState<Speed>(60)
  const latest = useRef({ at, isReady, setAt })
  useEffect(() => {
    latest.current = { at, isReady, setAt }
  })
  useEffect(() => {
    if (!isOn) return
    const every = motionIsReduced() ? beat.calm : beat.usual
    const timer = setInterval(() => {
      const now = latest.current
      if (!now.isReady) return
      const next = playedOn(session, now.at, every * speed)
      now.setAt(next)
      if (next >= session.to) setOn(false)
    }, every)
    return () => clearInterval(timer)
  }, [isOn, speed, session])
  return { isOn, speed, setOn, setSpeed }
}
