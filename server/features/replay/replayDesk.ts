// Brings documents' logs to the replay's thread once, and later only what is new; answers from there.
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type FrameAnswer,
  packRows,
  type ReplayKey,
  type ReplayTimes,
} from '#server/features/replay/replayProtocol.ts'
import { ReplayThread } from '#server/features/replay/replayThread.ts'
import { inTurns } from '#server/live/inTurns.ts'
import type { DocumentLog, LogRow } from '#server/ports/documentLog.ts'

/** Documents and bytes of their rows kept in memory at once; beyond that the one that was asked for longest ago goes. */
const kept = { documents: 16, bytes: 96 * 1024 * 1024 } as const
/** Milliseconds after the last question until memory is given back. */
const idle = 5 * 60_000
/** Rows packed in one turn of the event loop. */
const rowsPerTurn = 250

interface Brought {
  seq: number
  bytes: number
}

export class ReplayDesk {
  readonly #log: Pick<DocumentLog, 'history' | 'generation'>
  readonly #thread = new ReplayThread(() => this.#brought.clear())
  /** By key, the one that was asked for last at the end. */
  readonly #brought = new Map<string, Brought>()
  readonly #inTurn = inTurns()
  #timer: NodeJS.Timeout | undefined

  constructor(log: Pick<DocumentLog, 'history' | 'generation'>) {
    this.#log = log
  }

  /** For each document when something was kept in it, and when drafts were begun; unknown documents are left out. */
  async times(names: readonly string[]): Promise<readonly ReplayTimes[]> {
    return this.#asked(names, (documents) => this.#thread.ask({ kind: 'times', documents }))
  }

  /** The documents at that instant, as one gzipped frame. */
  async state(names: readonly string[], at: number, known: string | undefined): Promise<FrameAnswer> {
    return this.#asked(names, (documents) => this.#thread.ask({ kind: 'state', documents, at, known }))
  }

  /** Twice, for another question may have made room for its own documents, or the thread may have ended, in between. */
  async #asked<Answer>(
    names: readonly string[],
    ask: (documents: ReplayKey[]) => Promise<Answer>,
  ): Promise<Answer> {
    const documents = await this.#upToDate(names)
    try {
      return await ask(documents)
    } catch {
      for (const { key } of documents) this.#brought.delete(key)
      for (const { key } of documents) await this.#thread.ask({ kind: 'forget', key })
      return ask(await this.#upToDate(names))
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#thread.stop()
  }

  async #upToDate(names: readonly string[]): Promise<ReplayKey[]> {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#thread.stop(), idle)
    this.#timer.unref()
    const documents: ReplayKey[] = []
    for (const name of names) {
      const generation = await this.#log.generation(name)
      if (generation !== undefined) documents.push({ key: `${generation}/${name}`, name })
    }
    await Promise.all(documents.map((one) => this.#inTurn(one.key, () => this.#bring(one))))
    this.#makeRoom(new Set(documents.map(({ key }) => key)))
    return documents
  }

  async #bring({ key, name }: ReplayKey): Promise<void> {
    const brought = this.#brought.get(key) ?? { seq: 0, bytes: 0 }
    this.#brought.delete(key)
    this.#brought.set(key, brought)
    let rows: LogRow[] = []
    const send = async (): Promise<void> => {
      const [packed, last] = [packRows(rows), rows.at(-1)?.seq ?? brought.seq]
      const size = packed.bytes.length // what is moved has none left
      rows = []
      await this.#thread.ask({ kind: 'rows', key, name, after: brought.seq, rows: packed }, [
        packed.bytes.buffer as ArrayBuffer,
      ]) // made by packRows, shared with nobody
      brought.seq = last
      brought.bytes += size
    }
    for await (const row of this.#log.history(name, brought.seq + 1)) {
      rows.push(row)
      if (rows.length < rowsPerTurn) continue
      await send()
      await nextTurn()
    }
    if (rows.length > 0 || brought.seq === 0) await send()
  }

  #makeRoom(needed: ReadonlySet<string>): void {
    let bytes = [...this.#brought.values()].reduce((sum, one) => sum + one.bytes, 0)
    for (const [key, one] of [...this.#brought]) {
      if (this.#brought.size <= kept.documents && bytes <= kept.bytes) return
      if (needed.has(key)) continue
      bytes -= one.bytes
      this.#brought.delete(key)
      void this.#thread.ask({ kind: 'forget', key }).catch(() => undefined)
    }
  }
}
