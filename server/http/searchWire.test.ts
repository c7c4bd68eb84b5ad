// Searching over the wire: everybody finds what they may read, and no answer holds a word, a title or a number of anything else.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import type { SearchAnswer } from '#shared/search/searchEntry.ts'

/** Stands in every part of Lyon's draft, and nowhere else. */
const canary = 'zibeline'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  const { lane } = server.serving.deps
  for (const space of ['space-n', 'space-l', 'space-j'])
    await server.store.documentLog.create(`drafts/${space}`)
  await lane.edit('drafts/space-n', (doc) => {
    createDraft(doc, {
      id: 'comite-n',
      title: 'Un comité local pour les salarié·e·s',
      summary: 'Des sociétaires tiennent un comité, avec un petit budget et les clés de la salle.',
    })
  })
  await lane.edit('drafts/space-l', (doc) => {
    createDraft(doc, {
      id: 'comite-l',
      title: `Comités locaux de la ${canary}`,
      summary: `Un budget ${canary}.`,
      constat: [`Rien ne continue (${canary}).`],
      proposition: [`Un comité par antenne (${canary}).`],
      nuances: [{ type: 'nuance', text: `Sauf le soir (${canary}).`, groupId: 'grp-l' }],
      questions: [`Qui garde la ${canary} ?`],
    })
  })
})
afterAll(() => server.close())

const door = async (code: string, doorOpen: boolean): Promise<void> => {
  const room = await server.store.rooms.roomByCode(code)
  if (!room) throw new Error(`no room ${code}`)
  await server.store.rooms.saveRoom({ ...room, doorOpen })
}
beforeEach(async () => {
  for (const code of ['NANTES', 'LYON', 'NANTES-LYON']) await door(code, true)
})

async function signedIn(persona: string): Promise<Visitor> {
  const visitor = new Visitor(server)
  await visitor.signIn(persona)
  return visitor
}

async function found(who: Visitor, text: string, more = ''): Promise<SearchAnswer> {
  const response = await who.ask('GET', `/api/search?q=${encodeURIComponent(text)}${more}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return (await response.json()) as SearchAnswer // what the route says it answers
}

/** Drafts are read again a moment after they changed: asked until the answer is the one that is waited for. */
async function until(look: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if (await look()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('what was waited for did not come')
}

const questions = [canary, 'zibel', 'zibelien', 'zibelines', 'comité', 'budget', `comité ${canary}`]
const heard = async (who: Visitor): Promise<string> =>
  JSON.stringify(await Promise.all(questions.map((text) => found(who, text))))

test('a member finds the draft of their group by an inclusive word, with the words marked and the way to it', async () => {
  const member = await signedIn('member-nantes')
  const answer = await found(member, 'salariées comite')
  expect(answer.counts).toEqual({ draft: 1 })
  const [hit] = answer.hits
  expect(hit).toMatchObject({ kind: 'draft', page: '/r/NANTES#texte=space-n/comite-n', groupIds: ['grp-n'] })
  expect(hit?.title.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['comité', 'salarié·e·s'])
  expect(answer.groups.map(({ id }) => id)).toEqual(['grp-n'])
  expect((await found(member, 'nantes', '&kind=group')).hits.map(({ page }) => page)).toEqual(['/g/NTE'])
  expect((await found(member, 'nantes', '&kind=card')).hits).toEqual([])
})

test('[D4] behind Lyon’s closed door nothing of its draft is told to anybody but its own people', async () => {
  const [nantes, lyon, board] = await Promise.all(
    ['member-nantes', 'member-lyon', 'board-france'].map(signedIn),
  )
  if (!nantes || !lyon || !board) throw new Error('nobody signed in')
  const stranger = new Visitor(server)
  expect(await heard(nantes), 'the canary can be found').toContain(canary)
  expect((await found(nantes, 'comité', '&kind=draft')).total).toBe(2)
  await door('LYON', false)
  await door('NANTES-LYON', false)
  for (const who of [nantes, board, stranger]) {
    const said = await heard(who)
    expect(said).not.toContain(canary)
    expect(said).not.toContain('space-l')
    // Neither counts nor spellings put right say that there is something.
    expect(await found(who, canary)).toEqual({ counts: {}, total: 0, hits: [], groups: [], instead: [] })
    expect((await found(who, 'zibelien')).instead).toEqual([])
  }
  expect((await found(nantes, 'comité', '&kind=draft')).total).toBe(1)
  expect(await heard(lyon), 'its own people still find it').toContain(canary)
  expect(await heard(await signedIn('admin')), 'and so do administrators').toContain(canary)
})

test('what a group writes and takes away is found and lost again', async () => {
  const member = await signedIn('member-nantes')
  const { lane } = server.serving.deps
  expect((await found(member, 'luciole')).total).toBe(0)
  await lane.edit('drafts/space-n', (doc) => {
    createDraft(doc, { id: 'new-n', title: 'Une luciole du soir' })
  })
  await until(async () => (await found(member, 'luciole')).total === 1)
  await lane.edit('drafts/space-n', (doc) => {
    draftsOf(doc).get('new-n')?.set('deletedAt', 1)
  })
  await until(async () => (await found(member, 'luciole')).total === 0)
})

test('odd questions are answered with nothing, and a kind that does not exist is refused', async () => {
  const stranger = new Visitor(server)
  for (const odd of ['', '   ', '%00', '<script>', 'é'.repeat(500), "'; --"])
    expect((await found(stranger, odd)).total, odd).toBe(0)
  expect((await stranger.ask('GET', '/api/search?q=a&kind=secrets')).status).toBe(422)
  expect((await stranger.ask('GET', '/api/search?q=a&limit=100000')).status).toBe(422)
})
