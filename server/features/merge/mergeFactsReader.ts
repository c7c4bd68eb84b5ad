// What the outside knows before a merge's command is decided: what this person may read and write now, and the document as it stands.
import * as Y from 'yjs'
import { z } from 'zod'
import { shapeOf } from '#server/live/gate.ts'
import type { Participant, People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { AttentionStored } from '#shared/attention/attentionState.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { targetOf } from '#shared/merge/fates.ts'
import type { FrozenParent, Passage } from '#shared/merge/frozenParent.ts'
import { nuanceIdOf } from '#shared/merge/mergeEffects.ts'
import type { MergeFacts, RunningFacts, Source } from '#shared/merge/mergeFacts.ts'
import { readMerge } from '#shared/merge/mergeReading.ts'
import { type Merge, MergeState } from '#shared/merge/mergeState.ts'
import { readParents } from '#shared/merge/mergesInDocument.ts'
import { nuanceText } from '#shared/merge/takeAwayPassage.ts'
import { type Access, documentAccess, mayFacilitate } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

export interface MergeReaderOptions {
  readonly people: Pick<People, 'participant'>
  readonly rooms: Pick<Rooms, 'room' | 'state'>
  /** Asked for at each use: it is opened after the room lane. */
  readonly lane: () => Pick<DocumentLane, 'read'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

interface Asking {
  readonly actor: Actor
  readonly participant: Participant
  readonly room: Room
  readonly state: Readonly<Record<string, unknown>>
}

/** What of a command's input is looked at here; each is parsed by its own command before. */
interface Wish {
  readonly mergeId?: string
  readonly parents?: readonly Named[]
  readonly parent?: Named
  readonly parentKey?: string
  readonly spaceId?: string
  readonly draftId?: string
}
interface Named {
  readonly spaceId: string
  readonly draftId: string
}

export const draftsIn = (spaceId: string): string => documentName({ kind: 'drafts', id: spaceId })

export const mergesKept = (state: Readonly<Record<string, unknown>>): MergeState => {
  const kept = MergeState.safeParse(state['merge'])
  return kept.success ? kept.data : { merges: {} }
}

export async function readMergeFacts(
  options: MergeReaderOptions,
  actor: Actor,
  { wish, verb }: { readonly wish: Wish; readonly verb: string },
): Promise<MergeFacts> {
  const [participant, room, { state }] = await Promise.all([
    options.people.participant(actor.participantId),
    options.rooms.room(actor.roomId),
    options.rooms.state(actor.roomId),
  ])
  if (!participant || participant.removed || !room) return {}
  const asking: Asking = { actor, participant, room, state }
  const { merges } = mergesKept(state)
  const merge =
    wish.mergeId !== undefined && Object.hasOwn(merges, wish.mergeId) ? merges[wish.mergeId] : undefined
  const sources = namedSources(wish, merge)
  return {
    target: targetIn(options, asking, merge),
    groupIds: participant.groupIds,
    ...(sources
      ? { sources: await Promise.all(sources.map((one) => readSource(options, asking, one))) }
      : {}),
    ...(merge ? { running: await readRunning(options, asking, { merge, verb }) } : {}),
    ...(verb === 'open' ? { gone: await goneMerges(options, Object.values(merges)) } : {}),
  }
}

/** The drafts that a command brings in; undefined for one that brings none. */
function namedSources(wish: Wish, merge: Merge | undefined): readonly (Named | undefined)[] | undefined {
  if (wish.parents) return wish.parents
  if (wish.parent) return [wish.parent]
  if (wish.parentKey !== undefined) return [merge?.parents.find(({ key }) => key === wish.parentKey)]
  const { spaceId, draftId } = wish
  return spaceId !== undefined && draftId !== undefined ? [{ spaceId, draftId }] : undefined
}

/** What the access policy says now, of a space that this room shows now. */
function accessTo(
  { now }: MergeReaderOptions,
  { participant, room }: Asking,
  spaceId: string,
): Access | undefined {
  return documentAccess(participant, shapeOf(room, now()), { kind: 'drafts', id: spaceId })
}

/** A group's room has its own space, a room of several the common one. An aparté ends, and its state with it: nothing is merged there. */
function targetIn(
  options: MergeReaderOptions,
  asking: Asking,
  merge: Merge | undefined,
): MergeFacts['target'] {
  const { room } = asking
  if (room.aparte) return undefined
  const own = room.kind === 'group' ? (room.groupIds[0] ?? null) : null
  const spaceId = merge?.spaceId ?? room.spaces.find((space) => space.groupId === own)?.spaceId
  return spaceId === undefined
    ? undefined
    : { spaceId, mayWrite: accessTo(options, asking, spaceId) === 'write' }
}

/** A draft that stands and that this person may read now. All else is undefined alike: a refusal tells nothing of what there is. */
async function readSource(
  options: MergeReaderOptions,
  asking: Asking,
  named: Named | undefined,
): Promise<Source | undefined> {
  const space = named && asking.room.spaces.find(({ spaceId }) => spaceId === named.spaceId)
  if (!named || !space || accessTo(options, asking, space.spaceId) === undefined) return undefined
  const draft = await options
    .lane()
    .read(draftsIn(space.spaceId), (doc) => readDraft(named.draftId, draftsOf(doc).get(named.draftId)))
  if (!draft || draft.deletedAt !== null) return undefined
  return { spaceId: space.spaceId, groupId: space.groupId, draft }
}

async function readRunning(
  options: MergeReaderOptions,
  { actor, state }: Asking,
  { merge, verb }: { readonly merge: Merge; readonly verb: string },
): Promise<RunningFacts | undefined> {
  const read = await options.lane().read(draftsIn(merge.spaceId), (doc) => {
    const parents = readParents(doc, merge.id)
    const draft = draftsOf(doc).get(merge.draftId)
    const stands = draft !== undefined && draft.get('deletedAt') === null
    return {
      ...{ parents, stands },
      changedNuances: draft ? changedNuances(draft, parents) : [],
      tooLong: draft ? withoutRoom(draft, parents) : [],
      targets: verb === 'confirm' ? targetsIn(doc, merge) : {},
    }
  })
  const ref = `${merge.spaceId}/${merge.draftId}`
  return read && { ...read, locked: isLockedFor(actor, state, ref), adopted: isAdopted(state, ref) }
}

/** What is adopted with open points goes on being worked at; what was separated again too. */
const AdoptedTexts = z.object({
  texts: z.record(
    z.string(),
    z.object({
      adopted: z.array(z.object({ reserved: z.unknown(), withdrawn: z.unknown() })).default([]),
    }),
  ),
})

function isAdopted(state: Readonly<Record<string, unknown>>, ref: string): boolean {
  const kept = AdoptedTexts.safeParse(state['adoption'])
  const last = kept.data?.texts[ref]?.adopted.findLast(({ withdrawn }) => (withdrawn ?? null) === null)
  return last !== undefined && (last.reserved ?? null) === null
}

function isLockedFor(actor: Actor, state: Readonly<Record<string, unknown>>, ref: string): boolean {
  const kept = AttentionStored.safeParse(state['attention'])
  const leads = actor.role !== 'observer' && mayFacilitate(actor)
  return !leads && kept.success && kept.data.locked.drafts.includes(ref)
}

function changedNuances(draft: DraftMap, parents: readonly FrozenParent[]): string[] {
  const nuances: unknown = draft.get('nuances')
  if (!(nuances instanceof Y.Map)) return []
  return parents.flatMap(({ passages }) =>
    passages.flatMap(({ id, text }) => {
      const there = nuanceText(nuances.get(nuanceIdOf(id)))
      return there !== undefined && there !== text ? [nuanceIdOf(id)] : []
    }),
  )
}

/** Characters of a country passage or a nuance, nuances of a draft, paragraphs of a section: what the gate lets in, with room to type on. */
const room = { characters: 7_000, nuances: 180, paragraphs: 1_800 } as const

function withoutRoom(draft: DraftMap, parents: readonly FrozenParent[]): string[] {
  const [passages, nuances]: unknown[] = [draft.get('countryPassages'), draft.get('nuances')]
  const hasNuances = nuances instanceof Y.Map && nuances.size < room.nuances
  const lengthOf = (entity: string): number => {
    const text: unknown = passages instanceof Y.Map ? passages.get(entity) : undefined
    return text instanceof Y.Text ? text.length : 0
  }
  // Each sentence may ask for a paragraph of its own, and all may be taken at once.
  const all = parents.flatMap((parent) => parent.passages)
  const full = sections.filter((section) => {
    const waiting = all.filter((one) => one.kind === 'sentence' && one.section === section).length
    return paragraphsIn(draft.get(section)) + waiting > room.paragraphs
  })
  const hasNoRoom = (passage: Passage): boolean => {
    if (passage.kind === 'sentence') return full.includes(passage.section)
    if (passage.kind === 'nuance') return !hasNuances || passage.text.length > room.characters
    return lengthOf(passage.entity) + passage.text.length > room.characters
  }
  return all.flatMap((passage) => {
    const mayJoin = hasNuances && passage.text.length <= room.characters
    return [...(hasNoRoom(passage) ? [passage.id] : []), ...(mayJoin ? [] : [nuanceIdOf(passage.id)])]
  })
}

/** Lists and their items counted too. */
const paragraphsIn = (node: unknown): number =>
  node instanceof Y.XmlFragment
    ? node
        .toArray()
        .reduce((sum, child) => sum + (child instanceof Y.XmlElement ? 1 + paragraphsIn(child) : 0), 0)
    : 0

/** [M6] What says each passage now, in other words. */
function targetsIn(doc: Y.Doc, merge: Merge): Record<string, string> {
  const targets: Record<string, string> = {}
  for (const [id, fate] of readMerge(doc, merge)?.fates ?? [])
    if (fate.kind === 'proposed' || fate.kind === 'reworded') targets[id] = targetOf(fate.targets)
  return targets
}

async function goneMerges({ lane }: MergeReaderOptions, merges: readonly Merge[]): Promise<string[]> {
  const gone: string[] = []
  for (const spaceId of new Set(merges.map((merge) => merge.spaceId))) {
    const own = merges.filter((merge) => merge.spaceId === spaceId)
    const standing = await lane().read(draftsIn(spaceId), (doc) =>
      own.filter(({ draftId }) => draftsOf(doc).get(draftId)?.get('deletedAt') === null).map(({ id }) => id),
    )
    gone.push(...own.map(({ id }) => id).filter((id) => !standing?.includes(id)))
  }
  return gone
}
