// The assembly over the wire: rights, votes at once, secrecy until the closing and after, questions, themes from proposal to choice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type {
  DeskAnswer,
  LiveAnswer,
  NamesAnswer,
  OwnAssembly,
  PlanVoteAnswer,
} from '#shared/assembly/assemblyAnswers.ts'
import type { ThemesAnswer } from '#shared/themes/proposal.ts'

let server: TestServer
const people = new Map<string, Visitor>()
const personas = ['facilitator-nantes', 'member-nantes', 'member-lyon', 'board-france', 'admin']
const who = (persona: string): Visitor => people.get(persona) ?? new Visitor(server)
const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T // what the route under test says
const status = async (answer: Promise<Response>): Promise<number> => (await answer).status
const live = (visitor = new Visitor(server)) => json<LiveAnswer>(visitor.ask('GET', '/api/assembly/live'))
const own = (persona: string) => json<OwnAssembly>(who(persona).ask('GET', '/api/assembly/me'))
const post = (persona: string, path: string, body: unknown = {}) =>
  who(persona).ask('POST', `/api/assembly/${path}`, body)

beforeAll(async () => {
  server = await startTestServer()
  await server.store.people.saveAccount({
    ...{ id: 'demo-cooperative-life', personId: 'team-n', displayName: 'Nora', standing: 'cooperative-life' },
    ...{ groupIds: [], facilitatesGroupIds: [] },
  })
  for (const persona of [...personas, 'cooperative-life']) {
    const visitor = new Visitor(server)
    await visitor.signIn(persona)
    people.set(persona, visitor)
  }
}, 60_000)
afterAll(() => server.close())

const motion = { purpose: 'motion', title: 'Approuver les comptes', secret: true }
async function opened(more: object = {}, by = 'admin'): Promise<string> {
  const { id } = await json<{ id: string }>(post(by, 'ballots', { ...motion, ...more }))
  expect(await status(post(by, `ballots/${id}/open`))).toBe(204)
  return id
}
const cast = (persona: string, id: string, paper: unknown, more: object = {}) =>
  status(post(persona, `ballots/${id}/cast`, { paper, ...more }))
const shown = async (id: string) => (await live()).ballots.find((one) => one.id === id)

test('one member, one vote: guests and the team have none, and of ten papers at once one counts', async () => {
  const id = await opened()
  expect(
    await status(new Visitor(server).ask('POST', `/api/assembly/ballots/${id}/cast`, { paper: 'for' })),
  ).toBe(401)
  expect(await cast('admin', id, 'for')).toBe(403)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => cast('member-nantes', id, n % 2 ? 'for' : 'against')),
  )
  expect(answers.filter((one) => one === 204)).toHaveLength(1)
  expect(answers.filter((one) => one === 409)).toHaveLength(9)
  expect(await cast('member-lyon', id, 'against')).toBe(204)
  expect(await cast('member-lyon', id, ['against'])).toBe(422)
  expect((await own('member-lyon')).votes.find(({ ballotId }) => ballotId === id)?.voices[0]?.voted).toBe(
    true,
  )
  expect(await shown(id)).toMatchObject({ state: 'open', voted: { account: 2, room: 0 }, result: null })
  expect(await status(post('admin', `ballots/${id}/close`, { presidedBy: 'Hilde M.' }))).toBe(204)
  expect(await cast('facilitator-nantes', id, 'for')).toBe(409)
  expect(await status(post('admin', `ballots/${id}/hand`, { paper: 'for', count: 3 }))).toBe(409)
  expect((await shown(id))?.result?.voters).toEqual({ account: 2, room: 0 })
})

test('a secret vote: no page, log or row ties a person to a paper, which the canary shows could be found', async () => {
  const id = await opened({ title: 'Vote canari' })
  expect(await cast('member-lyon', id, 'abstain')).toBe(204)
  for (const visitor of [who('admin'), who('member-nantes'), new Visitor(server)]) {
    const answers = await Promise.all(
      ['live', 'me', 'desk'].map(async (path) => (await visitor.ask('GET', `/api/assembly/${path}`)).text()),
    )
    const about = answers
      .join('')
      .split('"')
      .filter((word) => word === 'demo-member-lyon')
    // The desk lists who may vote; nothing else names anybody.
    expect(about.length).toBeLessThanOrEqual(visitor === who('admin') ? 1 : 0)
    expect(answers.join('')).not.toMatch(/"paper":"abstain"|"abstain":\{"votes":1/)
  }
  const { rows } = await readAll(id)
  const { personId = '' } = (await server.store.people.account('demo-member-lyon')) ?? {}
  expect(rows.find((row) => row.includes(`"voter_id":"${personId}"`))).toBeDefined()
  expect(rows.find((row) => row.includes('abstain'))).toBeDefined()
  expect(rows.filter((row) => /voter_id/.test(row) && row.includes('abstain'))).toEqual([])
  expect(server.log.filter((line) => line.includes('vote made')).length).toBeGreaterThan(0)
  expect(server.log.filter((line) => line.includes('abstain'))).toEqual([])
  await post('admin', `ballots/${id}/close`, { presidedBy: 'Hilde M.' })
  expect((await shown(id))?.result?.answers?.abstain.votes).toBe(1)
  expect(await status(who('admin').ask('GET', `/api/assembly/ballots/${id}/names`))).toBe(404)
})

/** Every row of every table about a vote, as text. */
async function readAll(ballotId: string): Promise<{ rows: string[] }> {
  const { read } = server.store.database
  const tables = [
    'assembly_voters',
    'assembly_counts',
    'assembly_open_papers',
    'assembly_ballot_acts',
  ] as const
  const rows = await Promise.all(
    tables.map((table) => read.selectFrom(table).selectAll().where('ballot_id', '=', ballotId).execute()),
  )
  return { rows: rows.flat().map((row) => JSON.stringify(row)) }
}

test('an open vote names its voters after the closing, to members only; hands of the room are said apart', async () => {
  const id = await opened({ secret: false, eligible: 10, quorum: { percent: 50, statute: 'Article 12' } })
  expect(await cast('member-nantes', id, 'for')).toBe(204)
  expect(await status(who('member-nantes').ask('GET', `/api/assembly/ballots/${id}/names`))).toBe(404)
  expect(await status(post('member-nantes', `ballots/${id}/hand`, { paper: 'for', count: 3 }))).toBe(403)
  expect(await status(post('admin', `ballots/${id}/hand`, { paper: 'for', count: 30 }))).toBe(422)
  expect(await status(post('admin', `ballots/${id}/hand`, { paper: 'for', count: 9 }))).toBe(204)
  const desk = await json<DeskAnswer>(who('admin').ask('GET', '/api/assembly/desk'))
  const wrong = desk.ballots.find((one) => one.id === id)?.hand[0]
  expect(wrong).toMatchObject({ count: 9, byName: 'admin A.' })
  expect(await status(post('admin', `ballots/${id}/hand`, { withdraw: wrong?.id }))).toBe(204)
  expect(await status(post('cooperative-life', `ballots/${id}/hand`, { paper: 'against', count: 4 }))).toBe(
    204,
  )
  await post('admin', `ballots/${id}/close`, { presidedBy: 'Hilde M.' })
  expect((await shown(id))?.result).toMatchObject({
    voters: { account: 1, room: 4 },
    answers: { for: { votes: 1, room: 0 }, against: { votes: 4, room: 4 } },
    quorum: { needed: 5, reached: true },
    outcome: 'refused',
  })
  const names = `/api/assembly/ballots/${id}/names`
  expect((await json<NamesAnswer>(who('member-lyon').ask('GET', names))).names).toEqual([
    { name: 'member-nantes A.', paper: 'for', weight: 1 },
  ])
  expect(await status(new Visitor(server).ask('GET', names))).toBe(401)
})

test('proxies and weights: an administrator’s to settle, with the paragraph; nobody votes twice by them', async () => {
  const given = [
    { giverId: 'demo-member-lyon', giverName: 'Lyon', holderId: 'demo-member-nantes', holderName: 'Nantes' },
  ]
  const proxies = { statute: 'Article 17.2', most: 1, given }
  expect(await status(post('cooperative-life', 'ballots', { ...motion, proxies }))).toBe(403)
  expect(await status(post('admin', 'ballots', { ...motion, proxies: { ...proxies, statute: '' } }))).toBe(
    422,
  )
  const id = await opened({
    proxies,
    weights: { statute: 'Article 18', of: [{ accountId: 'demo-member-lyon', name: 'Lyon', weight: 3 }] },
  })
  expect(await cast('facilitator-nantes', id, 'for', { for: 'demo-member-lyon' })).toBe(403)
  const both = await Promise.all([
    cast('member-nantes', id, 'for', { for: 'demo-member-lyon' }),
    cast('member-lyon', id, 'against'),
  ])
  expect([...both].sort()).toEqual([204, 409])
  expect(await cast('member-nantes', id, 'against')).toBe(204)
  expect(await shown(id)).toMatchObject({
    weights: { statute: 'Article 18', count: 1 },
    proxies: { most: 1, count: 1 },
  })
  expect(JSON.stringify(await live())).not.toContain('demo-member')
  await post('admin', `ballots/${id}/close`, { presidedBy: 'Hilde M.' })
  const result = (await shown(id))?.result
  expect(result?.voters.account).toBe(2)
  expect((result?.answers?.for.votes ?? 0) + (result?.answers?.against.votes ?? 0)).toBe(4)
})

test('the vote on the plan stands in public with its day and who presided', async () => {
  const id = await opened({ purpose: 'plan', title: 'Adopter le plan stratégique' })
  expect(
    (await json<PlanVoteAnswer>(new Visitor(server).ask('GET', '/api/assembly/plan-vote'))).votes,
  ).toEqual([])
  await cast('board-france', id, 'for')
  await post('admin', `ballots/${id}/close`, { presidedBy: 'Hilde M.' })
  const { votes } = await json<PlanVoteAnswer>(new Visitor(server).ask('GET', '/api/assembly/plan-vote'))
  expect(votes).toMatchObject([
    { id, presidedBy: 'Hilde M.', plan: { axes: [], items: 0 }, result: { outcome: 'adopted' } },
  ])
})

test('questions: read before they are shown, supported once a device, and few from one person', async () => {
  const phone = new Visitor(server)
  const ask = (visitor: Visitor, text: string) => visitor.ask('POST', '/api/assembly/questions', { text })
  expect(await status(ask(phone, 'Et les frais de transport ?'))).toBe(204)
  const before = await live()
  expect(before).toMatchObject({ questions: [], waiting: 1 })
  const { asked } = await json<OwnAssembly>(phone.ask('GET', '/api/assembly/me'))
  const id = asked[0]?.id ?? ''
  expect(asked).toMatchObject([{ state: 'waiting' }])
  expect(await status(phone.ask('PUT', `/api/assembly/questions/${id}/support`, {}))).toBe(404)
  expect(await status(post('member-nantes', `questions/${id}/moderation`, { state: 'shown' }))).toBe(403)
  expect(await status(post('admin', `questions/${id}/moderation`, { state: 'aside' }))).toBe(422)
  expect(await status(post('cooperative-life', `questions/${id}/moderation`, { state: 'shown' }))).toBe(204)
  const other = new Visitor(server)
  await Promise.all(
    [1, 2, 3].map(() => who('member-nantes').ask('PUT', `/api/assembly/questions/${id}/support`, {})),
  )
  await other.ask('PUT', `/api/assembly/questions/${id}/support`, {})
  await other.ask('PUT', `/api/assembly/questions/${id}/support`, {})
  expect((await live()).questions).toMatchObject([{ id, support: 2, state: 'shown' }])
  const many = []
  for (let n = 0; n < 6; n++) many.push(await status(ask(other, `Question numéro ${n}`)))
  expect(many).toEqual([204, 204, 204, 204, 204, 429])
})

test('everybody follows one screen; what has not changed is not sent again', async () => {
  expect(await status(who('member-nantes').ask('PUT', '/api/assembly/screen', { slideId: 'figures' }))).toBe(
    403,
  )
  expect(
    await status(who('cooperative-life').ask('PUT', '/api/assembly/screen', { slideId: 'figures' })),
  ).toBe(204)
  const first = await new Visitor(server).ask('GET', '/api/assembly/live')
  expect(((await first.json()) as LiveAnswer).screen.slideId).toBe('figures') // what the route under test says
  const etag = first.headers.get('etag') ?? ''
  const again = new Visitor(server).ask('GET', '/api/assembly/live', undefined, { 'if-none-match': etag })
  expect(await status(again)).toBe(304)
  await who('cooperative-life').ask('PUT', '/api/assembly/screen', { slideId: 'end' })
  expect((await live()).screen.slideId).toBe('end')
  expect(await status(new Visitor(server).ask('GET', '/api/assembly/desk'))).toBe(401)
})

test('[V10] hands and screens together are never more than the members who are called', async () => {
  const id = await opened({ eligible: 3 })
  expect(await cast('member-lyon', id, 'for')).toBe(204)
  expect(await status(post('admin', `ballots/${id}/hand`, { paper: 'for', count: 3 }))).toBe(422)
  expect(await status(post('admin', `ballots/${id}/hand`, { paper: 'for', count: 2 }))).toBe(204)
  expect((await shown(id))?.voted).toEqual({ account: 1, room: 2 })
})

test('[V6] one person with two accounts votes once, and nobody votes for somebody who erased their account', async () => {
  const second = { id: 'second-of-lyon', displayName: 'Deux', standing: 'member' as const }
  const { personId = '' } = (await server.store.people.account('demo-member-lyon')) ?? {}
  await server.store.people.saveAccount({
    ...{ ...second, personId, groupIds: [], facilitatesGroupIds: [] },
  })
  await server.store.people.saveAccount({
    ...{ ...second, id: 'gone', personId: 'erased-gone', groupIds: [], facilitatesGroupIds: [] },
  })
  const given = ['second-of-lyon', 'gone'].map((giverId) => ({
    ...{ giverId, giverName: 'Deux', holderId: 'demo-member-nantes', holderName: 'Ugo' },
  }))
  const id = await opened({ proxies: { statute: 'Article 17', most: 2, given } })
  expect(await cast('member-lyon', id, 'for')).toBe(204)
  expect(await cast('member-nantes', id, 'for', { for: 'second-of-lyon' })).toBe(409)
  expect(await cast('member-nantes', id, 'for', { for: 'gone' })).toBe(403)
  expect(await cast('member-nantes', id, 'for')).toBe(204)
  expect((await shown(id))?.voted).toEqual({ account: 2, room: 0 })
})

test('a question is not supported a thousand times from one address by cookies that somebody made up', async () => {
  await who('member-nantes').ask('POST', '/api/assembly/questions', { text: 'Et les bourrages ?' })
  const desk = await json<DeskAnswer>(who('admin').ask('GET', '/api/assembly/desk'))
  const id = desk.questions.find(({ text }) => text.includes('bourrages'))?.id ?? ''
  await post('admin', `questions/${id}/moderation`, { state: 'shown' })
  const answers = await Promise.all(
    Array.from({ length: 410 }, () =>
      status(new Visitor(server).ask('PUT', `/api/assembly/questions/${id}/support`, { on: true })),
    ),
  )
  expect(answers.filter((one) => one === 204)).toHaveLength(400)
  expect(answers.filter((one) => one === 429)).toHaveLength(10)
  expect(
    await status(who('member-lyon').ask('PUT', `/api/assembly/questions/${id}/support`, { on: true })),
  ).toBe(204)
})

test('themes: proposed by members, joined with a trace, ranked in secret with papers of the room, chosen for the next cycle', async () => {
  const propose = (persona: string, title: string) =>
    who(persona).ask('POST', '/api/themes', { title, question: `${title} ?`, why: 'Parce que' })
  expect(await status(new Visitor(server).ask('POST', '/api/themes', {}))).toBe(401)
  await Promise.all([propose('member-nantes', 'Le temps'), propose('member-lyon', 'Les lieux')])
  await propose('board-france', 'L’argent')
  const page = await json<ThemesAnswer>(propose('facilitator-nantes', 'Du temps'))
  expect(page.standing).toHaveLength(4)
  const idOf = (title: string): string => page.standing.find((one) => one.title === title)?.id ?? ''
  const merge = { from: idOf('Du temps'), into: idOf('Le temps'), why: 'La même question' }
  expect(await status(who('member-nantes').ask('POST', '/api/themes/merge', merge))).toBe(403)
  expect(await status(who('cooperative-life').ask('POST', '/api/themes/merge', merge))).toBe(200)
  const strange = await json<ThemesAnswer>(new Visitor(server).ask('GET', '/api/themes'))
  expect(strange.standing).toHaveLength(3)
  expect(JSON.stringify(strange)).not.toMatch(/A\./)
  const id = await opened({ purpose: 'themes', title: 'Thèmes du prochain cycle', most: 2 })
  const [time, places, money] = [idOf('Le temps'), idOf('Les lieux'), idOf('L’argent')]
  expect(await cast('member-nantes', id, [time, places, money])).toBe(422)
  expect(await cast('member-nantes', id, [time, time])).toBe(422)
  expect(await cast('member-nantes', id, [time, places])).toBe(204)
  expect(await cast('member-lyon', id, [places])).toBe(204)
  expect(
    await status(post('cooperative-life', `ballots/${id}/hand`, { paper: [places, time], count: 2 })),
  ).toBe(204)
  expect((await shown(id))?.ranking).toBeNull()
  const choice = { ballotId: id, proposalIds: [places, time], presidedBy: 'Hilde M.' }
  expect(await status(who('admin').ask('POST', '/api/themes/chosen', choice))).toBe(409)
  await post('admin', `ballots/${id}/close`, { presidedBy: 'Hilde M.' })
  const ballot = await shown(id)
  expect(ballot?.ranking?.placed.map(({ id: one, rank }) => [one, rank])).toEqual([
    [places, 1],
    [time, 2],
    [money, 3],
  ])
  // Whole orders of a secret ranking would prove what somebody voted; its duels say enough.
  expect(ballot?.result?.orders).toBeNull()
  const { chosen } = await json<ThemesAnswer>(who('admin').ask('POST', '/api/themes/chosen', choice))
  expect(chosen).toMatchObject({
    presidedBy: 'Hilde M.',
    themes: [
      { title: 'Les lieux', rank: 1 },
      { title: 'Le temps', rank: 2 },
    ],
  })
})
