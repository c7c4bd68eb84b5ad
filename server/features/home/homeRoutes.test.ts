// The home page's data and the demo's moments over HTTP: real store, real document lane, real sign-in.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import { demoMoments, type PersonaKey, personaKeys } from '#server/features/demo/demoData.ts'
import { demoRoutes } from '#server/features/demo/demoRoutes.ts'
import { demoMomentSetting, demoSpaces, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { personaAccountId } from '#server/features/demo/personas.ts'
import { homeRoutes } from '#server/features/home/homeRoutes.ts'
import { defaultLimits } from '#server/live/limits.ts'
import { createRoomsPresence, type RoomsPresence } from '#server/live/roomsPresence.ts'
import { createDocumentLane, type DocumentLaneWithStats } from '#server/transport/documents.ts'
import { problemHandler } from '#server/transport/httpErrors.ts'
import { createIdentityDesk } from '#server/transport/identity.ts'
import type { ContextCard } from '#shared/cycle/cycleFile.ts'
import { createDraft, draftsRoot } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import type { DemoAnswer, HomeAnswer } from '#shared/home/home.ts'
import { recordsRoot } from '#shared/whiteboard/boardModel.ts'

let folder: string
let store: Store
let lane: DocumentLaneWithStats
let presence: RoomsPresence
let server: Server
let url: string
let rechecks: number
let clock: number

/** Serves the routes under test; signing in is the identity desk's own cookie. */
async function serve(demo: boolean): Promise<void> {
  const logger = pino({ level: 'silent' })
  const now = (): number => clock
  const desk = createIdentityDesk({
    people: store.people,
    sessionAccount: (hash, at) => store.people.sessionAccount(hash, at),
    https: false,
    now,
  })
  const deps = {
    demo,
    store,
    lane,
    presence,
    logger,
    now,
    identify: desk.identify,
    participantOf: desk.participantOf,
    recheck: async () => {
      rechecks++
      await lane.recheck()
    },
  }
  const app = express()
  app.use(express.json())
  app.post('/sign-in/:account', async (request, response) => {
    const account = await store.people.account(request.params.account)
    if (!account) throw new Error(`no account ${request.params.account}`)
    await desk.signIn(request, response, account)
    response.end()
  })
  app.use(homeRoutes(deps), demoRoutes(deps))
  app.use(problemHandler(logger, () => undefined))
  server = createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server's address
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'home-'))
  store = await openStore({ dataDir: folder })
  rechecks = 0
  clock = Date.UTC(2026, 0, 5, 12)
  lane = createDocumentLane({
    log: store.documentLog,
    admit: async () => ({ kind: 'bad-ticket' }),
    namesOf: async () => [],
    addressOf: () => 'local',
    limits: defaultLimits,
    schemas: {
      drafts: { roots: new Set([draftsRoot]), check: (transaction) => checkTouchedDrafts(transaction) },
      whiteboard: { roots: new Set([recordsRoot]), check: () => undefined },
    },
    count: { updateIn() {}, updateOut() {}, refused() {}, kept() {} },
    fatal: (error) => {
      throw error
    },
    warn: () => undefined,
  })
  presence = createRoomsPresence({ graceMs: 0, tell: () => undefined })
})

afterEach(async () => {
  await new Promise((closed) => server.close(closed))
  await lane.close(4503)
  presence.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(persona: PersonaKey): Promise<string> {
  const response = await fetch(`${url}/sign-in/${personaAccountId(persona)}`, { method: 'POST' })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function get<Answer>(at: string, cookie = ''): Promise<Answer> {
  const response = await fetch(url + at, { headers: { cookie } })
  expect(response.status, at).toBe(200)
  return (await response.json()) as Answer // the routes' own declared answers
}

const change = (key: unknown, cookie = ''): Promise<Response> =>
  fetch(`${url}/api/demo/moment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ key }),
  })

const joint = async (): Promise<string> => (await store.rooms.roomByCode('NANTES-LYON'))?.id ?? ''

test('a guest of the demo sees the evening: the live session, all groups, nothing that waits', async () => {
  await ensureDemo(store)
  await serve(true)
  const room = await joint()
  const home = await get<HomeAnswer>('/api/home')
  expect(home).toMatchObject({
    me: null,
    cooperative: { shortName: 'La Commune' },
    cycle: { name: 'Faire ensemble 2019-2020', stage: 'Groupes de travail' },
    today: '2020-04-14',
    groupsAre: 'all',
    groupsInAll: 17,
    waiting: null,
    lastYear: [],
  })
  expect(home.hero).toMatchObject({
    id: 'ses-109',
    subject: 'Nantes et Lyon : huit idées communes, trois désaccords',
    date: '2020-04-14',
    joint: true,
    live: true,
    roomCode: 'NANTES-LYON',
    number: null,
    present: { room: 0, remote: 0 },
  })
  expect(home.hero?.groups.map(({ place, wear }) => [place, wear.initials])).toEqual([
    ['Nantes', 'NA'],
    ['Lyon', 'LY'],
  ])
  expect(home.groups).toHaveLength(17)
  expect(home.groups.find(({ id }) => id === 'grp-nantes-partagee')).toMatchObject({
    place: 'Nantes',
    roomCode: 'NANTES',
    onlineOnly: false,
    live: true,
    drafts: { writing: 0, toReview: 2, ready: 2 },
  })
  // Groups without a room have their drafts all the same.
  expect(home.groups.find(({ id }) => id === 'grp-liege-consolider')).toMatchObject({
    roomCode: null,
    drafts: { toReview: 5 },
  })
  // Who is there is told as people: seats and headcount.
  const participant = await store.people.addParticipant({
    roomId: room,
    name: 'Salle',
    presence: 'room-device',
    standing: 'guest',
    role: 'participant',
    groupIds: [],
    headcount: 6,
    seats: [
      { id: 's1', name: 'Ana' },
      { id: 's2', name: 'Bo' },
    ],
    accountId: null,
    deviceHash: 'a'.repeat(64),
  })
  presence.enter({ participant, groupId: null, ink: 'pre' })
  expect((await get<HomeAnswer>('/api/home')).hero?.present).toEqual({ room: 6, remote: 0 })
})

const places: Partial<Record<PersonaKey, string>> = {
  'facilitator-nantes': 'Nantes',
  'member-nantes': 'Nantes',
  'facilitator-lyon': 'Lyon',
  'member-lyon': 'Lyon',
}

test('each persona is greeted, and told the one thing that waits', async () => {
  await ensureDemo(store)
  await serve(true)
  const told = new Set<string>()
  for (const persona of personaKeys) {
    const home = await get<HomeAnswer>('/api/home', await signIn(persona))
    expect(home.me).toMatchObject({ persona })
    expect(home.me?.name).toMatch(/^\p{L}[\p{L}-]+$/u)
    expect(home.me?.place).not.toBe('')
    told.add(home.waiting?.text ?? '')
    const place = places[persona]
    expect(home.groupsAre).toBe(place ? 'mine' : 'all')
    expect([home.hero, ...home.sessions].every((session) => session && session.date >= '2020-04-14')).toBe(
      true,
    )
    if (!place) continue
    expect(home.me?.place).toBe(place)
    expect(home.groups.map((group) => group.place)).toEqual([place])
    expect(home.waiting?.page).toBe('/r/NANTES-LYON')
    expect(home.sessions.every(({ groups }) => groups.some((group) => group.place === place))).toBe(true)
  }
  expect(told.has('')).toBe(false)
  expect(told.size).toBe(personaKeys.length)
})

test('at each of the five moments each of the eight personas is told what the moment says, and where', async () => {
  await ensureDemo(store)
  await serve(true)
  const { moments } = await demoMoments()
  expect(moments).toHaveLength(5)
  for (const persona of personaKeys) {
    const cookie = await signIn(persona)
    for (const { key, waiting } of moments) {
      await store.settings.set(demoMomentSetting, key)
      const home = await get<HomeAnswer>('/api/home', cookie)
      const { text, page } = waiting[persona] ?? {}
      expect(home.waiting, `${persona}, ${key}`).toEqual({ text, page })
    }
  }
})

test('of sessions to come only date, time and groups are told', async () => {
  await ensureDemo(store, { moment: 'nantes-in-the-room' })
  await serve(true)
  const home = await get<HomeAnswer>('/api/home', await signIn('member-lyon'))
  const { hero } = home
  // Lyon met the evening before; what comes next is the joint meeting of the 28th, whose subject nobody knows yet.
  expect(hero).toMatchObject({
    id: 'ses-050',
    live: false,
    joint: true,
    subject: 'Une entreprise partagée et participative, est-ce bien réaliste ?',
  })
  expect(home.groups[0]).toMatchObject({
    sessionsHeld: 3,
    sessionsPlanned: 10,
    next: { date: '2020-01-28' },
    drafts: { writing: 0, toReview: 0, ready: 0 },
  })
  expect(JSON.stringify(home)).not.toContain('se découvrir le même sujet')
})

test('a count of drafts follows what is written', async () => {
  await ensureDemo(store)
  await serve(true)
  const space = (await demoSpaces(store.settings))['grp-nantes-partagee'] ?? ''
  const writing = async (): Promise<number | undefined> =>
    (await get<HomeAnswer>('/api/home')).groups.find(({ id }) => id === 'grp-nantes-partagee')?.drafts.writing
  expect(await writing()).toBe(0)
  await lane.edit(`drafts/${space}`, (doc) => void createDraft(doc, { title: 'Une idée de plus' }))
  clock += 3_000
  expect(await writing()).toBe(1)
})

test('context cards: those that exist at the moment, by theme and by country', async () => {
  await ensureDemo(store)
  await serve(true)
  const cards = async (query = ''): Promise<readonly ContextCard[]> =>
    (await get<{ cards: ContextCard[] }>(`/api/context${query}`)).cards
  expect(await cards()).toHaveLength(26)
  const belgian = await cards('?theme=th-partagee&jurisdiction=BE')
  expect(belgian.length).toBeGreaterThan(2)
  expect(
    belgian.every(
      ({ themeIds, jurisdictions }) => themeIds.includes('th-partagee') && jurisdictions.includes('BE'),
    ),
  ).toBe(true)
  expect(belgian.length).toBeLessThan((await cards('?theme=th-partagee')).length + 1)
  expect((await fetch(`${url}/api/context?theme=`)).status).toBe(422)
})

test('GET /api/demo: the moment, all five, the eight people; only facilitators and administrators may change it', async () => {
  await ensureDemo(store)
  await serve(true)
  const demo = await get<DemoAnswer>('/api/demo')
  expect(demo).toMatchObject({
    demo: true,
    mayChange: false,
    moment: { key: 'joint-evening', date: '2020-04-14', time: '18:30' },
  })
  expect(demo.moments).toHaveLength(5)
  expect(demo.personas.map(({ key }) => key)).toEqual(personaKeys)
  expect(demo.personas[0]).toMatchObject({ standing: 'member', facilitator: true, place: 'Nantes' })
  const may = await Promise.all(
    personaKeys.map(
      async (key) => [key, (await get<DemoAnswer>('/api/demo', await signIn(key))).mayChange] as const,
    ),
  )
  expect(may.filter(([, allowed]) => allowed).map(([key]) => key)).toEqual([
    'facilitator-nantes',
    'facilitator-lyon',
    'admin',
  ])
})

test('another moment: refused to those who may not, loaded afresh for a facilitator who stays signed in', async () => {
  await ensureDemo(store)
  await serve(true)
  const before = await joint()
  expect((await change('follow-up')).status).toBe(401)
  expect((await change('follow-up', await signIn('member-nantes'))).status).toBe(403)
  expect((await change('follow-up', await signIn('cooperative-life'))).status).toBe(403)
  const cookie = await signIn('facilitator-lyon')
  expect((await change('some-day', cookie)).status).toBe(422)
  expect((await change(7, cookie)).status).toBe(422)
  expect(await joint()).toBe(before)
  expect(rechecks).toBe(0)

  expect((await change('boards-instruct', cookie)).status).toBe(200)
  expect(rechecks).toBe(1)
  expect(await joint()).not.toBe(before)
  expect(await get<DemoAnswer>('/api/demo', cookie)).toMatchObject({
    mayChange: true,
    moment: { key: 'boards-instruct' },
  })
  const home = await get<HomeAnswer>('/api/home', cookie)
  expect(home).toMatchObject({
    today: '2020-06-10',
    cycle: { stage: "Instruction par les deux conseils d'administration" },
  })
  expect(home.waiting?.page).toBe('/instruction')
  expect(home.groups[0]).toMatchObject({ place: 'Lyon', drafts: { writing: 0, toReview: 0, ready: 5 } })
})

test('outside the demo there is no demo, and a stranger is told whose door it is and no more', async () => {
  await ensureDemo(store)
  await serve(false)
  expect((await fetch(`${url}/api/demo`)).status).toBe(404)
  expect((await change('follow-up')).status).toBe(404)
  const stranger = await get<HomeAnswer>('/api/home')
  expect(stranger).toMatchObject({
    cooperative: { shortName: 'La Commune' },
    today: '2026-01-05',
    hero: null,
    sessions: [],
    groups: [],
    waiting: null,
  })
  expect((await fetch(`${url}/api/context`)).status).toBe(401)
  const member = await get<HomeAnswer>('/api/home', await signIn('member-nantes'))
  expect(member.groups.map(({ roomCode }) => roomCode)).toEqual(['NANTES'])
  expect(member.waiting).toBeNull()
})

test('an empty store answers with an empty home', async () => {
  await serve(false)
  expect(await get<HomeAnswer>('/api/home')).toMatchObject({
    me: null,
    cooperative: null,
    cycle: null,
    hero: null,
    groups: [],
    groupsInAll: 0,
  })
})
