// Who asks about the remarks of a draft, and what they may do there now.
import { shapeOf } from '#server/live/gate.ts'
import type { Participant } from '#server/ports/people.ts'
import type { DraftPlace, Named, Speaker } from '#server/ports/remarks.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { AttentionStored } from '#shared/attention/attentionState.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { documentAccess, mayFacilitate } from '#shared/people/access.ts'
import { mayDecideRemark, mayRemark, type RemarkRights } from '#shared/remark/remarkPolicy.ts'
import { parentsOf } from '#shared/remark/travel.ts'

export type RemarkDeps = Pick<Deps, 'store' | 'lane' | 'now' | 'tellChanged' | 'logger' | 'presence'>

/** Somebody who may be in the room now. */
export interface Insider {
  readonly room: Room
  readonly participant: Participant
}

export interface Asking extends Insider {
  readonly place: DraftPlace
  /** Of the draft that is asked about. */
  readonly draft: AskedDraft
  readonly rights: RemarkRights
  /** Whom a mention may mean. */
  readonly named: readonly Named[]
  readonly viewer: string
}

export interface AskedDraft {
  readonly title: string
  readonly merged: boolean
  /** Parents of a joint draft that the asking person may read here. */
  readonly parents: readonly FrozenParent[]
}

const draftsIn = (spaceId: string): string => documentName({ kind: 'drafts', id: spaceId })

/** Looks at a draft as it stands on disk; undefined where there is none. */
export const lookAt = <T>(
  { lane }: Pick<RemarkDeps, 'lane'>,
  { spaceId, draftId }: DraftPlace,
  look: (draft: DraftMap) => T,
): Promise<T | undefined> =>
  lane.read(draftsIn(spaceId), (doc) => {
    const draft = draftsOf(doc).get(draftId)
    return draft && readDraft(draftId, draft) ? look(draft) : undefined
  })

/**
 * [R5] Whoever may not read the draft in this room is told what strangers are told. A draft that was just made is on its way to
 * the disk: nothing is said of it yet, and `perhaps` asks about it all the same. @throws HttpProblem 404
 */
export async function askingAbout(
  deps: RemarkDeps,
  found: Insider,
  place: DraftPlace,
  { perhaps = false } = {},
): Promise<Asking> {
  if (!readsHere(deps, found, place.spaceId)) throw new HttpProblem('not-found')
  const known = await lookAt(deps, place, (map) => ({
    title: readDraft(place.draftId, map)?.title ?? '',
    merged: readDraft(place.draftId, map)?.mergedInto !== undefined,
    parents: map.doc ? parentsOf(map.doc, place.draftId) : [],
  }))
  if (!known && !perhaps) throw new HttpProblem('not-found')
  const draft = known ?? { title: '', merged: false, parents: [] }
  return {
    ...found,
    ...{ place, rights: await rightsIn(deps, found, { place, merged: draft.merged }) },
    draft: { ...draft, parents: draft.parents.filter(({ spaceId }) => readsHere(deps, found, spaceId)) },
    ...{ named: await namesOf(deps, found), viewer: viewerOf(found) },
  }
}

export const readsHere = (
  { now }: Pick<Deps, 'now'>,
  { participant, room }: Insider,
  spaceId: string,
): boolean => documentAccess(participant, shapeOf(room, now()), { kind: 'drafts', id: spaceId }) !== undefined

/** Spaces whose drafts this room shows to this person now. */
export const readableHere = (deps: Pick<Deps, 'now'>, found: Insider): string[] =>
  found.room.spaces.map(({ spaceId }) => spaceId).filter((id) => readsHere(deps, found, id))

interface Asked {
  readonly place: DraftPlace
  readonly merged: boolean
}

async function rightsIn(
  { store, now }: RemarkDeps,
  { participant, room }: Insider,
  { place, merged }: Asked,
): Promise<RemarkRights> {
  const [shape, document] = [shapeOf(room, now()), { kind: 'drafts', id: place.spaceId } as const]
  const versions = await store.versions.versionsOfDraft(place.spaceId, place.draftId)
  const decide = mayDecideRemark(participant, shape, document)
  return {
    remark: mayRemark(participant, shape, document),
    decide: decide && !(await isLocked(store, { participant, room }, place)),
    adopted: merged || versions.some(({ withdrawn }) => withdrawn === null),
  }
}

/** A draft that was locked in this room is written by those who lead it. */
async function isLocked(
  { rooms }: Deps['store'],
  { participant, room }: Insider,
  { spaceId, draftId }: DraftPlace,
): Promise<boolean> {
  if (participant.role !== 'observer' && mayFacilitate(participant)) return false
  const kept = AttentionStored.safeParse((await rooms.state(room.id)).state['attention'])
  return kept.success && kept.data.locked.drafts.includes(`${spaceId}/${draftId}`)
}

export const viewerOf = ({ participant }: Pick<Insider, 'participant'>): string =>
  participant.accountId === null ? `participant:${participant.id}` : `account:${participant.accountId}`

/** A member is named by their row of the cycle, a guest by their device in this room. */
export async function namesOf({ store }: Pick<Deps, 'store'>, { participant }: Insider): Promise<Named[]> {
  const account =
    participant.accountId === null ? undefined : await store.people.account(participant.accountId)
  return [
    { kind: 'person', id: account ? `m:${account.personId}` : `p:${participant.id}` },
    ...participant.groupIds.map((id) => ({ kind: 'group' as const, id })),
  ]
}

export const isMine = ({ participant }: Pick<Insider, 'participant'>, by: Speaker): boolean =>
  by.participantId === participant.id || (by.accountId !== null && by.accountId === participant.accountId)

export const speakerIn = ({ participant, room }: Insider): Speaker => ({
  ...{ participantId: participant.id, accountId: participant.accountId, name: participant.name },
  groupId: participant.groupIds.find((id) => room.groupIds.includes(id)) ?? participant.groupIds[0] ?? null,
  standing: participant.standing,
})
