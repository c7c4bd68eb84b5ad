// The server is killed in the middle of typing, again and again: nothing that another person had seen may be missing after.
import * as Y from 'yjs'
import { documentOf, join, type StockClient, stockClient } from '#e2e/harness/rawClient.ts'
import { type RunningServer, until } from '#e2e/harness/runningServer.ts'
import { draftsOf, readDrafts } from '#shared/draft/draftModel.ts'

export interface KillRound {
  /** Characters that somebody else had seen when the server died. */
  readonly seen: number
  /** Of these, how many a newcomer did not find. */
  readonly missing: number
  readonly restartMs: number
}

/** Four people type; the server dies after a random time; everybody leaves; it starts again; a newcomer looks. */
export async function killRound(server: RunningServer, random: () => number): Promise<KillRound> {
  const writers = await Promise.all(
    Array.from({ length: 4 }, async (_, i) => {
      const { answer } = await join(server.url, 'NANTES', { name: `W${i}` })
      return stockClient(server.url, documentOf(answer, 'drafts', 'NANTES'), answer.ticket)
    }),
  )
  const typing = writers.map(({ doc }, i) => setInterval(() => type(doc, i), 5 + i))
  // On a busy machine the first letters take their time; the cut comes at random after them.
  await until(
    () => [...seenByOthers(writers).values()].every(({ to }) => to > 0),
    'everybody to be read by somebody',
  )
  await new Promise((resolve) => setTimeout(resolve, 50 + random() * 600))
  await server.kill()
  for (const timer of typing) clearInterval(timer)
  const seen = seenByOthers(writers)
  for (const writer of writers) writer.close()
  const started = performance.now()
  await server.restart()
  const restartMs = performance.now() - started
  const { answer } = await join(server.url, 'NANTES', { name: 'Newcomer' })
  const newcomer = await stockClient(server.url, documentOf(answer, 'drafts', 'NANTES'), answer.ticket)
  try {
    await until(() => readDrafts(newcomer.doc).length > 0, 'the newcomer to see drafts')
    const found = Y.decodeStateVector(Y.encodeStateVector(newcomer.doc))
    let total = 0
    let missing = 0
    for (const [client, { from, to }] of seen) {
      total += to - from
      missing += Math.max(0, to - Math.max(from, found.get(client) ?? 0))
    }
    return { seen: total, missing, restartMs }
  } finally {
    newcomer.close()
  }
}

/** In a paragraph: it holds more letters than many rounds bring, a summary does not. */
function type(doc: Y.Doc, writer: number): void {
  const section = [...draftsOf(doc).values()][writer % 2]?.get('proposition')
  const paragraph = section instanceof Y.XmlFragment ? section.get(0) : undefined
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (words instanceof Y.XmlText) words.insert(words.length, String.fromCharCode(97 + writer))
}

/** For every writer's client id: the clocks that at least one other person held. */
function seenByOthers(writers: readonly StockClient[]): Map<number, { from: number; to: number }> {
  const seen = new Map<number, { from: number; to: number }>()
  for (const { doc } of writers) {
    const id = doc.clientID
    const others = writers.filter((w) => w.doc !== doc)
    const to = Math.max(
      ...others.map((other) => Y.decodeStateVector(Y.encodeStateVector(other.doc)).get(id) ?? 0),
    )
    seen.set(id, { from: 0, to })
  }
  return seen
}
