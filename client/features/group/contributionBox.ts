// What somebody wants to say before the next session, kept on this device: half typed, or waiting for the line to come back.
import { deviceStorage, readStored, writeStored } from '#client/live/localCopyNames.ts'
import { randomId } from '#shared/contract/ids.ts'
import { type ContributionInput, type ContributionKind, contributionInput } from '#shared/group/groupPage.ts'

/** What stands in the form; the words stay when another kind is chosen. */
export interface Typed {
  readonly kind: ContributionKind
  readonly text: string
  /** `spaceId/draftId`, empty while no text was chosen. */
  readonly draft: string
  /** 1 (no) to 5 (yes, wholeheartedly), null while none was chosen. */
  readonly degree: number | null
  readonly name: string
}
export const nothingTyped: Typed = { kind: 'nuance', text: '', draft: '', degree: null, name: '' }

export interface WaitingContribution {
  readonly input: ContributionInput
  /** Rises with each one of this device. */
  readonly order: number
  /** The server answered and did not take it: its author decides. */
  readonly refused: boolean
}

type WithoutId<Input> = Input extends unknown ? Omit<Input, 'id'> : never
export type NewContribution = WithoutId<ContributionInput>

/** `refused`: the server said no. `away`: nobody answered. */
export type SendOutcome = 'done' | 'refused' | 'away'

export interface ContributionBox {
  typed(): Typed
  type(typed: Typed): void
  /** Oldest first. */
  waiting(): readonly WaitingContribution[]
  /** Keeps it until the server has it. */
  put(input: NewContribution): void
  forget(id: string): void
  /** What was refused is tried again with the rest. */
  retry(id: string): void
  /** Sends what waits, oldest first, each under its own id, until nobody answers. Returns how many arrived. */
  flush(send: (input: ContributionInput) => Promise<SendOutcome>): Promise<number>
  subscribe(changed: () => void): () => void
  version(): number
}

const typedFamily = 'faire-ensemble.typed|'
const waitingFamily = 'faire-ensemble.waiting|'
export const boxFamilies = [typedFamily, waitingFamily] as const

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** One key for each that waits: two tabs never write over each other's. Without storage they wait in memory. */
export function createContributionBox(
  group: string,
  given: Kept | undefined = deviceStorage().localStorage,
): ContributionBox {
  const storage = given as Storage | undefined // the five methods that are used
  const place = group.trim().toLocaleLowerCase('fr')
  const family = `${waitingFamily}${place}|`
  const memory = new Map<string, WaitingContribution>()
  const listeners = new Set<() => void>()
  let typedNow = typedFrom(readStored(storage, typedFamily + place))
  let count = 0
  let flushing: Promise<number> | undefined
  const tell = (): void => {
    count += 1
    for (const changed of listeners) changed()
  }
  const keep = (waiting: WaitingContribution): void => {
    if (storage && writeStored(storage, family + waiting.input.id, waiting)) memory.delete(waiting.input.id)
    else memory.set(waiting.input.id, waiting)
    tell()
  }
  const waiting = (): readonly WaitingContribution[] =>
    [
      ...keysOf(storage, family).flatMap((key) => waitingFrom(readStored(storage, key))),
      ...memory.values(),
    ].sort((a, b) => a.order - b.order)
  const forget = (id: string): void => {
    writeStored(storage, family + id, undefined)
    memory.delete(id)
    tell()
  }
  const sendAll = async (send: (input: ContributionInput) => Promise<SendOutcome>): Promise<number> => {
    let arrived = 0
    const next = (): WaitingContribution | undefined => waiting().find(({ refused }) => !refused)
    for (let one = next(); one; one = next()) {
      const outcome = await send(one.input)
      if (outcome === 'away') return arrived
      if (outcome === 'refused') keep({ ...one, refused: true })
      else {
        forget(one.input.id)
        arrived += 1
      }
    }
    return arrived
  }
  return {
    typed: () => typedNow,
    type(typed) {
      typedNow = typed
      writeStored(storage, typedFamily + place, typed)
      tell()
    },
    waiting,
    put(input) {
      const order = (waiting().at(-1)?.order ?? 0) + 1
      keep({ input: contributionInput.parse({ ...input, id: randomId() }), order, refused: false })
    },
    forget,
    retry(id) {
      const one = waiting().find(({ input }) => input.id === id)
      if (one) keep({ ...one, refused: false })
    },
    flush(send) {
      flushing ??= sendAll(send).finally(() => {
        flushing = undefined
      })
      return flushing
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    version: () => count,
  }
}

function keysOf(storage: Storage | undefined, family: string): string[] {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '')
    return keys.filter((key) => key.startsWith(family))
  } catch {
    return []
  }
}

/** What an older version, or somebody by hand, left under our keys is not a contribution. */
function waitingFrom(value: unknown): WaitingContribution[] {
  if (typeof value !== 'object' || value === null || !('input' in value)) return []
  const input = contributionInput.safeParse(value.input)
  const { order, refused } = value as { order?: unknown; refused?: unknown } // each is looked at
  return input.success && typeof order === 'number'
    ? [{ input: input.data, order, refused: refused === true }]
    : []
}

function typedFrom(value: unknown): Typed {
  if (typeof value !== 'object' || value === null) return nothingTyped
  const { kind, text, draft, degree, name } = value as Partial<Record<keyof Typed, unknown>> // each is looked at
  return {
    kind: kind === 'note' || kind === 'position' ? kind : 'nuance',
    text: typeof text === 'string' ? text : '',
    draft: typeof draft === 'string' ? draft : '',
    degree: typeof degree === 'number' && degree >= 1 && degree <= 5 ? degree : null,
    name: typeof name === 'string' ? name : '',
  }
}
