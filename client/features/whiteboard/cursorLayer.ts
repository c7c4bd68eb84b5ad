// Others' hands on the board: cursors with names, what they hold, where they write. Drawn without React: they move often.
import { type Editor, react, type TLShapeId } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { cursorOf, type OtherPerson, personOf, selectionOf } from '#client/features/whiteboard/presence.ts'
import { motionIsReduced } from '#client/ui/appearance.ts'

/** Milliseconds of rest after which a cursor's name fades. */
const idleAfter = 3_000
/** Milliseconds in which a hand goes most of its way from one word about it to the next. */
const glide = 40

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * A hand glides frame by frame while the board rests; while it is moved, hands jump with each word about them. CSS
 * transitions would make and undo a layer for each: with twenty hands that costs more than all else on a moving board.
 */
interface Hand {
  readonly element: HTMLElement
  readonly name: HTMLElement
  /** Where it is said to be and where it is shown, in page units. */
  at: Point
  shown: Point | undefined
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
  return { element, name, at: { x: 0, y: 0 }, shown: undefined, movedAt: 0 }
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
  let told = true
  let lastFrame = 0
  let drawn = ''

  const onFrame = (time: number): void => {
    frame = 0
    if (told) draw()
    told = false
    const still = motionIsReduced() || editor.getCameraState() === 'moving'
    const part = still ? 1 : 1 - Math.exp((lastFrame - time) / glide)
    lastFrame = time
    let moving = false
    for (const hand of hands.values()) moving = advance(hand, part, editor) || moving
    if (moving) next()
  }
  const draw = (): void => {
    const now = Date.now()
    const here = new Set<number>()
    const outlines: Outline[] = []
    for (const [clientId, state] of awareness.getStates()) {
      const person = personOf(awareness, clientId, state)
      if (!person) continue
      const cursor = cursorOf(state)
      if (cursor && cursor.page === editor.getCurrentPageId()) {
        here.add(clientId)
        dress(handOf(clientId), person, cursor, now)
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
  const next = (): void => {
    if (frame === 0) frame = requestAnimationFrame(onFrame)
  }
  const soon = (): void => {
    told = true
    if (frame === 0) lastFrame = performance.now()
    next()
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

function dress(hand: Hand, { name, ink, side }: OtherPerson, { x, y }: Point, now: number): void {
  if (hand.shown === undefined || hand.at.x !== x || hand.at.y !== y) {
    hand.at = { x, y }
    hand.movedAt = now
    hand.element.removeAttribute('data-idle')
  }
  if (hand.name.textContent !== name) hand.name.textContent = name
  if (hand.name.className !== side) hand.name.className = side
  const colour = `var(--ink-${ink})`
  if (hand.element.style.getPropertyValue('--a') !== colour) hand.element.style.setProperty('--a', colour)
}

/** Goes a part of the way; true while some of it is left. */
function advance(hand: Hand, part: number, editor: Editor): boolean {
  const { at, shown } = hand
  if (shown && shown.x === at.x && shown.y === at.y) return false
  const [dx, dy] = shown ? [at.x - shown.x, at.y - shown.y] : [0, 0]
  const left = Math.hypot(dx, dy) * editor.getZoomLevel() * (1 - part)
  // Less than half a pixel is no way.
  hand.shown = !shown || left < 0.5 ? at : { x: shown.x + dx * part, y: shown.y + dy * part }
  hand.element.style.transform = `translate(${hand.shown.x}px, ${hand.shown.y}px)`
  return hand.shown !== at
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
