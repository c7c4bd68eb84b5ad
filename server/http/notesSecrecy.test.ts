// Private writing over real sockets and a real database file: what others are sent, what is kept afterwards, and what a kill leaves.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { routeTable } from '#server/http/routeTable.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { serveAgain, serveDying, storeFolder } from '#server/testing/dyingServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { NotesView } from '#shared/notes/notesView.ts'
import { noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import type { Snapshot } from '#shared/wire.ts'

type Answer = { ok: boolean; error?: { reason: string }; value?: unknown }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Somebody in the room, with everything that ever came to this device, as bytes. */
class Person {
  readonly visitor: Visitor
  readonly received: Buffer[] = []
  readonly doc = new Y.Doc()
  participantId = ''
  seatId = ''
  view: NotesView | undefined
  ticket = ''
  #line: Socket | undefined
  #url: string

  constructor(server: Pick<TestServer, 'url'>) {
    this.#url = server.url
    this.visitor = new Visitor(server)
  }

  async enter(name: string, persona?: string): Promise<this> {
    if (persona) await this.visitor.signIn(persona)
    const answer = await this.visitor.join('NANTES', { name })
    this.participantId = answer.participantId
    this.seatId = answer.you.seats[0]?.id ?? ''
    this.ticket = answer.ticket
    await this.#openLine()
    for (const { name: document } of answer.documents) await this.#openDocument(document)
    return this
  }

  #openLine(): Promise<void> {
    const line = io(this.#url, {
      transports: ['websocket'],
      auth: { ticket: this.ticket },
      reconnection: false,
      forceNew: true,
    })
    this.#line = line
    closing.push(() => line.disconnect())
    line.io.engine.on('data', (data: string | ArrayBuffer) =>
      this.received.push(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data)),
    )
    return new Promise((resolve) => {
      line.on('room', ({ state }: Snapshot) => {
        if (state['notes']) this.view = state['notes'] as NotesView // the slice's own view
        resolve()
      })
    })
  }

  #openDocument(name: string): Promise<void> {
    const { received } = this
    class Recorded extends WebSocket {
      constructor(address: string) {
        super(address, { perMessageDeflate: false })
        this.on('message', (data: Buffer) => received.push(Buffer.from(data)))
      }
    }
    const provider = new WebsocketProvider(
      `${this.#url.replace('http', 'ws')}/yjs`,
      name,
      name.startsWith('whiteboard') ? this.doc : new Y.Doc(),
      // ws is a WebSocket by shape; its types say more than the provider asks for.
      {
        params: { ticket: this.ticket },
        disableBc: true,
        WebSocketPolyfill: Recorded as unknown as typeof globalThis.WebSocket,
      },
    )
    closing.push(() => provider.destroy())
    return new Promise((resolve) => provider.once('sync', () => resolve()))
  }

  say(name: string, input: unknown, id = randomId()): Promise<Answer> {
    if (!this.#line) throw new Error('not in the room')
    return this.#line.timeout(10_000).emitWithAck(name, { id, input }) as Promise<Answer> // the lane's answers
  }

  async write(text: string, noteId = randomId()): Promise<string> {
    const input = { stepId: this.view?.step?.id, seatId: this.seatId, noteId, text }
    expect(await this.say('notes.put', input)).toMatchObject({ ok: true })
    return noteId
  }

  /** Every page and resource that can be asked for with GET in this room. */
  async askEverything(): Promise<void> {
    for (const [method, path] of routeTable) {
      if (method !== 'get') continue
      const filled = path.replace(':code', 'NANTES').replace(':group', 'NTE').replace(/:\w+/g, 'x')
      const response = await this.visitor.ask('GET', filled, undefined, {
        authorization: `Bearer ${this.ticket}`,
      })
      this.received.push(Buffer.from([...response.headers].join()), Buffer.from(await response.arrayBuffer()))
    }
    this.received.push(Buffer.from(JSON.stringify(await this.visitor.join('NANTES', { name: 'Encore' }))))
  }

  hasReceived(words: string): boolean {
    return this.received.some((bytes) => bytes.includes(words))
  }

  notesOnBoard(): string[] {
    return [...recordsOf(this.doc).keys()].flatMap((id) => {
      const text = noteText(this.doc, id)?.toString()
      return text === undefined ? [] : [text]
    })
  }
}

/** Waits for a fact. */
const until = async (fact: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 10))
}

const wish = {
  question: 'Qu’est-ce qui nous freine ?',
  frameId: null,
  colour: 'blue',
  anonymous: true,
  moderated: false,
  authorsMayReveal: false,
}

const files = (dataDir: string): string[] =>
  readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(db|sqlite3?)(-wal|-journal)?$/.test(name))
    .map((name) => join(dataDir, name))

/** The database file and its log, as they lie there while the server runs. */
function rawPages(dataDir: string): Buffer[] {
  return files(dataDir).flatMap((name) => {
    const bytes = readFileSync(name)
    return Array.from({ length: Math.ceil(bytes.length / 4096) }, (_, n) =>
      bytes.subarray(n * 4096, (n + 1) * 4096),
    )
  })
}

/** Every row of every table, as one text each. */
function allRows(dataDir: string): { table: string; text: string }[] {
  const file = files(dataDir).find((name) => !/-(wal|journal)$/.test(name)) ?? ''
  const database = new SqliteDatabase(file, { readonly: true })
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string
  }[] // SQLite's own list
  const rows = tables.flatMap(({ name }) =>
    (database.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).map((row) => ({
      table: name,
      text: Object.values(row)
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
        .join('\u0000'),
    })),
  )
  database.close()
  return rows
}

describe('secrecy', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.close())
  const enter = (name: string, persona?: string) => new Person(server).enter(name, persona)
  const open = async (leader: Person, more: object = {}, others: Person[] = []): Promise<string> => {
    expect(await leader.say('notes.open', { ...wish, ...more })).toMatchObject({ ok: true })
    await until(() =>
      [leader, ...others].every(({ view }) => view?.step !== null && view?.step !== undefined),
    )
    return leader.view?.step?.id ?? ''
  }

  test('a canary reaches nobody but its author before the reveal, and everybody after it', async () => {
    const [leader, ana, ben] = [
      await enter('Eva', 'facilitator-nantes'),
      await enter('Ana'),
      await enter('Ben'),
    ]
    const stepId = await open(leader, {}, [ana, ben])
    await ana.write('canari 7XQ')
    await until(() => [leader, ben].every(({ view }) => view?.step?.notes === 1))
    const late = await enter('Tard')
    const others = [leader, ben, late]
    for (const other of others) await other.askEverything()
    for (const other of others) expect(other.hasReceived('canari')).toBe(false)
    // The checker sees: the author's own line has it.
    expect(ana.hasReceived('canari')).toBe(true)
    expect(server.log.join('\n')).not.toContain('canari')
    expect(await leader.say('notes.reveal', { stepId })).toMatchObject({ ok: true })
    await until(() => [...others, ana].every((one) => one.notesOnBoard().includes('canari 7XQ')))
    for (const other of others) expect(other.hasReceived('canari')).toBe(true)
    expect(server.log.join('\n')).not.toContain('canari')
  })

  test('retries are harmless: the same command, the same note under another command, the same reveal', async () => {
    const [leader, ana] = [await enter('Eva', 'facilitator-nantes'), await enter('Ana')]
    const stepId = await open(leader, {}, [ana])
    const [noteId, id] = [randomId(), randomId()]
    const input = { stepId, seatId: ana.seatId, noteId, text: 'une fois 4KD' }
    const first = await ana.say('notes.put', input, id)
    expect(await ana.say('notes.put', input, id)).toEqual(first)
    expect(await ana.say('notes.put', input)).toMatchObject({ ok: true })
    await until(() => leader.view?.step?.notes === 1)
    const reveal = randomId()
    const answer = await leader.say('notes.reveal', { stepId }, reveal)
    expect(await leader.say('notes.reveal', { stepId }, reveal)).toEqual(answer)
    expect(await leader.say('notes.reveal', { stepId })).toMatchObject({ error: { reason: 'notes.over' } })
    await until(() => ana.notesOnBoard().includes('une fois 4KD'))
    expect(ana.notesOnBoard().filter((text) => text === 'une fois 4KD')).toHaveLength(1)
    expect(await ana.say('notes.put', { ...input, text: 'trop tard' })).toMatchObject({
      error: { reason: 'notes.over' },
    })
  })

  test('two facilitators reveal at once: one is right, and every note lands once', async () => {
    const [leader, other, ana] = [
      await enter('Eva', 'facilitator-nantes'),
      await enter('Admin', 'admin'),
      await enter('Ana'),
    ]
    const stepId = await open(leader, {}, [other, ana])
    await ana.write('course 9PL')
    const answers = await Promise.all([leader, other].map((one) => one.say('notes.reveal', { stepId })))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    await until(() => ana.notesOnBoard().includes('course 9PL'))
    expect(ana.notesOnBoard().filter((text) => text === 'course 9PL')).toHaveLength(1)
  })

  test('in a queue facilitators read words without authors, and a reason reaches its author alone', async () => {
    const [leader, ana, ben] = [
      await enter('Eva', 'facilitator-nantes'),
      await enter('Ana'),
      await enter('Ben'),
    ]
    const stepId = await open(leader, { moderated: true }, [ana, ben])
    await ana.write('à garder 2RT')
    await ben.write('à écarter 5VB')
    await leader.say('notes.review', { stepId })
    await until(() => leader.view?.queue?.length === 2)
    const aside = leader.view?.queue?.find(({ text }) => text.includes('écarter'))
    const kept = leader.view?.queue?.find(({ text }) => text.includes('garder'))
    expect(JSON.stringify(leader.view?.queue)).not.toMatch(new RegExp(`${ana.seatId}|${ben.seatId}|Ana|Ben`))
    await leader.say('notes.setAside', { stepId, key: aside?.key, reason: 'raison 3MN' })
    await leader.say('notes.approve', { stepId, keys: [kept?.key] })
    await until(() => ben.view?.mine[ben.seatId]?.[0]?.asideBecause === 'raison 3MN')
    expect(await leader.say('notes.reveal', { stepId })).toMatchObject({ ok: true })
    await until(() => ana.notesOnBoard().includes('à garder 2RT'))
    for (const words of ['écarter', 'raison 3MN']) expect(ana.hasReceived(words)).toBe(false)
    expect(
      allRows(server.serving.config.dataDir).filter(({ text }) => /écarter|raison 3MN/.test(text)),
    ).toEqual([])
  })

  test.each(['reveal', 'close'])(
    'after an anonymous step’s %s the file holds no tie between a text and its author',
    async (how) => {
      const [leader, zoe] = [await enter('Eva', 'facilitator-nantes'), await enter(`Zoé-${how}-W8`)]
      const stepId = await open(leader, {}, [zoe])
      const text = `secret ${how} 6HJ`
      const noteId = await zoe.write(text)
      const secret = (await server.store.rooms.secrets('nantes'))['notes'] as { writers: { token: string }[] } // this slice's
      const ties = [noteId, ...secret.writers.map(({ token }) => token)]
      expect(ties).toHaveLength(2)
      const { dataDir } = server.serving.config
      // The checker sees: while the step runs, the tie is in the file.
      for (const tie of ties)
        expect(
          rawPages(dataDir).some((page) => page.includes(tie)),
          tie,
        ).toBe(true)
      expect(await leader.say(`notes.${how}`, { stepId })).toMatchObject({ ok: true })
      await until(async () => (await server.store.rooms.pendingEffects('nantes')).length === 0)
      const traces = [zoe.participantId, zoe.seatId, `Zoé-${how}-W8`]
      const withText = allRows(dataDir).filter((row) => row.text.includes(text))
      expect(
        withText
          .map(({ table }) => table)
          .filter((table) => /room_states|room_secrets|room_effects|journal/.test(table)),
      ).toEqual([])
      expect(withText).toHaveLength(how === 'reveal' ? 1 : 0)
      for (const row of withText) for (const trace of traces) expect(row.text).not.toContain(trace)
      const pages = rawPages(dataDir)
      for (const tie of ties)
        expect(
          pages.some((page) => page.includes(tie)),
          tie,
        ).toBe(false)
      for (const trace of traces)
        expect(
          pages.some((page) => page.includes(text) && page.includes(trace)),
          trace,
        ).toBe(false)
      expect(pages.some((page) => page.includes(text))).toBe(how === 'reveal')
    },
  )
})

/** Dies `before` the board is written, or `after`, when only the note that it was done is missing. */
const dieAroundReveal = `
const [when] = given
const { append } = store.documentLog
let revealed = false
const { saveState } = store.rooms
store.rooms.saveState = async (...all) => {
  const outcome = await saveState(...all)
  revealed ||= all[3].command === 'notes.reveal'
  return outcome
}
if (when === 'before') store.documentLog.append = (...all) => revealed ? die() : append.apply(store.documentLog, all)
else store.rooms.effectDone = die
`

test.each(['before', 'after'])(
  'killed right %s the board is written: after the restart the reveal is done, once',
  async (when) => {
    const dataDir = await storeFolder()
    const dying = await serveDying(dataDir, dieAroundReveal, [when])
    const [leader, ana] = [
      await new Person(dying).enter('Eva', 'facilitator-nantes'),
      await new Person(dying).enter('Ana'),
    ]
    expect(await leader.say('notes.open', wish)).toMatchObject({ ok: true })
    await until(() => Boolean(ana.view?.step && leader.view?.step))
    for (const text of ['un', 'deux', 'trois']) await ana.write(text)
    void leader.say('notes.reveal', { stepId: leader.view?.step?.id }).catch(() => undefined)
    expect(await dying.ended).toEqual([null, 'SIGKILL'])
    for (const close of closing.splice(0)) close()

    // Twice: what was done at the first start is not done again at the second.
    for (let start = 0; start < 2; start++) {
      const again = await serveAgain(dataDir)
      if (start === 0)
        expect((await again.store.rooms.secrets('nantes'))['notes']).toMatchObject({ writers: [], notes: [] })
      await until(async () => (await again.store.rooms.pendingEffects('nantes')).length === 0)
      const ben = await new Person(again).enter('Ben')
      expect(ben.notesOnBoard().sort()).toEqual(['deux', 'trois', 'un'])
      expect(ben.view).toMatchObject({ step: null, last: { how: 'revealed' } })
      for (const close of closing.splice(0)) close()
      await again.serving.close()
      await again.store.close()
    }
    rmSync(dataDir, { recursive: true })
  },
)
