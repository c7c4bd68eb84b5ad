// The public debate over the wire: who counts how often, what is never told, who decides, and that nothing is overwritten.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consultationWaits } from '#server/features/consultation/waits.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { ConsultationAnswer, LiveAnswer, TextAnswer } from '#shared/consultation/consultationAnswers.ts'
import { livePlacesAnAddress } from '#shared/consultation/liveRule.ts'

/** Stands in a comment that is hidden: nowhere else. */
const canary = 'zibeline'
let server: TestServer
const people = new Map<string, Visitor>()
const who = (persona: string): Visitor => people.get(persona) ?? new Visitor(server)

const text = (id: string, groupIds: string[], more: object = {}) => ({
  ...{ id, code: id.toUpperCase(), themeId: 'th', title: `Titre ${id}`, summary: 'Résumé', constat: '' },
  ...{ proposition: 'Un repas par mois ici.', moyens: '', jurisdictions: ['FR'], kind: 'tool' },
  ...{ maturity: 'ready', groupIds, nuances: [], provenance: [], status: 'final' },
  ...{ updatedAt: '2019-12-01', contextIds: [], ...more },
})
let made = 0
const felt = (count: number, recommendationId: string, more: object = {}) =>
  Array.from({ length: count }, () => ({
    ...{ id: `res-${made++}`, recommendationId, feeling: 'favorable', inGroup: false, date: '2019-12-05' },
    ...{ entityId: 'ent', ...more },
  }))
const ofGroup = (count: number, id: string, groupId: string) => felt(count, id, { inGroup: true, groupId })

beforeAll(async () => {
  server = await startTestServer()
  const before = await server.store.cycle.exportFile()
  const imported = await server.store.cycle.importFile({
    ...before,
    recommendations: [
      text('rec-1', ['grp-n']),
      text('rec-2', ['grp-l']),
      text('rec-3', ['grp-n']),
      text('rec-later', ['grp-n'], { updatedAt: '2030-01-01' }),
      text('rec-ruled', ['grp-n']),
    ],
    ressentis: [
      ...ofGroup(6, 'rec-1', 'grp-n'),
      ...ofGroup(4, 'rec-1', 'grp-l'),
      ...felt(9, 'rec-1', { comment: 'Un mot' }),
      ...ofGroup(6, 'rec-2', 'grp-n'),
      ...ofGroup(5, 'rec-2', 'grp-l'),
      ...felt(9, 'rec-2'),
    ],
    decisions: [
      {
        ...{
          id: 'dec-1',
          boardId: 'board',
          recommendationId: 'rec-ruled',
          decision: 'accept',
          reason: 'Oui',
        },
        ...{ basis: [], contextIds: [], date: '2020-02-01', votes: { for: 5, against: 1, abstain: 0 } },
      },
    ],
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  for (const persona of ['facilitator-nantes', 'member-nantes', 'member-lyon', 'board-france', 'admin']) {
    const visitor = new Visitor(server)
    await visitor.signIn(persona)
    people.set(persona, visitor)
  }
}, 60_000)
afterAll(() => server.close())

const page = async (id: string, visitor = new Visitor(server)): Promise<TextAnswer> =>
  (await (await visitor.ask('GET', `/api/consultation/${id}`)).json()) as TextAnswer // the route's declared answer
const feel = (visitor: Visitor, id: string, more: object = {}, headers: Record<string, string> = {}) =>
  visitor.ask('PUT', `/api/consultation/${id}/ressenti`, { feeling: 'inquiet', version: 1, ...more }, headers)
const say = async (persona: string, method: string, path: string, body: object): Promise<number> =>
  (await who(persona).ask(method, `/api/consultation/${path}`, body)).status

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const seen = await look()
    if (seen !== undefined) return seen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('waited for ten seconds')
}

test('nothing tells of the group of four, nor lets it be reckoned; groups of five are told', async () => {
  const open = await page('rec-2')
  expect(open.results.byGroup?.parts.map(({ count, key }) => [key, count])).toEqual([
    ['grp-n', 6],
    ['grp-l', 5],
  ])
  for (const persona of ['nobody', 'member-lyon', 'facilitator-nantes', 'board-france', 'admin']) {
    const { comments, results } = await page('rec-1', who(persona))
    expect(results.byMembership?.parts.map(({ count }) => count)).toEqual([10, 9])
    expect(results.byGroup, persona).toBeNull()
    expect(comments).toHaveLength(9)
    expect(JSON.stringify(comments), persona).not.toMatch(/grp-|"ent/)
  }
  const list = (await (
    await who('board-france').ask('GET', '/api/consultation')
  ).json()) as ConsultationAnswer // as declared
  expect(list.results.total).toBe(39)
  expect(list.results.byGroup).toBeNull()
  expect(JSON.stringify(list)).not.toMatch(/"count":4\b|"withheld":4\b/)
})

test('a browser counts once a day and may change its mind; what it says names no place', async () => {
  const visitor = new Visitor(server)
  expect((await feel(visitor, 'rec-3', { comment: 'Hier', entityId: 'ent' })).status).toBe(200)
  const changed = (await (await feel(visitor, 'rec-3', { feeling: 'oppose' })).json()) as TextAnswer // as declared
  expect(changed.results).toMatchObject({ total: 1, feelings: { oppose: 1, inquiet: 0 } })
  expect(changed.own?.feeling).toBe('oppose')
  expect((await page('rec-3')).own).toBeNull()
})

test('three hundred from one address, whatever it forges: five count for a text, then it is told so', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 300 }, async (_, n) => {
      const forged = { 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}`, forwarded: `for=10.1.1.${n & 255}` }
      return (await feel(new Visitor(server), 'rec-2', {}, forged)).status
    }),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(295)
  expect((await page('rec-2')).results.total).toBe(25)
}, 30_000)

test('what is no feeling, no text, or too large is refused', async () => {
  const visitor = new Visitor(server)
  expect((await feel(visitor, 'rec-3', { feeling: 'furieux' })).status).toBe(422)
  expect((await feel(visitor, 'rec-3', { entityId: 'nowhere' })).status).toBe(422)
  expect((await feel(visitor, 'rec-3', { comment: 'mot '.repeat(61) })).status).toBe(422)
  expect((await feel(visitor, 'rec-3', { comment: 'x'.repeat(1_000_000) })).status).toBe(413)
  for (const id of ['rec-later', 'rec-none', '__proto__', '..%2frec-1'])
    expect((await feel(visitor, id)).status, id).toBe(404)
  expect((await page('rec-3')).results.total).toBe(1)
})

test('sixty phones behind one address count whole while it is presented, and not after', async () => {
  const plan = { title: 'Lire ensemble', date: '2099-05-12', callUrl: 'https://visio.example/a' }
  expect(await say('member-nantes', 'POST', 'presentations', plan)).toBe(403)
  const planned = await who('admin').ask('POST', '/api/consultation/presentations', plan)
  const { id } = (await planned.json()) as { id: string } // the route's answer
  const { liveCode } = (await (
    await who('admin').ask('GET', `/api/consultation/presenting/${id}`)
  ).json()) as {
    liveCode: string
  } // as declared
  const live = `/api/consultation/live/${liveCode}`
  expect((await new Visitor(server).ask('GET', live)).status).toBe(404)
  const step = (recommendationId: string | null, open = true) =>
    say('admin', 'POST', `presenting/${id}/step`, { recommendationId, open })
  expect(await step('rec-1')).toBe(204)
  const before = (await page('rec-1')).results.total
  const phones = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const phone = new Visitor(server)
      expect((await phone.ask('POST', `${live}/enter`, {})).status).toBe(200)
      expect((await feel(phone, 'rec-1', { live: id })).status).toBe(200)
      return phone
    }),
  )
  expect((await page('rec-1')).results.total).toBe(before + 60)
  // Phones share what they look at for a second.
  const wall = await until(async () => {
    const seen = (await (await phones[0]?.ask('GET', live))?.json()) as LiveAnswer // as declared
    return seen.shown?.total === 60 ? seen : undefined
  })
  expect(wall).toMatchObject({ devices: 60, inside: true, shown: { total: 60, own: { feeling: 'inquiet' } } })
  // A text that was not on the wall, and a browser that was not let in, count by address.
  for (let n = 0; n < 5; n++) await feel(new Visitor(server), 'rec-ruled')
  const [first] = phones
  if (!first) throw new Error('no phone')
  expect((await feel(first, 'rec-ruled', { live: id })).status).toBe(429)
  const places = await Promise.all(
    Array.from(
      { length: livePlacesAnAddress },
      async () => (await new Visitor(server).ask('POST', `${live}/enter`, {})).status,
    ),
  )
  expect(places.filter((status) => status === 200)).toHaveLength(livePlacesAnAddress - 60)
  expect(await step(null, false)).toBe(204)
  expect((await first.ask('GET', live)).status).toBe(404)
  const held = await server.serving.deps.store.cycle.presentations()
  expect(held.find((one) => one.id === id)?.attendance.remote).toBe(livePlacesAnAddress)
}, 30_000)

test('what was felt at a wall by mistake is discarded with a reason that stays, and counts again when it is taken back', async () => {
  const list = async () =>
    (await (await new Visitor(server).ask('GET', '/api/consultation')).json()) as ConsultationAnswer // as declared
  const before = await list()
  const [held] = before.presentations.filter(({ here }) => here)
  const act = {
    target: 'presentation',
    targetId: held?.id,
    hide: true,
    reason: 'Une répétition générale',
    seen: 0,
  }
  for (const persona of ['facilitator-nantes', 'board-france'])
    expect(await say(persona, 'POST', 'moderation', act)).toBe(403)
  expect(await say('admin', 'POST', 'moderation', act)).toBe(204)
  expect(await say('admin', 'POST', 'moderation', act)).toBe(409)
  const without = await list()
  expect(without.results.total).toBe(before.results.total - 60)
  expect(without.presentations.find(({ id }) => id === held?.id)?.hidden).toMatchObject({
    reason: act.reason,
  })
  expect(await say('admin', 'POST', 'moderation', { ...act, hide: false, seen: 1 })).toBe(204)
  expect((await list()).results.total).toBe(before.results.total)
})

test('a hidden comment is read nowhere, says why and by whom, and can come back', async () => {
  const [author] = [new Visitor(server)]
  await feel(author, 'rec-3', { comment: `Le mot ${canary}` })
  const shown = (await page('rec-3')).comments.find((one) => one.text.includes(canary))
  if (!shown) throw new Error('the canary cannot be found where it is')
  const act = { target: 'ressenti', targetId: shown.id, hide: true, reason: 'Vise une personne', seen: 0 }
  for (const persona of ['member-nantes', 'facilitator-nantes', 'board-france'])
    expect(await say(persona, 'POST', 'moderation', act)).toBe(403)
  const both = await Promise.all([
    say('admin', 'POST', 'moderation', act),
    say('admin', 'POST', 'moderation', act),
  ])
  expect(both.sort()).toEqual([204, 409])
  const hidden = await page('rec-3')
  expect(JSON.stringify(hidden)).not.toContain(canary)
  expect(hidden.comments.find(({ id }) => id === shown.id)?.hidden).toMatchObject({
    reason: 'Vise une personne',
    byName: 'admin A.',
  })
  expect(JSON.stringify(await server.serving.deps.store.cycle.ressentis())).not.toContain(canary)
  const back = { ...act, hide: false, reason: 'Après relecture', seen: 1 }
  expect(await say('admin', 'POST', 'moderation', { ...back, seen: 0 })).toBe(409)
  expect(await say('admin', 'POST', 'moderation', back)).toBe(204)
  expect(JSON.stringify(await page('rec-3'))).toContain(canary)
  expect(await server.store.consultation.entries('moderation', `ressenti:${shown.id}`)).toHaveLength(2)
})

test('a question is asked by anybody and answered, signed, by its text’s group alone', async () => {
  const asked = { kind: 'counter-proposal', text: 'Et deux repas par mois ?', name: 'Noor' }
  expect((await new Visitor(server).ask('POST', '/api/consultation/rec-3/questions', asked)).status).toBe(200)
  const [question] = (await page('rec-3')).questions
  const reply = { text: 'Oui, si la cuisine est libre.' }
  const path = `questions/${question?.id ?? ''}/replies`
  expect(await say('nobody', 'POST', path, reply)).toBe(401)
  expect(await say('member-lyon', 'POST', path, reply)).toBe(403)
  expect(await say('admin', 'POST', path, reply)).toBe(403)
  expect(await say('member-nantes', 'POST', path, reply)).toBe(204)
  expect((await page('rec-3')).questions[0]?.replies).toMatchObject([
    { byName: 'member-nantes A.', groupId: 'grp-n' },
  ])
  const many = await Promise.all(
    Array.from(
      { length: 12 },
      async () => (await new Visitor(server).ask('POST', '/api/consultation/rec-3/questions', asked)).status,
    ),
  )
  expect(many).toContain(429)
})

test('only who leads the group amends or keeps its text, on the version that was read, before a board rules', async () => {
  const account = await server.store.people.account('demo-facilitator-nantes')
  if (!account) throw new Error('nobody leads')
  const { deps } = server.serving
  expect(await consultationWaits(deps, account)).toMatchObject([{ count: 2, page: '/consultation?mine=1' }])
  const { fingerprint: seen } = await page('rec-3')
  const amendment = { seen, words: { proposition: 'Un repas par semaine ici.' }, why: 'Vous le demandiez.' }
  expect(await say('nobody', 'POST', 'rec-3/amendment', amendment)).toBe(401)
  for (const persona of ['member-nantes', 'member-lyon', 'board-france', 'admin'])
    expect(await say(persona, 'POST', 'rec-3/amendment', amendment), persona).toBe(403)
  expect(await say('facilitator-nantes', 'POST', 'rec-3/amendment', { ...amendment, words: {} })).toBe(422)
  const both = await Promise.all(
    ['Un repas par semaine ici.', 'Un repas par jour ici.'].map((proposition) =>
      say('facilitator-nantes', 'POST', 'rec-3/amendment', { ...amendment, words: { proposition } }),
    ),
  )
  expect(both.sort()).toEqual([204, 409])
  const amended = await page('rec-3')
  expect(amended).toMatchObject({
    version: 2,
    versions: [{ cause: 'import' }, { cause: 'amendment', why: 'Vous le demandiez.' }],
  })
  expect(amended.versions[1]?.changes).toHaveLength(1)
  const why = 'Nous le relirons ensemble.'
  expect(await say('facilitator-nantes', 'POST', 'rec-3/kept', { seen, why })).toBe(409)
  const ruled = await page('rec-ruled', who('facilitator-nantes'))
  expect(ruled.mayDecide).toBe(false)
  expect(await say('facilitator-nantes', 'POST', 'rec-ruled/kept', { seen: ruled.fingerprint, why })).toBe(
    409,
  )
  const { fingerprint } = await page('rec-1')
  expect(await say('facilitator-nantes', 'POST', 'rec-1/kept', { seen: fingerprint, why })).toBe(204)
  expect((await page('rec-1')).kept).toMatchObject([{ version: 1, why, byName: 'facilitator-nantes A.' }])
  expect(await consultationWaits(deps, account)).toEqual([])
})

test('after the last day feelings and questions are refused in a sentence, and all stays readable', async () => {
  expect(await say('facilitator-nantes', 'PUT', 'closing', { closesOn: '2020-01-01' })).toBe(403)
  expect(await say('admin', 'PUT', 'closing', { closesOn: '2020-01-01' })).toBe(204)
  const refused = await feel(new Visitor(server), 'rec-1', {}, { 'accept-language': 'fr' })
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('Consultation fermée'),
  ])
  expect((await page('rec-1')).days.status).toBe('closed')
  expect(await say('admin', 'PUT', 'closing', { closesOn: null })).toBe(204)
  expect((await page('rec-1')).days.status).toBe('open')
})

test('one registers with a name that only cooperative life reads, and then has the address of the call', async () => {
  const planned = await who('admin').ask('POST', '/api/consultation/presentations', {
    ...{ title: 'Venez', date: '2099-05-13', callUrl: 'https://visio.example/b' },
  })
  const { id } = (await planned.json()) as { id: string } // the route's answer
  const path = `/api/consultation/presentations/${id}/coming`
  const guest = new Visitor(server)
  expect((await guest.ask('PUT', path, { coming: true })).status).toBe(422)
  expect((await guest.ask('PUT', path, { coming: true, name: 'Noor' })).status).toBe(204)
  const seen = async (visitor: Visitor) => {
    const list = (await (await visitor.ask('GET', '/api/consultation')).json()) as ConsultationAnswer // as declared
    return list.presentations.find((one) => one.id === id)
  }
  expect(await seen(guest)).toMatchObject({ coming: 1, callUrl: 'https://visio.example/b', names: [] })
  expect(await seen(new Visitor(server))).toMatchObject({
    coming: 1,
    callUrl: '',
    names: [],
    you: { name: '' },
  })
  expect((await seen(who('admin')))?.names).toEqual(['Noor'])
  const file = await guest.ask('GET', `/api/consultation/presentations/${id}/calendar.ics`)
  expect(await file.text()).toContain('SUMMARY:Venez')
  expect((await guest.ask('PUT', path, { coming: false })).status).toBe(204)
  expect((await seen(guest))?.coming).toBe(0)
})

test('a script that makes up a cookie for each name fills no videoconference', async () => {
  const planned = await who('admin').ask('POST', '/api/consultation/presentations', {
    ...{ title: 'Ouverte', date: '2099-05-14' },
  })
  const { id } = (await planned.json()) as { id: string } // the route's answer
  const statuses: number[] = []
  for (let n = 0; n < 65; n++) {
    const cookie = `fe-felt=${String(n).padStart(27, 'a')}`
    const path = `/api/consultation/presentations/${id}/coming`
    statuses.push(
      (await new Visitor(server).ask('PUT', path, { coming: true, name: `N${n}` }, { cookie })).status,
    )
  }
  expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 204))
  expect(statuses.at(-1)).toBe(429)
})
