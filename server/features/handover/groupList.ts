// Reads a group's list as it would be handed over now: from its document as it is on disk, what it adopted with others, and its room's state.
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { Versions } from '#server/ports/versions.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import type { TextFacts } from '#shared/adoption/adoptionFacts.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import type { HandedOverText } from '#shared/handover/handedOver.ts'
import { handover } from '#shared/handover/handover.ts'
import { type HandoverList, handoverList } from '#shared/handover/handoverList.ts'
import type { HandoverState } from '#shared/handover/handoverState.ts'

export interface ListDeps {
  readonly rooms: Pick<Rooms, 'state'>
  readonly versions: Pick<Versions, 'versionsOfGroup' | 'version'>
  readonly lane: () => Pick<DocumentLane, 'read'>
}

/** The one group that a room is the own room of, with its space. Undefined for joint rooms, the convergence and apartés. */
export function ownSpace({ kind, aparte, spaces }: Room): { groupId: string; spaceId: string } | undefined {
  if (kind !== 'group' || aparte) return undefined
  const own = spaces.find(({ groupId }) => groupId !== null)
  return own?.groupId ? { groupId: own.groupId, spaceId: own.spaceId } : undefined
}

export interface ReadList {
  readonly list: HandoverList
  /** What is on the list, word for word. */
  readonly texts: readonly HandedOverText[]
  readonly state: HandoverState
}

/** Undefined where the room is none of a single group. */
export async function readGroupList(deps: ListDeps, room: Room): Promise<ReadList | undefined> {
  const own = ownSpace(room)
  if (!own) return undefined
  const { state: kept } = await deps.rooms.state(room.id)
  const parsed = handover.state.safeParse(kept['handover'])
  const state = parsed.success ? parsed.data : handover.initial
  const name = documentName({ kind: 'drafts', id: own.spaceId })
  const drafts = (await deps.lane().read(name, (doc) => readDrafts(doc))) ?? []
  const adopted = await adoptedElsewhere(deps, own)
  const list = handoverList({
    ...{ spaceId: own.spaceId, drafts, state },
    joint: adopted.map(({ draft, ...version }) => ({
      ...version,
      addressee: draft.addressee,
      scope: draft.scope,
    })),
  })
  const wordsOf = (draftId: string, versionId: string | null): ReadDraft | undefined =>
    versionId === null
      ? drafts.find(({ id }) => id === draftId)
      : adopted.find(({ id }) => id === versionId)?.draft
  const texts = list.texts.flatMap((text) => {
    const draft = wordsOf(text.draftId, text.versionId)
    return draft ? [{ ...text, draft: { ...draft, addressee: text.addressee, scope: text.scope } }] : []
  })
  return { list, texts, state }
}

/** The last standing version of each text that the group adopted with others, oldest first. */
async function adoptedElsewhere(
  { versions }: ListDeps,
  { groupId, spaceId }: { readonly groupId: string; readonly spaceId: string },
) {
  const heads = (await versions.versionsOfGroup(groupId)).filter(
    (head) => head.withdrawn === null && head.spaceId !== spaceId,
  )
  // Newest first: of each text the first is the one that stands.
  const last = heads.filter(
    (head, n) => heads.findIndex((one) => one.spaceId === head.spaceId && one.draftId === head.draftId) === n,
  )
  const read = await Promise.all(last.map(({ id }) => versions.version(id)))
  return read
    .flatMap((version) => version ?? [])
    .map(({ id, spaceId: where, draftId, title, fingerprint, body, at }) => ({
      ...{ id, spaceId: where, draftId, title, fingerprint, at, draft: body.draft },
    }))
    .sort((a, b) => a.at - b.at)
}

/** What the group is asked about when it is asked about its list. */
export async function listTextOf(deps: ListDeps, room: Room, spaceId: string): Promise<TextFacts | null> {
  if (ownSpace(room)?.spaceId !== spaceId) return null
  const read = await readGroupList(deps, room)
  if (!read) return null
  const sections = { constat: [], proposition: [], moyens: [] }
  return {
    ...{ fingerprint: read.list.fingerprint, title: room.title },
    text: { title: room.title, summary: '', sections, nuances: [], jurisdictions: [], countryPassages: {} },
  }
}
