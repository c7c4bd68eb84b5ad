// What every store of accounts, acts and mails holds to.
import { expect, test } from 'vitest'
import type { Store } from '#server/adapters/sql/openStore.ts'
import type { Invitation, NewAccount } from '#server/ports/accounts.ts'
import type { Grant } from '#shared/people/roles.ts'

const ana: NewAccount = {
  ...{ accountId: 'ana', personId: 'mem-ana', displayName: 'Ana B.', email: 'ana@exemple.test' },
  ...{ emailVerified: true, language: 'fr', signOn: null, madeAt: 100 },
}
const grant = (id: string, more: Partial<Grant>): Grant => ({
  ...{ id, role: 'member', scope: 'grp-n', from: 0, until: null, by: 'console', ...more },
})

/** `open` empties the tables first. */
export function accountsContract(kind: string, open: () => Promise<Store>): void {
  test(`${kind}: roles make the account, and what is taken takes rooms, tickets and sessions with it`, async () => {
    const { accounts, people, rooms } = await open()
    const grants = [grant('g1', { role: 'facilitator' }), grant('g2', { role: 'secretary', scope: 'grp-l' })]
    expect(await accounts.make(ana, grants)).toBe('made')
    expect(await accounts.make({ ...ana, accountId: 'other' }, [])).toBe('email-taken')
    expect(await people.account('ana')).toEqual({
      ...{ id: 'ana', personId: 'mem-ana', displayName: 'Ana B.', standing: 'member' },
      ...{ groupIds: ['grp-n', 'grp-l'], facilitatesGroupIds: ['grp-n'], secretaryOfGroupIds: ['grp-l'] },
    })
    const room = { kind: 'group', groupIds: ['grp-n'], spaces: [], doorOpen: true, sessionId: null } as const
    await rooms.saveRoom({ ...room, id: 'r', code: 'R', title: 'R' })
    const inside = await people.addParticipant({
      ...{ roomId: 'r', name: 'Ana', presence: 'remote', standing: 'member', role: 'facilitator' },
      ...{ groupIds: ['grp-n', 'grp-l'], headcount: 1, seats: [], accountId: 'ana', deviceHash: null },
    })
    await people.openSession({
      hash: 'h',
      accountId: 'ana',
      expiresAt: 1_000,
      startedAt: 10,
      device: 'Firefox',
    })
    expect(await accounts.settle('ana', 200)).toBe(false)
    expect(await accounts.end('ana', 'g1', 200)).toBe('ended')
    expect(await accounts.end('ana', 'g1', 201)).toBe('none')
    expect(await accounts.settle('ana', 200)).toBe(true)
    const after = await people.participant(inside.id)
    expect(after).toMatchObject({ role: 'participant', groupIds: ['grp-l'], epoch: 1 })
    expect(await people.sessionAccount('h', 500)).toBeDefined()
    // Nothing stands any more: the session goes too, and what was given stays written.
    expect(await accounts.end('ana', 'g2', 300)).toBe('ended')
    expect(await accounts.settle('ana', 300)).toBe(true)
    expect(await people.sessionAccount('h', 500)).toBeUndefined()
    expect((await accounts.grants('ana')).map(({ id, until }) => [id, until])).toEqual([
      ['g1', 200],
      ['g2', 300],
    ])
    expect(await accounts.grantsAt(300)).toEqual([])
  })

  test(`${kind}: a link opens once, in its browser, until it is over`, async () => {
    const { accounts } = await open()
    await accounts.make(ana, [grant('g', {})])
    const link = { accountId: 'ana', browserHash: 'b', expiresAt: 1_000_000 }
    await accounts.keepLink({ ...link, hash: 'h1' })
    expect(await accounts.takeLink('h1', 'another', 10)).toBe('other-browser')
    expect(await accounts.takeLink('h1', 'b', 1_000_000)).toBeUndefined()
    const taken = await Promise.all([1, 2, 3, 4].map(() => accounts.takeLink('h1', 'b', 10)))
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1)
    expect(await accounts.linksMadeSince('ana', 0)).toBe(1)
    expect(await accounts.linksMadeSince('ana', 1_000_000)).toBe(0)
  })

  test(`${kind}: an invitation is used once or revoked, and a sign-on is taken once`, async () => {
    const { accounts } = await open()
    const invitation: Invitation = {
      ...{ id: 'i', hash: 'h', name: 'Bo', email: null, personId: null, by: 'ana' },
      ...{ madeAt: 1, expiresAt: 100, usedAt: null, revokedAt: null },
      language: 'nl',
      roles: [{ role: 'board', scope: 'b' }],
    }
    await accounts.saveInvitation(invitation)
    expect(await accounts.invitation('h')).toEqual(invitation)
    expect(await accounts.useInvitation('h', 100)).toBe(false)
    const used = await Promise.all([accounts.useInvitation('h', 50), accounts.useInvitation('h', 50)])
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await accounts.revokeInvitation('i', 60)).toBe(false)
    const attempt = { browserHash: 'b', state: 's', nonce: 'n', verifier: 'v', expiresAt: 100, found: null }
    await accounts.keepTry(attempt)
    expect(await accounts.findTry('b', 100)).toBeUndefined()
    expect(await accounts.takeTry('b', 50)).toEqual(attempt)
    expect(await accounts.takeTry('b', 50)).toBeUndefined()
  })

  test(`${kind}: of two administrators who take each other's role at the same instant one stays, and so does one who leaves alone`, async () => {
    const { accounts } = await open()
    const admin = (id: string) => [grant(id, { role: 'admin', scope: null })]
    await accounts.make(ana, admin('ga'))
    await accounts.make(
      { ...ana, accountId: 'bo', personId: 'mem-bo', email: 'bo@exemple.test' },
      admin('gb'),
    )
    const ended = await Promise.all([accounts.end('ana', 'ga', 200), accounts.end('bo', 'gb', 200)])
    expect(ended.sort()).toEqual(['ended', 'last'])
    const [left] = await accounts.grantsAt(300)
    expect(await accounts.erase(left?.accountId ?? '', { name: 'x', now: 300 })).toBe('last')
    expect(await accounts.grantsAt(400)).toHaveLength(1)
  })

  test(`${kind}: an invitation makes its account or stays open, whoever has the address and however many ask`, async () => {
    const { accounts } = await open()
    const invited = (id: string): Invitation => ({
      ...{ id, hash: `h-${id}`, name: 'Bo', email: ana.email, personId: null, by: 'console', language: 'fr' },
      ...{ madeAt: 1, expiresAt: 1_000, usedAt: null, revokedAt: null, roles: [] },
    })
    for (const id of ['i1', 'i2']) await accounts.saveInvitation(invited(id))
    const made = (accountId: string) => ({ ...ana, accountId, personId: accountId })
    const both = await Promise.all([
      accounts.accept('h-i1', made('one'), []),
      accounts.accept('h-i2', made('two'), []),
    ])
    expect([...both].sort()).toEqual(['email-taken', 'made'])
    const open1 = (await accounts.invitations()).filter(({ usedAt }) => usedAt === null)
    expect(open1.map(({ id }) => id)).toEqual([both[0] === 'made' ? 'i2' : 'i1'])
    expect(await accounts.accept(both[0] === 'made' ? 'h-i1' : 'h-i2', made('three'), [])).toBe('link-over')
  })

  test(`${kind}: a session that is used goes on, and never beyond its longest`, async () => {
    const { accounts, people } = await open()
    await accounts.make(ana, [grant('g', {})])
    await people.openSession({
      hash: 'h',
      accountId: 'ana',
      expiresAt: 100,
      startedAt: 0,
      device: 'Chrome, Linux',
    })
    await accounts.sessionSeen('h', { at: 90, idle: 100, longest: 150 })
    expect(await people.sessionAccount('h', 149)).toBeDefined()
    expect(await people.sessionAccount('h', 150)).toBeUndefined()
    const [session] = await accounts.sessions('ana', 0)
    expect(session).toMatchObject({ device: 'Chrome, Linux', seenAt: 90, expiresAt: 150 })
    expect(await accounts.closeSession('somebody', session?.id ?? '')).toBe(false)
    expect(await accounts.closeSession('ana', session?.id ?? '')).toBe(true)
    expect(await people.sessionAccount('h', 10)).toBeUndefined()
  })

  test(`${kind}: who is erased is nobody, wherever the store named them`, async () => {
    const store = await open()
    const { accounts, outbox, people } = store
    await accounts.make({ ...ana, signOn: { issuer: 'i', subject: 's' } }, [grant('g', {})])
    expect((await accounts.profileBySignOn('i', 's'))?.accountId).toBe('ana')
    await outbox.keep({
      ...{
        id: 'm',
        to: 'ana@exemple.test',
        accountId: 'ana',
        language: 'fr',
        subject: 's',
        text: 't',
        html: 'h',
      },
      ...{ madeAt: 1, expiresAt: 100 },
    })
    await accounts.erase('ana', { name: 'Compte effacé', now: 500 })
    expect((await people.account('ana'))?.displayName).toBe('Compte effacé')
    expect(await accounts.profileByEmail('ana@exemple.test')).toBeUndefined()
    expect(await accounts.profileBySignOn('i', 's')).toBeUndefined()
    expect(await accounts.all()).toEqual([])
    expect(await outbox.mails(10)).toEqual([])
    expect(await accounts.grantsAt(500)).toEqual([])
  })

  test(`${kind}: the journal of acts has no holes, and a changed line is seen`, async () => {
    const { acts, database } = await open()
    const act = (n: number) => ({ by: 'ana', act: 'role.given', about: 'bo', details: { n }, at: n })
    await Promise.all([1, 2, 3, 4, 5].map((n) => acts.note(act(n))))
    const kept = await acts.acts({ limit: 10 })
    expect(kept.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1])
    expect(await acts.acts({ before: 3, limit: 10 })).toHaveLength(2)
    expect(await acts.actsOf('bo')).toHaveLength(5)
    expect(await acts.brokenAt()).toBeUndefined()
    await database.write.updateTable('acts').set({ made_by: 'somebody' }).where('seq', '=', 3).execute()
    expect(await acts.brokenAt()).toBe(3)
    await database.write.updateTable('acts').set({ made_by: 'ana' }).where('seq', '=', 3).execute()
    await database.write.deleteFrom('acts').where('seq', '=', 5).execute()
    expect(await acts.brokenAt()).toBe(5)
  })

  test(`${kind}: a mail waits, is tried again, and loses its words once it is sent or over`, async () => {
    const { outbox } = await open()
    const mail = {
      to: 'a@b.test',
      accountId: null,
      language: 'en',
      subject: 's',
      text: 't',
      html: 'h',
    } as const
    await outbox.keep({ ...mail, id: 'm1', madeAt: 1, expiresAt: 100 })
    await outbox.keep({ ...mail, id: 'm2', madeAt: 2, expiresAt: 100 })
    expect((await outbox.due(10, 5)).map(({ id }) => id)).toEqual(['m1', 'm2'])
    await outbox.failed('m1', { at: 50, problem: 'ECONNECTION' })
    await outbox.sent('m2', 11)
    expect(await outbox.due(49, 5)).toEqual([])
    expect((await outbox.due(50, 5)).map(({ id, tries }) => [id, tries])).toEqual([['m1', 1]])
    expect(await outbox.due(100, 5)).toEqual([])
    await outbox.forgetOver(100)
    expect((await outbox.mails(5)).map(({ id, text, sentAt }) => [id, text, sentAt])).toEqual([
      ['m2', null, 11],
      ['m1', null, null],
    ])
  })
}
