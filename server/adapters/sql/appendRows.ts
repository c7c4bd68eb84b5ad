// One durable transaction that appends to any number of documents: the group commit of the document lane.
import { chainStart, rowHash, withClient } from '#server/adapters/sql/logChain.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { forUpdate, portions, type Scope } from '#server/adapters/sql/scope.ts'

export interface Append {
  readonly name: string
  readonly entries: readonly { readonly author: string; readonly update: Uint8Array }[]
  readonly clients: readonly (readonly [client: number, participant: string])[]
  /** Milliseconds since 1970. */
  readonly at: number
}

export type Appended =
  | { readonly kind: 'appended'; readonly seq: number }
  | { readonly kind: 'taken'; readonly client: number }
  | { readonly kind: 'unknown' }

type Head = Pick<
  Schema['documents'],
  'id' | 'name' | 'generation' | 'head_seq' | 'head_hash' | 'clients_digest' | 'log_bytes'
>
type LogRow = Schema['document_log']
type ClientRow = Schema['document_clients']

interface Open {
  head: Head
  changed: boolean
  readonly owners: Map<number, string>
}

/** Answers each append in order. A refused one writes nothing and does not disturb the others. */
export async function appendRows({ db, kind }: Scope, appends: readonly Append[]): Promise<Appended[]> {
  const documents = await lockDocuments({ db, kind }, appends)
  const rows: LogRow[] = []
  const clientRows: ClientRow[] = []
  const answers = appends.map((append): Appended => {
    const document = documents.get(append.name)
    if (!document) return { kind: 'unknown' }
    const taken = append.clients.find(([client, who]) => (document.owners.get(client) ?? who) !== who)
    if (taken) return { kind: 'taken', client: taken[0] }
    bindClients(document, append, clientRows)
    for (const entry of append.entries) rows.push(nextRow(document, entry, append.at))
    return { kind: 'appended', seq: document.head.head_seq }
  })

  for (const portion of portions(rows)) await db.insertInto('document_log').values(portion).execute()
  for (const portion of portions(clientRows))
    await db.insertInto('document_clients').values(portion).execute()
  for (const { head, changed } of documents.values()) {
    if (!changed) continue
    const { head_seq, head_hash, clients_digest, log_bytes } = head
    await db
      .updateTable('documents')
      .set({ head_seq, head_hash, clients_digest, log_bytes })
      .where('id', '=', head.id)
      .execute()
  }
  return answers
}

/** Row locks are taken in the order of names, so that two processes never wait for each other. */
async function lockDocuments({ db, kind }: Scope, appends: readonly Append[]): Promise<Map<string, Open>> {
  const names = [...new Set(appends.map(({ name }) => name))]
  const heads = await db
    .selectFrom('documents')
    .select(['id', 'name', 'generation', 'head_seq', 'head_hash', 'clients_digest', 'log_bytes'])
    .where('name', 'in', names)
    .orderBy('name')
    .modifyEnd(forUpdate(kind))
    .execute()
  const documents = new Map(
    heads.map((head): [string, Open] => [head.name, { head, changed: false, owners: new Map() }]),
  )

  const shown = [...new Set(appends.flatMap(({ clients }) => clients.map(([client]) => client)))]
  if (shown.length === 0 || heads.length === 0) return documents
  const bound = await db
    .selectFrom('document_clients')
    .innerJoin('documents', 'documents.id', 'document_clients.document')
    .select(['documents.name', 'document_clients.client', 'document_clients.participant'])
    .where('documents.name', 'in', names)
    .where('document_clients.client', 'in', shown)
    .execute()
  for (const { name, client, participant } of bound) documents.get(name)?.owners.set(client, participant)
  return documents
}

function bindClients(document: Open, append: Append, clientRows: ClientRow[]): void {
  for (const [client, participant] of append.clients) {
    const { head, owners } = document
    if (owners.has(client)) continue
    owners.set(client, participant)
    clientRows.push({ document: head.id, client, participant })
    const start = chainStart(head.name, head.generation)
    const clients_digest = withClient(new Uint8Array(head.clients_digest), start, { client, participant })
    document.head = { ...head, clients_digest }
    document.changed = true
  }
}

function nextRow(document: Open, entry: Append['entries'][number], at: number): LogRow {
  const { head } = document
  const row = { seq: head.head_seq + 1, author: entry.author, at, bytes: entry.update }
  const hash = rowHash(head.head_hash, row)
  document.head = {
    ...head,
    head_seq: row.seq,
    head_hash: hash,
    log_bytes: head.log_bytes + row.bytes.byteLength,
  }
  document.changed = true
  return { document: head.id, ...row, hash }
}
