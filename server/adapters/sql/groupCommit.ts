// Gathers what arrives while a commit is under way into the next one: one fsync for many people's words.
import type { Append, Appended } from '#server/adapters/sql/appendRows.ts'
import { ClientIdTaken, type DocumentLog } from '#server/ports/documentLog.ts'
import { StoreFailure } from '#server/ports/storeFailure.ts'

/** Bounds one commit, so that those who come after a flood wait for a short transaction only. */
const most = { appends: 1_000, bytes: 8 * 1024 * 1024 }

interface Waiting {
  readonly append: Append
  readonly bytes: number
  readonly resolve: (seq: number) => void
  readonly reject: (error: unknown) => void
}

type Commit = (appends: readonly Append[]) => Promise<readonly Appended[]>

/** Appends to one document keep the order in which they were asked for. */
export function groupCommit(commit: Commit): DocumentLog['append'] {
  const queue: Waiting[] = []
  let committing = false

  const work = async () => {
    // One turn's worth of appends goes together, the first included.
    await Promise.resolve()
    while (queue.length > 0) await settle(commit, nextPortion(queue))
    committing = false
  }

  return (name, entries, newClients) =>
    new Promise((resolve, reject) => {
      // Copied: the caller may go on using its buffers, and a view would drag its whole pool between threads.
      const kept = entries.map(({ author, update }) => ({ author, update: new Uint8Array(update) }))
      const append = { name, entries: kept, clients: [...(newClients ?? [])], at: Date.now() }
      queue.push({
        append,
        bytes: kept.reduce((sum, { update }) => sum + update.byteLength, 0),
        resolve,
        reject,
      })
      if (committing) return
      committing = true
      void work()
    })
}

function nextPortion(queue: Waiting[]): Waiting[] {
  let bytes = 0
  let count = 0
  for (const waiting of queue) {
    bytes += waiting.bytes
    if (count > 0 && (count >= most.appends || bytes > most.bytes)) break
    count++
  }
  return queue.splice(0, count)
}

async function settle(commit: Commit, portion: readonly Waiting[]): Promise<void> {
  try {
    const answers = await commit(portion.map(({ append }) => append))
    for (const [index, waiting] of portion.entries()) answer(waiting, answers[index])
  } catch (error) {
    // The store's own failures concern everyone. Anything else may be one append's fault: the others must not pay for it.
    if (portion.length === 1 || error instanceof StoreFailure) for (const { reject } of portion) reject(error)
    else for (const waiting of portion) await settle(commit, [waiting])
  }
}

function answer({ append, resolve, reject }: Waiting, appended: Appended | undefined): void {
  if (appended?.kind === 'appended') return resolve(appended.seq)
  if (appended?.kind === 'taken') {
    return reject(
      new ClientIdTaken(`client id ${appended.client} of ${append.name} belongs to another participant`),
    )
  }
  reject(new Error(`no such document: ${append.name}`))
}
