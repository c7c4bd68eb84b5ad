// People without a browser: they join over HTTP and write over the real wire. For benches, faults and hostile bytes.
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { until } from '#e2e/harness/runningServer.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

export interface JoinedGuest {
  readonly answer: JoinAnswer
  readonly cookie: string
}

/** Joins a room by HTTP as a new guest, or again with the cookie of an earlier answer. */
export async function join(
  url: string,
  code: string,
  body: Record<string, unknown>,
  cookie = '',
): Promise<JoinedGuest> {
  const response = await fetch(`${url}/api/rooms/${code}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ presence: 'remote', ...body }),
  })
  if (!response.ok) throw new Error(`join ${code}: ${response.status} ${await response.text()}`)
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return {
    answer: (await response.json()) as JoinAnswer,
    cookie: [...new Set([cookie, ...set].filter(Boolean))].join('; '),
  }
}

/** The session cookie of a demo person. */
export async function signIn(url: string, persona: string): Promise<string> {
  const response = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  if (!response.ok) throw new Error(`sign in ${persona}: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
}

export const documentOf = (answer: JoinAnswer, kind: 'whiteboard' | 'drafts', groupCode?: string): string => {
  const group = groupCode
    ? answer.room.groups.find((g) => g.code === groupCode || g.place.toUpperCase() === groupCode)?.id
    : undefined
  const document = answer.documents.find(
    (d) => d.kind === kind && (groupCode === undefined || d.groupId === group),
  )
  if (!document) throw new Error(`no ${kind} document in ${answer.room.code}`)
  return document.name
}

export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  close(): void
}

/** The stock y-websocket provider, unchanged; resolves once it has synchronised. */
export async function stockClient(url: string, name: string, ticket: string): Promise<StockClient> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/yjs`, name, doc, {
    params: { ticket },
    disableBc: true,
    // ws is a WebSocket by shape; its types say more than the provider asks for.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  await until(() => provider.synced, `${name} to synchronise`)
  return {
    doc,
    provider,
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

export interface RawSocket {
  readonly socket: WebSocket
  readonly received: Uint8Array[]
  /** The close code, once it is closed. */
  closed(): { code: number; reason: string } | undefined
}

/** A bare WebSocket on a document, for bytes of one's own. Resolves when it is open. */
export function rawSocket(url: string, name: string, ticket: string, query = ''): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/yjs/${name}?ticket=${encodeURIComponent(ticket)}${query}`,
      { perMessageDeflate: false },
    )
    socket.binaryType = 'arraybuffer'
    const received: Uint8Array[] = []
    let closed: { code: number; reason: string } | undefined
    socket.on('message', (data: ArrayBuffer) => received.push(new Uint8Array(data)))
    socket.on('close', (code, reason) => (closed = { code, reason: reason.toString() }))
    socket.on('error', reject)
    socket.on('open', () => resolve({ socket, received, closed: () => closed }))
  })
}
