// What people do with whole drafts: begin one, make one of notes, insert a pasted list, hide, bring back, change a choice.
import * as Y from 'yjs'
import { asOneStep, ownWords } from '#client/features/draft/draftUndo.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import {
  createDraft,
  type DraftFields,
  type DraftMap,
  type DraftSets,
  draftsOf,
  type NewDraft,
  readDrafts,
  withEveryPassage,
} from '#shared/draft/draftModel.ts'
import { singleLine, withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import { titleLimit } from '#shared/draft/vocabulary.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'

/** Never undone by Ctrl+Z: whole drafts come and go by their own buttons. */
const wholeDraft = { origin: 'whole-draft' } as const

function documentOf(room: LiveRoom, spaceId: string): LiveDocument {
  const live = room.draftsOf(spaceId)
  if (!live) throw new Error(`this room shows no drafts of ${spaceId}`)
  return live
}

/** R1, R2…: the next number that no draft of the space has, hidden ones included. */
export function nextCode(doc: Y.Doc): string {
  const numbers = [...readDrafts(doc), ...readDrafts(doc, { deleted: true })].map(({ code }) =>
    Number(/^R(\d+)$/.exec(code)?.[1] ?? 0),
  )
  return `R${Math.max(0, ...numbers) + 1}`
}

/** Everything that a draft may need is there from the start, so that no two people ever create the same text at once. */
const whole = (room: LiveRoom, live: LiveDocument, draft: NewDraft): NewDraft =>
  withEveryPassage(
    { ...draft, fields: { ...draft.fields, code: draft.fields?.code || nextCode(live.doc) } },
    room.join.room.entities.map(({ code }) => code),
  )

/** Begins a draft; returns its id. */
export function newDraft(room: LiveRoom, spaceId: string, title: string): string {
  const live = documentOf(room, spaceId)
  return createDraft(
    live.doc,
    whole(room, live, { title: singleLine(title).slice(0, titleLimit) }),
    wholeDraft,
  )
}

/** Inserts what was chosen of a pasted list, at the end and in its order; returns the ids. */
export function insertDrafts(
  room: LiveRoom,
  spaceId: string,
  drafts: readonly NewDraft[],
): readonly string[] {
  const live = documentOf(room, spaceId)
  const ids: string[] = []
  live.doc.transact(() => {
    for (const draft of drafts) {
      const nuances = draft.nuances?.map((nuance) => ({ ...nuance, groupId: nuance.groupId ?? live.groupId }))
      ids.push(
        createDraft(live.doc, whole(room, live, { ...draft, ...(nuances ? { nuances } : {}) }), wholeDraft),
      )
    }
  }, wholeDraft)
  return ids
}

/** Characters of a note that are kept with the draft made of it. */
const keptWords = 2_000

export interface NotesInto {
  readonly spaceId: string
  /** Whether a note may be changed: it then keeps the link to the draft. */
  readonly mayMark: (noteId: string) => boolean
}

/**
 * Makes one draft of one or several notes: the first gives the title, all of them their words, and both sides keep the link.
 * The notes stay on the board, those that may be marked with the link. Returns the draft's id.
 */
export function draftsFromNotes(
  room: LiveRoom,
  noteIds: readonly string[],
  { spaceId, mayMark }: NotesInto,
): string {
  const live = documentOf(room, spaceId)
  const board = room.whiteboard.doc
  const notes = noteIds.map((id) => ({
    id,
    words: withoutUnwantedCharacters(noteText(board, id)?.toString() ?? '').trim(),
  }))
  const spoken = notes.filter(({ words }) => words !== '')
  const first = singleLine(spoken[0]?.words ?? '')
  const fits = first.length <= titleLimit
  const rest = (fits ? spoken.slice(1) : spoken).flatMap(({ words }) =>
    words.split(/\n+/).filter((line) => line.trim() !== ''),
  )
  const draft: NewDraft = {
    title: fits ? first : `${first.slice(0, titleLimit - 1)}…`,
    proposition:
      rest.length > 1 ? rest.map((text) => ({ type: 'bullet' as const, level: 1, runs: [{ text }] })) : rest,
    sources: Object.fromEntries(
      notes.map(({ id, words }) => [`${room.join.room.id}:${id}`, words.slice(0, keptWords)]),
    ),
  }
  const id = createDraft(live.doc, whole(room, live, draft), wholeDraft)
  if (room.whiteboard.access === 'write')
    board.transact(() => {
      for (const note of noteIds) if (mayMark(note)) addReference(board, note, `${spaceId}/${id}`)
    }, wholeDraft)
  return id
}

function addReference(board: Y.Doc, noteId: string, reference: string): void {
  const note = recordsOf(board).get(noteId)
  const held: unknown = note?.get('props.draftRefs')
  const list = Array.isArray(held) ? held.filter((one) => typeof one === 'string') : []
  if (note && !list.includes(reference)) note.set('props.draftRefs', [...list, reference])
}

/** Hides drafts; nothing is erased. `now` in milliseconds since 1970. */
export function hideDrafts({ doc }: LiveDocument, ids: readonly string[], now: number): void {
  doc.transact(() => ids.forEach((id) => draftsOf(doc).get(id)?.set('deletedAt', now)), wholeDraft)
}

export function bringBackDrafts({ doc }: LiveDocument, ids: readonly string[]): void {
  doc.transact(() => ids.forEach((id) => draftsOf(doc).get(id)?.set('deletedAt', null)), wholeDraft)
}

export function choose<Key extends keyof DraftFields>(
  draft: DraftMap,
  key: Key,
  value: DraftFields[Key],
): void {
  if (draft.get(key) !== value) asOneStep(draft, () => void draft.set(key, value))
}

/** Puts a member into one of the draft's sets, or takes it out. */
export function include(draft: DraftMap, key: DraftSets, id: string, wanted: boolean): void {
  const set = draft.get(key)
  if (!(set instanceof Y.Map) || set.has(id) === wanted) return
  asOneStep(draft, () => (wanted ? void set.set(id, true) : set.delete(id)))
}

/** Takes a nuance or a question out of its map, with its words; undo brings it back. */
export function takeOut(draft: DraftMap, key: 'nuances' | 'questions', id: string): void {
  const entries = draft.get(key)
  if (entries instanceof Y.Map) asOneStep(draft, () => entries.delete(id))
}

/** The text of a nuance or a question. */
export function entryText(draft: DraftMap, key: 'nuances' | 'questions', id: string): Y.Text | undefined {
  const entries = draft.get(key)
  const entry: unknown = entries instanceof Y.Map ? entries.get(id) : undefined
  const text = entry instanceof Y.Map ? entry.get('text') : undefined
  return text instanceof Y.Text ? text : undefined
}

export function changeNuance(
  draft: DraftMap,
  id: string,
  key: 'type' | 'groupId',
  value: string | null,
): void {
  const entries = draft.get('nuances')
  const entry: unknown = entries instanceof Y.Map ? entries.get(id) : undefined
  if (entry instanceof Y.Map && entry.get(key) !== value) asOneStep(draft, () => void entry.set(key, value))
}

/** The text of a country's passage, made where the draft has none yet. */
export function beginPassage(draft: DraftMap, code: string): void {
  const passages = draft.get('countryPassages')
  if (passages instanceof Y.Map && !passages.has(code))
    draft.doc?.transact(() => void passages.set(code, new Y.Text()), ownWords)
}
