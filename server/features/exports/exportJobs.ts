// Exports under way: one after another, known by an id that nobody guesses, kept in memory for a while and never on a disk.
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { ExportAsked, ExportFormat, ExportStatus, ExportStep } from '#shared/exports/exportAsked.ts'

export interface ExportLimits {
  /** Under way for one person, for all strangers of one address, and for everybody together. */
  readonly each: number
  readonly together: number
  readonly inAll: number
  /** Finished ones kept for one person, and for all strangers of one address; the oldest goes first. */
  readonly kept: number
  readonly keptTogether: number
  /** Bytes of all finished ones; the oldest goes first. */
  readonly bytes: number
  /** Milliseconds that a finished file waits to be taken. */
  readonly lasting: number
}

export const exportLimits: ExportLimits = {
  ...{ each: 2, together: 4, inAll: 8, kept: 4, keptTogether: 12 },
  ...{ bytes: 200_000_000, lasting: 10 * 60_000 },
}

/** Whose it is; `from` is the account again, or a stranger's address: cookies are made up by whoever likes. */
export interface ExportOwner {
  readonly id: string
  readonly from: string
}

export interface ExportFile {
  readonly fileName: string
  readonly format: ExportFormat
  readonly content: Buffer
}

export interface ExportWork {
  readonly signal: AbortSignal
  tell(step: ExportStep): void
}

interface Job {
  readonly id: string
  readonly owner: ExportOwner
  /** Asked again when the file is taken: rights may have gone since. */
  readonly asked: ExportAsked
  readonly abort: AbortController
  step: ExportStep
  ended:
    | { readonly state: 'failed' | 'cancelled' }
    | { readonly state: 'done'; readonly file: ExportFile }
    | null
  timer?: NodeJS.Timeout
}

const percent: Readonly<Record<ExportStep, number>> = {
  waiting: 2,
  reading: 10,
  writing: 30,
  printing: 50,
  numbering: 80,
}

export class ExportJobs {
  readonly #jobs = new Map<string, Job>()
  readonly #limits: ExportLimits
  readonly #failed: (error: unknown) => void
  /** Printing takes a whole core: what is asked meanwhile waits. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(limits: ExportLimits, failed: (error: unknown) => void) {
    this.#limits = limits
    this.#failed = failed
  }

  /** @throws HttpProblem 429 */
  start(
    owner: ExportOwner,
    asked: ExportAsked,
    work: (work: ExportWork) => Promise<ExportFile>,
  ): ExportStatus {
    const { each, inAll, together } = this.#limits
    const running = [...this.#jobs.values()].filter(({ ended }) => ended === null)
    const own = running.filter((job) => job.owner.id === owner.id)
    const near = running.filter((job) => job.owner.from === owner.from)
    if (running.length >= inAll || near.length >= together || own.length >= each)
      throw new HttpProblem('too-many', { retryAfter: 10 })
    const abort = new AbortController()
    const job: Job = { id: randomId(), owner, asked, abort, step: 'waiting', ended: null }
    this.#jobs.set(job.id, job)
    this.#forgetOldest(owner)
    this.#last = this.#last.then(() => this.#run(job, work))
    return statusOf(job)
  }

  /** Undefined for somebody else's, as for one that is over. */
  status(owner: string, id: string): ExportStatus | undefined {
    const job = this.#own(owner, id)
    return job && statusOf(job)
  }

  file(owner: string, id: string): { readonly file: ExportFile; readonly asked: ExportAsked } | undefined {
    const job = this.#own(owner, id)
    return job?.ended?.state === 'done' ? { file: job.ended.file, asked: job.asked } : undefined
  }

  /** Ends what makes it, and forgets it. */
  cancel(owner: string, id: string): boolean {
    const job = this.#own(owner, id)
    if (!job) return false
    job.ended ??= { state: 'cancelled' }
    job.abort.abort(new Error('cancelled'))
    this.#forget(job)
    return true
  }

  async #run(job: Job, work: (work: ExportWork) => Promise<ExportFile>): Promise<void> {
    if (job.ended) return
    try {
      job.step = 'reading'
      const tell = (step: ExportStep): void => void (job.step = step)
      const file = await work({ signal: job.abort.signal, tell })
      job.ended ??= { state: 'done', file }
    } catch (error) {
      // Whoever cancelled it knows why it ended.
      if (!job.abort.signal.aborted) this.#failed(error)
      job.ended ??= { state: 'failed' }
    }
    if (!this.#jobs.has(job.id)) return
    job.timer = setTimeout(() => this.#forget(job), this.#limits.lasting)
    job.timer.unref()
    this.#forgetHeaviest(job)
  }

  #own(owner: string, id: string): Job | undefined {
    const job = this.#jobs.get(id)
    return job?.owner.id === owner ? job : undefined
  }

  #forget(job: Job): void {
    clearTimeout(job.timer)
    this.#jobs.delete(job.id)
  }

  #forgetOldest(owner: ExportOwner): void {
    const { kept, keptTogether } = this.#limits
    for (const [field, most] of [
      ['id', kept],
      ['from', keptTogether],
    ] as const) {
      const over = this.#finished().filter((job) => job.owner[field] === owner[field])
      for (const job of over.slice(0, Math.max(0, over.length - most + 1))) this.#forget(job)
    }
  }

  /** What was just made stays: somebody waits for it. */
  #forgetHeaviest(last: Job): void {
    const sizeOf = ({ ended }: Job): number => (ended?.state === 'done' ? ended.file.content.length : 0)
    let sum = this.#finished().reduce((total, job) => total + sizeOf(job), 0)
    for (const job of this.#finished()) {
      if (sum <= this.#limits.bytes) return
      if (job === last) continue
      sum -= sizeOf(job)
      this.#forget(job)
    }
  }

  /** Oldest first. */
  #finished(): Job[] {
    return [...this.#jobs.values()].filter(({ ended }) => ended !== null)
  }
}

function statusOf({ ended, id, step }: Job): ExportStatus {
  if (ended === null) return { id, state: 'running', step, progress: percent[step] }
  if (ended.state !== 'done') return { id, state: ended.state }
  const { content, fileName } = ended.file
  return { id, state: 'done', fileName, bytes: content.length }
}
