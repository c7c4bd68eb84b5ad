// The newest snapshot of a room: whole small states with a version, of which an older one is dropped.
import type { PersonPresent } from '#shared/room/people.ts'

/** What is put in place of the room when its door stays closed to this ticket: nobody is seen any more. */
export const closedDoor = { people: [] } as const

export class Snapshots {
  readonly #changed: () => void
  #version = Number.NEGATIVE_INFINITY
  #state: Readonly<Record<string, unknown>> = {}
  #people: readonly PersonPresent[] = []
  #documents: readonly string[] = []
  #offset: number | undefined
  #isFirst = true

  constructor(changed: () => void) {
    this.#changed = changed
  }

  get state(): Readonly<Record<string, unknown>> {
    return this.#state
  }

  get people(): readonly PersonPresent[] {
    return this.#people
  }

  /** Names of the room's documents where they changed since the line was opened; empty before. */
  get documents(): readonly string[] {
    return this.#documents
  }

  /** Server clock minus this device's, in milliseconds; 0 before anything was heard. */
  get clockOffset(): number {
    return this.#offset ?? 0
  }

  /** On a new line the first snapshot holds whatever its version: the room may have been started afresh. */
  newLine(): void {
    this.#version = Number.NEGATIVE_INFINITY
    this.#offset = undefined
    this.#isFirst = true
  }

  /** `at`: this device's clock at arrival. Slices that a snapshot leaves out have not changed. */
  take(snapshot: unknown, at: number): void {
    if (typeof snapshot !== 'object' || snapshot === null) return
    const { version, now, state, people, documents } = snapshot as Record<string, unknown> // every field is checked below
    if (typeof version === 'number') {
      if (version < this.#version) return
      this.#version = version
    }
    // A message is never early: of several the largest difference is the nearest to the truth.
    if (typeof now === 'number') this.#offset = Math.max(this.#offset ?? Number.NEGATIVE_INFINITY, now - at)
    if (typeof state === 'object' && state !== null)
      this.#state = this.#isFirst ? { ...state } : { ...this.#state, ...state }
    this.#isFirst = false
    if (Array.isArray(documents)) this.#documents = documents as string[] // our server's own list
    if (Array.isArray(people)) this.#people = people as PersonPresent[] // our server's own list
    this.#changed()
  }
}
