// Moving a big board without painting it anew at each frame.
import { type Editor, react } from 'tldraw'

/** Milliseconds between two turns of a mouse's wheel that are still one movement. */
const pause = 300

/**
 * While the board is moved without being zoomed, the browser moves a finished picture of it instead of painting hundreds of
 * shapes at each frame (`data-panning`, whiteboard.css). Not while it is zoomed: letters would be blurred. Returns the way to stop.
 */
export function panLightly(editor: Editor): () => void {
  const container = editor.getContainer()
  let zoomAtRest = editor.getZoomLevel()
  let resting: ReturnType<typeof setTimeout> | undefined
  const rest = (): void => container.removeAttribute('data-panning')
  const stop = react('pan lightly', () => {
    const zoom = editor.getZoomLevel()
    const moving = editor.getCameraState() === 'moving'
    clearTimeout(resting)
    if (moving && zoom === zoomAtRest) container.setAttribute('data-panning', '')
    else if (moving) rest()
    else resting = setTimeout(rest, pause)
    if (!moving) zoomAtRest = zoom
  })
  return () => {
    stop()
    clearTimeout(resting)
    rest()
  }
}
