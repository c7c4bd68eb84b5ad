// The list of people as whoever looks after them sees it: accounts, people of the cycle without one, invitations on their way.
import { named, type PlaceNames, stateOf } from '#server/features/account/invite.ts'
import type { Cycle } from '#server/ports/cycle.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { AdminInvitation, AdminPerson, PeopleAnswer } from '#shared/account/admin.ts'
import type { CsvSurroundings } from '#shared/account/peopleCsv.ts'
import type { Standing } from '#shared/people/actor.ts'
import { counts, mayGive, mayReadOffice, type RoleInScope, roles } from '#shared/people/roles.ts'

type ListDeps = Pick<Deps, 'store' | 'now'>

/** People shown at once; searching finds the others. */
const mostShown = 100

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

export async function peopleAnswer(deps: ListDeps, by: Account, q: string): Promise<PeopleAnswer> {
  const { accounts, cycle } = deps.store
  const now = deps.now()
  const [all, grants, sessions, invitations, groups, boards, others] = await Promise.all([
    accounts.all(),
    accounts.grantsAt(now),
    accounts.sessionCounts(now),
    accounts.invitations(),
    cycle.groups(),
    cycle.boards(),
    peopleOfCycle(cycle),
  ])
  const places: PlaceNames = new Map([...groups, ...boards].map(({ id, name }) => [id, name]))
  const withAccount: AdminPerson[] = all.map(({ accountId, personId, displayName, standing, profile }) => ({
    ...{ accountId, personId, name: displayName, email: profile?.email ?? null, demo: !profile },
    standing: standing as Standing, // written by the accounts' own rows only
    roles: grants
      .filter((grant) => grant.accountId === accountId && counts(grant, now))
      .map((grant) => ({ ...named(places, grant), id: grant.id, until: grant.until })),
    sessions: sessions.get(accountId) ?? 0,
  }))
  const known = new Set(all.map(({ personId }) => personId))
  const without = others
    .filter(({ personId }) => !known.has(personId ?? ''))
    .map(
      ({ roles: said, ...person }): AdminPerson => ({
        ...person,
        roles: said.map((role) => ({ ...named(places, role), id: null, until: null })),
      }),
    )
  const wanted = plain(q.trim())
  const found = [...withAccount, ...without].filter(
    ({ name, email }) => wanted === '' || plain(`${name} ${email ?? ''}`).includes(wanted),
  )
  return {
    ...{ people: found.slice(0, mostShown), total: found.length },
    invitations: invitations.slice(0, 200).map(
      (one): AdminInvitation => ({
        ...{ id: one.id, name: one.name, email: one.email, madeAt: one.madeAt, expiresAt: one.expiresAt },
        ...{ roles: one.roles.map((role) => named(places, role)), state: stateOf(one, now) },
      }),
    ),
    groups: groups.map(({ id, name }) => ({ id, name })),
    boards: boards.map(({ id, name }) => ({ id, name })),
    mayGiveAll: roles.every((role) => mayGive(by, { role })),
    mayReadOffice: mayReadOffice(by),
  }
}

type OfCycle = Omit<AdminPerson, 'roles'> & { readonly roles: readonly RoleInScope[] }

/** Members with what the cycle says they are in their groups, boards' members and the team. */
async function peopleOfCycle(
  cycle: Pick<Cycle, 'members' | 'boards' | 'team' | 'groups'>,
): Promise<OfCycle[]> {
  const [members, boards, team, groups] = await Promise.all([
    cycle.members(),
    cycle.boards(),
    cycle.team(),
    cycle.groups(),
  ])
  const facilitates = new Map(groups.map(({ id, facilitatorIds }) => [id, new Set(facilitatorIds)]))
  const nobody = { accountId: null, standing: null, email: null, demo: false, sessions: 0 } as const
  const person = (id: string, name: string, said: readonly RoleInScope[]): OfCycle => ({
    ...{ ...nobody, personId: id, name, roles: said },
  })
  return [
    ...boards.flatMap((board) =>
      board.members.map(({ id, displayName }) =>
        person(id, displayName, [{ role: 'board', scope: board.id }]),
      ),
    ),
    ...team.map(({ id, displayName }) => person(id, displayName, [{ role: 'team', scope: null }])),
    ...members.map(({ id, displayName, groupIds }) =>
      person(
        id,
        displayName,
        groupIds.map((scope) => ({
          role: facilitates.get(scope)?.has(id) ? 'facilitator' : 'member',
          scope,
        })),
      ),
    ),
  ]
}

export async function csvSurroundings(
  { store, now }: ListDeps,
  by: Account,
): Promise<{ readonly around: CsvSurroundings; readonly places: PlaceNames }> {
  const [groups, boards, all, invitations] = await Promise.all([
    store.cycle.groups(),
    store.cycle.boards(),
    store.accounts.all(),
    store.accounts.invitations(),
  ])
  const waiting = invitations.filter((one) => stateOf(one, now()) === 'waiting')
  const known = [...all.map(({ profile }) => profile?.email), ...waiting.map(({ email }) => email)]
  return {
    around: {
      groups: groups.map(({ id, name, code }) => ({ id, name, code })),
      boards: boards.map(({ id, name }) => ({ id, name })),
      known: new Set(known.flatMap((email) => email ?? [])),
      mayGive: (role) => mayGive(by, role),
    },
    places: new Map([...groups, ...boards].map(({ id, name }) => [id, name])),
  }
}
