// The server's clock on this device, for what counts down.
import { useEffect, useState } from 'react'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'

/** Milliseconds since 1970 on the server's clock, again every `every` milliseconds; stands still where that is null. */
export function useServerNow(every: number | null): number {
  const room = useLiveRoom()
  const read = (): number => Date.now() + room.clockOffset()
  const [, setTick] = useState(0)
  useEffect(() => {
    if (every === null) return
    const timer = setInterval(() => setTick((tick) => tick + 1), every)
    return () => clearInterval(timer)
  }, [every])
  return read()
}
