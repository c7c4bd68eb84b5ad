// Others' hands on the board: cursors with names, what they hold, where they write. Drawn without React: they move often.
import { type Editor, react, type TLShapeId } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { cursorOf, type OtherPerson, personOf, selectionOf } from '#client/features/whiteboard/presence.ts'

/** Milliseconds of rest after which a cursor's name fades. */
const idleAfter = 3_000

interface Hand {
  readonly element: HTMLElement
  readonly name: HTMLElement
  at: string
  movedAt: number
}

const arrow = 'M1 1 L1 15.5 L5.2 11.8 L8.1 18 L10.6 16.9 L7.8 10.9 L13 10.4 Z'

function makeHand(): Hand {
  const element = document.createElement('div')
  element.className = 'wb-cursor a'
  const inner = document.createElement('div')
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 16 20')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', arrow)
  svg.append(path)
  const name = document.createElement('span')
  inner.append(svg, name)
  element.append(inner)
  return { element, name, at: '', movedAt: 0 }
}

/** Fills a layer that has the editor's size; returns the way to stop. */
export function cursorLayer(
  editor: Editor,
  awareness: Awareness,
  layer: HTMLElement,
  words: (name: string) => string,
): () => void {
  const hands = new Map<number, Hand>()
  const page = document.createElement('div')
  page.className = 'wb-cursors-page'
  const held = document.createElement('div')
  page.append(held)
  layer.append(page)
  let frame = 0
  let drawn = ''

  const draw = (): void => {
    frame = 0
    const now = Date.now()
    const here = new Set<number>()
    const outlines: Outline[] = []
    for (const [clientId, state] of awareness.getStates()) {
      const person = personOf(awareness, clientId, state)
      if (!person) continue
      const cursor = cursorOf(state)
      if (cursor && cursor.page === editor.getCurrentPageId()) {
        here.add(clientId)
        place(handOf(clientId), person, cursor, now)
      }
      outlines.push(...outlinesOf(editor, person, selectionOf(state), state['writing'], words))
    }
    for (const [clientId, hand] of hands) {
      if (here.has(clientId)) continue
      hand.element.remove()
      hands.delete(clientId)
    }
    const known = JSON.stringify(outlines)
    if (known !== drawn) held.replaceChildren(...outlines.map(drawOutline))
    drawn = known
  }
  const handOf = (clientId: number): Hand => {
    const known = hands.get(clientId) ?? makeHand()
    if (!hands.has(clientId)) page.append(known.element)
    hands.set(clientId, known)
    return known
  }
  const soon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  let zoom = 0
  const stopCamera = react('cursors follow the camera', () => {
    const { x, y, z } = editor.getCamera()
    page.style.transform = `scale(${z}) translate(${x}px, ${y}px)`
    if (z !== zoom) page.style.setProperty('--inverse', String(1 / z))
    zoom = z
  })
  const stopPage = react('cursors of this page', () => {
    editor.getCurrentPageId()
    soon()
  })
  const stopStore = editor.store.listen(
    () => {
      if (held.childElementCount > 0) soon()
    },
    { scope: 'document' },
  )
  const fade = setInterval(() => {
    const now = Date.now()
    for (const hand of hands.values())
      hand.element.toggleAttribute('data-idle', now - hand.movedAt > idleAfter)
  }, 500)
  awareness.on('change', soon)
  return () => {
    cancelAnimationFrame(frame)
    clearInterval(fade)
    stopCamera()
    stopPage()
    stopStore()
    awareness.off('change', soon)
    page.remove()
  }
}

function place(
  hand: Hand,
  { name, ink, side }: OtherPerson,
  { x, y }: { x: number; y: number },
  now: number,
): void {
  const at = `translate(${x}px, ${y}px)`
  if (hand.at !== at) {
    hand.at = at
    hand.movedAt = now
    hand.element.style.transform = at
    hand.element.removeAttribute('data-idle')
  }
  if (hand.name.textContent !== name) hand.name.textContent = name
  hand.name.className = side
  hand.element.style.setProperty('--a', `var(--ink-${ink})`)
}

interface Outline {
  readonly ink: string
  readonly side: string
  /** On the page, in page units. */
  readonly box: readonly [number, number, number, number]
  /** Said above it where somebody writes in one of tldraw's own texts; empty otherwise. */
  readonly tag: string
}

/** Outlines of what somebody holds on the page that is seen. */
function outlinesOf(
  editor: Editor,
  { name, ink, side }: OtherPerson,
  selection: readonly string[],
  writing: unknown,
  words: (name: string) => string,
): Outline[] {
  return selection.flatMap((id) => {
    const shape = editor.getShape(id as TLShapeId) // undefined for anything that is no shape
    const bounds = shape && editor.getShapePageBounds(shape)
    if (!bounds || editor.getAncestorPageId(shape) !== editor.getCurrentPageId()) return []
    const tagged = writing === id && shape.type !== 'note' && shape.type !== 'draft'
    return [{ ink, side, box: [bounds.x, bounds.y, bounds.w, bounds.h], tag: tagged ? words(name) : '' }]
  })
}

function drawOutline({ ink, side, box: [x, y, w, h], tag }: Outline): HTMLElement {
  const element = document.createElement('div')
  element.className = 'wb-held a'
  element.style.cssText = `--a:var(--ink-${ink});transform:translate(${x}px,${y}px);width:${w}px;height:${h}px`
  if (!tag) return element
  const said = document.createElement('span')
  said.className = side
  said.textContent = tag
  element.append(said)
  return element
}
