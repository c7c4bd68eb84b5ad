// Outside the demo a stranger reads what groups wrote and answered, and none of the names of those who wrote it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite } from '#server/features/account/invite.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'

const name = 'Zénobie Canari'
const text: Recommendation = {
  ...{ id: 'rec-1', code: 'P1', themeId: 'th', title: 'Un repas ici', summary: 'Un repas.', constat: '' },
  ...{ proposition: 'Un repas par mois ici.', moyens: '', nuances: [], jurisdictions: ['FR'], kind: 'tool' },
  ...{ maturity: 'ready', contextIds: [], groupIds: ['grp-n'], provenance: [], status: 'final' },
  updatedAt: '2019-12-01',
}
let server: TestServer
let leader: Visitor

beforeAll(async () => {
  server = await startTestServer({}, { demo: false })
  const { store } = server
  await store.cycle.importFile({ ...(await store.cycle.exportFile()), recommendations: [text] })
  const { url } = await invite(
    { ...server.serving.deps, publicUrl: new URL(server.url) },
    { name, language: 'fr', roles: [{ role: 'facilitator', scope: 'grp-n' }] },
    { by: 'console' },
  )
  leader = new Visitor(server)
  const token = url.split('=').at(-1)
  expect((await leader.ask('POST', '/api/invitations/accept', { token, name })).status).toBe(200)
})
afterAll(() => server.close())

test('versions, texts kept, answers and threads say the group to a stranger, and the name to its members', async () => {
  const read = async (who: Visitor): Promise<TextAnswer> =>
    (await (await who.ask('GET', '/api/consultation/rec-1')).json()) as TextAnswer // the product's own answer
  const { fingerprint: seen } = await read(leader)
  const words = { proposition: 'Un repas par semaine ici.' }
  const amendment = { seen, words, why: 'Vous le demandiez.' }
  expect((await leader.ask('POST', '/api/consultation/rec-1/amendment', amendment)).status).toBe(204)
  const kept = { seen: (await read(leader)).fingerprint, why: 'Nous y tenons.' }
  expect((await leader.ask('POST', '/api/consultation/rec-1/kept', kept)).status).toBe(204)
  for (const address of ['/api/consultation/rec-1', '/api/follow-up/P1']) {
    expect(await (await leader.ask('GET', address)).text(), `${address}, within`).toContain(name)
    const told = await (await new Visitor(server).ask('GET', address)).text()
    expect(told, `${address}, to a stranger`).toContain('Vous le demandiez.')
    expect(told, `${address}, to a stranger`).not.toContain(name)
  }
})

test('the final document says its groups to a stranger, and to its members who published, summed up and reviewed', async () => {
  const { cycle, convergence } = server.store
  const about = await cycle.about({ before: '2019-12-31' })
  const cycleId = about?.cycle.id ?? ''
  const fingerprint = 'f'
  const reviews = [{ groupId: 'grp-n', verdict: 'faithful' as const, name }]
  const version = {
    ...{
      recommendation: { ...text, id: 'rec-2', code: 'P2' },
      version: 1,
      fingerprint,
      why: '',
      byName: name,
    },
    ...{ cause: 'publication' as const, at: 0, date: '2019-12-01' },
    about: { family: 'Repas', place: 1, summaryBy: name, reviews },
  }
  const families = [{ title: 'Repas', items: ['rec-2'] }]
  const published = { versions: [version], families, annex: [], byName: name, at: 0 }
  const { state, version: seen } = await convergence.convergence(cycleId)
  const deed = { act: {}, by: 'x', byName: name, at: 0 }
  expect(await convergence.saveConvergence(cycleId, seen, { state: { ...state, published }, deed })).toBe(
    'saved',
  )
  const within = await (await leader.ask('GET', '/api/convergence')).text()
  expect(within.split(name)).toHaveLength(4)
  const told = await (await new Visitor(server).ask('GET', '/api/convergence')).text()
  expect(told).toContain('"number":"P2"')
  expect(told).not.toContain(name)
})
