// Undo of one's own words in one draft: its sections, its fields and its choices share one history, and others' words never move.
import * as Y from 'yjs'
import type { DraftMap } from '#shared/draft/draftModel.ts'

/** The origin of what this person writes in a draft outside the rich text. */
export const ownWords = { origin: 'draft' } as const

const managers = new WeakMap<DraftMap, Y.UndoManager>()

/** The draft's history on this page: the same for every editor that shows it, kept while the document is. Editors add their own origin. */
export function draftUndo(draft: DraftMap): Y.UndoManager {
  const held = managers.get(draft)
  if (held) return held
  const manager = new Y.UndoManager(draft, {
    trackedOrigins: new Set<unknown>([ownWords]),
    // Everything of these origins counts, whatever an editor says of its history: a letter that it writes a moment late is one's own.
    deleteFilter: holdsNobodysWords,
  })
  managers.set(draft, manager)
  return manager
}

/**
 * Undoing what one made (a paragraph, a list, a nuance) takes it away only while it is empty once one's own letters are gone:
 * what somebody else has written in it stays, and so does all that it stands in. Yjs asks for the innermost things first.
 */
export function holdsNobodysWords(item: Y.Item): boolean {
  const { parent } = item
  // A nuance or a question is whole or not at all: its type and place stay as long as its words.
  if (parent instanceof Y.Map && isEntry(parent) && holdsWords(parent)) return false
  if (!(item.content instanceof Y.ContentType)) return true
  const { type } = item.content
  if (type instanceof Y.Map) return !holdsWords(type)
  return type._length === 0
}

const isEntry = (map: Y.Map<unknown>): boolean => map.get('text') instanceof Y.Text && map.has('order')

function holdsWords(map: Y.Map<unknown>): boolean {
  const text = map.get('text')
  return text instanceof Y.Text && text.length > 0
}

/** Runs a change as one step of its own in the draft's history. */
export function asOneStep(draft: DraftMap, change: () => void): void {
  const undo = draftUndo(draft)
  undo.stopCapturing()
  draft.doc?.transact(change, ownWords)
  undo.stopCapturing()
}
