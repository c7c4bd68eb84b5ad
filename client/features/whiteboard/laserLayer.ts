// The laser of whoever points, on the others' boards. Drawn without React: it moves twenty times a second.
import { type Editor, react } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { pathOf, readStrokes } from '#client/features/whiteboard/laserStrokes.ts'
import { cursorOf, personOf } from '#client/features/whiteboard/presence.ts'

export interface LaserHands {
  readonly editor: Editor
  readonly awareness: Awareness
  /** The participant who points: nobody else's strokes are shown. */
  readonly laserOf: string
}

/** Fills a layer that has the editor's size; returns the way to stop. */
export function laserLayer({ editor, awareness, laserOf }: LaserHands, layer: HTMLElement): () => void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'wb-cursors-page wb-laser')
  layer.append(svg)
  let frame = 0
  const draw = (): void => {
    frame = 0
    const paths: SVGPathElement[] = []
    for (const [clientId, state] of awareness.getStates()) {
      const person = personOf(awareness, clientId, state)
      if (person?.participantId !== laserOf || cursorOf(state)?.page !== editor.getCurrentPageId()) continue
      for (const stroke of readStrokes(state['laser'])) {
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
        path.setAttribute('d', pathOf(stroke))
        path.style.stroke = `var(--ink-${person.ink})`
        paths.push(path)
      }
    }
    svg.replaceChildren(...paths)
  }
  const soon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const stopCamera = react('the laser follows the camera', () => {
    const { x, y, z } = editor.getCamera()
    svg.style.transform = `scale(${z}) translate(${x}px, ${y}px)`
  })
  const stopPage = react('the laser of this page', () => {
    editor.getCurrentPageId()
    soon()
  })
  awareness.on('change', soon)
  return () => {
    cancelAnimationFrame(frame)
    stopCamera()
    stopPage()
    awareness.off('change', soon)
    svg.remove()
  }
}
