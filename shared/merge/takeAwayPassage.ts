// Takes what is left of a passage's words out of the joint draft again; what others wrote stays. [M8]
import * as Y from 'yjs'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import { deltaOf, jointBlocks, refIn } from '#shared/merge/jointBlocks.ts'
import { nuanceIdOf } from '#shared/merge/mergeEffects.ts'
import { sectionOf } from '#shared/merge/placeInJoint.ts'
import { deleteAt, type Inserted, isServersOwn, offsetsOf } from '#shared/merge/serverCharacters.ts'

export interface TakingAway {
  readonly draft: DraftMap
  /** What the taking had put. */
  readonly inserted: Inserted | undefined
  /** What any taking into this draft had put. */
  readonly known: readonly Inserted[]
  /** When it was decided; milliseconds since 1970. */
  readonly at: number
}

/**
 * How long after a taking its emptied paragraph goes with the words, in milliseconds. Later it stays, blank, and is used again:
 * somebody without a line may be writing in it, and Yjs would lose what is written in a paragraph that is gone.
 */
const mayRemoveFor = 60_000

/** `passage` is undefined when its parent was frozen anew and has it no longer: its words go all the same. */
export function takeAwayWords(passageId: string, passage: Passage | undefined, taking: TakingAway): void {
  const { draft, inserted, known, at } = taking
  if (passage?.kind === 'nuance') return takeAwayNuance(draft, passage)
  if (inserted && passage?.kind !== 'sentence') takeAwayCountry(draft, inserted)
  const isYoung = inserted !== undefined && at - inserted.at < mayRemoveFor
  for (const name of sections) {
    const section = sectionOf(draft, name)
    for (const { element } of section ? jointBlocks(section) : []) {
      if (!takeAwayFrom(element, passageId, known)) continue
      if (isYoung && isBlank(element) && isServersOwn(element, known)) removeBlock(element)
    }
  }
}

/** A nuance goes as long as its words are the passage's own. */
export function takeAwayNuance(draft: DraftMap, { id, text }: Pick<Passage, 'id' | 'text'>): void {
  const nuances = draft.get('nuances')
  if (nuances instanceof Y.Map && nuanceText(nuances.get(nuanceIdOf(id))) === text)
    nuances.delete(nuanceIdOf(id))
}

/** The words of a nuance's entry; undefined where there is none. */
export function nuanceText(entry: unknown): string | undefined {
  const text: unknown = entry instanceof Y.Map ? entry.get('text') : undefined
  return text instanceof Y.Text ? text.toString() : undefined
}

/** Plain texts carry no marks: their characters are known by their ids alone. */
function takeAwayCountry(draft: DraftMap, inserted: Inserted): void {
  const passages = draft.get('countryPassages')
  const { client, from, end, blanks } = inserted
  for (const text of passages instanceof Y.Map ? passages.values() : []) {
    if (!(text instanceof Y.Text)) continue
    const own = offsetsOf(text, client, (clock) => clock >= from && clock < end && !blanks.includes(clock))
    if (own.length === 0) continue
    deleteAt(text, own)
    takeAwayBlanks(text, [inserted])
  }
}

/** Whether the block had any of the passage's words. */
function takeAwayFrom(element: Y.XmlElement, passageId: string, known: readonly Inserted[]): boolean {
  let had = false
  for (const words of element.toArray()) {
    if (!(words instanceof Y.XmlText)) continue
    const offsets: number[] = []
    let offset = 0
    for (const { insert, attributes } of deltaOf(words)) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (refIn(attributes) === passageId) for (let at = 0; at < length; at++) offsets.push(offset + at)
      offset += length
    }
    if (offsets.length === 0) continue
    had = true
    deleteAt(words, offsets)
    takeAwayBlanks(words, known)
  }
  return had
}

/** Blanks that came with words and part nothing any more. Those that people typed stay, even where they now stand double. */
function takeAwayBlanks(text: Y.Text, known: readonly Inserted[]): void {
  const blanks = new Map<number, Set<number>>()
  for (const { client, blanks: clocks } of known)
    for (const clock of clocks) blanks.set(client, (blanks.get(client) ?? new Set<number>()).add(clock))
  const offsets = [...blanks].flatMap(([client, clocks]) =>
    offsetsOf(text, client, (clock) => clocks.has(clock)),
  )
  for (const offset of offsets.sort((a, b) => b - a)) {
    const words = plainOf(text)
    const isEdge = (at: number): boolean => at < 0 || at >= words.length || /\s/u.test(words[at] ?? ' ')
    if (isEdge(offset - 1) || isEdge(offset + 1)) text.delete(offset, 1)
  }
}

const plainOf = (text: Y.Text): string =>
  (text.toDelta() as { insert?: unknown }[]) // Yjs types deltas as any
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\n'))
    .join('')

const isBlank = (element: Y.XmlElement): boolean =>
  element.toArray().every((child) => child instanceof Y.XmlText && plainOf(child).trim() === '')

/** With the list item and the list that hold nothing else. A section keeps its last block: people type in it. */
function removeBlock(element: Y.XmlElement): void {
  const { parent } = element
  if (!(parent instanceof Y.XmlFragment)) return
  const isLast = parent.length === 1
  if (parent instanceof Y.XmlElement && isLast) return removeBlock(parent)
  // What a list item begins with may not go while a deeper list hangs on it.
  if (
    isLast ||
    (parent instanceof Y.XmlElement && parent.nodeName === 'listItem' && parent.get(0) === element)
  )
    return
  parent.delete(parent.toArray().indexOf(element))
}
