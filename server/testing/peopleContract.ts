// What every keeper of accounts, sessions and participants must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account, NewParticipant, People } from '#server/ports/people.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'

/** Participants are in rooms: whoever opens the port makes these. */
export const roomsOfPeople = ['nantes', 'lyon'] as const

const nora: Account = {
  id: 'acc-nora',
  personId: 'team-nora',
  displayName: 'Nora D.',
  standing: 'cooperative-life',
  groupIds: [],
  facilitatesGroupIds: ['grp-nantes', 'grp-lyon'],
}

const ana: NewParticipant = {
  roomId: 'nantes',
  name: 'Ana « <b>',
  presence: 'remote',
  standing: 'guest',
  role: 'participant',
  groupIds: ['grp-nantes'],
  headcount: 2,
  seats: [
    { id: 's1', name: 'Ana' },
    { id: 's2', name: '阿明' },
  ],
  accountId: null,
  deviceHash: 'device-1',
}

export function peopleContract(name: string, open: () => Promise<OpenPort<People>>): void {
  describe(`people: ${name}`, () => {
    let people: People
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      people = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())
    describe('accounts', () => accounts(() => people))
    describe('participants', () => participants(() => people))
  })
}

function accounts(people: () => People): void {
  test('are made and replaced by id', async () => {
    expect(await people().account('acc-nora')).toBeUndefined()
    await people().saveAccount(nora)
    expect(await people().account('acc-nora')).toEqual(nora)
    const moved: Account = { ...nora, standing: 'admin', facilitatesGroupIds: [] }
    await people().saveAccount(moved)
    expect(await people().account('acc-nora')).toEqual(moved)
  })

  test('are known by their sessions until these end', async () => {
    await people().saveAccount(nora)
    await people().openSession({ hash: 'h1', accountId: 'acc-nora', expiresAt: 1_587_000_000_000 })
    await people().openSession({ hash: 'h2', accountId: 'acc-nora', expiresAt: 1_587_000_000_000 })
    expect(await people().sessionAccount('h1', 1_586_999_999_999)).toEqual(nora)
    expect(await people().sessionAccount('h1', 1_587_000_000_000)).toBeUndefined()
    expect(await people().sessionAccount('unknown', 0)).toBeUndefined()
    await people().closeSession('h1')
    expect(await people().sessionAccount('h1', 0)).toBeUndefined()
    expect(await people().sessionAccount('h2', 0)).toEqual(nora)
  })

  test('keep their sessions when they are replaced', async () => {
    await people().saveAccount(nora)
    await people().openSession({ hash: 'h1', accountId: 'acc-nora', expiresAt: 10 })
    await people().saveAccount({ ...nora, displayName: 'Nora' })
    expect((await people().sessionAccount('h1', 0))?.displayName).toBe('Nora')
  })

  test('have no session without existing', async () => {
    await expect(people().openSession({ hash: 'h', accountId: 'nobody', expiresAt: 10 })).rejects.toThrow()
  })
}

function participants(people: () => People): void {
  test('come back as they were', async () => {
    const { deviceHash, ...rest } = ana
    const added = await people().addParticipant(ana)
    expect(added).toEqual({ ...rest, id: added.id, epoch: 0, removed: false })
    expect(await people().participant(added.id)).toEqual(added)
    expect(await people().findParticipant('nantes', { deviceHash: deviceHash ?? '' })).toEqual(added)
    expect(await people().findParticipant('lyon', { deviceHash: deviceHash ?? '' })).toBeUndefined()
    expect(await people().findParticipant('nantes', { accountId: 'acc-nora' })).toBeUndefined()
    expect(await people().participant('unknown')).toBeUndefined()
  })

  test('behind one device joining many times at once are one', async () => {
    const joined = await Promise.all(
      Array.from({ length: 12 }, (_, i) => people().addParticipant({ ...ana, name: `Ana ${i}` })),
    )
    expect(new Set(joined.map(({ id }) => id)).size).toBe(1)
    expect(new Set(joined.map(({ name }) => name)).size).toBe(1)
  })

  test('with one account joining from two devices are one, and one more in another room', async () => {
    await people().saveAccount(nora)
    const signedIn = { ...ana, accountId: nora.id, deviceHash: null }
    const [first, second, elsewhere] = await Promise.all([
      people().addParticipant(signedIn),
      people().addParticipant(signedIn),
      people().addParticipant({ ...signedIn, roomId: 'lyon' }),
    ])
    expect(first?.id).toBe(second?.id)
    expect(elsewhere?.id).not.toBe(first?.id)
    expect(await people().findParticipant('nantes', { accountId: nora.id })).toEqual(first)
  })

  test('without account or device are each their own', async () => {
    const nameless = { ...ana, deviceHash: null }
    const [one, other] = [await people().addParticipant(nameless), await people().addParticipant(nameless)]
    expect(one.id).not.toBe(other.id)
  })

  test('change in what is given only; the epoch rises when asked to', async () => {
    const added = await people().addParticipant(ana)
    const renamed = await people().changeParticipant(added.id, { name: 'Anne' })
    expect(renamed).toEqual({ ...added, name: 'Anne' })
    const change = {
      presence: 'in-person',
      role: 'facilitator',
      groupIds: [],
      headcount: 1,
      seats: [],
      removed: true,
    } as const
    const changed = await people().changeParticipant(added.id, change, { raiseEpoch: true })
    expect(changed).toEqual({ ...added, name: 'Anne', ...change, epoch: 1 })
    expect(await people().participant(added.id)).toEqual(changed)
    expect(await people().findParticipant('nantes', { deviceHash: 'device-1' })).toEqual(changed)
    expect(await people().changeParticipant('unknown', { name: 'X' })).toBeUndefined()
  })

  test('whose rights change many times at once lose no epoch', async () => {
    const { id } = await people().addParticipant(ana)
    await Promise.all(
      Array.from({ length: 10 }, () => people().changeParticipant(id, {}, { raiseEpoch: true })),
    )
    expect((await people().participant(id))?.epoch).toBe(10)
  })

  test('are named by their ids', async () => {
    const added = await people().addParticipant(ana)
    expect(await people().participantNames([added.id, added.id, 'unknown'])).toEqual(
      new Map([[added.id, ana.name]]),
    )
    expect((await people().participantNames([])).size).toBe(0)
  })
}
