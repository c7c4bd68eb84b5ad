// A group's page as one answer, for whoever asks: strangers get its head and its next session, nothing of what is written or said.
import { type CatchUpSource, catchUp, decidedIn, importedOf } from '#server/features/group/catchUp.ts'
import { declaredBy, groupInitiatives } from '#server/features/group/groupInitiatives.ts'
import { type GroupSession, groupSessions, nextSession } from '#server/features/group/groupSessions.ts'
import {
  type GroupTexts,
  pointerById,
  shownDraft,
  type TextReader,
} from '#server/features/group/groupTexts.ts'
import type { GroupVisitor } from '#server/features/group/groupVisitor.ts'
import type { NamedGroup } from '#server/features/group/namedGroup.ts'
import { codeFor, roomOfGroups, type SessionView, shownSession } from '#server/features/home/homeSessions.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { AuthorKey, KeptContribution, PresenceKept } from '#server/ports/sessionRecords.ts'
import type { Deps } from '#server/transport/deps.ts'
import { blockText } from '#shared/draft/draftModel.ts'
import type {
  CatchUpLine,
  ComingAnswer,
  Contribution,
  GroupPageAnswer,
  LastMinutes,
  NextSession,
  PresenceOfSession,
} from '#shared/group/groupPage.ts'
import type { GroupLanguage } from '#shared/group/groupWords.ts'
import { countedBySide } from '#shared/group/noticedPeople.ts'

export type GroupPageDeps = Pick<Deps, 'store' | 'demo'> & {
  readonly presence: Pick<Deps['presence'], 'people'>
  readonly reader: TextReader
}

export interface AskedPage {
  readonly named: NamedGroup
  readonly visitor: GroupVisitor
  readonly language: GroupLanguage
}

const openingLength = 280

export async function groupPage(deps: GroupPageDeps, asked: AskedPage): Promise<GroupPageAnswer> {
  const { named, visitor } = asked
  const { group, shown, today } = named
  const sessions = await sessionsOf(deps, named)
  const next = await shownNext(deps, asked, sessions)
  const head = {
    group: { ...shown, onlineOnly: group.onlineOnly },
    you: { standing: visitor.standing, name: visitor.name, byLink: visitor.byLink },
    ...{ today, next, roomCode: codeOf(deps, asked, named.room), facilitators: await leaders(deps, asked) },
  }
  if (visitor.standing === 'stranger')
    return {
      ...head,
      ...{ catchUp: null, drafts: [], presence: [], lastMinutes: null, initiatives: [], contributions: [] },
    }
  const source = await catchUpSource(deps, asked)
  const { changedAt, texts } = source
  return {
    ...head,
    catchUp: await catchUp(source, sessions, next ? nextLine(next) : undefined),
    drafts: texts.drafts.map((draft) => shownDraft(texts, draft, changedAt)),
    presence: await presenceOf(deps, asked, { sessions, next }),
    lastMinutes: await lastMinutes(source, sessions, head.roomCode),
    initiatives: source.initiatives,
    contributions: await contributionsFor(deps, asked, texts),
  }
}

export async function sessionsOf({ store }: GroupPageDeps, named: NamedGroup): Promise<GroupSession[]> {
  const [planned, held] = await Promise.all([
    store.cycle.sessions({ groupId: named.group.id, before: named.today }),
    store.sessionRecords.heldByGroup(named.group.id),
  ])
  // A convergence brings every group together: it is no session of one group.
  const shown = new Set(named.rooms.filter(({ kind }) => kind !== 'convergence').map(({ id }) => id))
  const own = held.filter(({ roomId }) => shown.has(roomId))
  return groupSessions(named.group.id, planned, own)
}

export async function catchUpSource(
  { store, reader }: GroupPageDeps,
  { named, language }: Pick<AskedPage, 'named' | 'language'>,
): Promise<CatchUpSource> {
  const { group, spaceId, today } = named
  const [texts, imported, started, acts] = await Promise.all([
    reader.read(spaceId),
    importedOf(store.cycle, group.id, today),
    store.sessionRecords.initiatives(group.id),
    store.followUp.acts({ until: today, target: 'initiative' }),
  ])
  return {
    ...{ texts, reader, imported, language, rooms: store.rooms },
    changedAt: await reader.changedAt(texts),
    initiatives: groupInitiatives(
      { imported: imported.initiatives, started, declared: declaredBy(group.id, acts) },
      { texts, today },
    ),
  }
}

/** Members know their room's code; whoever else is told it only where the home page tells it, and where the door is open. */
function codeOf({ demo }: GroupPageDeps, { visitor }: AskedPage, room: Room | undefined): string | null {
  if (visitor.standing === 'member' || visitor.standing === 'facilitator') return room?.code ?? null
  return room?.doorOpen ? codeFor(room, demo, visitor.account) : null
}

/** A cooperative's names are for its own people; the demo's are nobody's. */
async function leaders({ store, demo }: GroupPageDeps, { named, visitor }: AskedPage): Promise<string[]> {
  if (visitor.standing === 'stranger' && !demo) return []
  if (named.group.facilitatorIds.length === 0) return []
  const members = await store.cycle.members({ ids: named.group.facilitatorIds })
  return members.map(({ displayName }) => displayName)
}

export async function shownNext(
  deps: GroupPageDeps,
  asked: AskedPage,
  sessions: readonly GroupSession[],
): Promise<NextSession | null> {
  const { named, visitor } = asked
  const next = nextSession(sessions)
  if (!next) return null
  const view: SessionView = {
    sessions: sessions.flatMap(({ cycle }) => cycle ?? []),
    ...{
      rooms: named.rooms,
      groups: await roomGroups(deps.store),
      demo: deps.demo,
      account: visitor.account,
    },
    onlineOnly: new Set(named.group.onlineOnly ? [named.group.id] : []),
    people: (roomId) => deps.presence.people(roomId),
  }
  const shown = shownSession(view, next)
  const outside = visitor.standing === 'stranger'
  const begun = sessions.some(({ when, held, cycle }) => when === 'now' && held && cycle?.id === next.id)
  return {
    ...shown,
    roomCode: codeOf(deps, asked, roomOfGroups(named.rooms, next.groupIds)),
    live: shown.live || begun,
    ...(outside && !deps.demo ? { present: { room: 0, remote: 0 } } : {}),
    ...(outside
      ? { answer: null, coming: { room: 0, remote: 0 } }
      : await comingTo(deps, named, { sessionId: next.id, author: visitor.author })),
  }
}

export async function comingTo(
  { store }: Pick<GroupPageDeps, 'store'>,
  { group }: NamedGroup,
  { sessionId, author }: { readonly sessionId: string; readonly author: AuthorKey | undefined },
): Promise<ComingAnswer> {
  const answers = await store.sessionRecords.comings(group.id, sessionId)
  const count = (wanted: string): number => [...answers.values()].filter((one) => one === wanted).length
  return {
    answer: author === undefined ? null : (answers.get(author) ?? null),
    coming: { room: count('room'), remote: count('remote') },
  }
}

export const nextLine = ({ date, startTime, subject }: NextSession): CatchUpLine => ({
  ...{ kind: 'next', date, startTime, subject },
})

async function presenceOf(
  deps: GroupPageDeps,
  asked: AskedPage,
  { sessions, next }: { readonly sessions: readonly GroupSession[]; readonly next: NextSession | null },
): Promise<PresenceOfSession[]> {
  const { group, rooms } = asked.named
  const lines = await deps.store.sessionRecords.lines(sessions.flatMap(({ held }) => held?.id ?? []))
  const shown = sessions.filter(({ when, held, id }) => when === 'held' || held || id === next?.id)
  return shown.map(({ id, date, number, when, held, cycle }) => {
    const code = codeOf(
      deps,
      asked,
      rooms.find((room) => room.id === held?.roomId),
    )
    const counted = held
      ? ofGroup(lines.get(held.id) ?? [], held.groupIds, group.id)
      : when === 'held'
        ? (cycle?.attendance?.byGroup.find(({ groupId }) => groupId === group.id) ?? cycle?.attendance)
        : next?.coming
    return {
      ...{ id, date, number, recorded: held !== undefined, held: when === 'held' || held !== undefined },
      ...{ room: counted?.room ?? 0, remote: counted?.remote ?? 0 },
      ...(code === null ? {} : { roomCode: code }),
    }
  })
}

/** Of a joint session, the group's own people. */
const ofGroup = (lines: readonly PresenceKept[], groupIds: readonly string[], groupId: string) =>
  countedBySide(groupIds.length > 1 ? lines.filter((line) => line.groupId === groupId) : lines)

/** Minutes that were written, else what the last session decided, else what the imported data says of it. */
async function lastMinutes(
  source: CatchUpSource,
  sessions: readonly GroupSession[],
  roomCode: string | null,
): Promise<LastMinutes | null> {
  const [written] = source.texts.minutes
  if (written) {
    const held = sessions.find(({ held: one }) => one?.id === written.sessionId)?.held
    const decided = held ? await decidedIn(source, held) : []
    const words = decided.length > 0 ? decided : written.blocks.map(blockText)
    const { sessionId, day, title } = written
    return { sessionId, date: day, title, opening: opening(words), roomCode }
  }
  const last = sessions.filter(({ when, subject }) => when === 'held' && subject !== '').at(-1)
  if (!last) return null
  const decided = last.held
    ? await decidedIn(source, last.held)
    : source.imported.drafts.filter(({ sessionId }) => sessionId === last.id).map(({ title }) => title)
  return {
    ...{ sessionId: last.id, date: last.date, title: last.subject },
    ...{ opening: opening(decided), roomCode: null },
  }
}

function opening(words: readonly string[]): string {
  const text = words
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => (/[.?!…]$/u.test(one) ? one : `${one}.`))
    .join(' ')
  return text.length <= openingLength ? text : `${text.slice(0, openingLength - 1).replace(/\s+\S*$/u, '')}…`
}

/** Facilitators see all of them, everybody else their own. Oldest first. */
async function contributionsFor(
  { store }: GroupPageDeps,
  { named, visitor }: AskedPage,
  texts: GroupTexts,
): Promise<Contribution[]> {
  const all = await store.sessionRecords.contributions(named.group.id)
  const mine = all.filter(({ author }) => visitor.standing === 'facilitator' || author === visitor.author)
  return mine.map((one) => shownContribution(one, visitor, texts))
}

export const shownContribution = (
  one: KeptContribution,
  { author }: Pick<GroupVisitor, 'author'>,
  texts: GroupTexts,
): Contribution => ({
  ...{ id: one.id, kind: one.kind, text: one.text, degree: one.degree, name: one.name, at: one.at },
  draft: pointerById(texts, one.draft?.draftId) ?? null,
  mine: one.author === author,
  takenAt: one.takenAt,
})
