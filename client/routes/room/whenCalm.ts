// Puts heavy work off until the page shows what it must and the person is not in the middle of something, within limits.
import type { LiveRoom } from '#client/live/liveRoom.ts'

/** Whether the list has all that it shows. */
export const isListed = ({ whiteboard, drafts }: LiveRoom): boolean =>
  [whiteboard, ...drafts].every((live) => live.isReadable())

/** Milliseconds without a key or a press: whoever is already writing in the list is not held up. */
const usualPause = 200
/** Milliseconds after which it is done in any case. */
const longestWait = 2_000
/** Milliseconds between two looks. */
const look = 30

const signs = ['pointerdown', 'click', 'keydown', 'input'] as const

/** Calls `act` once: when `isReady` and calm for `pause` milliseconds, or at the latest after two seconds. Returns the way to call it off. */
export function whenCalm(isReady: () => boolean, act: () => void, pause = usualPause): () => void {
  const began = performance.now()
  let lastSign = Number.NEGATIVE_INFINITY
  const onSign = (): void => {
    lastSign = performance.now()
  }
  for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true })
  const stop = (): void => {
    clearInterval(timer)
    for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true })
  }
  let readySince: number | undefined
  const timer = setInterval(() => {
    const now = performance.now()
    if (isReady()) readySince ??= now
    // What has just become ready is painted first, and may be acted upon first.
    const calm = readySince !== undefined && now - Math.max(readySince, lastSign) >= pause
    if (!calm && now - began < longestWait) return
    stop()
    act()
  }, look)
  return stop
}
