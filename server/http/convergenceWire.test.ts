// The convergence over real HTTP: two who place at once, staleness, who may do and read what, coverage, and publication to everybody.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reach } from '#server/testing/documentHand.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { documentName } from '#shared/contract/documentName.ts'
import type { ConvergenceActAnswer, ConvergenceAnswer } from '#shared/convergence/convergenceAnswers.ts'
import type { TogetherPlace } from '#shared/convergence/writtenTogether.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

/** Stands in one handed-over text of Nantes, of Lyon, and nowhere else. */
const canary = { nantes: 'CANARI-NANTES', lyon: 'CANARI-LYON' } as const

let server: TestServer
let admin: Visitor
let nantes: Visitor
let member: Visitor
let lyon: Visitor
let board: Visitor
beforeAll(async () => {
  server = await startTestServer()
  const file = await server.store.cycle.exportFile()
  const draft = (id: string, groupId: string, text: string) => ({
    ...{ id, groupId, authorIds: [], date: '2020-03-01', title: `Titre ${id}`, text, recommendationIds: [] },
  })
  const drafts = [
    draft('dr-1', 'grp-n', `Ouvrir un comité local. ${canary.nantes} demande un budget.`),
    draft('dr-2', 'grp-n', 'Tenir une permanence chaque mois.'),
    draft('dr-3', 'grp-l', `Fonder un comité dans chaque ville. ${canary.lyon} veut des clés.`),
  ]
  const imported = await server.store.cycle.importFile({ ...file, drafts })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  const signed = async (persona: string): Promise<Visitor> => {
    const visitor = new Visitor(server)
    await visitor.signIn(persona)
    return visitor
  }
  admin = await signed('admin')
  nantes = await signed('facilitator-nantes')
  member = await signed('member-nantes')
  lyon = await signed('member-lyon')
  board = await signed('board-france')
})
afterAll(() => server.close())

const page = async (visitor: Visitor): Promise<ConvergenceAnswer> => {
  const response = await visitor.ask('GET', '/api/convergence')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return (await response.json()) as ConvergenceAnswer // what the route under test says
}
const ask = (visitor: Visitor, act: object) => visitor.ask('POST', '/api/convergence/acts', act)
const act = async (visitor: Visitor, what: object): Promise<ConvergenceActAnswer> => {
  const response = await ask(visitor, what)
  expect(response.status).toBe(200)
  return (await response.json()) as ConvergenceActAnswer // as above
}
const publish = async (knowing: readonly string[], visitor = admin): Promise<Response> =>
  visitor.ask('POST', '/api/convergence/publish', { knowing })
const itemWith = ({ desk }: ConvergenceAnswer, textId: string) => {
  const id = desk?.state.places[textId]?.into[0]?.itemId ?? ''
  const item = desk?.state.items[id]
  if (!item) throw new Error(`no item with ${textId}`)
  return { item, fingerprints: desk.fingerprints[id] }
}
const says = async (visitor: Visitor) => {
  const text = JSON.stringify(await page(visitor))
  return { nantes: text.includes(canary.nantes), lyon: text.includes(canary.lyon) }
}

test('before anything is placed: everything for those who place, one’s own for a group’s people, nothing for anybody else', async () => {
  // The canaries can be found.
  expect(await says(admin)).toEqual({ nantes: true, lyon: true })
  expect(await says(nantes)).toEqual({ nantes: true, lyon: false })
  expect(await says(member)).toEqual({ nantes: true, lyon: false })
  expect(await says(lyon)).toEqual({ nantes: false, lyon: true })
  for (const stranger of [board, new Visitor(server)]) {
    expect(await says(stranger)).toEqual({ nantes: false, lyon: false })
    expect(await page(stranger)).toMatchObject({ phase: 'working', desk: null, document: null })
  }
  expect((await page(admin)).may).toEqual({ write: true, reviewFor: [] })
  expect((await page(nantes)).may).toEqual({ write: false, reviewFor: ['grp-n'] })
})

test('only cooperative life places and publishes; only facilitators review; a stranger is asked to sign in', async () => {
  const keep = { act: 'keep', textIds: ['dr-1'], familyId: null }
  const statuses = async (visitor: Visitor) =>
    Promise.all([ask(visitor, keep), publish([], visitor)]).then((all) => all.map(({ status }) => status))
  for (const visitor of [nantes, member, lyon, board]) expect(await statuses(visitor)).toEqual([403, 403])
  expect(await statuses(new Visitor(server))).toEqual([401, 401])
  const review = {
    act: 'review',
    itemId: 'x',
    groupId: 'grp-n',
    aspect: 'text',
    verdict: 'faithful',
    fingerprint: '',
  }
  expect((await ask(member, review)).status).toBe(403)
  expect((await ask(admin, review)).status).toBe(403)
  expect((await ask(nantes, review)).status).toBe(404)
  expect((await ask(admin, { act: 'set-aside', textIds: ['dr-1'], reason: ' ' })).status).toBe(422)
  expect((await page(admin)).version).toBe(0)
})

test('two who place at once both have it kept; of two who word the same text the second reads first', async () => {
  const both = await Promise.all([
    act(admin, { act: 'keep', textIds: ['dr-1'], familyId: null }),
    act(admin, { act: 'keep', textIds: ['dr-2'], familyId: null }),
  ])
  expect(both.map(({ refused }) => refused)).toEqual([null, null])
  expect((await page(admin)).desk?.coverage).toMatchObject({ total: 3, placed: 2 })
  const { item } = itemWith(await page(admin), 'dr-2')
  const { constat, id, jurisdictions, moyens, proposition, revision } = item
  const words = { act: 'word', itemId: id, seen: revision, constat, moyens, proposition, jurisdictions }
  const worded = await Promise.all(
    ['Un', 'Deux'].map((title) => act(admin, { ...words, title, kind: 'service' })),
  )
  expect(worded.map(({ refused }) => refused).sort()).toEqual(['stale', null].sort())
  const deeds = await server.store.convergence.convergenceDeeds('cyc')
  expect(deeds.map(({ version }) => version)).toEqual([1, 2, 3])
})

test('a facilitator says à corriger and then fidèle of the words as they stand; another group’s word is not read', async () => {
  const { item } = itemWith(await page(admin), 'dr-1')
  await act(admin, { act: 'join', textIds: ['dr-3'], itemId: item.id, as: 'text' })
  await act(admin, { act: 'summarise', itemId: item.id, seen: item.summaryRevision, summary: 'Un comité.' })
  // The item carries Nantes’ words: Lyon’s people read them there, and not the handed-over text beside it.
  expect((await page(lyon)).desk?.texts.map(({ id }) => id)).toEqual(['dr-3'])
  const say = async (verdict: string, word: string, aspect = 'summary') => {
    const { fingerprints } = itemWith(await page(nantes), 'dr-1')
    const fingerprint = aspect === 'text' ? fingerprints?.text : fingerprints?.summary
    const review = { act: 'review', itemId: item.id, groupId: 'grp-n', aspect, verdict, word, fingerprint }
    return (await act(nantes, review)).refused
  }
  const verdicts = async (visitor = admin) =>
    (await page(visitor)).desk?.reviews[item.id]?.map(({ groupId, verdict }) => `${groupId} ${verdict}`)
  expect(await say('to-correct', '')).toBe('wordWanted')
  expect(await say('to-correct', 'Il manque le budget CANARI-MOT.')).toBeNull()
  expect(await verdicts()).toEqual(['grp-n to-correct', 'grp-l none'])
  expect(await verdicts(lyon)).toEqual(['grp-l none'])
  expect((await page(lyon)).desk?.sourceGroups[item.id]).toEqual(['grp-n', 'grp-l'])
  expect(JSON.stringify(await page(member))).toContain('CANARI-MOT')
  expect(JSON.stringify(await page(lyon))).not.toContain('CANARI-MOT')
  const seen = itemWith(await page(admin), 'dr-1').item.summaryRevision
  await act(admin, { act: 'summarise', itemId: item.id, seen, summary: 'Un comité et un budget.' })
  // The change lapses what was said, and home says that it is to be read again.
  const waits = async () =>
    (await (await nantes.ask('GET', '/api/home')).text()).includes('convergence:waits.toReview')
  expect(await waits()).toBe(true)
  expect(await verdicts()).toEqual(['grp-n none', 'grp-l none'])
  expect(await say('faithful', '')).toBeNull()
  expect(await say('faithful', '', 'text')).toBeNull()
  expect(await verdicts()).toEqual(['grp-n faithful', 'grp-l none'])
  expect(await waits()).toBe(false)
})

test('a text written together belongs to cooperative life alone, is the same for all who open it, and holds publication until it is taken over', async () => {
  const { item } = itemWith(await page(admin), 'dr-1')
  const open = (visitor: Visitor) => visitor.ask('POST', `/api/convergence/items/${item.id}/together`, {})
  for (const visitor of [nantes, member, lyon, board]) expect((await open(visitor)).status).toBe(403)
  expect((await open(new Visitor(server))).status).toBe(401)
  expect((await admin.ask('POST', '/api/convergence/items/none/together', {})).status).toBe(404)
  const places = await Promise.all([open(admin), open(admin)]).then((all) =>
    Promise.all(all.map((one) => one.json())),
  )
  expect(places[0]).toEqual(places[1])
  const { code, draftId, spaceId } = places[0] as TogetherPlace // the route's declared answer
  const doors = async (visitor: Visitor) =>
    (
      await visitor.ask('POST', `/api/rooms/${encodeURIComponent(code)}/join`, {
        name: 'Une personne',
        presence: 'remote',
      })
    ).status
  expect(await doors(admin)).toBe(200)
  for (const visitor of [nantes, member, lyon, board, new Visitor(server)])
    expect([403, 404]).toContain(await doors(visitor))
  expect((await page(admin)).desk?.together).toEqual({ [item.id]: 'taken-over' })
  expect((await page(nantes)).desk?.together).toEqual({})
  const joined = await admin.ask('POST', `/api/rooms/${encodeURIComponent(code)}/join`, {
    ...{ name: 'Une personne', presence: 'remote' },
  })
  const { ticket } = (await joined.json()) as JoinAnswer // the door's declared answer
  const name = documentName({ kind: 'drafts', id: spaceId })
  const wrote = await reach(server, { name, ticket }, (doc) => {
    const title = draftsOf(doc).get(draftId)?.get('title')
    if (title instanceof Y.Text) title.insert(title.length, ' ensemble')
  })
  expect(wrote).toBe('write')
  expect((await page(admin)).desk?.together).toEqual({ [item.id]: 'changed' })
  const answer = await (await publish([])).json()
  expect((answer as ConvergenceActAnswer).refused).toBe('notTakenOver') // as above
  const { constat, id, jurisdictions, kind, moyens, proposition, revision, title } = item
  const words = { constat, moyens, proposition, jurisdictions: [...jurisdictions], kind }
  const take = { act: 'word', itemId: id, seen: revision, title: `${title} ensemble`, ...words }
  expect((await act(admin, take)).refused).toBeNull()
  expect((await page(admin)).desk?.together).toEqual({ [item.id]: 'taken-over' })
  // What Nantes said of the words before has lapsed.
  expect((await page(nantes)).desk?.reviews[item.id]).toMatchObject([{ verdict: 'none' }])
  const fingerprint = (await page(nantes)).desk?.fingerprints[item.id]?.text
  const faithful = {
    act: 'review',
    itemId: id,
    groupId: 'grp-n',
    aspect: 'text',
    verdict: 'faithful',
    fingerprint,
  }
  expect((await act(nantes, faithful)).refused).toBeNull()
})

test('publishing is refused until all is covered and summed up, needs to know who has not reviewed, and is then everybody’s', async () => {
  const refused = async (knowing: readonly string[]) =>
    ((await (await publish(knowing)).json()) as ConvergenceActAnswer).refused // as above
  await act(admin, { act: 'take-out', textIds: ['dr-2'], itemId: null })
  expect(await refused([])).toBe('uncovered')
  await act(admin, { act: 'set-aside', textIds: ['dr-2'], reason: 'Existe déjà à Nantes.' })
  expect(await refused([])).toBe('reviewsChanged')
  expect(await server.store.publications.newestVersions()).toEqual([])
  expect(await refused(['grp-l'])).toBeNull()
  const everybody = await Promise.all([admin, lyon, board, new Visitor(server)].map(page))
  for (const { desk, document, phase } of everybody) {
    expect({ desk, phase }).toEqual({ desk: null, phase: 'published' })
    expect(document?.coverage).toMatchObject({ total: 3, placed: 3 })
    expect(document?.annex.map(({ fate, reason }) => `${fate} ${reason}`.trim())).toEqual([
      ...['merged', 'aside Existe déjà à Nantes.', 'merged'],
    ])
    expect(document?.families[0]?.items[0]).toMatchObject({
      number: '1.1',
      summaryBy: 'admin A.',
      reviews: [
        { groupId: 'grp-n', verdict: 'faithful' },
        { groupId: 'grp-l', verdict: 'none' },
      ],
      sources: [
        { textId: 'dr-1', relation: 'merged' },
        { textId: 'dr-3', relation: 'merged' },
      ],
    })
  }
  // The rest of the product reads it too, and nothing moves any more.
  const [published] = await server.store.publications.newestVersions()
  expect(published).toMatchObject({
    version: 1,
    recommendation: { title: 'Titre dr-1 ensemble', code: '1.1' },
  })
  const followUp = await admin.ask('GET', `/api/follow-up/${published?.recommendation.id}`)
  expect(followUp.status).toBe(200)
  expect((await act(admin, { act: 'keep', textIds: ['dr-2'], familyId: null })).refused).toBe('published')
  expect(await refused([])).toBe('published')
})
