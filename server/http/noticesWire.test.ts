// Notices over the wire: one's own wishes are one's own, and a mail's link stops mails and does nothing else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { NoticesAnswer } from '#shared/notices/noticeRules.ts'

let server: TestServer
let member: Visitor
beforeAll(async () => {
  server = await startTestServer({ LIMITS: JSON.stringify({ failedJoins: 3 }) })
  member = new Visitor(server)
  await member.signIn('member-nantes')
})
afterAll(() => server.close())

const wishes = async (who: Visitor): Promise<NoticesAnswer> =>
  (await (await who.ask('GET', '/api/me/notices')).json()) as NoticesAnswer // the route's declared answer
const put = async (who: Visitor, body: object): Promise<number> =>
  (await who.ask('PUT', '/api/me/notices', body)).status
const stop = async (who: Visitor, token: unknown): Promise<number> =>
  (await who.ask('POST', '/api/notices/stop', { token })).status

test('[N1] a digest a week until one says otherwise; what is said is kept, for oneself alone', async () => {
  expect(await wishes(member)).toMatchObject({ rhythm: 'weekly', ownTexts: true, email: null, follows: [] })
  expect(await put(member, { rhythm: 'immediate', ownTexts: false })).toBe(204)
  expect(await wishes(member)).toMatchObject({ rhythm: 'immediate', ownTexts: false })
  const other = new Visitor(server)
  await other.signIn('member-lyon')
  expect(await wishes(other)).toMatchObject({ rhythm: 'weekly', ownTexts: true })
  expect(await put(member, { rhythm: 'hourly', ownTexts: true })).toBe(422)
  const stranger = new Visitor(server)
  expect((await stranger.ask('GET', '/api/me/notices')).status).toBe(401)
  expect(await put(stranger, { rhythm: 'off', ownTexts: true })).toBe(401)
})

test('a mail’s link stops the mails without an account; only its own word does, and guesses are counted', async () => {
  const state = await server.store.notices.noticeState('demo-member-nantes')
  if (!state) throw new Error('no state')
  const reader = new Visitor(server)
  expect(
    (await reader.ask('GET', `/api/notices/stop?token=${state.stopToken}`)).status,
    'opening a link',
  ).toBe(404)
  expect(await wishes(member)).toMatchObject({ rhythm: 'immediate' })
  expect(await stop(reader, state.stopToken)).toBe(204)
  expect(await wishes(member)).toMatchObject({ rhythm: 'off', ownTexts: false })
  expect(await stop(reader, state.stopToken), 'twice is once').toBe(204)
  const guesses: number[] = []
  for (const guess of ['x', `${state.stopToken.slice(0, -1)}!`, 'a'.repeat(27), 'b'.repeat(27)])
    guesses.push(await stop(reader, guess))
  expect(guesses.slice(0, 3)).toEqual([404, 404, 404])
  expect(guesses.at(-1)).toBe(429)
})
