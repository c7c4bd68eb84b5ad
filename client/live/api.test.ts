// What a page learns from an answer: the value, a refusal with its code, or that nobody is there.
import { afterEach, expect, test, vi } from 'vitest'
import { RefusedRequest, refusedStatus, request, UnreachableServer } from '#client/live/api.ts'

const answering = (answer: (init: RequestInit) => Response | Promise<Response>): void => {
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => answer(init))
}
const thrown = (doing: Promise<unknown>): Promise<unknown> => doing.then(undefined, (error: unknown) => error)

afterEach(() => vi.unstubAllGlobals())

test('a body goes as JSON and comes back as it was sent, accents included', async () => {
  answering((init) => {
    expect(new Headers(init.headers).get('content-type')).toBe('application/json')
    return new Response(String(init.body))
  })
  expect(await request('POST', '/echo', { name: 'Léonie' })).toEqual({ name: 'Léonie' })
})

test('an answer without a body is undefined', async () => {
  answering(() => new Response(null, { status: 204 }))
  expect(await request('POST', '/empty')).toBeUndefined()
})

test('a refusal keeps its status, code and detail', async () => {
  answering(() => new Response('{"title":"Bad","code":"bad-input","detail":"name"}', { status: 422 }))
  const error = await thrown(request('GET', '/refused'))
  expect(error).toBeInstanceOf(RefusedRequest)
  expect(error).toMatchObject({ status: 422, code: 'bad-input', detail: 'name' })
})

test('a refusal that is no JSON is still a refusal', async () => {
  answering(() => new Response('<h1>no</h1>', { status: 404 }))
  expect(refusedStatus(await thrown(request('GET', '/html')))).toBe(404)
})

test.each([502, 503, 504])(
  'a %i of something in front of the server means that it is away',
  async (status) => {
    answering(() => new Response('', { status }))
    expect(await thrown(request('GET', '/away'))).toBeInstanceOf(UnreachableServer)
  },
)

test('a server that stays silent is unreachable once patience ends', async () => {
  answering(
    ({ signal }) =>
      new Promise((_answer, give) =>
        signal?.addEventListener('abort', () => give(new DOMException('late', 'TimeoutError'))),
      ),
  )
  expect(await thrown(request('GET', '/silent', undefined, { patience: 20 }))).toBeInstanceOf(
    UnreachableServer,
  )
})

test('a port where nobody listens is unreachable', async () => {
  expect(await thrown(request('GET', 'http://127.0.0.1:1/'))).toBeInstanceOf(UnreachableServer)
})
