// Loading the demo into a real store: what is there, that a second start touches nothing, and that a killed load heals.
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'
import { readDemoData } from '#server/features/demo/demoData.ts'
import {
  demoMark,
  demoMomentSetting,
  demoSpaces,
  ensureDemo,
  restartDemo,
} from '#server/features/demo/loadDemo.ts'
import { personaAccountId } from '#server/features/demo/personas.ts'
import { roomGroups, wearSetting } from '#server/features/home/roomGroups.ts'
import { databaseKinds, type FreshPlace, freshPlace } from '#server/testing/stores.ts'
import { wearOf } from '#shared/antenna/wear.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { importedVersion } from '#shared/publication/publishedVersion.ts'
import { readRecords } from '#shared/whiteboard/place.ts'

const data = await readDemoData()
const opened: { store: Store; place: FreshPlace }[] = []

async function freshStore(kind: DatabaseKind = 'sqlite'): Promise<{ store: Store; place: FreshPlace }> {
  const place = await freshPlace(kind)
  const one = { store: await openStore(place.settings), place }
  opened.push(one)
  return one
}

afterEach(async () => {
  for (const { store, place } of opened.splice(0)) {
    await store.close()
    place.remove()
  }
})

/** The document as its log has it. */
async function documentOf(store: Pick<Store, 'documentLog'>, name: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for await (const { update } of store.documentLog.history(name)) Y.applyUpdate(doc, update)
  return doc
}

async function documentNames(store: Store): Promise<string[]> {
  const rows = await store.database.read.selectFrom('documents').select('name').execute()
  return rows.map(({ name }) => name).sort()
}

/** Everything that a second start must not change. */
async function portrait(store: Store): Promise<unknown> {
  const documents = await Promise.all(
    (await documentNames(store)).map(async (name) => [name, (await store.documentLog.load(name))?.headSeq]),
  )
  return {
    documents,
    rooms: await store.rooms.all(),
    moment: await store.settings.get(demoMomentSetting),
    spaces: await demoSpaces(store.settings),
    accounts: await Promise.all(Object.keys(data.personas).map((key) => store.people.account(`demo-${key}`))),
    wear: await store.settings.get(wearSetting(data.cycle.cycle.id)),
  }
}

async function cardsNotesAndDrafts(store: Store): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {}
  for (const room of await store.rooms.all()) {
    const board = await documentOf(store, documentName({ kind: 'whiteboard', id: room.id }))
    const types = [...readRecords(board).values()].map(({ type }) => type)
    const drafts = await Promise.all(
      room.spaces.map(
        async ({ spaceId }) =>
          readDrafts(await documentOf(store, documentName({ kind: 'drafts', id: spaceId }))).length,
      ),
    )
    const count = (type: string): number => types.filter((one) => one === type).length
    rows[room.code] = { drafts, notes: count('note'), cards: count('draft'), frames: count('frame') }
  }
  return rows
}

test.each(databaseKinds)(
  'on %s: an empty store becomes the evening of 14 April, with five rooms alive',
  async (kind) => {
    const { store } = await freshStore(kind)
    expect(await ensureDemo(store)).toEqual({
      kind: 'loaded',
      moment: 'joint-evening',
      rooms: 5,
      documents: 24,
    })
    const rooms = await store.rooms.all()
    expect(rooms.map(({ code, kind, doorOpen }) => [code, kind, doorOpen])).toEqual([
      ['CONVERGENCE', 'convergence', true],
      ['EGALITE', 'group', true],
      ['LYON', 'group', true],
      ['NANTES', 'group', true],
      ['NANTES-LYON', 'joint', true],
    ])
    const found = await cardsNotesAndDrafts(store)
    expect(found).toEqual({
      CONVERGENCE: { drafts: [0], notes: 0, cards: 0, frames: 7 },
      EGALITE: { drafts: [6], notes: 35, cards: 3, frames: 6 },
      LYON: { drafts: [5], notes: 29, cards: 4, frames: 5 },
      NANTES: { drafts: [4], notes: 34, cards: 4, frames: 5 },
      'NANTES-LYON': { drafts: [0, 4, 5], notes: 0, cards: 8, frames: 3 },
    })
    expect(rooms.find(({ code }) => code === 'NANTES-LYON')?.sessionId).toBe('ses-109')
    expect((await store.rooms.roomByCode('nantes-lyon'))?.code).toBe('NANTES-LYON')
  },
)

test('the groups without a room have their short drafts too, and wear what the design says', async () => {
  const { store } = await freshStore()
  await ensureDemo(store)
  const spaces = await demoSpaces(store.settings)
  expect(Object.keys(spaces)).toHaveLength(17)
  const counts = data.moments.find((one) => one.default)?.counts.draftsByGroup ?? {}
  for (const [groupId, spaceId] of Object.entries(spaces)) {
    const drafts = readDrafts(await documentOf(store, documentName({ kind: 'drafts', id: spaceId })))
    const listed = new Set(drafts.flatMap(({ shortDraftId }) => shortDraftId ?? []))
    expect(listed.size, groupId).toBe(counts[groupId])
  }
  const groups = await roomGroups(store)
  expect(groups.get('grp-nantes-partagee')).toMatchObject({
    place: 'Nantes',
    wear: { ink: 'loire', pattern: 'lignes', line: 'solid', initials: 'NA' },
  })
  expect(groups.get('grp-lyon-partagee')?.wear).toEqual({
    ink: 'brique',
    pattern: 'diag',
    line: 'dashed',
    initials: 'LY',
  })
  expect(groups.get('grp-enligne-egalite')).toMatchObject({
    place: 'En ligne, Belgique et France',
    wear: { ink: 'lagon', initials: 'EL' },
  })
  const wears = Object.fromEntries([...groups].map(([id, { wear }]) => [id, wear]))
  for (const a of data.cycle.groups) {
    for (const b of data.cycle.groups.filter(({ id, themeId }) => id !== a.id && themeId === a.themeId)) {
      const [one, other] = [wearOf(wears, a.id), wearOf(wears, b.id)]
      expect([one.ink === other.ink, one.pattern === other.pattern, one.line === other.line]).toEqual([
        false,
        false,
        false,
      ])
    }
  }
})

test('the personas are people of the cycle with their rights', async () => {
  const { store } = await freshStore()
  await ensureDemo(store)
  const account = (key: Parameters<typeof personaAccountId>[0]) => store.people.account(personaAccountId(key))
  expect(await account('facilitator-nantes')).toMatchObject({
    personId: 'mem-147',
    standing: 'member',
    groupIds: ['grp-nantes-partagee'],
    facilitatesGroupIds: ['grp-nantes-partagee'],
  })
  expect(await account('member-lyon')).toMatchObject({
    standing: 'member',
    groupIds: ['grp-lyon-partagee'],
    facilitatesGroupIds: [],
  })
  expect(await account('cooperative-life')).toMatchObject({
    personId: 'team-nora',
    standing: 'cooperative-life',
    groupIds: [],
  })
  expect(await account('board-france')).toMatchObject({ personId: 'bm-fr-1', standing: 'board' })
  expect(await account('board-belgium')).toMatchObject({ standing: 'board' })
  expect(await account('admin')).toMatchObject({ personId: 'team-joris', standing: 'admin' })
})

test.each(databaseKinds)(
  'on %s: every figure of every moment follows from reading the store as of its day',
  async (kind) => {
    const { store } = await freshStore(kind)
    await ensureDemo(store)
    const { cycle } = store
    for (const { date, counts, currentStageKey, sessionIds } of data.moments) {
      const asOf = { before: date }
      const by = <Item>(
        items: readonly Item[],
        key: (item: Item) => string | null,
      ): Record<string, number> => {
        const sums: Record<string, number> = {}
        for (const item of items) sums[key(item) ?? ''] = (sums[key(item) ?? ''] ?? 0) + 1
        return sums
      }
      const sessions = await cycle.sessions(asOf)
      const drafts = await cycle.drafts(asOf)
      const recommendations = await cycle.recommendations(asOf)
      const decisions = await cycle.decisions(asOf)
      const plan = await cycle.planItems(asOf)
      const verdicts = (await cycle.boards()).map(({ id, entityId }) => {
        const code = data.cycle.entities.find((entity) => entity.id === entityId)?.code ?? ''
        const ofBoard = decisions.filter(({ boardId }) => boardId === id)
        const concerned = recommendations.filter(({ jurisdictions }) => jurisdictions.includes(code)).length
        const none = { accept: 0, reformulate: 0, postpone: 0, refuse: 0 }
        const toInstruct = recommendations.length > 0 ? concerned - ofBoard.length : 0
        return [
          id,
          { total: ofBoard.length, ...none, ...by(ofBoard, ({ decision }) => decision), toInstruct },
        ]
      })
      const {
        workshopBoards: _boards,
        workshopDrafts: _drafts,
        listsHandedOver: _lists,
        ...relational
      } = counts
      expect({
        sessionsHeld: sessions.filter(({ when }) => when === 'held').length,
        sessionsToday: sessions.filter(({ when }) => when === 'today').map(({ id }) => id),
        contextCards: (await cycle.contextCards(asOf)).length,
        drafts: drafts.length,
        draftsByGroup: {
          ...Object.fromEntries(data.cycle.groups.map(({ id }) => [id, 0])),
          ...by(drafts, ({ groupId }) => groupId),
        },
        recommendations: recommendations.length,
        recommendationsFinal: recommendations.filter(({ final }) => final).length,
        presentations: (await cycle.presentations(asOf)).length,
        ressentis: (await cycle.ressentis(asOf)).length,
        boardSessions: (await cycle.boardSessions(asOf)).length,
        verdicts: Object.fromEntries(verdicts),
        verdictsTotal: decisions.length,
        planItems: plan.length,
        planItemsStarted: plan.filter(({ start }) => start !== null && start < date).length,
        planUpdates: plan.flatMap(({ updates }) => updates).length,
        planByStatus: counts.planByStatus === null ? null : by(plan, ({ status }) => status),
        initiatives: (await cycle.localInitiatives(asOf)).length,
      }).toEqual(relational)
      expect((await cycle.about(asOf))?.cycle.currentStage).toBe(currentStageKey)
      for (const id of sessionIds) expect(sessions.find((session) => session.id === id)?.when).toBe('today')
    }
  },
)

test.each(databaseKinds)(
  'on %s: a second start finds the same demo, untouched, whatever moment it is asked for',
  async (kind) => {
    const { store, place } = await freshStore(kind)
    await ensureDemo(store)
    const before = await portrait(store)
    expect(await ensureDemo(store, { moment: 'follow-up' })).toEqual({
      kind: 'found',
      moment: 'joint-evening',
    })
    await store.close()
    const again = await openStore(place.settings)
    opened[0] = { store: again, place }
    expect(await ensureDemo(again)).toEqual({ kind: 'found', moment: 'joint-evening' })
    expect(await portrait(again)).toEqual(before)
  },
)

test('a store that holds somebody’s own rooms is left alone', async () => {
  const { store } = await freshStore()
  const own = {
    id: 'own',
    code: 'RUCHE 4711',
    title: 'À nous',
    kind: 'group',
    groupIds: [],
    spaces: [],
    doorOpen: false,
    sessionId: null,
  } as const
  await store.rooms.saveRoom(own)
  expect(await ensureDemo(store)).toEqual({ kind: 'not-empty' })
  expect(await store.rooms.all()).toEqual([own])
  expect(await store.settings.get(demoMark)).toBeUndefined()
  expect(await store.cycle.about()).toBeUndefined()
})

class Killed extends Error {}

/** The same store, which dies at its nth write: nothing after it is kept, as after a kill. */
function dyingAt(store: Store, write: number): Store {
  let left = write
  const dying = <Port extends object>(port: Port, writes: readonly (keyof Port)[]): Port =>
    new Proxy(port, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function' || !writes.includes(key as keyof Port)) return value // the keys of the port itself
        return (...args: unknown[]) => {
          if (--left < 0) throw new Killed()
          return Reflect.apply(value, target, args) as unknown
        }
      },
    })
  return {
    ...store,
    documentLog: dying(store.documentLog, ['create', 'append', 'remove']),
    people: dying(store.people, ['saveAccount']),
    rooms: dying(store.rooms, ['saveRoom', 'removeRoom']),
    settings: dying(store.settings, ['set', 'remove']),
    cycle: dying(store.cycle, ['importFile']),
  }
}

const evictNobody = { evict: async (): Promise<void> => {} }

test.each([1, 2, 14, 59, 64, 66])(
  'a first load killed at write %i is done again by the next start',
  async (write) => {
    const { store } = await freshStore()
    await expect(ensureDemo(dyingAt(store, write))).rejects.toThrow(Killed)
    expect(await ensureDemo(store)).toEqual({
      kind: 'loaded',
      moment: 'joint-evening',
      rooms: 5,
      documents: 24,
    })
    expect(await store.rooms.all()).toHaveLength(5)
    expect(await documentNames(store)).toHaveLength(24)
    expect(await ensureDemo(store)).toMatchObject({ kind: 'found' })
  },
)

test.each([1, 20, 50, 56, 62, 84])(
  'a restart killed at write %i is finished by the next start',
  async (write) => {
    const { store } = await freshStore()
    await ensureDemo(store)
    const at = 1_000_000
    await expect(
      restartDemo(dyingAt(store, write), evictNobody, { key: 'follow-up', now: at }),
    ).rejects.toThrow(Killed)
    expect(await restartDemo(store, evictNobody, { key: 'follow-up', now: at + 1_000 })).toEqual({
      kind: 'busy',
    })
    expect(await ensureDemo(store)).toMatchObject({ kind: 'loaded', moment: 'follow-up' })
    expect(await store.rooms.all()).toHaveLength(5)
    expect(await documentNames(store)).toHaveLength(24)
  },
)

test.each(databaseKinds)('on %s: starting again takes away what was made of the year', async (kind) => {
  const { store } = await freshStore(kind)
  await ensureDemo(store)
  const [first] = await store.cycle.recommendations()
  if (!first) throw new Error('no recommendation')
  await store.publications.addVersions([importedVersion(first)])
  expect(await store.publications.newestVersions()).toHaveLength(1)
  await restartDemo(store, evictNobody, { key: 'follow-up', now: 1 })
  expect(await store.publications.newestVersions()).toEqual([])
  expect(await store.cycle.recommendations()).toContainEqual(first)
})

test.each(databaseKinds)(
  'on %s: starting again: new ids under the same codes, old words and participants gone, accounts kept',
  async (kind) => {
    const { store } = await freshStore(kind)
    await ensureDemo(store)
    const [old] = await store.rooms.all()
    if (!old) throw new Error('no room')
    const guest = await store.people.addParticipant({
      roomId: old.id,
      name: 'Ana',
      presence: 'remote',
      standing: 'guest',
      role: 'participant',
      groupIds: [],
      headcount: 1,
      seats: [{ id: 's1', name: 'Ana' }],
      accountId: null,
      deviceHash: 'd'.repeat(64),
    })
    await store.people.openSession({
      hash: 'h'.repeat(64),
      accountId: personaAccountId('admin'),
      expiresAt: 2_000_000,
    })
    const before = await documentNames(store)
    const evicted: string[] = []
    const lane = {
      // Nobody is sent away before the new doors are there.
      evict: async (names: readonly string[]) => {
        expect(await store.rooms.roomByCode('NANTES')).toBeDefined()
        evicted.push(...names)
      },
    }
    expect(await restartDemo(store, lane, { key: 'nowhere', now: 1 })).toEqual({ kind: 'no-such-moment' })
    expect(await restartDemo(store, lane, { key: 'convergence-begins', now: 1 })).toEqual({
      kind: 'restarted',
      moment: 'convergence-begins',
    })
    expect(evicted.sort()).toEqual(before)
    const after = await documentNames(store)
    expect(after).toHaveLength(24)
    expect(after.filter((name) => before.includes(name))).toEqual([])
    expect(await store.people.participant(guest.id)).toBeUndefined()
    expect((await store.people.sessionAccount('h'.repeat(64), 1))?.id).toBe(personaAccountId('admin'))
    expect(await cardsNotesAndDrafts(store)).toMatchObject({
      CONVERGENCE: { drafts: [76], cards: 76 },
      'NANTES-LYON': { drafts: [3, 6, 5], cards: 11 },
    })
    expect(await store.settings.get(demoMomentSetting)).toBe('convergence-begins')
  },
)

test('starting again takes apartés with it, rooms and documents', async () => {
  const { store } = await freshStore()
  await ensureDemo(store)
  const [parent] = await store.rooms.all()
  if (!parent) throw new Error('no room')
  const names = ['whiteboard/apart', 'drafts/apart-s']
  for (const name of names) await store.documentLog.create(name)
  await store.rooms.saveRoom({
    ...parent,
    ...{ id: 'apart', code: 'ABCDEFGHIJKLMNOPQRST', spaces: [{ spaceId: 'apart-s', groupId: null }] },
    aparte: { parentId: parent.id, seats: ['s1'], closed: false },
  })
  await restartDemo(store, evictNobody, { key: 'follow-up', now: 1_000_000 })
  expect(await store.rooms.apartes()).toEqual([])
  for (const name of names) expect(await store.documentLog.generation(name)).toBeUndefined()
})

test('two restarts at once: one is done, the other is told to wait', async () => {
  const { store } = await freshStore()
  await ensureDemo(store)
  const outcomes = await Promise.all(
    [1, 2].map(() => restartDemo(store, evictNobody, { key: 'joint-evening', now: 1 })),
  )
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['busy', 'restarted'])
  expect(await documentNames(store)).toHaveLength(24)
})
