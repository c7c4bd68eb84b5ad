// What changed between two instants, as a list that can be read aloud: texts first, then notes.
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { frameNameOf, notesOf, type RoomInstant } from '#shared/replay/roomInstant.ts'

export type DraftPart = 'title' | 'summary' | 'sections' | 'nuances' | 'questions' | 'fields'

export type ReplayChange =
  | { readonly kind: 'draft-begun' | 'draft-gone'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'draft-changed'
      readonly id: string
      readonly title: string
      readonly parts: readonly DraftPart[]
    }
  | { readonly kind: 'note-new' | 'note-gone' | 'note-changed'; readonly id: string; readonly words: string }
  | { readonly kind: 'note-moved'; readonly id: string; readonly words: string; readonly frame: string }

/** A draft's own name among those of all spaces. */
export const draftKey = (spaceId: string, draftId: string): string => `${spaceId}/${draftId}`

export function changesBetween(before: RoomInstant, after: RoomInstant): ReplayChange[] {
  return [...draftChanges(draftsIn(before), draftsIn(after)), ...noteChanges(before, after)]
}

const draftsIn = ({ spaces }: RoomInstant): Map<string, ReadDraft> =>
  new Map(
    spaces.flatMap(({ spaceId, drafts }) => drafts.map((draft) => [draftKey(spaceId, draft.id), draft])),
  )

type Drafts = ReadonlyMap<string, ReadDraft>

function draftChanges(before: Drafts, after: Drafts): ReplayChange[] {
  const changes: ReplayChange[] = []
  for (const [id, draft] of after) {
    const was = before.get(id)
    const parts = was ? partsChanged(was, draft) : []
    const { title } = draft
    if (!was) changes.push({ kind: 'draft-begun', id, title })
    else if (parts.length > 0) changes.push({ kind: 'draft-changed', id, title, parts })
  }
  for (const [id, { title }] of before) if (!after.has(id)) changes.push({ kind: 'draft-gone', id, title })
  return changes
}

function partsChanged(was: ReadDraft, is: ReadDraft): DraftPart[] {
  const same: Readonly<Record<DraftPart, boolean>> = {
    title: was.title === is.title,
    summary: was.summary === is.summary,
    sections: sections.every((name) => plainSection(was.sections[name]) === plainSection(is.sections[name])),
    nuances: sameJson(was.nuances, is.nuances),
    questions: sameJson(was.questions, is.questions),
    fields: sameJson([was.status, was.addressee, was.kind], [is.status, is.addressee, is.kind]),
  }
  return (Object.keys(same) as DraftPart[]).filter((part) => !same[part]) // the keys of the literal above
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function noteChanges(before: RoomInstant, after: RoomInstant): ReplayChange[] {
  const [was, is] = [before, after].map((one) => new Map(notesOf(one).map((note) => [note.id, note])))
  const changes: ReplayChange[] = []
  for (const [id, note] of is ?? []) {
    const old = was?.get(id)
    const { words } = note
    if (!old) changes.push({ kind: 'note-new', id, words })
    else if (old.words !== words) changes.push({ kind: 'note-changed', id, words })
    else if (old.frameId !== note.frameId)
      changes.push({ kind: 'note-moved', id, words, frame: frameNameOf(after, note) })
  }
  for (const [id, { words }] of was ?? []) if (!is?.has(id)) changes.push({ kind: 'note-gone', id, words })
  return changes
}
