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

  const draw = (): void => {
    frame = 0
    const now = Date.now()
    const here = new Set<number>()
    const outlines: HTMLElement[] = []
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
    held.replaceChildren(...outlines)
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
  const stopCamera = react('cursors follow the camera', () => {
    const { x, y, z } = editor.getCamera()
    page.style.transform = `scale(${z}) translate(${x}px, ${y}px)`
    page.style.setProperty('--inverse', String(1 / z))
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

/** Outlines of what somebody holds, and a tag where they write in one of tldraw's own texts. */
function outlinesOf(
  editor: Editor,
  person: OtherPerson,
  selection: readonly string[],
  writing: unknown,
  words: (name: string) => string,
): HTMLElement[] {
  return selection.flatMap((id) => {
    const bounds = editor.getShapePageBounds(id as TLShapeId) // undefined for anything that is no shape of this page
    if (!bounds || editor.getAncestorPageId(id as TLShapeId) !== editor.getCurrentPageId()) return []
    const box = document.createElement('div')
    box.className = 'wb-held a'
    box.style.setProperty('--a', `var(--ink-${person.ink})`)
    box.style.transform = `translate(${bounds.x}px, ${bounds.y}px)`
    box.style.width = `${bounds.w}px`
    box.style.height = `${bounds.h}px`
    const type = editor.getShape(id as TLShapeId)?.type // the same
    if (writing === id && type !== 'note' && type !== 'draft') {
      const tag = document.createElement('span')
      tag.className = person.side
      tag.textContent = words(person.name)
      box.append(tag)
    }
    return [box]
  })
}
