// The drafts of a space, ready to be compared; read again when the log has grown, not with every keystroke.
import { readKept } from '#server/live/readKept.ts'
import type { DocumentLog } from '#server/ports/documentLog.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'
import { type Described, describeText } from '#shared/similar/describeText.ts'
import { draftText } from '#shared/similar/draftText.ts'

export interface ComparedDraft {
  readonly spaceId: string
  readonly draft: ReadDraft
  /** Its id is `<space>/<draft>`. */
  readonly described: Described
}

export interface SpaceTexts {
  /** Another one whenever the drafts may have changed. */
  readonly version: string
  readonly drafts: readonly ComparedDraft[]
}

/** Milliseconds during which a space is not asked for again. */
const pause = 2_000
/** Spaces kept in memory: a few numbers for each word of their drafts. */
const keptSpaces = 200

interface Kept {
  readonly askedAt: number
  readonly generation: number
  readonly headSeq: number
  readonly texts: SpaceTexts
}

export const textKey = (spaceId: string, draftId: string): string => `${spaceId}/${draftId}`

export class SpaceReader {
  readonly #log: DocumentLog
  readonly #now: () => number
  readonly #kept = new Map<string, Promise<Kept | undefined>>()

  constructor(log: DocumentLog, now: () => number) {
    this.#log = log
    this.#now = now
  }

  /** Undefined for an unknown space. */
  async read(spaceId: string): Promise<SpaceTexts | undefined> {
    const before = this.#kept.get(spaceId)
    const reading = this.#upToDate(spaceId, before)
    this.#kept.delete(spaceId)
    this.#kept.set(spaceId, reading)
    reading.catch(() => this.#kept.delete(spaceId))
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > keptSpaces && !oldest.done) this.#kept.delete(oldest.value)
    return (await reading)?.texts
  }

  async #upToDate(
    spaceId: string,
    reading: Promise<Kept | undefined> | undefined,
  ): Promise<Kept | undefined> {
    const name = documentName({ kind: 'drafts', id: spaceId })
    const before = await reading?.catch(() => undefined)
    if (before && this.#now() - before.askedAt < pause) return before
    const generation = await this.#log.generation(name)
    if (generation === undefined) return undefined
    const askedAt = this.#now()
    if (before?.generation === generation && !(await this.#hasGrown(name, before.headSeq)))
      return { ...before, askedAt }
    const document = await this.#log.load(name)
    if (!document) return undefined
    const { doc } = await readKept(this.#log, document)
    const drafts = compared(spaceId, readDrafts(doc), before?.texts.drafts ?? [])
    doc.destroy()
    const { headSeq } = document
    const version = `${name}:${document.generation}:${headSeq}`
    return { askedAt, generation: document.generation, headSeq, texts: { version, drafts } }
  }

  async #hasGrown(name: string, headSeq: number): Promise<boolean> {
    for await (const row of this.#log.history(name, headSeq + 1)) return row.seq > headSeq
    return false
  }
}

/** A draft whose words are the same keeps what was made of them. */
function compared(
  spaceId: string,
  drafts: readonly ReadDraft[],
  before: readonly ComparedDraft[],
): ComparedDraft[] {
  const known = new Map(before.map((one) => [one.draft.id, one]))
  return drafts.map((draft) => {
    const text = draftText(draft)
    const old = known.get(draft.id)
    const was = old && draftText(old.draft)
    const same = old && was?.title === text.title && was.body === text.body
    const id = textKey(spaceId, draft.id)
    return { spaceId, draft, described: same ? old.described : describeText({ ...text, id }) }
  })
}
