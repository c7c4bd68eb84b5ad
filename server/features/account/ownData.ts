// Everything that is held on one person, as a file they can take with them.
import type { Invitation } from '#server/ports/accounts.ts'
import type { KeptAct } from '#server/ports/acts.ts'
import type { Account } from '#server/ports/people.ts'
import type { Store } from '#server/transport/deps.ts'

type DataStore = Pick<Store, 'accounts' | 'acts' | 'outbox' | 'cycle' | 'rooms'>

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** Hashes of words and cookies stay here: they are no data of the person, and a way in. */
export async function ownData(
  store: DataStore,
  account: Account,
  now: number,
): Promise<Record<string, unknown>> {
  const { accounts, acts, outbox, cycle } = store
  const [profile, grants, sessions, journal, mails, person, rooms] = await Promise.all([
    accounts.profile(account.id),
    accounts.grants(account.id),
    accounts.sessions(account.id, now),
    acts.actsOf(account.id),
    outbox.toAccount(account.id),
    cycle.person(account.personId),
    accounts.participations(account.id),
  ])
  const names = new Map((await store.rooms.all()).map(({ id, code, title }) => [id, { code, title }]))
  return {
    format: 'faire-ensemble-person',
    formatVersion: 1,
    madeAt: iso(now),
    account: { id: account.id, name: account.displayName, ...(profile && shownProfile(profile)) },
    roles: grants.map(({ role, scope, from, until, by }) => ({
      ...{ role, scope, by, from: iso(from), until: iso(until) },
    })),
    sessions: sessions.map(({ device, startedAt, seenAt }) => ({
      ...{ device, startedAt: iso(startedAt), seenAt: iso(seenAt) },
    })),
    mails: mails.map(({ to, subject, madeAt, sentAt }) => ({
      ...{ to, subject, madeAt: iso(madeAt), sentAt: iso(sentAt) },
    })),
    acts: journal.map(({ at, act, details }) => ({ at: iso(at), act, details })),
    rooms: rooms.map(({ roomId, name }) => ({ ...names.get(roomId), name })),
    cooperative: person ?? null,
    attendance: await attended(store, account.personId),
    invitations: opened(journal, await accounts.invitations()),
    records: await accounts.heldOn({
      ...{ accountId: account.id, personId: account.personId, called: account.displayName },
    }),
  }
}

const shownProfile = (profile: NonNullable<Awaited<ReturnType<DataStore['accounts']['profile']>>>) => ({
  ...{ email: profile.email, emailVerified: profile.emailVerified, language: profile.language },
  ...{ signOn: profile.signOn, since: iso(profile.madeAt) },
})

async function attended({ cycle }: DataStore, personId: string): Promise<unknown[]> {
  const sessions = await cycle.sessions()
  return sessions.flatMap(({ id, date, subject, roomMemberIds, remoteMemberIds }) => {
    const side = roomMemberIds.includes(personId)
      ? 'room'
      : remoteMemberIds.includes(personId)
        ? 'remote'
        : null
    return side === null ? [] : [{ id, date, subject: subject ?? null, side }]
  })
}

/** What was typed about the person in the invitations that they opened. */
function opened(journal: readonly KeptAct[], all: readonly Invitation[]): unknown[] {
  const ids = new Set(journal.flatMap(({ about, act }) => (act === 'invitation.used' ? [about] : [])))
  return all
    .filter(({ id }) => ids.has(id))
    .map(({ email, expiresAt, language, madeAt, name, roles }) => ({
      ...{ name, email, language, roles, madeAt: iso(madeAt), expiresAt: iso(expiresAt) },
    }))
}
