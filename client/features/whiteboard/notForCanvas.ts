// What is clicked or typed in front of the canvas is not for the canvas.
import { stopEventPropagation } from 'tldraw'

export const ours = {
  onPointerDown: stopEventPropagation,
  onPointerUp: stopEventPropagation,
  onTouchStart: stopEventPropagation,
  onTouchEnd: stopEventPropagation,
  onDoubleClick: stopEventPropagation,
  onKeyDown: stopEventPropagation,
} as const
