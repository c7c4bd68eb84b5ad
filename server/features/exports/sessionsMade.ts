// Sessions that were held here and what groups began, for a coop-cycle file.
import { anyDay } from '#server/features/exports/deedsMade.ts'
import { begunInSessions } from '#server/features/followUp/followUpWorld.ts'
import type { HeldSession, PresenceKept } from '#server/ports/sessionRecords.ts'
import type { Store } from '#server/transport/deps.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import type { CycleFile, Recommendation } from '#shared/cycle/cycleFile.ts'
import type { FileEntry } from '#shared/exports/standingFile.ts'
import { type StandingInitiative, standingInitiatives } from '#shared/followUp/standingInitiatives.ts'
import { countedBySide } from '#shared/group/noticedPeople.ts'
import type { Side } from '#shared/people/actor.ts'

export type SessionsStore = Pick<Store, 'cycle' | 'followUp' | 'rooms' | 'sessionRecords'>

/** Ended ones of the groups; a convergence is no group's session. */
export async function sessionsHeld(
  { rooms, sessionRecords }: SessionsStore,
  file: CycleFile,
): Promise<FileEntry[]> {
  const [byGroup, all] = await Promise.all([
    Promise.all(file.groups.map(({ id }) => sessionRecords.heldByGroup(id))),
    rooms.all(),
  ])
  const elsewhere = new Set(all.filter(({ kind }) => kind === 'convergence').map(({ id }) => id))
  const sessions = new Map(byGroup.flat().map((session) => [session.id, session]))
  const held = [...sessions.values()].filter(
    ({ endedAt, roomId }) => endedAt !== null && !elsewhere.has(roomId),
  )
  const lines = await sessionRecords.lines(held.map(({ id }) => id))
  const members = new Set(file.members.map(({ id }) => id))
  const planned = new Set((file.sessions ?? []).map(({ id }) => id))
  return held.map((session) => {
    const came = cameTo(session, lines.get(session.id) ?? [], members)
    const own = session.cycleSessionId
    const record =
      own !== null && planned.has(own) ? { id: own, date: session.date, ...came } : unplanned(session, came)
    return { kind: 'sessions', record }
  })
}

type Came = ReturnType<typeof cameTo>

/** Who came is told where every one of them is a member; else how many they were. */
function cameTo({ groupIds }: HeldSession, lines: readonly PresenceKept[], members: ReadonlySet<string>) {
  const counted = countedBySide(lines)
  const idsOn = (side: Side): string[] => {
    const ids = lines.filter((line) => line.side === side).map(({ personId }) => personId ?? '')
    return [...new Set(ids)].filter((id) => members.has(id))
  }
  const listed = { room: idsOn('room'), remote: idsOn('remote') }
  const whole =
    listed.room.length === counted.room &&
    listed.remote.length === counted.remote &&
    !listed.room.some((id) => listed.remote.includes(id))
  const byGroup = groupIds.map((groupId) => ({
    groupId,
    ...countedBySide(groupIds.length > 1 ? lines.filter((line) => line.groupId === groupId) : lines),
  }))
  return {
    attendance: { ...counted, byGroup },
    roomMemberIds: whole ? listed.room : undefined,
    remoteMemberIds: whole ? listed.remote : undefined,
  }
}

function unplanned(session: HeldSession, came: Came): FileEntry['record'] {
  const { date, endedAt, groupIds, id, startedAt, title } = session
  const { remote, room } = came.attendance
  return {
    ...{ id, groupIds, date, startTime: null, joint: groupIds.length > 1, antennaIds: [], subject: title },
    durationMin: Math.max(0, Math.round(((endedAt ?? startedAt) - startedAt) / 60_000)),
    mode: room === 0 ? 'online' : remote === 0 ? 'in-person' : 'hybrid',
    ...{ tools: [], ...came, numberInGroup: {} },
  }
}

export interface BegunAbout {
  readonly file: CycleFile
  /** Imported and published ones. */
  readonly recommendations: readonly Pick<Recommendation, 'id' | 'provenance'>[]
  readonly lane: Pick<DocumentLane, 'read'>
}

/** Initiatives that were begun, taken up elsewhere or told of here. */
export async function initiativesMade(
  store: SessionsStore,
  { file, lane, recommendations }: BegunAbout,
): Promise<FileEntry[]> {
  const [imported, acts] = await Promise.all([
    store.cycle.localInitiatives(),
    store.followUp.acts({ until: anyDay, target: 'initiative' }),
  ])
  const groups = file.groups.map(({ antennaId = null, id }) => ({ id, antennaId }))
  const begun = await begunInSessions({ store, lane }, { groups, recommendations, today: anyDay })
  const known = new Set(imported.map(({ id }) => id))
  const told = new Set(acts.map(({ targetId }) => targetId))
  const touched = standingInitiatives(imported, acts).filter(({ id }) => told.has(id))
  return [...touched, ...begun].flatMap((one) => [
    known.has(one.id) ? tended(one) : begunHere(one),
    ...one.adopted.map(({ antennaId, date, groupId, text }) =>
      begunHere({
        ...{ ...one, id: `${one.id}--${groupId}`, groupId, antennaId, since: date, text, news: [] },
        people: null,
      }),
    ),
  ])
}

const tended = (one: StandingInitiative): FileEntry => ({
  kind: 'localInitiatives',
  record: { id: one.id, description: wordsOf(one), status: one.state, peopleCount: one.people },
})

/** The format asks for a kind, which nobody is asked here: a committee is what people who begin something are. */
const begunHere = (one: StandingInitiative): FileEntry => ({
  kind: 'localInitiatives',
  record: {
    ...{ id: one.id, title: one.title.trim() || '…', description: wordsOf(one), kind: 'local-committee' },
    ...{ groupId: one.groupId, antennaId: one.antennaId, startedOn: one.since, status: one.state },
    ...{ recommendationIds: one.recommendationIds, peopleCount: one.people },
  },
})

const wordsOf = ({ news, text }: StandingInitiative): string =>
  [text, ...news.map((line) => `${line.date}\u00a0: ${line.text}`)].filter(Boolean).join('\n')
