// Every route of the server against every role, really asked: whom its guard lets in, and whom it refuses.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Guard, type Method, routeTable } from '#server/http/routeTable.ts'
import { reach } from '#server/testing/documentHand.ts'
import { startTestServer, type TestServer } from '#server/testing/doorsServer.ts'
import { type Everybody, everybody, everyRole, type RoleName } from '#server/testing/everyRole.ts'
import { letIn, routeSays, there } from '#server/testing/roleTable.ts'
import { createDraft } from '#shared/draft/draftModel.ts'

let server: TestServer
let people: Everybody
beforeAll(async () => {
  server = await startTestServer({ LIMITS: '{"failedJoins":100000}' })
  for (const name of ['drafts/space-n', 'whiteboard/nantes']) await server.store.documentLog.create(name)
  people = await everybody(server)
  // All who may come in come in while the door is open; then it closes, and shows who is the room's own.
  for (const name of everyRole) {
    if (name === 'guestElsewhere') await people[name].join('LYON')
    else if (name !== 'stranger' && name !== 'expertElsewhere') await people[name].join('NANTES')
  }
  await putThere()
  const room = await server.store.rooms.room('nantes')
  if (!room) throw new Error('the room is gone')
  await server.store.rooms.saveRoom({ ...room, doorOpen: false })
})
afterAll(() => server.close())

/** What a guard must find before it is asked: a session to come, a draft with a past, a picture. */
async function putThere(): Promise<void> {
  const { cycle, files } = server.store
  const file = JSON.parse(JSON.stringify(await cycle.exportFile())) // any: a copy of a file that is checked again below
  file.sessions = [
    {
      id: there.session,
      groupIds: ['grp-n'],
      date: '2099-01-14',
      joint: false,
      attendance: { room: 0, remote: 0 },
    },
  ]
  file.groups[0].sessionIds = [there.session]
  const imported = await cycle.importFile(file)
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  const { ticket } = await people.member.join('NANTES')
  const wrote = await reach(
    server,
    { name: 'drafts/space-n', ticket },
    (doc) => void createDraft(doc, { id: there.draft, title: 'Un texte' }),
  )
  if (wrote !== 'write') throw new Error(`the draft was not written: ${wrote}`)
  const content = Buffer.from('a picture')
  const about = { roomId: 'nantes', mime: 'image/png', width: 1, height: 1, uploadedBy: 'x' } as const
  await files.save({ id: there.picture, bytes: content.length, ...about }, content)
}

const unknown = 'a'.repeat(26)
const addressOf = (path: string, at: Readonly<Record<string, string>> = {}): string =>
  Object.entries(at)
    .reduce((address, [part, value]) => address.replace(part, value), path)
    .replace(':code', 'NANTES')
    .replace(':spaceId', 'space-n')
    .replace(/:group(?!I)/, 'grp-n')
    .replace(':seq', '1')
    .replace(/:\w+/g, unknown)

interface Answer {
  readonly status: number
  readonly code: string
}

/** A refusal by the guard: not signed in, not allowed, or the one answer that strangers get for every room. */
const isRefusal = ({ status, code }: Answer, hides: boolean): boolean =>
  status === 401 || status === 403 || (status === 404 && (hides || code === 'room-not-found'))

async function answerFor(who: RoleName, method: Method, path: string): Promise<Answer> {
  const { body = {}, query = '', at, headers } = routeSays[`${method} ${path}`] ?? {}
  const response = await people[who].ask(
    method.toUpperCase(),
    addressOf(path, at) + query,
    method === 'get' ? undefined : body,
    headers,
  )
  const text = await response.text()
  const { code } = text.startsWith('{') ? (JSON.parse(text) as { code?: string }) : {} // a problem says its code
  return { status: response.status, code: code ?? '' }
}

// What ends a session, or tears up somebody's place, comes last.
const endsSessions = ['delete /api/me/sessions', 'post /api/sign-out']
const routes = [...routeTable].sort(
  ([aMethod, aPath], [bMethod, bPath]) =>
    endsSessions.indexOf(`${aMethod} ${aPath}`) - endsSessions.indexOf(`${bMethod} ${bPath}`),
)

test.each(routes)('%s %s is for its %s', async (method: Method, path: string, guard: Guard) => {
  const { letIn: own, hides = false } = routeSays[`${method} ${path}`] ?? {}
  const expected = own ?? letIn[guard]
  expect(expected, `the guard ${guard} has no line in the table`).toBeDefined()
  const seen: string[] = []
  const wrong: string[] = []
  const answers = await Promise.all(
    everyRole.map(async (who) => ({ who, answer: await answerFor(who, method, path) })),
  )
  for (const { who, answer } of answers) {
    seen.push(`${who} ${answer.status} ${answer.code}`)
    if (isRefusal(answer, hides) === (expected?.includes(who) ?? false)) wrong.push(who)
    if (answer.status >= 500 && answer.status !== 503 && answer.status !== 501) wrong.push(`${who}: a bug`)
  }
  expect(wrong, seen.join('\n')).toEqual([])
})

test('the table can see: it has every role on both sides, and no line for a route that is not there', () => {
  const lines = [...Object.values(letIn), ...Object.values(routeSays).map((one) => one.letIn)]
  for (const who of everyRole) {
    const sees = who === 'stranger' || who === 'guestElsewhere'
    const isLetIn = lines.some((line) => line?.includes(who) && line.length < everyRole.length)
    expect(isLetIn, who).toBe(!sees)
    if (who !== 'admin')
      expect(
        lines.some((line) => line && !line.includes(who)),
        who,
      ).toBe(true)
  }
  const known = new Set(routeTable.map(([method, path]) => `${method} ${path}`))
  expect(Object.keys(routeSays).filter((one) => !known.has(one))).toEqual([])
})
