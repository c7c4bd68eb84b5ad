// A route that is missing from the table fails, and so does a table that sees no routes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routeTable } from '#server/http/routeTable.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

interface Layer {
  readonly route?: {
    readonly path: string
    readonly methods?: Record<string, boolean>
    readonly stack: readonly { method: string }[]
  }
}

function mounted(): string[] {
  const layers = server.serving.routers.flatMap((router) => router.stack as unknown as Layer[]) // Express types no stack
  return layers.flatMap(({ route }) =>
    route ? [...new Set(route.stack.map(({ method }) => `${method} ${route.path}`))] : [],
  )
}

test('the table names every route, and every route of the table exists', () => {
  const routes = mounted()
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.sort()).toEqual(routeTable.map(([method, path]) => `${method} ${path}`).sort())
})

test('no router hides routes of its own behind a path', () => {
  const nested = server.serving.routers.flatMap(
    (router) => router.stack as unknown as { name: string; route?: unknown }[],
  ) // as above
  const without = nested.filter(({ route }) => !route).map(({ name }) => name)
  expect(
    without.every((name) => ['refuseHidden', 'compressed', 'serveStatic'].includes(name)),
    without.join(),
  ).toBe(true)
})

const bodies: Readonly<Record<string, unknown>> = {
  '/api/rooms/:code/join': { name: 'Ana', presence: 'remote' },
  '/api/demo/sign-in': { persona: 'nobody' },
  '/api/demo/moment': { key: 'nowhere' },
  '/api/rooms/:code/people/:participantId/role': { role: 'facilitator' },
  '/api/rooms/:code/door': { open: false },
  '/api/rooms/:code/openness': { groupId: 'grp-n', access: 'write' },
}
const addressOf = (path: string, code: string): string =>
  path
    .replace(':code', code)
    .replace(':participantId', 'somebody')
    .replace(':spaceId', 'space-n')
    .replace(':draftId', 'draft')
    .replace(':seq', '1')
    .replace(':id', 'a'.repeat(26))
    .replace(':group', 'nantes')

const guarded = routeTable.filter(
  ([, , guard]) => guard === 'insider' || guard === 'facilitator' || guard === 'demo-facilitator',
)

test.each(guarded)('%s %s is for its %s only: a stranger learns nothing', async (method, path, guard) => {
  const stranger = new Visitor(server)
  await stranger.join('LYON')
  const response = await stranger.ask(
    method.toUpperCase(),
    addressOf(path, 'NANTES'),
    method === 'get' ? undefined : (bodies[path] ?? {}),
  )
  expect(guard === 'demo-facilitator' ? [401, 403] : [404]).toContain(response.status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.text()).not.toMatch(/Salle NANTES|space-n|grp-n/)
})

const writes = routeTable.filter(([method]) => method !== 'get')

test.each(writes)('%s %s is refused from foreign pages and for anything but JSON', async (method, path) => {
  const insider = new Visitor(server)
  await insider.join('NANTES')
  const ask = (headers: Record<string, string>, body: string | undefined = '{}') =>
    fetch(server.url + addressOf(path, 'NANTES'), {
      method: method.toUpperCase(),
      headers: { cookie: insider.cookie, 'content-type': 'application/json', ...headers },
      body,
    })
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect((await ask(headers as unknown as Record<string, string>)).status, JSON.stringify(headers)).toBe(
      403,
    ) // a union of two shapes
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/html']) {
    const status = (await ask({ 'content-type': type }, 'name=A')).status
    expect([415, 403, 404], type).toContain(status)
    expect(status === 415 || path.endsWith('/assets'), type).toBe(true)
  }
})
