// Keeps the replays that were asked for lately: the next question about the same document only reads what is new.
import { DraftReplay, draftAt } from '#server/features/history/draftReplay.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

/** Documents kept in memory at once, and old versions. */
const kept = { documents: 6, versions: 60 } as const
/** Milliseconds after the last question until memory is given back. */
const idle = 5 * 60_000

interface KeptReplay {
  readonly replay: DraftReplay
  /** One reading of the log at a time. */
  ready: Promise<void>
}

export class Replays {
  readonly #log: DocumentLog
  readonly #replays = new Map<string, KeptReplay>()
  readonly #drafts = new Map<string, Promise<ReadDraft | undefined>>()
  #timer: NodeJS.Timeout | undefined

  constructor(log: DocumentLog) {
    this.#log = log
  }

  /** The document replayed up to what is on disk now; undefined for an unknown document. */
  async upToDate(name: string): Promise<DraftReplay | undefined> {
    const generation = await this.#log.generation(name)
    if (generation === undefined) return undefined
    this.#forgetLater()
    const key = `${generation}/${name}`
    const held = this.#replays.get(key) ?? { replay: new DraftReplay(), ready: Promise.resolve() }
    this.#replays.delete(key)
    this.#replays.set(key, held)
    trim(this.#replays, kept.documents)
    held.ready = held.ready.then(() => held.replay.catchUp(this.#log, name))
    try {
      await held.ready
    } catch (error) {
      this.#replays.delete(key)
      throw error
    }
    return held.replay
  }

  async draftAt(name: string, draftId: string, seq: number): Promise<ReadDraft | undefined> {
    const generation = await this.#log.generation(name)
    if (generation === undefined) return undefined
    this.#forgetLater()
    const key = JSON.stringify([generation, name, draftId, seq])
    const held = this.#drafts.get(key) ?? draftAt(this.#log, name, draftId, seq)
    this.#drafts.delete(key)
    this.#drafts.set(key, held)
    trim(this.#drafts, kept.versions)
    held.catch(() => this.#drafts.delete(key))
    return held
  }

  #forgetLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#replays.clear()
      this.#drafts.clear()
    }, idle)
    this.#timer.unref()
  }
}

function trim(map: Map<string, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return
    map.delete(key)
  }
}
