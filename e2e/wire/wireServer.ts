// The real document lane over a real store, in a process of its own, with a door and a control for tests. Run by `wireProcess`.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join as joinPath } from 'node:path'
import * as Y from 'yjs'
import { openDatabase } from '#server/adapters/sql/database.ts'
import { sqlDocumentLog } from '#server/adapters/sql/documentLog.ts'
import { migrate } from '#server/adapters/sql/migrations/migrate.ts'
import { defaultLimits } from '#server/live/limits.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { Admission } from '#server/transport/documentLane.ts'
import { createDocumentLane } from '#server/transport/documents.ts'
import { closeCode } from '#shared/contract/closeCode.ts'
import { randomId } from '#shared/contract/ids.ts'
import { draftsRoot } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import type { Access } from '#shared/people/access.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

export const whiteboardName = 'whiteboard/salle'
export const draftsName = 'drafts/nantes'

const [dataDir = '', port = '0'] = process.argv.slice(2)

/** participant -> document -> access; whoever is not listed writes. `none` shuts the door. */
const rights = new Map<string, Map<string, Access | 'none'>>()
const tickets = new Map<string, string>()
const people = new Set<string>()
let stall: Promise<void> = Promise.resolve()

const database = await openDatabase({ dataDir })
await migrate(database)
const log = sqlDocumentLog(database)
for (const name of [whiteboardName, draftsName]) await log.create(name)

/** A disk that can be made to wait: rows are kept, and told of, only after it. */
const slowLog: DocumentLog = new Proxy(log, {
  get: (target, key) =>
    key === 'append'
      ? async (...row: Parameters<DocumentLog['append']>) => {
          await stall
          return target.append(...row)
        }
      : Reflect.get(target, key),
})

const accessOf = (participant: string, document: string): Access | 'none' =>
  rights.get(participant)?.get(document) ?? rights.get(participant)?.get('*') ?? 'write'

function admit(ticket: string, document: string): Promise<Admission> {
  const participantId = tickets.get(ticket)
  if (!participantId) return Promise.resolve({ kind: 'bad-ticket' })
  const access = accessOf(participantId, document)
  if (access === 'none') return Promise.resolve({ kind: 'not-yours' })
  const user = {
    participantId,
    name: `Nom de ${participantId}`,
    side: 'room',
    ink: 'loire',
    groupId: null,
    role: 'participant',
  } as const
  return Promise.resolve({ kind: 'admitted', participantId, access, user })
}

const lane = createDocumentLane({
  log: slowLog,
  limits: defaultLimits,
  count: { updateIn() {}, updateOut() {}, refused() {}, kept() {} },
  fatal: (error) => {
    throw error
  },
  warn: (context, message) => process.stderr.write(`${message} ${JSON.stringify(context)}\n`),
  schemas: {
    drafts: { roots: new Set([draftsRoot]), check: (transaction) => checkTouchedDrafts(transaction) },
    whiteboard: { roots: new Set(['records', 'words']), check: () => undefined },
  },
  admit,
  namesOf: () => Promise.resolve([]),
  addressOf: (request) => request.socket.remoteAddress ?? '',
})

async function join(participantId: string): Promise<JoinAnswer> {
  const ticket = randomId()
  tickets.set(ticket, participantId)
  people.add(participantId)
  const documents = await Promise.all(
    ([whiteboardName, draftsName] as const).map(async (name) => ({
      name,
      kind: name === whiteboardName ? ('whiteboard' as const) : ('drafts' as const),
      access: accessOf(participantId, name) === 'write' ? ('write' as const) : ('read' as const),
      generation: (await log.generation(name)) ?? 0,
      groupId: null,
    })),
  )
  return {
    ticket,
    ticketExpiresAt: Date.now() + 12 * 3_600_000,
    participantId,
    room: { id: 'salle', code: 'SALLE', title: 'Salle', kind: 'group', groups: [], entities: [] },
    documents,
    you: {
      name: participantId,
      presence: 'remote',
      role: 'participant',
      groupId: null,
      seats: [],
      signedIn: false,
    },
  }
}

const controls: Record<string, (query: URLSearchParams) => Promise<unknown>> = {
  '/join': async (query) => {
    const participant = query.get('participant') ?? ''
    return rights.get(participant)?.get('door') === 'none' ? undefined : join(participant)
  },
  '/rights': async (query) => {
    const participant = query.get('participant') ?? ''
    const mine = rights.get(participant) ?? new Map<string, Access | 'none'>()
    mine.set(query.get('document') ?? '*', query.get('access') as Access | 'none') // said by a test
    rights.set(participant, mine)
    await lane.recheck(new Set([participant]))
    return {}
  },
  '/revoke': async (query) => {
    for (const [ticket, participant] of tickets)
      if (participant === query.get('participant')) tickets.delete(ticket)
    await lane.recheck()
    return {}
  },
  '/afresh': async (query) => {
    const name = query.get('document') ?? ''
    await lane.evict([name])
    await log.remove(name)
    await log.create(name)
    return {}
  },
  '/stall': async (query) => {
    stall = new Promise((resolve) => setTimeout(resolve, Number(query.get('ms'))))
    return {}
  },
  '/document': async (query) => {
    const state = await lane.read(query.get('document') ?? '', (doc) => Y.encodeStateAsUpdate(doc))
    return { state: Buffer.from(state ?? new Uint8Array()).toString('base64') }
  },
  '/stats': () => Promise.resolve(lane.stats()),
}

/** The page that `wirePage` was built into, for tests in a browser. */
function page(pathname: string): { type: string; body: string } | undefined {
  if (pathname === '/')
    return { type: 'text/html', body: '<!doctype html><title>Wire</title><script src="/page.js"></script>' }
  const built = joinPath(dataDir, 'page.js')
  if (pathname === '/page.js' && existsSync(built))
    return { type: 'text/javascript', body: readFileSync(built, 'utf8') }
  return undefined
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
  const file = page(pathname)
  if (file) {
    response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` }).end(file.body)
    return
  }
  const said = await controls[pathname]?.(searchParams)
  response.writeHead(said === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
  })
  response.end(JSON.stringify(said ?? {}))
}

const server: Server = createServer((request, response) => void answer(request, response))
server.on('upgrade', (request, socket, head) => {
  if (request.url?.startsWith('/yjs/')) lane.upgrade(request, socket, head)
  else socket.destroy()
})
server.listen(Number(port), '127.0.0.1', () =>
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`),
) // TCP

process.on('SIGTERM', () => {
  void lane
    .close(closeCode.shuttingDown)
    .then(() => database.close())
    .then(() => process.exit(0))
})
