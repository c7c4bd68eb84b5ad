// The follow-up over the wire: who is told what, who may add what, and that nothing is lost or overwritten.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeText, versionsOf } from '#server/features/publication/texts.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import type { FollowNewsAnswer, FollowUpAnswer, ThreadAnswer } from '#shared/followUp/followUpAnswers.ts'

/** Stands in a note of Lyon, in an unpublished draft, and in a person's name: nowhere else. */
const canary = 'zibeline'
const cycleId = 'cyc'

let server: TestServer
let strangers: TestServer
const people = new Map<string, Visitor>()
const who = (persona: string): Visitor => people.get(persona) ?? new Visitor(server)

const recommendation = (id: string, code: string, more: object = {}) => ({
  ...{
    id,
    code,
    themeId: 'th',
    title: `Titre ${code}`,
    summary: 'Résumé',
    constat: '',
    proposition: 'Faire',
  },
  ...{ moyens: '', jurisdictions: ['FR'], kind: 'tool', maturity: 'ready', groupIds: ['grp-l'], nuances: [] },
  ...{ provenance: [{ draftId: `dr-${code}`, groupId: 'grp-l', relation: 'kept' }], status: 'final' },
  ...{ updatedAt: '2019-12-01', contextIds: [], ...more },
})
const draft = (id: string, more: object = {}) => ({
  ...{ id, groupId: 'grp-l', authorIds: [], date: '2019-11-01', title: `Brouillon ${id}`, text: 'Texte' },
  ...{ recommendationIds: [], ...more },
})
const decision = (id: string, recommendationId: string, word: string) => ({
  ...{ id, boardId: 'board', recommendationId, decision: word, reason: `Raison ${id}`, basis: ['means'] },
  ...{ contextIds: [], date: '2020-02-01', votes: { for: 5, against: 1, abstain: 0 } },
})

async function prepare(one: TestServer): Promise<void> {
  const before = await one.store.cycle.exportFile()
  const imported = await one.store.cycle.importFile({
    ...before,
    boards: [{ id: 'board', entityId: 'ent', name: 'Conseil', members: [] }],
    members: [
      { id: 'mem-member-nantes', displayName: 'Nour A.', groupIds: [] },
      { id: 'mem-x', displayName: `Xavier ${canary}`, groupIds: [] },
    ],
    drafts: [draft('dr-R1'), draft('dr-R2'), draft('dr-secret', { title: `Secret ${canary}` })],
    recommendations: [recommendation('rec-1', 'R1'), recommendation('rec-2', 'R2')],
    decisions: [decision('dec-1', 'rec-1', 'accept'), decision('dec-2', 'rec-2', 'refuse')],
    planItems: [
      {
        ...{
          id: 'plan-1',
          recommendationId: 'rec-1',
          decisionIds: ['dec-1'],
          title: 'Projet',
          entityIds: ['ent'],
        },
        ...{ ownerMemberIds: ['mem-member-nantes', 'mem-x'], start: '2020-03-01', end: '2020-03-31' },
        ...{ status: 'in_progress', progress: 20, updates: [{ date: '2020-03-02', text: 'Commencé' }] },
      },
    ],
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  await one.store.documentLog.create('drafts/space-l')
  await one.serving.deps.lane.edit('drafts/space-l', (doc) => {
    createDraft(doc, {
      id: 'full-1',
      title: 'Long',
      fields: { shortDraftId: 'dr-R1' },
      sources: { 'lyon:shape:1': canary },
    })
  })
}

beforeAll(async () => {
  server = await startTestServer()
  await prepare(server)
  for (const persona of ['facilitator-nantes', 'member-nantes', 'member-lyon', 'board-france', 'admin']) {
    const visitor = new Visitor(server)
    await visitor.signIn(persona)
    people.set(persona, visitor)
  }
  strangers = await startTestServer({}, { demo: false })
  await prepare(strangers)
}, 60_000)
afterAll(async () => {
  await server.close()
  await strangers.close()
})

const list = async (visitor: Visitor): Promise<FollowUpAnswer> =>
  (await (await visitor.ask('GET', '/api/follow-up')).json()) as FollowUpAnswer // the route's declared answer
const thread = (visitor: Visitor, key: string): Promise<Response> =>
  visitor.ask('GET', `/api/follow-up/${key}`)
const act = async (
  visitor: Visitor,
  target: string,
  targetId: string,
  body: object,
  more: object = {},
): Promise<number> =>
  (await visitor.ask('POST', '/api/follow-up/acts', { id: randomId(), target, targetId, body, ...more }))
    .status

test('every recommendation has its line, the refused one too, for whoever asks', async () => {
  const { lines, you } = await list(new Visitor(server))
  expect(lines.map(({ code, fate, late }) => [code, fate, late])).toEqual([
    ['R1', 'under-way', true],
    ['R2', 'refused', false],
  ])
  expect(lines[1]?.boards[0]?.reason).toBe('Raison dec-2')
  expect(you).toMatchObject({ signedIn: false, keeps: false, groupIds: [] })
})

test('a thread is public with its recommendation; a group’s notes are its own; a draft that is none yet is found by its readers', async () => {
  const outside = new Visitor(strangers)
  for (const key of ['R1', 'rec-1', 'dr-R1', 'r1']) expect((await thread(outside, key)).status, key).toBe(200)
  const told = await (await thread(outside, 'R1')).text()
  expect(told).toContain('"kind":"notes"')
  expect(told).not.toContain(canary)
  // The canary can be found: Lyon's own member reads the note, in the demo the names stand for nobody.
  expect(await (await thread(who('member-lyon'), 'R1')).text()).toContain(`"words":["${canary}"]`)
  expect((await thread(outside, 'dr-secret')).status).toBe(404)
  expect((await thread(outside, 'nothing')).status).toBe(404)
  expect((await thread(who('member-lyon'), 'dr-secret')).status).toBe(200)
  expect(await (await outside.ask('GET', '/api/follow-up')).text()).not.toContain(canary)
})

test('a thread says what is missing', async () => {
  const { missing, rows } = (await (await thread(who('admin'), 'R2')).json()) as ThreadAnswer // the route's declared answer
  expect(rows.map(({ kind }) => kind)).toEqual(['draft', 'published', 'verdict'])
  expect(missing).toContainEqual({ stage: 'notes', why: 'none' })
  expect(missing).toContainEqual({ stage: 'felt', why: 'none' })
})

test('news: cooperative life and who carries the item, nobody else; both of two at once are kept', async () => {
  const news = { kind: 'news', text: 'Trois antennes de plus' }
  for (const visitor of [new Visitor(server)]) expect(await act(visitor, 'item', 'plan-1', news)).toBe(401)
  for (const persona of ['member-lyon', 'board-france', 'facilitator-nantes'])
    expect(await act(who(persona), 'item', 'plan-1', news), persona).toBe(403)
  const both = await Promise.all([
    act(who('admin'), 'item', 'plan-1', news),
    act(who('admin'), 'item', 'plan-1', { kind: 'news', text: 'Autre nouvelle' }),
  ])
  expect(both).toEqual([204, 204])
  // Who carries it writes too, until somebody else carries it.
  expect(await act(who('member-nantes'), 'item', 'plan-1', { kind: 'news', text: 'De qui le porte' })).toBe(
    204,
  )
  expect(await act(who('member-nantes'), 'item', 'plan-1', { kind: 'owners', owners: [] })).toBe(403)
  expect(await act(who('admin'), 'item', 'plan-1', { kind: 'owners', owners: ['Bo'] })).toBe(204)
  expect(await act(who('member-nantes'), 'item', 'plan-1', news)).toBe(403)
  const [line] = (await list(new Visitor(server))).lines
  expect(line?.items[0]?.news.map(({ text }) => text).sort()).toEqual([
    'Autre nouvelle',
    'Commencé',
    'De qui le porte',
    'Trois antennes de plus',
  ])
  expect(await act(who('admin'), 'item', 'nothing', news)).toBe(404)
  expect(await act(who('admin'), 'item', 'plan-1', { kind: 'news', text: '' })).toBe(422)
  expect(await act(who('admin'), 'axes', cycleId, news)).toBe(422)
})

test('a change that somebody else made meanwhile is told, and both lines stay', async () => {
  const [before] = (await list(who('admin'))).lines
  const seen = before?.items[0]?.version ?? -1
  const state = (progress: number) => ({
    kind: 'state',
    state: 'blocked',
    progress,
    reason: 'Un refus de permis',
  })
  expect(await act(who('admin'), 'item', 'plan-1', state(30), { seen })).toBe(204)
  expect(await act(who('admin'), 'item', 'plan-1', state(90), { seen })).toBe(409)
  expect(
    await act(
      who('admin'),
      'item',
      'plan-1',
      { kind: 'state', state: 'done', progress: 100, reason: '' },
      { seen: seen + 1 },
    ),
  ).toBe(204)
  const [item] = (await list(who('admin'))).lines[0]?.items ?? []
  expect(item).toMatchObject({ state: 'done', progress: 100 })
  expect(item?.changes.map(({ change }) => change.kind)).toEqual(['owners', 'state', 'state'])
})

test('axes are named by cooperative life, and items stand on them', async () => {
  const axis = { kind: 'axis-named', axisId: 'axe-1', title: 'Démocratie', order: 1 }
  expect(await act(who('member-nantes'), 'axes', cycleId, axis)).toBe(403)
  expect(await act(who('admin'), 'axes', cycleId, axis)).toBe(204)
  expect(await act(who('admin'), 'item', 'plan-1', { kind: 'axis', axisId: 'axe-2' })).toBe(404)
  expect(await act(who('admin'), 'item', 'plan-1', { kind: 'axis', axisId: 'axe-1' })).toBe(204)
  const { axes, lines } = await list(new Visitor(server))
  expect(axes.map(({ title }) => title)).toEqual(['Démocratie'])
  expect(lines[0]?.items[0]?.axisId).toBe('axe-1')
})

test('on le fait ici: a group begins, another adopts, and the boards read where it is under way', async () => {
  const begun = {
    ...{ kind: 'declared', title: 'Une permanence', text: '', groupId: 'grp-n', antennaId: null },
    ...{ recommendationIds: ['rec-2'], draftId: null, people: 4 },
  }
  expect(await act(who('member-lyon'), 'initiative', 'ini-1', begun)).toBe(403)
  expect(
    await act(who('member-nantes'), 'initiative', 'ini-1', { ...begun, recommendationIds: ['rec-9'] }),
  ).toBe(404)
  expect(await act(who('member-nantes'), 'initiative', 'ini-1', begun)).toBe(204)
  expect(await act(who('member-nantes'), 'initiative', 'ini-1', begun)).toBe(409)
  const adopt = { kind: 'adopted', groupId: 'grp-l', antennaId: null }
  expect(await act(who('board-france'), 'initiative', 'ini-1', adopt)).toBe(403)
  expect(await act(who('member-lyon'), 'initiative', 'ini-1', adopt)).toBe(204)
  expect(await act(who('board-france'), 'initiative', 'ini-1', { kind: 'news', text: 'non' })).toBe(403)
  expect(
    await act(who('member-lyon'), 'initiative', 'ini-1', { kind: 'news', text: 'Douze personnes' }),
  ).toBe(204)
  const told = await list(who('board-france'))
  expect(told.lines[1]?.places).toEqual(['ant-nantes', 'ant-lyon'])
  expect(told.initiatives[0]).toMatchObject({
    place: 'Nantes',
    adopted: [{ place: 'Lyon' }],
    state: 'active',
  })
  expect(await act(who('member-lyon'), 'initiative', 'ini-1', { kind: 'left', groupId: 'grp-l' })).toBe(204)
  expect((await list(who('board-france'))).lines[1]?.places).toEqual(['ant-nantes'])
})

test('who follows a text finds what happened on the home page; feeds need nobody’s name', async () => {
  const visitor = who('board-france')
  expect((await new Visitor(server).ask('PUT', '/api/follows/recommendation/rec-1', {})).status).toBe(401)
  expect((await visitor.ask('PUT', '/api/follows/recommendation/rec-9', {})).status).toBe(404)
  expect((await visitor.ask('PUT', '/api/follows/recommendation/rec-1', {})).status).toBe(204)
  const news = async (): Promise<FollowNewsAnswer['news']> =>
    ((await (await visitor.ask('GET', '/api/follows?lang=fr')).json()) as FollowNewsAnswer).news // the route's declared answer
  expect((await news()).some(({ fresh, text }) => fresh && text.includes('Trois antennes de plus'))).toBe(
    true,
  )
  await visitor.ask('PUT', '/api/follows', { at: Date.now() + 1e9 })
  expect((await news()).every(({ fresh }) => !fresh)).toBe(true)
  await visitor.ask('DELETE', '/api/follows/recommendation/rec-1')
  expect(await news()).toEqual([])
  await act(who('admin'), 'recommendation', 'rec-1', { kind: 'news', text: '<script>&"' })
  for (const path of ['/feeds/follow-up.atom', '/feeds/themes/th.atom', '/feeds/follow-up/R1.atom']) {
    const response = await new Visitor(strangers).ask('GET', path)
    expect(response.headers.get('content-type'), path).toContain('application/atom+xml')
  }
  const xml = await (await new Visitor(server).ask('GET', '/feeds/follow-up/R1.atom')).text()
  expect(xml).toContain('&lt;script&gt;&amp;&quot;')
  expect(xml).not.toMatch(/<script>|admin A\.|zibeline/)
  expect((await new Visitor(server).ask('GET', '/feeds/follow-up/dr-secret.atom')).status).toBe(404)
})

test('past cycles are imported by cooperative life alone, looked at row by row, and taken back', async () => {
  const past = {
    year: 2017,
    place: 'Liège',
    title: '=1+1',
    text: '<b>t</b>',
    outcome: 'refused',
    reason: '',
    link: '',
  }
  const part = (rows: readonly object[]) => ({ importId: 'import001', name: 'pad.md', rows })
  const send = async (visitor: Visitor, rows: readonly object[]): Promise<number> =>
    (await visitor.ask('POST', '/api/past-recommendations', part(rows))).status
  expect(await send(who('member-nantes'), [{ place: 0, past }])).toBe(403)
  expect(await send(new Visitor(server), [{ place: 0, past }])).toBe(401)
  for (const wrong of [
    { year: 17 },
    { title: '' },
    { outcome: 'won' },
    { link: 'javascript:alert(1)' },
    { title: 'a\u0000b' },
  ])
    expect(await send(who('admin'), [{ place: 0, past: { ...past, ...wrong } }]), JSON.stringify(wrong)).toBe(
      422,
    )
  expect(await send(who('admin'), [{ place: 0, past }])).toBe(204)
  expect(
    await send(who('admin'), [
      { place: 0, past },
      { place: 1, past: { ...past, year: 2018 } },
    ]),
  ).toBe(204)
  expect((await list(new Visitor(server))).past.map(({ title, year }) => [year, title])).toEqual([
    [2018, '=1+1'],
    [2017, '=1+1'],
  ])
  expect((await who('member-nantes').ask('DELETE', '/api/past-recommendations/import001')).status).toBe(403)
  expect((await who('admin').ask('DELETE', '/api/past-recommendations/import001')).status).toBe(204)
  expect((await list(new Visitor(server))).past).toEqual([])
})

test('a project of the plan: cooperative life makes one of a decision that says yes, once, and every page has it', async () => {
  const made = (more: object = {}) => ({
    ...{ kind: 'made', recommendationId: 'rec-1', decisionIds: ['dec-1'], title: 'Deux clés de plus' },
    ...{ owners: ['Nora'], axisId: null, start: '2020-05-01', end: '2020-09-30', ...more },
  })
  const id = `plan-${randomId()}`
  expect(await act(new Visitor(server), 'item', id, made())).toBe(401)
  for (const persona of ['facilitator-nantes', 'member-nantes', 'board-france'])
    expect(await act(who(persona), 'item', id, made()), persona).toBe(403)
  const admin = who('admin')
  expect(await act(admin, 'item', id, made({ recommendationId: 'rec-2' })), 'another text’s verdict').toBe(
    404,
  )
  expect(
    await act(admin, 'item', id, made({ recommendationId: 'rec-2', decisionIds: ['dec-2'] })),
    'a no',
  ).toBe(404)
  expect(await act(admin, 'item', id, made({ start: '2021-01-01' })), 'ends before it begins').toBe(422)
  expect(await act(admin, 'item', 'plan-1', made()), 'an imported one').not.toBe(204)
  expect(await act(admin, 'item', id, made(), { seen: 0 })).toBe(204)
  expect(await act(admin, 'item', id, made(), { seen: 0 }), 'a second time').toBe(409)
  const { lines } = await list(who('member-lyon'))
  const item = lines.find((line) => line.id === 'rec-1')?.items.find((one) => one.id === id)
  expect(item).toMatchObject({
    title: 'Deux clés de plus',
    owners: ['Nora'],
    state: 'not_started',
    entityIds: ['ent'],
  })
  expect(item?.changes).toEqual([])
  expect(await act(admin, 'item', id, { kind: 'news', text: 'Commandées.' })).toBe(204)
  const { rows } = (await (await thread(new Visitor(server), 'R1')).json()) as ThreadAnswer // the route's declared answer
  expect(rows.filter((row) => row.kind === 'plan').map((row) => row.id)).toContain(id)
  expect(JSON.stringify(rows)).toContain('Commandées.')
})

test('a text that its group amends keeps its thread: why and by whom, and those who follow it read so', async () => {
  const { deps } = server.serving
  const standing = (await deps.store.cycle.recommendations({ before: '2020-05-01' })).find(
    ({ id }) => id === 'rec-1',
  )
  if (!standing) throw new Error('no recommendation')
  const [seen] = await versionsOf(deps, standing)
  if (!seen) throw new Error('no version')
  const why = 'Le débat a demandé qui garde les clés.'
  const words = { proposition: 'Un comité, et deux clés.' }
  expect(
    await changeText(deps, seen, { words, cause: 'amendment', why, byName: 'Samira', date: '2020-04-10' }),
  ).toBe('kept')
  const { rows, text } = (await (await thread(who('admin'), 'R1')).json()) as ThreadAnswer // as above
  expect(text.proposition).toBe('Un comité, et deux clés.')
  expect(rows.filter(({ kind }) => kind === 'published')).toHaveLength(1)
  expect(rows.find(({ kind }) => kind === 'version')).toMatchObject({
    cause: 'amendment',
    version: 2,
    why,
    byName: 'Samira',
  })
  await who('board-france').ask('PUT', '/api/follows/recommendation/rec-1', {})
  const news = await (await who('board-france').ask('GET', '/api/follows?lang=fr')).text()
  expect(news).toContain(`Texte amendé par son groupe. ${why}`)
})
