// Gathers what an adopted version keeps: the text, where its sentences come from, what became of each passage, and whose work it is.

import { whoLed } from '#server/features/minutes/whoLed.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { People } from '#server/ports/people.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { adoption } from '#shared/adoption/adoption.ts'
import type { AdoptionFacts } from '#shared/adoption/adoptionFacts.ts'
import { consentOf, type TextConsent, textOf } from '#shared/adoption/adoptionState.ts'
import type { VersionBody, VersionCredits, VersionParent } from '#shared/adoption/version.ts'
import { AgendaState, emptyAgenda } from '#shared/agenda/agendaState.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import type { MergeReading } from '#shared/merge/mergeReading.ts'
import { readMerge } from '#shared/merge/mergeReading.ts'
import { type Merge, MergeState } from '#shared/merge/mergeState.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface BodyDeps {
  readonly rooms: Pick<Rooms, 'room' | 'state' | 'journal'>
  readonly people: Pick<People, 'participantNames'>
  readonly records: Pick<SessionRecords, 'lines'>
  readonly cycle: Pick<Cycle, 'group' | 'members'>
  readonly lane: () => Pick<DocumentLane, 'read'>
  readonly present: (roomId: string) => readonly PersonPresent[]
  readonly groups: (
    ids: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly place: string }[]>
  /** `YYYY-MM-DD`, as sessions are dated. */
  readonly today: () => Promise<string>
  readonly now: () => number
}

export interface BodyAsked {
  readonly room: Room
  readonly place: { readonly spaceId: string; readonly draftId: string }
  readonly groupIds: readonly string[]
  readonly read: ReadDraft
}

export async function versionBody(
  deps: BodyDeps,
  { room, place, groupIds, read }: BodyAsked,
): Promise<NonNullable<AdoptionFacts['adopting']>> {
  const { state } = await deps.rooms.state(room.id)
  const kept = adoption.state.safeParse(state['adoption'])
  const text = textOf(kept.success ? kept.data : adoption.initial, place)
  const readings = await readingsOf(deps, mergesOf(state['merge'], place), place.spaceId)
  const parents = readings.flatMap((reading) =>
    reading.parents.map((parent) => versionParent(parent, reading)),
  )
  return {
    open: readings.reduce((sum, { counts }) => sum + counts.open + counts.proposed, 0),
    parents: parents.map(({ spaceId, draftId, groupId, title }) => ({ spaceId, draftId, groupId, title })),
    body: {
      draft: read,
      parents,
      sentences: readings.slice(-1).flatMap(sentencesIn),
      credits: await creditsOf(deps, { room, groupIds, text, agenda: agendaIn(state['agenda']) }),
      corrections: text.corrections
        .filter(({ contested, keptBy }) => !contested && keptBy.length > 0)
        .map(({ changes, at }) => ({ changes, at })),
    } satisfies VersionBody,
  }
}

export const agendaIn = (state: unknown): AgendaState => AgendaState.safeParse(state).data ?? emptyAgenda

/** Merges that the text grew out of; one that was given up is none. */
function mergesOf(state: unknown, { spaceId, draftId }: BodyAsked['place']): Merge[] {
  const { merges } = MergeState.safeParse(state).data ?? { merges: {} }
  return Object.values(merges).filter(
    (merge) => merge.spaceId === spaceId && merge.draftId === draftId && !merge.closed,
  )
}

async function readingsOf(
  deps: BodyDeps,
  merges: readonly Merge[],
  spaceId: string,
): Promise<MergeReading[]> {
  if (merges.length === 0) return []
  const name = documentName({ kind: 'drafts', id: spaceId })
  return (await deps.lane().read(name, (doc) => merges.flatMap((merge) => readMerge(doc, merge) ?? []))) ?? []
}

function versionParent(parent: FrozenParent, { fates }: MergeReading): VersionParent {
  const { key, spaceId, draftId, groupId, code, title, fingerprint } = parent
  return {
    ...{ key, spaceId, draftId, groupId, code, title, fingerprint },
    passages: parent.passages.map(({ id, text }) => {
      const fate = fates.get(id) ?? { kind: 'open' as const }
      const reason = fate.kind === 'set-aside' ? { code: fate.reason.code, text: fate.reason.text } : null
      return { id, text, fate: fate.kind, reason }
    }),
  }
}

const sentencesIn = ({ joint }: MergeReading): VersionBody['sentences'][number][] =>
  joint.map(({ section, block, runs }) => ({
    ...{ section, block },
    runs: runs.map(({ text, from }) => ({ text, from })),
  }))

export interface Credited {
  readonly room: Room
  readonly groupIds: readonly string[]
  readonly text: TextConsent
  readonly agenda: AgendaState
}

export async function creditsOf(
  deps: BodyDeps,
  { room, groupIds, text, agenda }: Credited,
): Promise<VersionCredits> {
  const people = await peopleOf(deps, room, agenda)
  const groups = await deps.groups(groupIds)
  const only = groupIds.length === 1
  const credited = await Promise.all(
    groupIds.map(async (id) => ({
      id,
      place: groups.find((one) => one.id === id)?.place ?? '',
      members: namesOf(people.filter(({ groupId }) => groupId === id || (only && groupId === null))),
      facilitators: await facilitatorsOf(deps, id, people),
      consent: consentOf(text, id)?.spoken ?? null,
    })),
  )
  const all = new Set(groupIds)
  return {
    groups: credited,
    secretaries: agenda.secretary ? [agenda.secretary.name] : [],
    others: only ? [] : namesOf(people.filter(({ groupId }) => groupId === null || !all.has(groupId))),
    session: agenda.sessionId === null ? null : { id: agenda.sessionId, title: room.title },
    date: await deps.today(),
  }
}

interface Credit {
  readonly name: string
  readonly groupId: string | null
  readonly leads: boolean
}

/** Who took part in the session, by its record of presence, and who is here now. */
async function peopleOf(deps: BodyDeps, room: Room, agenda: AgendaState): Promise<Credit[]> {
  const { sessionId, startedAt } = agenda
  const lines = sessionId === null ? [] : ((await deps.records.lines([sessionId])).get(sessionId) ?? [])
  const led =
    startedAt === null
      ? []
      : await whoLed(deps, room.id, { from: startedAt, until: agenda.endedAt ?? deps.now() })
  const here = deps
    .present(room.id)
    .filter(({ role }) => role !== 'observer')
    .flatMap(({ seats, groupId, role }) =>
      seats.map(({ name }) => ({ name, groupId, leads: role === 'facilitator' })),
    )
  const recorded = lines.map(({ name, groupId }) => ({ name, groupId, leads: led.includes(name) }))
  return [...here, ...recorded]
}

const namesOf = (people: readonly Credit[]): string[] =>
  [...new Set(people.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'fr'))

/** Those who led here; where nobody of the group did, those whom the group has. */
async function facilitatorsOf(
  { cycle }: BodyDeps,
  groupId: string,
  people: readonly Credit[],
): Promise<string[]> {
  const here = namesOf(people.filter((one) => one.leads && one.groupId === groupId))
  if (here.length > 0) return here
  const ids = (await cycle.group(groupId))?.facilitatorIds ?? []
  if (ids.length === 0) return []
  return (await cycle.members({ ids })).map(({ displayName }) => displayName)
}
