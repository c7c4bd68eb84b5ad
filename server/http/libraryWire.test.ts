// The library over the wire: who reads, adds and answers, that nothing is overwritten, and that a group's question stays its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { libraryWaits } from '#server/features/library/waits.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type {
  CardVersionsAnswer,
  DocumentAnswer,
  FrameAnswer,
  LearnedAnswer,
  LibraryAnswer,
} from '#shared/library/libraryAnswers.ts'
import { writeMinutes } from '#shared/minutes/writeMinutes.ts'

/** Stands in a question of Lyon and in its draft's title: nowhere else. */
const canary = 'zibeline'

let server: TestServer
let closed: TestServer
const people = new Map<string, Visitor>()
const who = (persona: string): Visitor => people.get(persona) ?? new Visitor(server)
const stranger = (): Visitor => new Visitor(server)

const read = async <T>(visitor: Visitor, path: string): Promise<T> => {
  const response = await visitor.ask('GET', path)
  expect(response.status, path).toBe(200)
  return (await response.json()) as T // what the route under test says; the tests look at it
}
const library = (visitor: Visitor): Promise<LibraryAnswer> => read(visitor, '/api/library')

const card = (more: object = {}) => ({
  ...{
    kind: 'budget',
    title: 'Budget des comités',
    text: 'La cagnotte des comités est limitée',
    source: 'Note 3',
  },
  ...{ date: '2019-11-02', jurisdictions: ['FR'], themeIds: ['th'], ...more },
})
const asking = (more: object = {}) => ({
  id: randomId(),
  question: { text: `Qui garde la ${canary} ?`, due: '2030-01-15', themeId: 'th', cardId: null, ...more },
  draftId: null as string | null,
})

async function prepare(one: TestServer): Promise<void> {
  const before = await one.store.cycle.exportFile()
  const imported = await one.store.cycle.importFile({
    ...before,
    contextCards: [{ ...card({ title: 'Bail des antennes' }), id: 'ctx-1' }],
    sessions: [
      {
        ...{ id: 'ses-1', groupIds: ['grp-l'], date: '2019-10-08', startTime: '19:00', durationMin: 90 },
        ...{ mode: 'hybrid', joint: false, antennaIds: ['ant-lyon'], subject: 'Premiers mots', tools: [] },
        ...{
          attendance: { room: 0, remote: 0, byGroup: [] },
          roomMemberIds: [],
          remoteMemberIds: [],
          numberInGroup: { 'grp-l': 1 },
        },
      },
    ],
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  const keeper = { personId: 'mem-keeper', groupIds: [], facilitatesGroupIds: [] } as const
  await one.store.people.saveAccount({
    ...keeper,
    id: 'demo-cooperative-life',
    displayName: 'Vie',
    standing: 'cooperative-life',
  })
  await one.store.people.saveAccount({
    ...keeper,
    id: 'demo-board-belgium',
    displayName: 'Équipe',
    standing: 'team',
  })
  await one.store.documentLog.create('drafts/space-l')
  await one.serving.deps.lane.edit('drafts/space-l', (doc) => {
    createDraft(doc, {
      id: 'dr-1',
      title: `Une cagnotte ${canary}`,
      contextIds: ['ctx-1'],
      fields: { outOfTheBox: true },
    })
  })
}

beforeAll(async () => {
  server = await startTestServer()
  await prepare(server)
  for (const persona of [
    'facilitator-nantes',
    'member-nantes',
    'member-lyon',
    'board-france',
    'cooperative-life',
    'admin',
  ]) {
    const one = new Visitor(server)
    await one.signIn(persona)
    people.set(persona, one)
  }
  // The shared team has no persona of its own in the demo.
  const team = new Visitor(server)
  await team.signIn('board-belgium')
  people.set('team', team)
  closed = await startTestServer({}, { demo: false })
})
afterAll(async () => {
  await closed?.close()
  await server?.close()
})

test.each([
  ['team', 200],
  ['cooperative-life', 200],
  ['admin', 200],
  ['member-lyon', 403],
  ['board-france', 403],
  ['stranger', 401],
])('cards are added and corrected by those who keep them: %s %i', async (persona, status) => {
  const id = randomId()
  const added = await who(persona).ask('POST', '/api/library/cards', {
    id,
    card: card({ title: `De ${persona}` }),
  })
  expect(added.status).toBe(status)
  const again = await who(persona).ask('POST', '/api/library/cards', {
    id,
    card: card({ title: `De ${persona}` }),
  })
  expect(again.status).toBe(status)
  const { cards } = await library(stranger())
  expect(cards.filter(({ title }) => title === `De ${persona}`)).toHaveLength(status === 200 ? 1 : 0)
})

test('a card that was made here stands wherever cards are read', async () => {
  const response = await read<{ cards: { title: string }[] }>(stranger(), '/api/context?theme=th')
  expect(response.cards.map(({ title }) => title)).toContain('De team')
})

test('a correction says why, keeps the wording that came, and is refused on words that changed meanwhile', async () => {
  const life = who('cooperative-life')
  const correct = (seen: number, text: string) =>
    life.ask('PUT', '/api/library/cards/ctx-1', { seen, card: { ...card({ text }), why: 'Nouveau bail' } })
  expect((await correct(1, 'Le bail ferme à 22 h')).status).toBe(200)
  expect((await correct(1, 'Une autre chose')).status).toBe(409)
  expect((await library(stranger())).cards.find(({ id }) => id === 'ctx-1')).toMatchObject({
    ...{ text: 'Le bail ferme à 22 h', version: 2, changed: { byName: 'Vie', why: 'Nouveau bail' } },
  })
  const { versions } = await read<CardVersionsAnswer>(stranger(), '/api/library/cards/ctx-1')
  expect(versions.map(({ text }) => text)).toEqual([
    'Le bail ferme à 22 h',
    'La cagnotte des comités est limitée',
  ])
  expect(versions[1]?.changed).toBeNull()
})

test('a card of a theme or a country that does not exist is refused', async () => {
  for (const more of [
    { themeIds: ['th-nowhere'] },
    { jurisdictions: ['ZZ'] },
    { text: '' },
    { date: 'hier' },
  ])
    expect(
      (await who('admin').ask('POST', '/api/library/cards', { id: randomId(), card: card(more) })).status,
    ).toBe(422)
})

test('documents are put by cooperative life alone; each version keeps its address', async () => {
  const put = (visitor: Visitor, seen: number, text: string) =>
    visitor.ask('PUT', '/api/library/documents/reglement', {
      seen,
      document: { kind: 'rules', title: 'Règlement', language: 'fr', date: '2019-01-01', text, why: '' },
    })
  expect((await put(stranger(), 0, 'Un')).status).toBe(401)
  expect((await put(who('team'), 0, 'Un')).status).toBe(403)
  expect((await put(who('cooperative-life'), 0, '# Titre\n\nUn\n\nDeux')).status).toBe(200)
  expect((await put(who('admin'), 0, 'Trop tard')).status).toBe(409)
  expect((await put(who('admin'), 1, 'Zéro\n\nUn\n\nDeux')).status).toBe(200)
  const newest = await read<DocumentAnswer>(stranger(), '/api/library/documents/reglement')
  const first = await read<DocumentAnswer>(stranger(), '/api/library/documents/reglement?version=1')
  expect([newest.version, newest.paragraphs, newest.source]).toEqual([2, 3, null])
  expect([first.version, first.newest, first.paragraphs]).toEqual([1, 2, 2])
  expect(first.blocks).toContainEqual({ kind: 'paragraph', number: 2, text: 'Deux' })
  expect((await stranger().ask('GET', '/api/library/documents/reglement?version=9')).status).toBe(404)
})

test('the statutes that come with the demo say that they are fictional', async () => {
  const statutes = await read<DocumentAnswer>(stranger(), '/api/library/documents/statuts')
  expect(statutes).toMatchObject({ fictional: true, version: 1, kind: 'statutes' })
  expect(statutes.paragraphs).toBeGreaterThan(15)
})

test('[L3] a group’s question is read by the group and by those who answer, until its answer is published', async () => {
  const lyon = who('member-lyon')
  const question = { ...asking(), draftId: 'dr-1' }
  expect((await stranger().ask('POST', '/api/groups/lyon/questions', question)).status).toBe(401)
  expect((await who('board-france').ask('POST', '/api/groups/lyon/questions', question)).status).toBe(403)
  expect(
    (await lyon.ask('POST', '/api/groups/lyon/questions', { ...question, draftId: 'dr-9' })).status,
  ).toBe(404)
  expect((await lyon.ask('POST', '/api/groups/lyon/questions', question)).status).toBe(204)
  expect((await lyon.ask('POST', '/api/groups/lyon/questions', question)).status).toBe(204)
  const told = async (visitor: Visitor): Promise<boolean> =>
    (await (await visitor.ask('GET', '/api/library')).text()).includes(canary)
  expect(await told(lyon)).toBe(true)
  expect(await told(who('team'))).toBe(true)
  expect(await told(stranger())).toBe(false)
  // Whoever might walk in is told nothing before they did.
  expect(await told(who('board-france'))).toBe(false)
  expect(await told(who('member-nantes'))).toBe(false)
  expect(await (await stranger().ask('GET', '/api/library/briefs/th')).text()).not.toContain(canary)

  const [open] = (await library(who('team'))).questions
  expect(open).toMatchObject({ state: 'open', draft: { title: `Une cagnotte ${canary}` } })
  const answer = { seen: open?.version ?? 0, text: 'Le comité la garde', published: false }
  const path = `/api/library/questions/${open?.id ?? ''}`
  expect((await lyon.ask('POST', `${path}/answers`, answer)).status).toBe(403)
  expect((await who('team').ask('POST', `${path}/answers`, answer)).status).toBe(204)
  expect((await who('admin').ask('POST', `${path}/answers`, { ...answer, text: 'Autre' })).status).toBe(409)
  expect(await told(stranger())).toBe(false)
  expect((await library(lyon)).questions[0]).toMatchObject({
    state: 'answered',
    toRead: true,
    answers: [{ byName: 'Équipe' }],
  })

  const shared = { seen: 2, text: 'Et tout le monde peut le lire', published: true }
  expect((await who('team').ask('POST', `${path}/answers`, shared)).status).toBe(204)
  const [seen] = (await library(stranger())).questions
  // [L4] Its words are everybody's now; who asked and from which text stays within the group.
  expect(seen).toMatchObject({ published: true, draft: null, asked: { byName: '' }, toRead: false })
})

test('what waits: an answer to give, then an answer to read, then nothing', async () => {
  const account = async (id: string) => {
    const found = await server.store.people.account(id)
    if (!found) throw new Error(id)
    return found
  }
  const waits = async (id: string) => libraryWaits(server.serving.deps, await account(id))
  expect(await waits('demo-member-lyon')).toMatchObject([{ text: 'library:waits.answered', count: 1 }])
  const [question] = (await library(who('member-lyon'))).questions
  const seen = `/api/library/questions/${question?.id ?? ''}/seen`
  expect((await who('member-nantes').ask('POST', seen, {})).status).toBe(404)
  expect((await who('member-lyon').ask('POST', seen, {})).status).toBe(204)
  expect(await waits('demo-member-lyon')).toEqual([])
  expect(await waits('demo-cooperative-life')).toEqual([])
  await who('member-nantes').ask('POST', '/api/groups/nantes/questions', asking({ due: '2031-03-01' }))
  expect(await waits('demo-cooperative-life')).toMatchObject([
    { text: 'library:waits.toAnswer', count: 1, day: '2031-03-01' },
  ])
})

test('what was learnt is said by members of a session that was held; the report names nobody', async () => {
  const lyon = who('member-lyon')
  const line = (more: object = {}) => ({
    id: randomId(),
    line: { kind: 'learned', text: 'Lire un bilan à onze', sessionId: 'ses-1', ...more },
  })
  expect((await stranger().ask('POST', '/api/groups/lyon/learned', line())).status).toBe(401)
  expect((await who('board-france').ask('POST', '/api/groups/lyon/learned', line())).status).toBe(403)
  expect((await lyon.ask('POST', '/api/groups/lyon/learned', line({ sessionId: 'ses-9' }))).status).toBe(404)
  expect((await lyon.ask('POST', '/api/groups/lyon/learned', line())).status).toBe(200)
  const own = await read<LearnedAnswer>(lyon, '/api/groups/lyon/learned')
  expect(own.lines).toMatchObject([{ text: 'Lire un bilan à onze', own: true, sessionDate: '2019-10-08' }])
  expect(await read<LearnedAnswer>(stranger(), '/api/groups/lyon/learned')).toEqual({
    lines: [],
    sessions: [],
    maySay: false,
  })
  const report = await (await stranger().ask('GET', '/api/library/learned.md?lang=fr')).text()
  expect(report).toContain('- Lire un bilan à onze (Lyon, 8 octobre 2019)')
  expect(report).not.toContain('member-lyon')
  const path = `/api/groups/lyon/learned/${own.lines[0]?.id ?? ''}`
  expect((await who('board-france').ask('DELETE', path)).status).toBe(403)
  expect((await lyon.ask('DELETE', path)).status).toBe(200)
  expect((await library(stranger())).learned).toEqual([])
})

test('[R1] [R2] what the closed minutes of a session tell as learnt stands on the group’s page and in the report, once', async () => {
  const lyon = who('member-lyon')
  const write = (sessionId: string, closedAt: number | null, learnt: readonly string[]) =>
    server.serving.deps.lane.edit('drafts/space-l', (doc) => {
      writeMinutes(doc, {
        ...{ sessionId, closedAt, title: 'Compte rendu', writtenAt: 1, language: 'fr', day: '2019-10-08' },
        blocks: [
          { key: 'notes', type: 'bullet', text: 'Une note du mur' },
          { key: 'learnt:title', type: 'heading', text: 'Ce que nous avons appris' },
          ...learnt.map((text) => ({ key: `learnt:${text}`, type: 'bullet' as const, text })),
          { key: 'actions:title', type: 'heading', text: 'Actions' },
          { key: 'action', type: 'bullet', text: 'Appeler la mairie' },
        ],
      })
    })
  await write('ses-live', null, ['Trop tôt pour le dire'])
  await write('ses-1', 5, ['Une clé se garde à trois', 'Lire un bilan à onze.'])
  const line = { kind: 'learned', text: 'Lire un bilan à onze', sessionId: 'ses-1' }
  expect((await lyon.ask('POST', '/api/groups/lyon/learned', { id: randomId(), line })).status).toBe(200)
  const { lines } = await read<LearnedAnswer>(lyon, '/api/groups/lyon/learned')
  expect(lines.map(({ text, fromMinutes }) => [text, fromMinutes])).toEqual([
    ['Lire un bilan à onze', false],
    ['Une clé se garde à trois', true],
  ])
  expect(lines[1]).toMatchObject({ sessionId: 'ses-1', sessionDate: '2019-10-08', own: false })
  const report = await (await stranger().ask('GET', '/api/library/learned.md?lang=fr')).text()
  expect(report).toContain('- Une clé se garde à trois (Lyon, 8 octobre 2019)')
  expect(report.match(/Lire un bilan/gu)).toHaveLength(1)
  expect(report).not.toMatch(/Trop tôt|note du mur|mairie/u)
  // The secretary corrects the minutes: the report says the corrected words, and the others no more.
  await write('ses-1', 5, ['Une clé se garde à quatre'])
  expect((await library(stranger())).learned.map(({ text }) => text)).toContain('Une clé se garde à quatre')
  expect((await library(stranger())).learned.map(({ text }) => text)).not.toContain(
    'Une clé se garde à trois',
  )
})

test('[F1] [F2] the frame is switched by who facilitates the group; free shows no card, framed shows them and keeps every idea', async () => {
  const frame = (visitor: Visitor) => read<FrameAnswer>(visitor, '/api/groups/lyon/frame')
  const lyon = who('member-lyon')
  const admin = who('admin')
  expect((await stranger().ask('GET', '/api/groups/lyon/frame')).status).toBe(404)
  const free = await frame(lyon)
  expect([free.phase, free.maySwitch, free.mayMark, free.drafts[0]?.cards]).toEqual(['free', false, true, []])
  // [F6] Linked or not, no card leaves the server for where the group writes; in the library it is there to be looked for.
  const beside = async (visitor: Visitor, query: string) =>
    (await read<{ cards: readonly { id: string }[] }>(visitor, `/api/context${query}`)).cards.map(
      ({ id }) => id,
    )
  const guest = stranger()
  await guest.join('LYON')
  for (const visitor of [lyon, admin, guest]) expect(await beside(visitor, '?room=lyon')).toEqual([])
  expect(await beside(lyon, '')).toEqual([])
  expect(await beside(lyon, '?theme=th')).toEqual([])
  expect(await beside(admin, '')).toContain('ctx-1')
  expect((await library(lyon)).cards.map(({ id }) => id)).toContain('ctx-1')
  const framed = { seen: 0, phase: 'framed' }
  expect((await lyon.ask('PUT', '/api/groups/lyon/frame', framed)).status).toBe(403)
  expect((await who('facilitator-nantes').ask('PUT', '/api/groups/lyon/frame', framed)).status).toBe(403)
  expect((await admin.ask('PUT', '/api/groups/lyon/frame', framed)).status).toBe(200)
  expect((await admin.ask('PUT', '/api/groups/lyon/frame', { seen: 0, phase: 'free' })).status).toBe(409)
  for (const visitor of [lyon, admin, guest]) expect(await beside(visitor, '?room=lyon')).toContain('ctx-1')
  expect(await beside(lyon, '')).toContain('ctx-1')
  const [draft] = (await frame(lyon)).drafts
  expect(draft).toMatchObject({ id: 'dr-1', outOfTheBox: true })
  expect(draft?.cards[0]).toMatchObject({ cardId: 'ctx-1', why: 'linked', mark: null })

  const mark = { seen: 0, draftId: 'dr-1', cardId: 'ctx-1', mark: 'outside', note: 'Assumé' }
  expect((await who('board-france').ask('PUT', '/api/groups/lyon/frame/marks', mark)).status).toBe(403)
  expect((await lyon.ask('PUT', '/api/groups/lyon/frame/marks', { ...mark, cardId: 'ctx-9' })).status).toBe(
    404,
  )
  expect((await lyon.ask('PUT', '/api/groups/lyon/frame/marks', mark)).status).toBe(200)
  expect((await admin.ask('PUT', '/api/groups/lyon/frame/marks', { ...mark, mark: 'ask' })).status).toBe(409)
  const marked = (await frame(lyon)).drafts[0]
  expect(marked?.cards[0]).toMatchObject({
    mark: 'outside',
    note: 'Assumé',
    version: 1,
    byName: 'member-lyon A.',
  })
  expect([marked?.title, marked?.outOfTheBox]).toEqual([draft?.title, true])
})

test('outside the demo the library is for accounts and for whoever is in a room; the glossary is anybody’s', async () => {
  for (const path of [
    '/api/library',
    '/api/library/briefs/th',
    '/api/library/learned.md',
    '/api/library/documents/statuts',
  ])
    expect((await new Visitor(closed).ask('GET', path)).status, path).toBe(401)
  const guest = new Visitor(closed)
  await guest.join('NANTES')
  const page = await read<LibraryAnswer>(guest, '/api/library')
  expect([page.documents, page.terms]).toEqual([[], 89])
  const { terms } = await read<{ terms: unknown[] }>(new Visitor(closed), '/api/library/glossary')
  expect(terms).toHaveLength(89)
})
