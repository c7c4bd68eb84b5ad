// Puts heavy work off until the page shows what it must and the person is not in the middle of something, within limits.
import type { LiveRoom } from '#client/live/liveRoom.ts'

/** Whether the list has all that it shows. */
export const isListed = ({ whiteboard, drafts }: LiveRoom): boolean =>
  [whiteboard, ...drafts].every((live) => live.isReadable())

/** Milliseconds without a key or a press: whoever is already writing in the list is not held up. */
const pause = 200
/** Milliseconds after which it is done in any case. */
const longestWait = 2_000
/** Milliseconds between two looks. */
const look = 30

const signs = ['pointerdown', 'click', 'keydown', 'input'] as const

/** Calls `act` once: when `isReady` and calm, or at the latest after two seconds. Returns the way to call it off. */
export function whenCalm(isReady: () => boolean, act: () => void): () => void {
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
  let lookedAt = began
  let restless = began
  const timer = setInterval(() => {
    const now = performance.now()
    // A look that comes late tells of a page that is still painting: what is shown then may be acted upon first.
    if (!isReady() || now - lookedAt > 2 * look) restless = now
    lookedAt = now
    const calm = now - Math.max(restless, lastSign) >= pause
    if (!calm && now - began < longestWait) return
    stop()
    act()
  }, look)
  return stop
}
