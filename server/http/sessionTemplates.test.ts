// Agendas kept for all facilitators, over real HTTP: who may read and write them, and that nobody writes over anybody.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { SavedTemplatesAnswer } from '#shared/agenda/savedTemplate.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const signedIn = async (persona: string): Promise<Visitor> => {
  const person = new Visitor(server)
  await person.signIn(persona)
  return person
}
const path = (id: string): string => `/api/session-templates/${id}`
const steps = [{ title: 'Accueil', minutes: 10, tool: 'queue-round', frameId: 'shape:x' }]
const list = async (person: Visitor, query = ''): Promise<SavedTemplatesAnswer['templates']> => {
  const response = await person.ask('GET', `/api/session-templates${query}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as SavedTemplatesAnswer).templates // what the route under test says
}

test('what one facilitator keeps, all facilitators see; frames of a room stay out', async () => {
  const nantes = await signedIn('facilitator-nantes')
  const kept = await nantes.ask('PUT', path('template-1'), { name: 'Mardi soir', steps })
  expect(kept.status).toBe(200)
  const [seen] = await list(await signedIn('admin'))
  expect(seen).toMatchObject({ id: 'template-1', name: 'Mardi soir', savedBy: 'facilitator-nantes A.' })
  expect(seen?.steps).toEqual([
    { title: 'Accueil', minutes: 10, tool: 'queue-round', frameId: null, method: '', purpose: '' },
  ])
})

test('strangers, members and boards neither read nor write', async () => {
  for (const person of [
    new Visitor(server),
    await signedIn('member-nantes'),
    await signedIn('board-france'),
  ]) {
    await person.join('NANTES')
    for (const [method, at, body] of [
      ['GET', '/api/session-templates?room=NANTES', undefined],
      ['PUT', `${path('template-9')}?room=NANTES`, { name: 'x', steps }],
      ['DELETE', `${path('template-1')}?room=NANTES`, undefined],
    ] as const) {
      const response = await person.ask(method, at, body)
      expect([401, 403], `${method} ${at}`).toContain(response.status)
      expect(await response.text()).not.toContain('Mardi soir')
    }
  }
})

test('a guest who was handed the facilitation of a room reads and keeps through that room', async () => {
  const leader = await signedIn('facilitator-nantes')
  await leader.join('NANTES')
  const guest = new Visitor(server)
  const { participantId } = await guest.join('NANTES', { name: 'Bo' })
  const role = `/api/rooms/NANTES/people/${participantId}/role`
  expect((await leader.ask('PUT', role, { role: 'facilitator' })).status).toBe(200)
  expect(
    (await guest.ask('PUT', `${path('template-2')}?room=NANTES`, { name: 'Avec Bo', steps })).status,
  ).toBe(200)
  expect((await list(guest, '?room=NANTES')).map(({ savedBy }) => savedBy)).toContain('Bo')
  expect((await guest.ask('GET', '/api/session-templates?room=LYON')).status).toBe(401)
})

test('the same again is done already; what somebody else has just kept is not written over', async () => {
  const one = await signedIn('facilitator-nantes')
  const two = await signedIn('admin')
  const free = steps.map((step) => ({ ...step, method: '', purpose: '', frameId: null }))
  const first = await one.ask('PUT', path('template-3'), { name: 'A', steps: free })
  const { savedAt } = (await first.json()) as { savedAt: number } // what the route under test says
  expect((await one.ask('PUT', path('template-3'), { name: 'A', steps: free })).status).toBe(200)
  expect((await two.ask('PUT', path('template-3'), { name: 'B', steps: free })).status).toBe(409)
  expect((await two.ask('PUT', path('template-3'), { name: 'B', steps: free, was: savedAt })).status).toBe(
    200,
  )
  expect((await one.ask('PUT', path('template-3'), { name: 'C', steps: free, was: savedAt })).status).toBe(
    409,
  )
  expect((await list(one)).find(({ id }) => id === 'template-3')?.name).toBe('B')
})

test('twenty kept at once are twenty; one taken away is gone, also when it is taken away twice', async () => {
  const person = await signedIn('facilitator-nantes')
  const ids = Array.from({ length: 20 }, (_, n) => `at-once-${n}`)
  await Promise.all(ids.map((id) => person.ask('PUT', path(id), { name: id, steps })))
  const seen = (await list(person)).map(({ id }) => id)
  expect(ids.filter((id) => !seen.includes(id))).toEqual([])
  for (let n = 0; n < 2; n++) expect((await person.ask('DELETE', path('at-once-7'))).status).toBe(204)
  expect((await list(person)).map(({ id }) => id)).not.toContain('at-once-7')
})

test.each([
  ['no steps', 'template-4', { name: 'x', steps: [] }],
  ['no name', 'template-4', { name: ' ', steps }],
  ['a tool that is none', 'template-4', { name: 'x', steps: [{ title: 'a', minutes: 5, tool: 'rm' }] }],
  ['an id that is none', 'a b', { name: 'x', steps }],
])('%s is refused', async (_why, id, body) => {
  const person = await signedIn('facilitator-nantes')
  expect((await person.ask('PUT', path(encodeURIComponent(id)), body)).status).toBe(422)
})
