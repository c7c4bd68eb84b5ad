// What every keeper of rooms must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalEntry, Room, Rooms } from '#server/ports/rooms.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'

const nantes: Room = {
  id: 'nantes',
  code: 'NANTES',
  title: 'Nantes — « une entreprise partagée » <b>?</b>',
  kind: 'group',
  groupIds: ['grp-nantes'],
  spaces: [{ spaceId: 'grp-nantes', groupId: 'grp-nantes' }],
  doorOpen: true,
  sessionId: null,
}
const joint: Room = {
  id: 'nantes-lyon',
  code: 'NANTES-LYON',
  title: 'Séance commune',
  kind: 'joint',
  groupIds: ['grp-nantes', 'grp-lyon'],
  spaces: [
    { spaceId: 'nantes-lyon', groupId: null },
    { spaceId: 'grp-lyon', groupId: 'grp-lyon', opened: 'write' },
  ],
  doorOpen: false,
  sessionId: 'ses-1',
}

const apart: Room = {
  ...nantes,
  ...{ id: 'apart', code: 'QWERTZUIOPASDFGHJKLY', title: 'À trois', doorOpen: false },
  aparte: { parentId: 'nantes', seats: ['s1', 's2'], closed: false },
}

const entry = (commandId: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  commandId,
  command: 'timer.start',
  participantId: 'ana',
  input: { durationMs: 60_000 },
  answer: { ok: true, id: commandId },
  at: 1_587_000_000_000,
  ...more,
})

export function roomsContract(name: string, open: () => Promise<OpenPort<Rooms>>): void {
  describe(`rooms: ${name}`, () => {
    let rooms: Rooms
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      rooms = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())
    describe('kept', () => kept(() => rooms))
    describe('state', () => states(() => rooms))
    describe('secrets and effects', () => secretsAndEffects(() => rooms))
  })
}

function kept(rooms: () => Rooms): void {
  test('come back as they were, by id and by code in any case', async () => {
    await rooms().saveRoom(joint)
    await rooms().saveRoom(nantes)
    expect(await rooms().room('nantes')).toEqual(nantes)
    expect(await rooms().roomByCode('nantes-Lyon')).toEqual(joint)
    expect(await rooms().roomByCode('LYON')).toBeUndefined()
    expect(await rooms().room('NANTES')).toBeUndefined()
    expect(await rooms().all()).toEqual([nantes, joint])
  })

  test('are replaced by id; a code belongs to one room', async () => {
    await rooms().saveRoom(nantes)
    await rooms().saveRoom({ ...nantes, doorOpen: false, code: 'ruche 4711' })
    expect(await rooms().room('nantes')).toEqual({ ...nantes, doorOpen: false, code: 'RUCHE 4711' })
    expect(await rooms().roomByCode('NANTES')).toBeUndefined()
    await rooms().saveRoom(joint)
    await expect(rooms().saveRoom({ ...joint, code: 'Ruche 4711' })).rejects.toThrow()
    expect(await rooms().roomByCode('NANTES-LYON')).toEqual(joint)
  })

  test('apart from their parent are known by id and by parent, and listed with no others', async () => {
    await rooms().saveRoom(nantes)
    await rooms().saveRoom(joint)
    await rooms().saveRoom(apart)
    expect(await rooms().room('apart')).toEqual(apart)
    expect(await rooms().all()).toEqual([nantes, joint])
    expect(await rooms().apartes()).toEqual([apart])
    expect(await rooms().apartes('nantes')).toEqual([apart])
    expect(await rooms().apartes('nantes-lyon')).toEqual([])
    const closed = { ...apart, aparte: { parentId: 'nantes', seats: ['s2'], closed: true } }
    await rooms().saveRoom(closed)
    expect(await rooms().room('apart')).toEqual(closed)
  })

  test('take their apartés with them', async () => {
    for (const room of [nantes, joint, apart]) await rooms().saveRoom(room)
    await rooms().removeRoom('nantes')
    expect(await rooms().room('apart')).toBeUndefined()
    expect(await rooms().all()).toEqual([joint])
  })

  test('take their state and journal with them', async () => {
    await rooms().saveRoom(nantes)
    await rooms().saveState('nantes', 0, { timer: 1 }, entry('c1'))
    await rooms().removeRoom('nantes')
    expect(await rooms().room('nantes')).toBeUndefined()
    await rooms().saveRoom(nantes)
    expect(await rooms().state('nantes')).toEqual({ version: 0, state: {} })
    expect(await rooms().saveState('nantes', 0, { timer: 2 }, entry('c1'))).toEqual({ kind: 'saved' })
  })
}

function states(rooms: () => Rooms): void {
  beforeEach(() => rooms().saveRoom(nantes))

  test('rises by one with each command', async () => {
    expect(await rooms().state('nantes')).toEqual({ version: 0, state: {} })
    expect(await rooms().saveState('nantes', 0, { timer: { status: 'idle' } }, entry('c1'))).toEqual({
      kind: 'saved',
    })
    expect(
      await rooms().saveState('nantes', 1, { timer: { status: 'running', é: ['<', null] } }, entry('c2')),
    ).toEqual({ kind: 'saved' })
    expect(await rooms().state('nantes')).toEqual({
      version: 2,
      state: { timer: { status: 'running', é: ['<', null] } },
    })
  })

  test('decided upon an older version is stale and changes nothing', async () => {
    await rooms().saveState('nantes', 0, { a: 1 }, entry('c1'))
    expect(await rooms().saveState('nantes', 0, { a: 2 }, entry('c2'))).toEqual({ kind: 'stale' })
    expect(await rooms().saveState('nantes', 5, { a: 2 }, entry('c3'))).toEqual({ kind: 'stale' })
    expect(await rooms().state('nantes')).toEqual({ version: 1, state: { a: 1 } })
    expect(await rooms().saveState('nantes', 1, { a: 2 }, entry('c2'))).toEqual({ kind: 'saved' })
  })

  test('by a command that was kept is a duplicate with its first answer, whatever the version now', async () => {
    await rooms().saveState('nantes', 0, { a: 1 }, entry('c1', { answer: { ok: true, n: [1, 'é'] } }))
    await rooms().saveState('nantes', 1, { a: 2 }, entry('c2', { answer: undefined, input: undefined }))
    const first = { kind: 'duplicate', answer: { ok: true, n: [1, 'é'] } }
    expect(await rooms().saveState('nantes', 0, { a: 9 }, entry('c1', { answer: 'other' }))).toEqual(first)
    expect(await rooms().saveState('nantes', 2, { a: 9 }, entry('c1'))).toEqual(first)
    expect(await rooms().saveState('nantes', 2, { a: 9 }, entry('c2'))).toEqual({
      kind: 'duplicate',
      answer: undefined,
    })
    expect(await rooms().state('nantes')).toEqual({ version: 2, state: { a: 2 } })
  })

  test('by the same command in another room is another command', async () => {
    await rooms().saveRoom(joint)
    await rooms().saveState('nantes', 0, { a: 1 }, entry('c1'))
    expect(await rooms().saveState('nantes-lyon', 0, { b: 1 }, entry('c1'))).toEqual({ kind: 'saved' })
  })

  test('decided by many at once is saved by exactly one of them', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => rooms().saveState('nantes', 0, { by: i }, entry(`c${i}`))),
    )
    const winners = outcomes.flatMap(({ kind }, i) => (kind === 'saved' ? [i] : []))
    expect(winners).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'stale')).toHaveLength(19)
    expect(await rooms().state('nantes')).toEqual({ version: 1, state: { by: winners[0] } })
  })

  test('sent twice at once is saved once and answered twice', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map((by) => rooms().saveState('nantes', 0, { by }, entry('c1'))),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['duplicate', 'duplicate', 'saved'])
    expect((await rooms().state('nantes')).version).toBe(1)
  })

  test('of a room that does not exist is a bug', async () => {
    await expect(rooms().saveState('nowhere', 0, {}, entry('c1'))).rejects.toThrow('nowhere')
  })
}

function secretsAndEffects(rooms: () => Rooms): void {
  beforeEach(() => rooms().saveRoom(nantes))
  const effect = (id: string, n: number) => ({ id, slice: 'notes', kind: 'place', input: { n, é: null } })

  test('a secret is kept with the state, replaced as a whole, and taken away', async () => {
    expect(await rooms().secrets('nantes')).toEqual({})
    const more = { secret: { slice: 'notes', value: { words: 'à part' } } }
    await rooms().saveState('nantes', 0, {}, { ...entry('c1'), more })
    const vote = { secret: { slice: 'decision', value: [1] } }
    await rooms().saveState('nantes', 1, {}, { ...entry('c2'), more: vote })
    expect(await rooms().secrets('nantes')).toEqual({ notes: { words: 'à part' }, decision: [1] })
    expect((await rooms().state('nantes')).state).toEqual({})
    const gone = { secret: { slice: 'notes', value: null } }
    await rooms().saveState('nantes', 2, {}, { ...entry('c3'), more: gone })
    expect(await rooms().secrets('nantes')).toEqual({ decision: [1] })
  })

  test('a stale or repeated command changes no secret and asks for no effect', async () => {
    const more = { secret: { slice: 'notes', value: 1 }, effects: [effect('e1', 1)] }
    await rooms().saveState('nantes', 3, {}, { ...entry('c1'), more })
    expect([await rooms().secrets('nantes'), await rooms().pendingEffects()]).toEqual([{}, []])
    await rooms().saveState('nantes', 0, {}, { ...entry('c1'), more })
    const again = { secret: { slice: 'notes', value: 2 }, effects: [effect('e2', 2)] }
    await rooms().saveState('nantes', 1, {}, { ...entry('c1'), more: again })
    expect(await rooms().secrets('nantes')).toEqual({ notes: 1 })
    expect((await rooms().pendingEffects()).map(({ id }) => id)).toEqual(['e1'])
  })

  test('effects wait in the order of their decisions until they are done', async () => {
    await rooms().saveRoom(joint)
    await rooms().saveState(
      'nantes',
      0,
      {},
      { ...entry('c1'), more: { effects: [effect('z', 1), effect('a', 2)] } },
    )
    await rooms().saveState('nantes', 1, {}, { ...entry('c2'), more: { effects: [effect('m', 3)] } })
    await rooms().saveState('nantes-lyon', 0, {}, { ...entry('c1'), more: { effects: [effect('j', 4)] } })
    expect(await rooms().pendingEffects('nantes')).toEqual(
      [effect('z', 1), effect('a', 2), effect('m', 3)].map((one) => ({ ...one, roomId: 'nantes' })),
    )
    await rooms().effectDone('a')
    await rooms().effectDone('a')
    expect((await rooms().pendingEffects()).map(({ id }) => id).sort()).toEqual(['j', 'm', 'z'])
    await rooms().removeRoom('nantes')
    expect((await rooms().pendingEffects()).map(({ id }) => id)).toEqual(['j'])
  })

  test('the journal is read page by page, oldest first', async () => {
    for (let n = 0; n < 3; n++)
      await rooms().saveState('nantes', n, {}, entry(`c${n}`, { at: n, input: { n } }))
    const page = await rooms().journal('nantes', { after: 1, limit: 5 })
    expect(page).toEqual(
      [2, 3].map((version) => ({
        ...entry(`c${version - 1}`, { at: version - 1, input: { n: version - 1 } }),
        version,
      })),
    )
    expect(await rooms().journal('nantes', { after: 0, limit: 1 })).toHaveLength(1)
    expect(await rooms().journal('nantes-lyon', { after: 0, limit: 9 })).toEqual([])
  })
}
