// Rooms whose drafts are merged, on any database: a joint room of three groups, one of which shows nothing, and two groups' own rooms.
import { pino } from 'pino'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Store } from '#server/adapters/sql/openStore.ts'
import { readConfig } from '#server/config.ts'
import { type Serving, serve } from '#server/http/serve.ts'
import { Visitor } from '#server/testing/doorsServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft, type DraftMap, draftsOf, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import type { Merge, MergeState } from '#shared/merge/mergeState.ts'
import { readParents } from '#shared/merge/mergesInDocument.ts'
import type { JoinAnswer } from '#shared/room/join.ts'
import type { Snapshot } from '#shared/wire.ts'

export interface MergeAnswer {
  readonly ok: boolean
  readonly error?: { readonly code: string; readonly reason: string }
  readonly value?: { readonly id: string }
}

const spaces = [
  { spaceId: 'space-j', groupId: null },
  { spaceId: 'space-n', groupId: 'grp-n' },
  { spaceId: 'space-l', groupId: 'grp-l' },
  { spaceId: 'space-b', groupId: 'grp-b' },
]

/** Stands in the drafts of the group that shows nothing, and nowhere else. */
export const hiddenCanary = 'CANARI-CACHÉ'

export async function seedMergeRooms(store: Store): Promise<void> {
  const room = (code: string, more: object) => ({
    ...{ id: code.toLowerCase(), code, title: code, doorOpen: true, sessionId: null, kind: 'group' as const },
    ...{ groupIds: ['grp-n'], spaces: spaces.slice(1, 2), ...more },
  })
  await store.rooms.saveRoom(room('NANTES', {}))
  const joint = { kind: 'joint' as const, groupIds: ['grp-n', 'grp-l', 'grp-b'] }
  await store.rooms.saveRoom(room('TROIS', { ...joint, spaces }))
  const shut = [
    { spaceId: 'space-t', groupId: null },
    ...spaces.slice(1).map((one) => (one.groupId === 'grp-b' ? { ...one, opened: 'none' as const } : one)),
  ]
  await store.rooms.saveRoom(room('TUS', { ...joint, spaces: shut }))
  const people = {
    'facilitator-nantes': 'grp-n',
    'member-nantes': 'grp-n',
    'member-lyon': 'grp-l',
    'board-belgium': 'grp-b',
  }
  for (const [persona, groupId] of Object.entries(people))
    await store.people.saveAccount({
      ...{ id: `demo-${persona}`, personId: `mem-${persona}`, displayName: persona, standing: 'member' },
      ...{ groupIds: [groupId], facilitatesGroupIds: persona.startsWith('facilitator') ? [groupId] : [] },
    })
  for (const { spaceId } of [...spaces, ...shut.slice(0, 1)])
    await store.documentLog.create(`drafts/${spaceId}`)
}

/** Drafts of the three groups that speak of the same. */
export async function seedParents({ deps }: Pick<Serving, 'deps'>): Promise<void> {
  const texts = {
    n: [
      'Le comité local compte huit places.',
      'Il se réunit une fois par mois.',
      'Il garde un cahier ouvert.',
    ],
    l: ['Le comité local compte six places.', 'Chaque trimestre, une page raconte ses décisions.'],
    b: [`Le comité local compte dix places ${hiddenCanary}.`, 'La commune prête une salle.'],
  }
  for (const [group, sentences] of Object.entries(texts))
    await deps.lane.edit(`drafts/space-${group}`, (doc) => {
      createDraft(doc, {
        ...{ id: `draft-${group}`, title: `Comité ${group}`, proposition: [sentences.join(' ')] },
        countryPassages: { BE: group === 'b' ? 'En Belgique, la commune décide.' : '' },
        nuances: [{ type: 'minority', text: `Avis minoritaire ${group}`, groupId: `grp-${group}` }],
      })
      createDraft(doc, { id: `gone-${group}`, title: 'Effacé', fields: { deletedAt: 5 } })
    })
}

export async function serveMerges(
  store: Store,
  dataDir: string,
): Promise<Serving & { readonly url: string }> {
  const serving = await serve({
    config: readConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      LIMITS: JSON.stringify({ commandsPerSecond: 500, commandBurst: 2000 }),
    }),
    ...{ host: '127.0.0.1', publicUrlGiven: false, store, demo: true, clientFolder: dataDir },
    secret: 'a secret of more than thirty-two characters',
    logger: pino({ level: 'silent' }),
    wifiCommand: () => '',
    fatal: (error) => {
      throw error
    },
  })
  serving.open()
  return Object.assign(serving, { url: `http://127.0.0.1:${serving.config.port}` })
}

/** One device in one room, with everything that came to it as bytes. */
export class MergeDesk {
  readonly received: Buffer[] = []
  readonly docs = new Map<string, Y.Doc>()
  readonly closes: number[] = []
  answer!: JoinAnswer
  state: MergeState | undefined
  readonly visitor: Visitor
  readonly #url: string
  readonly #closing: (() => void)[] = []
  #line: Socket | undefined

  constructor(server: { readonly url: string }) {
    this.#url = server.url
    this.visitor = new Visitor(server)
  }

  async enter(code: string, persona?: string, more: object = {}): Promise<this> {
    if (persona) await this.visitor.signIn(persona)
    this.answer = await this.visitor.join(code, { name: persona ?? 'Ana', ...more })
    this.received.push(Buffer.from(JSON.stringify(this.answer)))
    await this.#openLine()
    for (const { name } of this.answer.documents) if (name.startsWith('drafts')) await this.openDocument(name)
    return this
  }

  #openLine(): Promise<void> {
    const auth = { ticket: this.answer.ticket }
    const line = io(this.#url, { transports: ['websocket'], auth, reconnection: false, forceNew: true })
    this.#line = line
    this.#closing.push(() => line.disconnect())
    line.io.engine.on('data', (data: string | ArrayBuffer) =>
      this.received.push(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data)),
    )
    return new Promise((resolve, reject) => {
      line.on('connect_error', reject)
      line.on('room', ({ state }: Snapshot) => {
        if (state['merge']) this.state = state['merge'] as MergeState // the slice's own state
        resolve()
      })
    })
  }

  openDocument(name: string): Promise<void> {
    const { received, closes } = this
    class Recorded extends WebSocket {
      constructor(address: string) {
        super(address, { perMessageDeflate: false })
        this.on('message', (data: Buffer) => received.push(Buffer.from(data)))
        this.on('close', (code: number) => closes.push(code))
      }
    }
    const doc = new Y.Doc()
    this.docs.set(name, doc)
    const provider = new WebsocketProvider(`${this.#url.replace('http', 'ws')}/yjs`, name, doc, {
      params: { ticket: this.answer.ticket },
      disableBc: true,
      // ws is a WebSocket by shape; its types say more than the provider asks for.
      WebSocketPolyfill: Recorded as unknown as typeof globalThis.WebSocket,
    })
    this.#closing.push(() => provider.destroy())
    return new Promise((resolve) => {
      provider.once('sync', () => resolve())
      provider.on('connection-close', () => resolve())
    })
  }

  say(verb: string, input: unknown, id = randomId()): Promise<MergeAnswer> {
    if (!this.#line) throw new Error('not in the room')
    return this.#line.timeout(20_000).emitWithAck(`merge.${verb}`, { id, input }) as Promise<MergeAnswer> // the lane's answers
  }

  doc(space: string): Y.Doc {
    const doc = this.docs.get(`drafts/${space}`)
    if (!doc) throw new Error(`no ${space}`)
    return doc
  }

  /** Opens a merge of these drafts (`n`, `l`, `b`) and waits until its words are here. */
  async open(groups: string, more: object = {}): Promise<{ mergeId: string; spaceId: string }> {
    const parents = [...groups].map((group) => ({ spaceId: `space-${group}`, draftId: `draft-${group}` }))
    const answer = await this.say('open', { parents, ...more })
    const mergeId = answer.value?.id
    if (mergeId === undefined) throw new Error(JSON.stringify(answer))
    await until(() => this.state?.merges[mergeId] !== undefined)
    const { spaceId } = this.merge(mergeId)
    await until(() => this.parents(mergeId).length === groups.length && this.draft(mergeId) !== undefined)
    return { mergeId, spaceId }
  }

  merge(mergeId: string): Merge {
    const merge = this.state?.merges[mergeId]
    if (!merge) throw new Error(`no merge ${mergeId}`)
    return merge
  }

  parents(mergeId: string): readonly FrozenParent[] {
    return readParents(this.doc(this.merge(mergeId).spaceId), mergeId)
  }

  draft(mergeId: string): DraftMap | undefined {
    const { spaceId, draftId } = this.merge(mergeId)
    return draftsOf(this.doc(spaceId)).get(draftId)
  }

  read(mergeId: string): ReadDraft {
    const read = readDraft(this.merge(mergeId).draftId, this.draft(mergeId))
    if (!read) throw new Error('no draft')
    return read
  }

  /** The id of the passage with these words. */
  passage(mergeId: string, words: string): string {
    const all = this.parents(mergeId).flatMap(({ passages }) => passages)
    const found = all.find(({ text }) => text.includes(words))
    if (!found) throw new Error(words)
    return found.id
  }

  hasReceived(words: string): boolean {
    return this.received.some((bytes) => bytes.includes(words))
  }

  leave(): void {
    for (const close of this.#closing.splice(0)) close()
  }
}

/** Milliseconds after which a fact is not waited for any more: the test then says which. */
const patience = 30_000

/** Waits for a fact. */
export const until = async (fact: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + patience
  while (!(await fact())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${String(fact)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** How often these words stand in a draft, wherever. */
export const timesIn = (draft: ReadDraft | undefined, words: string): number =>
  JSON.stringify(draft ?? '').split(words).length - 1
