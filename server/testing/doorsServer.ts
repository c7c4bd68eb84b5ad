// A whole server for tests: a real embedded store in a folder of its own, port 0, three small rooms.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { type ServeOptions, type Serving, serve } from '#server/http/serve.ts'
import type { Account } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

export interface TestServer {
  readonly url: string
  readonly store: Store
  readonly serving: Serving
  /** Lines of the log, as JSON. */
  readonly log: readonly string[]
  close(): Promise<void>
}

const room = (code: string, more: Partial<Room>): Room => ({
  id: code.toLowerCase(),
  code,
  title: `Salle ${code}`,
  kind: 'group',
  groupIds: ['grp-n'],
  spaces: [{ spaceId: 'space-n', groupId: 'grp-n' }],
  doorOpen: true,
  sessionId: null,
  ...more,
})

const rooms: readonly Room[] = [
  room('NANTES', {}),
  room('LYON', { groupIds: ['grp-l'], spaces: [{ spaceId: 'space-l', groupId: 'grp-l' }] }),
  room('NANTES-LYON', {
    kind: 'joint',
    groupIds: ['grp-n', 'grp-l'],
    spaces: [
      { spaceId: 'space-j', groupId: null },
      { spaceId: 'space-n', groupId: 'grp-n' },
      { spaceId: 'space-l', groupId: 'grp-l' },
    ],
  }),
  room('RUCHE 4711', { id: 'ruche', doorOpen: false }),
]

const account = (persona: string, more: Partial<Account>): Account => ({
  id: `demo-${persona}`,
  personId: `mem-${persona}`,
  displayName: `${persona} A.`,
  standing: 'member',
  groupIds: [],
  facilitatesGroupIds: [],
  ...more,
})

const accounts: readonly Account[] = [
  account('facilitator-nantes', { groupIds: ['grp-n'], facilitatesGroupIds: ['grp-n'] }),
  account('member-nantes', { groupIds: ['grp-n'] }),
  account('member-lyon', { groupIds: ['grp-l'] }),
  account('board-france', { standing: 'board' }),
  account('admin', { standing: 'admin' }),
]

/** The smallest cycle that has the two groups. */
const cycleFile = {
  format: 'coop-cycle',
  formatVersion: 1,
  language: 'fr',
  organisation: { id: 'org', name: 'Coopérative', entityIds: ['ent'], languages: ['fr'] },
  entities: [{ id: 'ent', name: 'France', code: 'FR', boardId: 'board', languages: ['fr'] }],
  boards: [{ id: 'board', entityId: 'ent', name: 'Conseil', members: [] }],
  antennas: ['Nantes', 'Lyon'].map((name) => ({ id: `ant-${name.toLowerCase()}`, name, entityId: 'ent' })),
  cycle: { id: 'cyc', name: 'Cycle', start: '2019-10-01', end: '2020-06-30', stages: [], milestones: [] },
  themes: [
    {
      id: 'th',
      order: 1,
      title: 'Thème',
      jurisdictions: ['FR'],
      groupIds: ['grp-n', 'grp-l'],
      contextIds: [],
    },
  ],
  groups: [
    ['grp-n', 'NTE', 'nantes'],
    ['grp-l', 'LYN', 'lyon'],
  ].map(([id, code, place]) => ({
    id,
    code,
    name: `Groupe ${place}`,
    themeId: 'th',
    antennaId: `ant-${place}`,
    entityIds: ['ent'],
    onlineOnly: false,
    facilitatorIds: [],
    memberIds: [],
    partnerGroupIds: [],
    sessionIds: [],
    languages: ['fr'],
  })),
  members: [],
}

async function fillSmall(store: Store): Promise<void> {
  const imported = await store.cycle.importFile(cycleFile)
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  for (const one of accounts) await store.people.saveAccount(one)
  for (const one of rooms) await store.rooms.saveRoom(one)
}

interface TestServerOptions extends Pick<ServeOptions, 'courier' | 'signOn'> {
  readonly demo?: boolean
  /** What the store holds, in the place of three small rooms. */
  readonly fill?: (store: Store) => Promise<unknown>
}

/** `env` are settings as in the environment. */
export async function startTestServer(
  env: Record<string, string> = {},
  options: TestServerOptions = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'doors-'))
  const store = await openStore({ dataDir: folder })
  await (options.fill ?? fillSmall)(store)
  const log: string[] = []
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'debug', ...env })
  const serving = await serve({
    config,
    host: '127.0.0.1',
    publicUrlGiven: env['PUBLIC_URL'] !== undefined,
    store,
    demo: options.demo ?? true,
    courier: options.courier,
    signOn: options.signOn,
    secret: 'a secret of more than thirty-two characters',
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    clientFolder: join(folder, 'client'),
    wifiCommand: () => 'HOST=0.0.0.0 npm start',
    fatal: (error) => {
      throw error
    },
  })
  serving.open()
  return {
    url: `http://127.0.0.1:${serving.config.port}`,
    store,
    serving,
    log,
    async close() {
      await serving.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A browser as the server sees one: it keeps cookies. */
export class Visitor {
  readonly #url: string
  readonly #cookies = new Map<string, string>()

  constructor(server: Pick<TestServer, 'url'>) {
    this.#url = server.url
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: this.cookie,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  async signIn(persona: string): Promise<void> {
    const response = await this.ask('POST', '/api/demo/sign-in', { persona })
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`)
  }

  async join(code: string, more: Record<string, unknown> = {}): Promise<JoinAnswer> {
    const response = await this.ask('POST', `/api/rooms/${encodeURIComponent(code)}/join`, {
      name: 'Ana',
      presence: 'remote',
      ...more,
    })
    if (response.status !== 200) throw new Error(`join answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as JoinAnswer // what the route under test says; the tests look at it
  }
}
