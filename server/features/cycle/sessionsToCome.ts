// Sessions of this day and later: when, where, who comes, and what this person may do about it.
import {
  type CycleDeps,
  type CycleSource,
  type CycleVisitor,
  isOpen,
} from '#server/features/cycle/cycleSource.ts'
import { shownSession } from '#server/features/home/homeSessions.ts'
import type { Account } from '#server/ports/people.ts'
import type { Registered } from '#server/ports/registrations.ts'
import type { SessionAsOf } from '#shared/cycle/moment.ts'
import { mayAnswer } from '#shared/cyclePage/answering.ts'
import type { CycleSession, Places } from '#shared/cyclePage/cycleAnswers.ts'
import type { Coming } from '#shared/group/groupPage.ts'
import { runsEverything } from '#shared/people/access.ts'

const timeOf = ({ date, startTime }: SessionAsOf): string => `${date} ${startTime ?? ''}`
const unlimited: Places = { room: null, remote: null }

export async function comingSessions(
  deps: CycleDeps,
  source: CycleSource,
  visitor: CycleVisitor,
): Promise<CycleSession[]> {
  const toCome = source.sessions
    .filter(({ when }) => when !== 'held')
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : a.id < b.id ? -1 : 1))
  const ids = toCome.map(({ id }) => id)
  const { registrations } = deps.store
  const [registered, places] = await Promise.all([registrations.registered(ids), registrations.places(ids)])
  return Promise.all(
    toCome.map((session) =>
      shown(deps, source, {
        ...{ session, visitor, people: registered.get(session.id) ?? [] },
        places: places.get(session.id) ?? unlimited,
      }),
    ),
  )
}

/** The groups' facilitators, cooperative life and administrators. */
export const leadsSession = (session: Pick<SessionAsOf, 'groupIds'>, account: Account | undefined): boolean =>
  account !== undefined &&
  (runsEverything(account) || session.groupIds.some((id) => account.facilitatesGroupIds.includes(id)))

/** [C3] Every one of its groups is open to all. */
export const opensToAll = ({ groups, opened }: CycleSource, { groupIds }: SessionAsOf): boolean =>
  groupIds.length > 0 &&
  groupIds.every((id) => groups.some((group) => group.id === id && isOpen(group, opened)))

export const mayAnswerTo = (source: CycleSource, session: SessionAsOf, { account }: CycleVisitor): boolean =>
  mayAnswer({
    held: session.when === 'held',
    cancelled: source.cancelled.has(session.id),
    signedIn: account !== undefined,
    demo: source.demo,
    open: opensToAll(source, session),
  })

async function shown(
  { store }: CycleDeps,
  source: CycleSource,
  {
    people,
    places,
    session,
    visitor,
  }: {
    readonly session: SessionAsOf
    readonly visitor: CycleVisitor
    readonly people: readonly Registered[]
    readonly places: Places
  },
): Promise<CycleSession> {
  const own = people.find(({ author }) => author === visitor.author)
  const count = (side: Coming): number => people.filter(({ answer }) => answer === side).length
  const base = shownSession(source.view, session)
  const mayLead = leadsSession(session, visitor.account)
  const since = source.cancelled.get(session.id) ?? null
  const antennas = session.groupIds.flatMap(
    (id) => source.groups.find((group) => group.id === id)?.antennaId ?? [],
  )
  return {
    ...base,
    live: base.live && since === null,
    // Where it meets is not told before the day: its groups' antennas stand there.
    antennaIds:
      base.mode === 'online'
        ? []
        : session.antennaIds.length > 0
          ? session.antennaIds
          : [...new Set(antennas)],
    ...{ coming: { room: count('room'), remote: count('remote') }, places, mayLead },
    answer: own?.answer ?? null,
    ownName: own?.name ?? null,
    mayAnswer: mayAnswerTo(source, session, visitor),
    cancelledSince: since,
    names: mayLead ? await namesOf(store, people) : [],
  }
}

const order: readonly Coming[] = ['room', 'remote', 'no']

async function namesOf(
  { people: accounts }: CycleDeps['store'],
  people: readonly Registered[],
): Promise<CycleSession['names']> {
  const named = await Promise.all(
    people.map(async ({ answer, author, name }) => {
      const account = author.startsWith('account:')
        ? await accounts.account(author.slice('account:'.length))
        : undefined
      // A guest of a group's room, or somebody with a personal link, answered there without signing here.
      return { answer, name: account?.displayName ?? name ?? '' }
    }),
  )
  return named.sort(
    (a, b) => order.indexOf(a.answer) - order.indexOf(b.answer) || a.name.localeCompare(b.name, 'fr'),
  )
}
