// Whether somebody moves by themselves: a hand on the board or the list, a wheel, keys that walk. Words being written are no movement.
import { isTyping } from '#client/features/attention/isTyping.ts'

/** The places in which one moves. */
const views = '[data-region="board"], [data-region="list"]'
const walking = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']

/** Calls `moved` at each own movement; `escaped` at Escape, unless the key was for a field or a dialog. Returns the way to stop. */
export function onOwnMovement(moved: () => void, escaped: () => void): () => void {
  const onHand = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest(views)) moved()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (isTyping()) return
    if (event.key === 'Escape' && !event.defaultPrevented) escaped()
    else if (walking.includes(event.key)) onHand(event)
  }
  // Seen on the way down: the board keeps some of these events to itself.
  const seen = { capture: true, passive: true } as const
  window.addEventListener('pointerdown', onHand, seen)
  window.addEventListener('wheel', onHand, seen)
  window.addEventListener('touchmove', onHand, seen)
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('pointerdown', onHand, seen)
    window.removeEventListener('wheel', onHand, seen)
    window.removeEventListener('touchmove', onHand, seen)
    window.removeEventListener('keydown', onKey)
  }
}
