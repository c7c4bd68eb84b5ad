// Minutes over the wire: who may write and read them, that they are written once, and that nobody's words are written over.
import mammoth from 'mammoth'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { findChromium } from '#server/features/minutes/chromium.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { blockElements } from '#shared/draft/draftBlocks.ts'
import { blockText, createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import type { MinutesAnswer, MinutesWritten } from '#shared/minutes/minutesAnswers.ts'
import { minutesOf, readMinutes } from '#shared/minutes/minutesModel.ts'
import type { RoomRole } from '#shared/people/actor.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import type { Snapshot } from '#shared/wire.ts'

type Answer = { ok: boolean; error?: { reason: string }; value?: { id?: string } }

const closing: (() => void)[] = []

/** Waits for a fact. */
const until = async (fact: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Somebody in the room, with a stock client on its drafts and its whiteboard. */
class Person {
  readonly visitor: Visitor
  readonly drafts = new Y.Doc()
  readonly board = new Y.Doc()
  state: Record<string, unknown> = {}
  seatId = ''
  participantId = ''
  provider: WebsocketProvider | undefined
  #line: Socket | undefined
  readonly #url: string

  constructor(server: Pick<TestServer, 'url'>) {
    this.#url = server.url
    this.visitor = new Visitor(server)
  }

  async enter(
    name: string,
    more: { persona?: string; code?: string; observer?: boolean; presence?: string } = {},
  ) {
    if (more.persona) await this.visitor.signIn(more.persona)
    const presence = more.presence ?? 'remote'
    const answer = await this.visitor.join(more.code ?? 'NANTES', { name, presence })
    this.participantId = answer.participantId
    this.seatId = answer.you.seats[0]?.id ?? ''
    const line = io(this.#url, { transports: ['websocket'], auth: { ticket: answer.ticket }, forceNew: true })
    this.#line = line
    closing.push(() => line.disconnect())
    await new Promise<void>((resolve) =>
      line.on('room', ({ state }: Snapshot) => {
        Object.assign(this.state, state)
        resolve()
      }),
    )
    for (const { name: document } of answer.documents) {
      if (
        document.startsWith('drafts/') &&
        document !== `drafts/${more.code === 'NANTES-LYON' ? 'space-j' : 'space-n'}`
      )
        continue
      const doc = document.startsWith('drafts/') ? this.drafts : this.board
      const provider = new WebsocketProvider(`${this.#url.replace('http', 'ws')}/yjs`, document, doc, {
        params: { ticket: answer.ticket },
        disableBc: true,
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // ws is one by shape
      })
      if (doc === this.drafts) this.provider = provider
      closing.push(() => provider.destroy())
      await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    }
    return this
  }

  async say(name: string, input: unknown): Promise<Answer> {
    const answer: unknown = await this.#line?.timeout(10_000).emitWithAck(name, { id: randomId(), input })
    return answer as Answer // the lane's answers
  }

  async done(name: string, input: unknown): Promise<Answer> {
    const answer = await this.say(name, input)
    expect(answer, name).toMatchObject({ ok: true })
    return answer
  }

  write = (body: object = {}, code = 'NANTES') => this.visitor.ask('POST', `/api/rooms/${code}/minutes`, body)
  list = async (code = 'NANTES'): Promise<MinutesAnswer> =>
    (await (await this.visitor.ask('GET', `/api/rooms/${code}/minutes`)).json()) as MinutesAnswer // the route's answer
  texts = (sessionId: string): string[] => (readMinutes(this.drafts, sessionId)?.blocks ?? []).map(blockText)
  body = (sessionId: string): Y.XmlFragment =>
    minutesOf(this.drafts).get(sessionId)?.get('body') as Y.XmlFragment
}

const steps = [
  { title: 'Accueil', minutes: 10 },
  { title: 'Écrire', minutes: 15 },
]

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
const enter = (name: string, more?: Parameters<Person['enter']>[1]) => new Person(server).enter(name, more)
const lead = () => enter('Eva', { persona: 'facilitator-nantes', presence: 'in-person' })

/** A session of its own, whatever was held before. */
async function session(leader: Person): Promise<string> {
  const agenda = () => leader.state['agenda'] as { status: string; currentId: string; sessionId: string }
  if (agenda().status === 'running') await leader.done('agenda.end', { from: agenda().currentId })
  await until(() => agenda().status !== 'running')
  if (agenda().status === 'ended') await leader.done('agenda.renew', { keepSteps: false })
  const { value } = await leader.done('agenda.begin', { otherwise: steps })
  await until(() => agenda().sessionId === value?.id)
  return agenda().sessionId
}

describe('rights', () => {
  let leader: Person
  let sessionId: string
  beforeEach(async () => {
    leader = await lead()
    sessionId = await session(leader)
  })

  test('the facilitator and the secretary write; others, observers and readers do not', async () => {
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    const lyon = await enter('Lou', { persona: 'member-lyon' })
    const board = await enter('Conseil', { persona: 'board-france' })
    await leader.done('agenda.nameSecretary', { seatId: ana.seatId, was: null })
    for (const other of [ben, lyon, board]) {
      expect((await other.write()).status).toBe(403)
      expect((await other.list()).mayWrite).toBe(false)
    }
    expect((await ana.list()).mayWrite).toBe(true)
    expect((await ana.write()).status).toBe(200)
    expect((await leader.write({ sessionId, language: 'fr' })).status).toBe(200)
    await until(() => ben.texts(sessionId).length > 0)
    // Whoever reads the room reads its minutes, and takes them away.
    for (const reader of [ben, lyon, board]) {
      expect((await reader.list()).minutes.map((one) => one.sessionId)).toContain(sessionId)
      expect((await reader.visitor.ask('GET', `/api/rooms/NANTES/minutes/${sessionId}.md`)).status).toBe(200)
    }
    const stranger = new Visitor(server)
    await stranger.join('LYON')
    expect((await stranger.ask('GET', `/api/rooms/NANTES/minutes/${sessionId}.md`)).status).toBe(404)
    expect((await stranger.ask('GET', `/api/rooms/LYON/minutes/${sessionId}.md`)).status).toBe(404)
    // An observer sees.
    const role: RoomRole = 'observer'
    const seen = await leader.visitor.ask('PUT', `/api/rooms/NANTES/people/${ana.participantId}/role`, {
      role,
    })
    expect(seen.status).toBeLessThan(300)
    expect((await ana.write()).status).toBe(403)
    expect((await ana.visitor.ask('GET', `/api/rooms/NANTES/minutes/${sessionId}.md`)).status).toBe(200)
  })

  test('a session that is another one, or none, is refused; so is what is not asked for', async () => {
    expect((await leader.write({ sessionId: 'another' })).status).toBe(409)
    expect((await leader.write({ language: 'de' })).status).toBe(422)
    expect((await leader.write({ blocks: [] })).status).toBe(422)
    const { currentId } = leader.state['agenda'] as { currentId: string }
    await leader.done('agenda.end', { from: currentId })
    await leader.done('agenda.renew', { keepSteps: false })
    expect((await leader.write()).status).toBe(409)
    expect((await leader.visitor.ask('GET', '/api/rooms/NANTES/minutes/nothing.md')).status).toBe(404)
  })

  test('people who read the drafts of the room cannot write in its minutes', async () => {
    await leader.write()
    const lyon = await enter('Lou', { persona: 'member-lyon' })
    await until(() => lyon.texts(sessionId).length > 0)
    lyon.body(sessionId).insert(0, blockElements(['de Lyon 4KX']))
    const ana = await enter('Ana')
    ana.body(sessionId).insert(0, blockElements(['de Nantes']))
    await until(() => leader.texts(sessionId)[0] === 'de Nantes')
    expect(leader.texts(sessionId).join()).not.toContain('4KX')
  })

  test('in a joint room they live in the joint space', async () => {
    const joint = await enter('Eva', { persona: 'facilitator-nantes', code: 'NANTES-LYON' })
    await joint.done('agenda.begin', { otherwise: steps })
    const answer = (await (await joint.write({}, 'NANTES-LYON')).json()) as MinutesWritten
    expect(answer).toMatchObject({ spaceId: 'space-j', written: true })
    await until(() => joint.texts(answer.sessionId).length > 0)
  })
})

test('[M8] presses at once write once, and a press without news changes nothing', async () => {
  const leader = await lead()
  const sessionId = await session(leader)
  const answers = await Promise.all(
    [1, 2, 3, 4].map(async () => (await leader.write()).json() as Promise<MinutesWritten>),
  )
  expect(answers.filter(({ written }) => written)).toHaveLength(1)
  await until(() => leader.texts(sessionId).length > 0)
  const said = leader.texts(sessionId)
  expect(new Set(said).size).toBe(said.length)
})

test('[M3] what two people edit stays, and what happened since comes in', async () => {
  const leader = await lead()
  const sessionId = await session(leader)
  const ana = await enter('Ana')
  await leader.write()
  await until(() => ana.texts(sessionId).length > 0)
  const find = (person: Person, words: string): Y.XmlElement => {
    const all = person
      .body(sessionId)
      .toArray()
      .flatMap((node) => [node, ...((node as Y.XmlElement).toArray() ?? [])])
    const found = all.find(
      (node) =>
        node instanceof Y.XmlElement && node.nodeName !== 'bulletList' && node.toString().includes(words),
    )
    if (!(found instanceof Y.XmlElement)) throw new Error(`nothing says ${words}`)
    return found.nodeName === 'listItem' ? (found.get(0) as Y.XmlElement) : found
  }
  ;(find(ana, 'Aucune décision').get(0) as Y.XmlText).insert(0, 'Vraiment. ')
  ;(find(leader, 'Écrire').get(0) as Y.XmlText).insert(0, 'Écrire, puis lire. ')
  await until(() => leader.texts(sessionId).some((text) => text.startsWith('Vraiment.')))
  await until(() => ana.texts(sessionId).some((text) => text.startsWith('Écrire, puis lire.')))
  await leader.done('agenda.addOutcome', { text: 'La clé reste chez Yann' })
  await leader.done('agenda.addOutcome', { text: 'Yann réserve la salle pour le 3 février' })
  expect(((await (await leader.write()).json()) as MinutesWritten).written).toBe(true)
  await until(() => ana.texts(sessionId).includes('La clé reste chez Yann'))
  const texts = ana.texts(sessionId)
  expect(texts.filter((text) => text.startsWith('Vraiment. Aucune décision'))).toHaveLength(1)
  expect(texts.filter((text) => text.startsWith('Écrire, puis lire.'))).toHaveLength(1)
  expect(texts.slice(texts.indexOf('Qui fait quoi'))).toEqual([
    'Qui fait quoi',
    'Yann réserve la salle pour le 3 février',
  ])
})

test('what happened is told: votes to the last zero, reasons without names, texts, notes, questions, initiatives', async () => {
  const leader = await lead()
  const before = createDraftIn(leader, 'Avant la séance', 'un deux trois')
  await until(() => draftsOf(leader.drafts).has(before))
  const sessionId = await session(leader)
  const ana = await enter('Ana')
  // A vote in which one thing receives nothing, with a comment.
  const items = ['Comité local', 'Forum'].map((text) => ({ kind: 'text', text }))
  const ballot = { kind: 'dots', points: 3, maxPerItem: 3, minus: false }
  const { value } = await leader.done('decision.open', { question: 'Que gardons-nous ?', ballot, items })
  const answer = { kind: 'dots', points: { '0': 3 }, comment: 'Parce que c’est près' }
  await ana.done('decision.answer', { id: value?.id, round: 1, seatId: ana.seatId, answer })
  await leader.done('decision.close', { id: value?.id })
  // A text worked on, with a question; one begun.
  const worked = draftsOf(ana.drafts).get(before) as Y.Map<unknown>
  const words = (worked.get('constat') as Y.XmlFragment).get(0) as Y.XmlElement
  ;(words.get(0) as Y.XmlText).insert(0, 'quatre cinq ')
  const begun = createDraft(ana.drafts, { title: 'Un comité', questions: ['Qui paie ?'] })
  await until(() => draftsOf(leader.drafts).has(begun))
  const draft = { spaceId: 'space-n', draftId: begun, title: 'Un comité' }
  await leader.done('decision.startInitiative', {
    draft,
    firstStep: 'Réserver la salle',
    who: 'Yann',
    when: '2020-02-03',
  })
  expect((await leader.write()).status).toBe(200)
  await until(() => ana.texts(sessionId).length > 0)
  const all = ana.texts(sessionId).join('\n')
  expect(all).toContain('Que gardons-nous ? Comité local\u00a0: 3 points\u00a0; Forum\u00a0: 0 point')
  expect(all).toContain('Raisons\u00a0: Parce que c’est près')
  expect(all).toContain('Avant la séance\u00a0: retravaillé, 2 mots de plus, 0 de moins')
  expect(all).toContain('Un comité\u00a0: commencé')
  expect(all).toContain('Qui paie ?')
  expect(all).toContain('Un comité\u00a0: Réserver la salle (Yann, lundi 3 février 2020)')
  expect(all).toMatch(/\d+ personnes?\u00a0: 1 en salle, \d+ à distance\. Animation\u00a0: /)
  // What belongs to drafts does not take minutes for one.
  const versions = await leader.visitor.ask('GET', `/api/rooms/NANTES/drafts/space-n/${sessionId}/versions`)
  expect(versions.status).toBe(404)
})

function createDraftIn(person: Person, title: string, constat: string): string {
  return createDraft(person.drafts, { title, constat: [constat] })
}

test('secrecy: the author of an anonymous note is in no minutes and in no file of them, its words are', async () => {
  const leader = await lead()
  const sessionId = await session(leader)
  const ana = await enter('Zéphyrine')
  const wish = {
    question: 'Qu’est-ce qui nous freine ?',
    frameId: null,
    colour: 'blue',
    anonymous: true,
    moderated: false,
    authorsMayReveal: false,
  }
  const { value: step } = await leader.done('notes.open', wish)
  await ana.done('notes.put', {
    stepId: step?.id,
    seatId: ana.seatId,
    noteId: randomId(),
    text: 'canari 7XQ',
  })
  await ana.done('notes.put', {
    stepId: step?.id,
    seatId: ana.seatId,
    noteId: randomId(),
    text: 'encore 8YR',
  })
  await leader.write()
  await until(() => leader.texts(sessionId).length > 0)
  // Nothing of what is still private.
  expect(leader.texts(sessionId).join('\n')).not.toMatch(/canari|encore 8YR/)
  await leader.done('notes.reveal', { stepId: step?.id })
  await until(() =>
    [...recordsOf(leader.board).keys()].some((id) => noteText(leader.board, id)?.toString() === 'canari 7XQ'),
  )
  await leader.write()
  await until(() => leader.texts(sessionId).join('\n').includes('canari 7XQ'))
  const files = await Promise.all(
    ['md', 'docx'].map(async (format) => {
      const response = await leader.visitor.ask('GET', `/api/rooms/NANTES/minutes/${sessionId}.${format}`)
      return Buffer.from(await response.arrayBuffer())
    }),
  )
  const docx = (await mammoth.extractRawText({ buffer: files[1] ?? Buffer.alloc(0) })).value
  const everything = [String(files[0]), docx, JSON.stringify(await leader.list())]
  expect(everything[0]).toContain('canari 7XQ')
  expect(everything[1]).toContain('canari 7XQ')
  for (const text of [...everything, leader.texts(sessionId).join()]) expect(text).not.toMatch(/Zéphyrine/)
  // The checker sees: a name that is told is found.
  await leader.done('agenda.nameSecretary', { seatId: ana.seatId, was: null })
  await leader.write()
  await until(() => leader.texts(sessionId).join().includes('Zéphyrine'))
})

test('the files say what the minutes say, and are called after place and day', async () => {
  const leader = await lead()
  const sessionId = await session(leader)
  await leader.done('agenda.addOutcome', { text: '<img src=x> *pas gras* [ici](https://evil.example)' })
  await leader.write()
  await until(() => leader.texts(sessionId).length > 0)
  const ask = (format: string) =>
    leader.visitor.ask('GET', `/api/rooms/NANTES/minutes/${sessionId}.${format}`)
  const docx = await ask('docx')
  expect(docx.headers.get('content-disposition')).toMatch(
    /filename="Compte rendu - Nantes - \d{4}-\d{2}-\d{2}\.docx"; filename\*=UTF-8''/,
  )
  expect(docx.headers.get('x-content-type-options')).toBe('nosniff')
  const buffer = Buffer.from(await docx.arrayBuffer())
  const { value: html } = await mammoth.convertToHtml({ buffer })
  const { value: raw } = await mammoth.extractRawText({ buffer })
  expect(html).toContain('<h1>Déroulé</h1>')
  expect(html).toMatch(/<ul><li>Accueil/)
  expect(raw.split(/\n+/).filter(Boolean).slice(1)).toEqual(leader.texts(sessionId))
  const markdown = await (await ask('md')).text()
  expect(markdown).toContain('\\<img src=x\\> \\*pas gras\\* \\[ici\\](https://evil.example)')
})

test.runIf(findChromium() !== undefined)(
  'a PDF is printed, tagged, in its language',
  { timeout: 60_000 },
  async () => {
    const leader = await lead()
    const sessionId = await session(leader)
    await leader.write()
    const response = await leader.visitor.ask('GET', `/api/rooms/NANTES/minutes/${sessionId}.pdf`)
    expect(response.status).toBe(200)
    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true|\/Marked true/)
    expect(pdf).toMatch(/\/Lang\s*\(fr/)
  },
)

test('an ended session has minutes although nobody asked for them, and a stock client beside a hostile one keeps them', async () => {
  const leader = await lead()
  const sessionId = await session(leader)
  const { currentId } = leader.state['agenda'] as { currentId: string }
  await leader.done('agenda.end', { from: currentId })
  await until(() => leader.texts(sessionId).length > 0)
  expect(readMinutes(leader.drafts, sessionId)?.closedAt).toEqual(expect.any(Number))
  const hostile = await enter('Mal')
  minutesOf(hostile.drafts).delete(sessionId)
  const ana = await enter('Ana')
  await until(() => ana.texts(sessionId).length > 0)
  ana.body(sessionId).insert(0, blockElements(['après']))
  await until(() => leader.texts(sessionId)[0] === 'après')
  const copy = await enter('Neuf')
  await until(() => copy.texts(sessionId)[0] === 'après')
})
