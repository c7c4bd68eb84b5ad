// The room's ticket: renewed by joining again before each return, once for all lines of the room.
import { refusedStatus } from '#client/live/api.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

/** `refused`: the room's door said no, for good. `unavailable`: nobody answered, or not now. */
export type Renewal = 'renewed' | 'unavailable' | 'refused'

/** Refusals that trying again does not change: no session, no right, no such room, not such an input. */
const finalStatuses = [400, 401, 403, 404, 410, 422]

export class Tickets {
  #current: JoinAnswer
  /** When the answer at hand was asked for, this device's monotonic clock in milliseconds. */
  #askedAt = Number.NEGATIVE_INFINITY
  #pending: { readonly askedAt: number; readonly renewal: Promise<Renewal> } | undefined
  readonly #refresh: () => Promise<JoinAnswer>
  readonly #renewed: (answer: JoinAnswer) => void

  /** `renewed` hears each new answer before the lines that asked for it go on. */
  constructor(join: JoinAnswer, refresh: () => Promise<JoinAnswer>, renewed: (answer: JoinAnswer) => void) {
    this.#current = join
    this.#refresh = refresh
    this.#renewed = renewed
  }

  get current(): JoinAnswer {
    return this.#current
  }

  /**
   * Joins again, unless that was done since `since` (when the line that returns was lost, by `performance.now()`): rights
   * that changed later are not in an earlier answer. `limit`: milliseconds to wait for an answer.
   */
  async renew(limit: number, since: number): Promise<Renewal> {
    if (this.#askedAt >= since) return 'renewed'
    if (this.#pending && this.#pending.askedAt < since) await this.#pending.renewal
    this.#pending ??= this.#ask(limit)
    return this.#pending.renewal
  }

  #ask(limit: number): { askedAt: number; renewal: Promise<Renewal> } {
    const askedAt = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<Renewal>((resolve) => {
      timer = setTimeout(() => resolve('unavailable'), limit)
    })
    const answered = this.#refresh().then(
      (answer) => this.#take(answer, askedAt),
      (error: unknown): Renewal =>
        finalStatuses.includes(refusedStatus(error) ?? 0) ? 'refused' : 'unavailable',
    )
    const renewal = Promise.race([answered, late]).finally(() => {
      clearTimeout(timer)
      this.#pending = undefined
    })
    return { askedAt, renewal }
  }

  /** An answer that comes after its time still serves the next attempt, unless a later one was taken already. */
  #take(answer: JoinAnswer, askedAt: number): Renewal {
    if (askedAt < this.#askedAt) return 'renewed'
    this.#askedAt = askedAt
    this.#current = answer
    this.#renewed(answer)
    return 'renewed'
  }
}
