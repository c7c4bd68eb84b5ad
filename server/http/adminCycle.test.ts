// The cycle's administration over the wire: edits and imports, who may, what two at once get, what the journal says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFor } from '#server/features/account/stepUp.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { type Everybody, everybody } from '#server/testing/everyRole.ts'
import type { CycleAdminAnswer, EditedAnswer, ImportAnswer } from '#shared/admin/cycleAdmin.ts'
import type { EditedKind } from '#shared/admin/editedRecords.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

let server: TestServer
let people: Everybody
beforeAll(async () => {
  server = await startTestServer()
  people = await everybody(server)
})
afterAll(() => server.close())

const json = async <T>(response: Response): Promise<T> => (await response.json()) as T // the tests look at it
const look = async (): Promise<CycleAdminAnswer> =>
  json<CycleAdminAnswer>(await people.admin.ask('GET', '/api/admin/cycle'))
const seenOf = async (kind: EditedKind, id: string) => {
  const found = (await look()).records[kind].find(({ record }) => record.id === id)
  if (!found) throw new Error(`${id} is not there`)
  return found
}
const put = (who: Visitor, kind: string, id: string, body: unknown) =>
  who.ask('PUT', `/api/admin/cycle/${kind}/${encodeURIComponent(id)}`, body)
const bring = (who: Visitor, content: string | Uint8Array<ArrayBuffer>, query: string) =>
  fetch(`${server.url}/api/admin/cycle/import?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie: who.cookie },
    body: content,
  })

test('cooperative life makes an antenna and a group on it; of two who change one record the second is told', async () => {
  const made = await json<EditedAnswer>(
    await put(people.cooperativeLife, 'antennas', 'new', {
      seen: null,
      record: { name: 'Łódź', city: 'Łódź', country: 'PL', entityId: 'ent' },
    }),
  )
  if (!made.ok) throw new Error(JSON.stringify(made))
  const antenna = made.records.antennas.find(({ record }) => record['name'] === 'Łódź')?.record
  expect(antenna?.id).toMatch(/^ant-/)
  const group = await json<EditedAnswer>(
    await put(people.cooperativeLife, 'groups', 'new', {
      seen: null,
      record: { name: 'Groupe de Łódź', code: 'LDZ', themeId: 'th', antennaId: antenna?.id, entityIds: [] },
    }),
  )
  expect(group.ok && group.records.groups.map(({ record }) => record['code'])).toEqual(['NTE', 'LYN', 'LDZ'])
  const theme = await seenOf('themes', 'th')
  expect(theme.record['groupIds']).toHaveLength(3)

  const edits = await Promise.all(
    ['Un', 'Deux'].map((title) =>
      put(people.cooperativeLife, 'themes', 'th', { seen: theme.seen, record: { ...theme.record, title } }),
    ),
  )
  expect(edits.map(({ status }) => status).sort()).toEqual([200, 409])
  // Two others at once, on two records, are both right.
  const [one, two] = [await seenOf('groups', 'grp-n'), await seenOf('groups', 'grp-l')]
  const both = await Promise.all(
    [one, two].map(({ record, seen }) =>
      put(people.admin, 'groups', record.id, { seen, record: { ...record, note: 'vu' } }),
    ),
  )
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await seenOf('groups', 'grp-n')).record['note']).toBe('vu')
})

test('what the cycle needs is not taken away, a wrong field is named, and each has only what is theirs to change', async () => {
  const antenna = await seenOf('antennas', 'ant-nantes')
  const refused = await json<EditedAnswer>(
    await people.admin.ask('DELETE', `/api/admin/cycle/antennas/ant-nantes?lang=en&seen=${antenna.seen}`),
  )
  expect(refused).toMatchObject({
    ...{ ok: false, total: 1, other: false },
    problems: [{ path: 'groups[0].antennaId', words: 'unknown id "ant-nantes"' }],
  })
  const wrong = await put(people.admin, 'antennas', 'ant-nantes', {
    ...{ seen: antenna.seen, record: { ...antenna.record, lat: 400, name: '' } },
  })
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { fields: ['name', 'lat'] }])
  const entity = await seenOf('entities', 'ent')
  const tries = [people.cooperativeLife, people.facilitator, people.stranger].map((who) =>
    put(who, 'entities', 'ent', { seen: entity.seen, record: { ...entity.record, name: 'Autre' } }),
  )
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 401])
  expect((await put(people.admin, 'members', 'new', { seen: null, record: {} })).status).toBe(404)
  expect((await seenOf('entities', 'ent')).record['name']).toBe('France')
})

test('another cooperative is refused, then replaces everything by a second act; the file comes out as it went in', async () => {
  const file = otherCooperative()
  const content = JSON.stringify(file)
  const first = await json<ImportAnswer>(await bring(people.admin, content, 'replace=0&lang=nl'))
  expect(first).toMatchObject({ ok: false, other: true, total: 1 })
  const before = await server.store.cycle.exportFile()
  const preview = await json<ImportAnswer>(await bring(people.admin, content, 'replace=1'))
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  expect(preview.written).toBe(false)
  expect(preview.lists.find(({ name }) => name === 'entities')).toEqual({
    ...{ name: 'entities', added: 3, changed: 0, unchanged: 0, onlyHere: 1 },
  })
  expect(await server.store.cycle.exportFile()).toEqual(before)

  // Somebody changes the cycle after the preview was read: what was read is not what would be lost.
  const theme = await seenOf('themes', 'th')
  await put(people.admin, 'themes', 'th', { seen: theme.seen, record: { ...theme.record, question: 'Et ?' } })
  expect((await bring(people.admin, content, `replace=1&over=${preview.over}`)).status).toBe(409)
  const again = await json<ImportAnswer>(await bring(people.admin, content, 'replace=1'))
  const over = again.ok ? again.over : ''
  const written = await json<ImportAnswer>(await bring(people.admin, content, `replace=1&over=${over}`))
  expect(written).toMatchObject({ ok: true, written: true })
  const out = await people.admin.ask('GET', '/api/admin/cycle/export')
  expect(out.headers.get('content-disposition')).toContain('attachment')
  expect(await out.json()).toEqual(file)

  const { acts } = await json<{ acts: { act: string }[] }>(await people.admin.ask('GET', '/api/admin/acts'))
  expect(acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['cycle.added', 'cycle.changed', 'cycle.imported', 'cycle.exported']),
  )
})

test('a file that is no file is told in words; too large, or by somebody else, it is not read at all', async () => {
  const said = await json<ImportAnswer>(await bring(people.admin, '{ "format": oops }', 'lang=en'))
  expect(said).toMatchObject({ ok: false, problems: [{ words: expect.stringContaining('not valid JSON') }] })
  expect((await bring(people.cooperativeLife, '{}', '')).status).toBe(403)
  expect((await bring(new Visitor(server), '{}', '')).status).toBe(401)
  expect((await bring(people.admin, new Uint8Array(33 * 1024 * 1024), '')).status).toBe(413)
})

test('the whole organisation, and a role, are given out only to a fresh sign-in where there is a way to sign in again', async () => {
  const { id } = await json<{ id: string }>(await people.admin.ask('GET', '/api/me/account'))
  const { deps } = server.serving
  const at = deps.now() + freshFor + 1_000
  const { stepUp } = await import('#server/features/account/stepUp.ts')
  const asked = (email: string | null) =>
    stepUp(
      {
        now: () => at,
        identify: async () => ({
          account: { id } as never, // of an account only its id is looked at
          sessionHash: 'own',
        }),
        store: {
          accounts: {
            profile: async () => ({ email, signOn: null }),
            sessions: async () => [{ hash: 'own', startedAt: deps.now() }],
          },
        } as never, // the two reads that it makes
      },
      {} as never, // of a request nothing is looked at
    )
  await expect(asked('ana@exemple.test')).rejects.toMatchObject({ code: 'sign-in-again', status: 403 })
  await expect(asked(null)).resolves.toBeUndefined()
})
