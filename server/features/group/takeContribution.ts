// Brings what arrived between two sessions into the group's work: a note onto its whiteboard, a nuance or a position into its draft.
import { createHash } from 'node:crypto'
import type { NamedGroup } from '#server/features/group/namedGroup.ts'
import type { KeptContribution } from '#server/ports/sessionRecords.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { addNuance, type DraftMap, draftsOf, nuanceExisted } from '#shared/draft/draftModel.ts'
import type { NuanceType } from '#shared/draft/vocabulary.ts'
import { groupWords, spoken } from '#shared/group/groupWords.ts'
import { placeNotes } from '#shared/notes/placeNotes.ts'
import { censusOf } from '#shared/whiteboard/boardCensus.ts'
import { boardLimits } from '#shared/whiteboard/recordForm.ts'

type Lane = Pick<DocumentLane, 'edit' | 'read'>

/** The same contribution is always the same note and the same nuance, however often it is brought in. */
const idOf = (what: string, ...parts: readonly string[]): string =>
  createHash('sha256')
    .update([what, ...parts].join('\n'))
    .digest('hex')
    .slice(0, 26)

/** @throws HttpProblem 409 where it has no place to go: no room, a full board, a draft that was taken away. */
export async function takeContribution(lane: Lane, named: NamedGroup, one: KeptContribution): Promise<void> {
  if (one.kind === 'note') await ontoBoard(lane, named, one)
  else await intoDraft(lane, named, one)
}

/** [T1] One frame for the group's board, made once; a note that somebody has taken away since does not come back. */
async function ontoBoard(lane: Lane, { group, room }: NamedGroup, one: KeptContribution): Promise<void> {
  if (!room) throw new HttpProblem('conflict')
  const board = documentName({ kind: 'whiteboard', id: room.id })
  const shapes = await lane.read(board, (doc) => censusOf(doc).shapes.size)
  // The frame and the note.
  if (shapes === undefined || shapes + 2 > boardLimits.shapes) throw new HttpProblem('conflict')
  const name = groupWords[spoken(group.languages)].arrived
  await lane.edit(board, (doc) =>
    placeNotes(doc, {
      frameId: null,
      newFrame: { id: `shape:${idOf('frame', room.id)}`, name },
      colour: 'green',
      notes: [{ id: `shape:${idOf('note', one.groupId, one.id)}`, text: one.text, author: one.name }],
    }),
  )
}

/** [T2] A nuance of the draft, with its author's name; a position is one too, for drafts keep no list of positions. */
async function intoDraft(lane: Lane, named: NamedGroup, one: KeptContribution): Promise<void> {
  const { group, spaceId } = named
  if (!one.draft || one.draft.spaceId !== spaceId) throw new HttpProblem('conflict')
  const { draftId } = one.draft
  const name = documentName({ kind: 'drafts', id: spaceId })
  const stands = (draft: DraftMap | undefined): draft is DraftMap =>
    draft !== undefined && (draft.get('deletedAt') ?? null) === null
  const there = await lane.read(name, (doc) => stands(draftsOf(doc).get(draftId)))
  if (there !== true) throw new HttpProblem('conflict')
  const id = idOf('nuance', one.groupId, one.id)
  const nuance = { type: typeOf(one), text: wordsOf(named, one), groupId: group.id }
  await lane.edit(name, (doc) => {
    const draft = draftsOf(doc).get(draftId)
    if (stands(draft) && !nuanceExisted(draft, id)) addNuance(draft, nuance, id)
  })
}

/** Somebody who doubts or says no has a reservation. */
const typeOf = ({ degree }: KeptContribution): NuanceType =>
  degree !== null && degree <= 2 ? 'reservation' : 'nuance'

function wordsOf({ group }: NamedGroup, { degree, kind, name, text }: KeptContribution): string {
  const words = groupWords[spoken(group.languages)]
  const stand =
    kind === 'position' && degree !== null ? `${words.position} ${words.degrees[degree - 1]}.` : ''
  return `${[stand, text].filter(Boolean).join(' ')} — ${name}`
}
