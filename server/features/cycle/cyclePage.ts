// The page of the cycle as one answer: where we are, who works on what and where, how far, and who came.
import { attendedOf } from '#server/features/cycle/attended.ts'
import {
  type CycleDeps,
  type CycleSource,
  type CycleVisitor,
  cycleSource,
  heldHere,
  isOpen,
} from '#server/features/cycle/cycleSource.ts'
import { cycleStages } from '#server/features/cycle/cycleStages.ts'
import { comingSessions } from '#server/features/cycle/sessionsToCome.ts'
import { modeOf, roomOfGroups } from '#server/features/home/homeSessions.ts'
import { placeOfGroup } from '#server/features/home/roomGroups.ts'
import type { Entity, Group, OccasionalMeetings } from '#shared/cycle/cycleFile.ts'
import type {
  CycleAnswer,
  CycleAntenna,
  CycleGroup,
  CycleTheme,
  HandedOverList,
  MeetingsWithoutGroup,
  Part,
} from '#shared/cyclePage/cycleAnswers.ts'
import { type Attended, isFew, latelyOf, participation } from '#shared/cyclePage/participation.ts'
import { runsEverything } from '#shared/people/access.ts'

export async function cyclePage(deps: CycleDeps, visitor: CycleVisitor): Promise<CycleAnswer> {
  const source = await cycleSource(deps, visitor)
  const attended = attendedOf(source.sessions, await heldHere(deps, source), (session) =>
    modeOf(source.view, session),
  )
  const groups = shownGroups(source, attended)
  const { account } = visitor
  const page: CycleAnswer = {
    today: source.today,
    you: {
      name: account?.displayName ?? null,
      signedIn: account !== undefined,
      mayOpenGroups: account !== undefined && runsEverything(account),
      ownGroupIds: ownGroups(source, visitor),
    },
    ...cycleStages(source),
    themes: shownThemes(source),
    antennas: source.antennas.map((antenna) => shownAntenna(antenna, source.entities)),
    groups,
    people: new Set(source.groups.flatMap(({ memberIds }) => memberIds)).size,
    withoutGroup: await withoutGroup(deps, source),
    sessions: await comingSessions(deps, source, visitor),
    progress: progress(source, groups),
    participation: participation(attended),
  }
  return deps.demo || account ? page : toStranger(page)
}

/** Whose calendar one may subscribe to: one's own groups'; those who run everything, and the open demo, any group's. */
export const ownGroups = ({ demo, groups }: CycleSource, { account }: CycleVisitor): string[] =>
  groups
    .map(({ id }) => id)
    .filter((id) => demo || (account && (runsEverything(account) || account.groupIds.includes(id))))

/**
 * Outside the demo a stranger learns of the cycle's stages and of the groups that are open to all, so as to come to them; nothing of
 * what goes on elsewhere, and nothing of how many came.
 */
function toStranger(page: CycleAnswer): CycleAnswer {
  const groups = page.groups.filter(({ online }) => online)
  const open = new Set(groups.map(({ id }) => id))
  const themes = new Set(groups.map(({ themeId }) => themeId))
  return {
    ...page,
    ...{ groups, people: 0, withoutGroup: [], participation: { points: [], online: null } },
    antennas: [],
    themes: page.themes.filter(({ id }) => themes.has(id)),
    sessions: page.sessions.filter((session) => session.groups.every(({ id }) => open.has(id))),
    progress: {
      ...{ sessionsHeld: 0, sessionsPlanned: 0, texts: 0, listsHandedOver: 0 },
      ...{ recommendations: 0, recommendationsFinal: 0 },
    },
  }
}

const partOf = (entity: Entity | undefined): Part | null =>
  entity ? { code: entity.country ?? entity.code, name: entity.name } : null

const shownThemes = ({ entities, themes }: CycleSource): CycleTheme[] =>
  [...themes]
    .sort((a, b) => a.order - b.order)
    .map(({ id, jurisdictions, title }) => ({
      ...{ id, title },
      parts: jurisdictions.flatMap((code) => partOf(entities.find((entity) => entity.code === code)) ?? []),
    }))

function shownAntenna(
  { entityId, id, lat, lon, name }: CycleSource['antennas'][number],
  entities: readonly Entity[],
): CycleAntenna {
  const placed = lat !== null && lat !== undefined && lon !== null && lon !== undefined
  return {
    ...{ id, name, part: partOf(entities.find((entity) => entity.id === entityId)) },
    place: placed ? { lat, lon } : null,
  }
}

function shownGroups(source: CycleSource, attended: readonly Attended[]): CycleGroup[] {
  const { cancelled, demo, drafts, groups, opened, sessions, view } = source
  return groups.flatMap((group): CycleGroup[] => {
    const shown = view.groups.get(group.id)
    if (!shown) return []
    const theirs = sessions.filter(({ groupIds, id }) => groupIds.includes(group.id) && !cancelled.has(id))
    const room = roomOfGroups(view.rooms, [group.id])
    const texts = drafts.filter(({ groupId }) => groupId === group.id).length
    const lately = latelyOf(attended.filter(({ groupId }) => groupId === group.id))
    const { antennaId, deliveredRecommendations, id, memberIds, name, themeId } = group
    return [
      {
        ...{ ...shown, name, themeId, antennaId: antennaId ?? null, texts, lately },
        online: isOpen(group, opened),
        openedSince: opened.get(id) ?? null,
        members: memberIds.length,
        sessionsHeld: theirs.filter(({ when }) => when === 'held').length,
        sessionsPlanned: theirs.length,
        handedOver: handedOver(deliveredRecommendations, texts),
        live: demo ? theirs.some(({ when }) => when === 'today') : (room?.doorOpen ?? false),
        fewPeople: isFew(lately) && !isOpen(group, opened),
      },
    ]
  })
}

/** The day of handing over decides for all of them: before it the cycle says nothing of it. */
const handedOver = (delivered: Group['deliveredRecommendations'], texts: number): HandedOverList | null =>
  delivered === null || delivered === undefined ? null : { texts, note: !delivered }

function progress(source: CycleSource, groups: readonly CycleGroup[]): CycleAnswer['progress'] {
  const standing = source.sessions.filter(({ id }) => !source.cancelled.has(id))
  return {
    sessionsHeld: standing.filter(({ when }) => when === 'held').length,
    sessionsPlanned: standing.length,
    texts: source.drafts.length,
    listsHandedOver: groups.filter(({ handedOver: list }) => list !== null).length,
    recommendations: source.recommendations.length,
    recommendationsFinal: source.recommendations.filter(({ final }) => final).length,
  }
}

/** A note tells of all of its meetings: it is shown once the last of them lies behind. */
async function withoutGroup({ store }: CycleDeps, source: CycleSource): Promise<MeetingsWithoutGroup[]> {
  const whole = new Map(
    (await store.cycle.occasionalMeetings()).map((one): [string, OccasionalMeetings] => [one.id, one]),
  )
  return source.occasional
    .filter(({ meetings }) => meetings.length > 0)
    .map(({ antennaId, id, meetings, note, themeId }) => ({
      ...{ id, antennaId: antennaId ?? null },
      place: placeOfGroup({ name: '', antennaId: antennaId ?? null }, source.antennas),
      theme: source.themes.find((theme) => theme.id === themeId)?.title ?? '',
      note: whole.get(id)?.meetings.length === meetings.length ? (note ?? '') : '',
      meetings: [...meetings]
        .sort((a, b) => (a.date < b.date ? -1 : 1))
        .map(({ attendance, date, mode, subject }) => ({
          ...{ date, mode: mode ?? null, subject: subject ?? '' },
          ...{ room: attendance.room, remote: attendance.remote },
        })),
    }))
}
