// The last answer of a room's door, kept on this device, so that the room opens from its copy when there is no line.
import type { JoinAnswer, JoinInput } from '#shared/room/join.ts'

export interface RememberedJoin {
  readonly answer: JoinAnswer
  /** What was said at the door: said again, silently, to get a fresh ticket. */
  readonly input: JoinInput
  /** Milliseconds since 1970, this device's clock. */
  readonly at: number
}

const prefix = 'faire-ensemble:joined:'
const nameKey = 'faire-ensemble:name'
/** As long as the guest's cookie: after that the server would not know this device either. */
const keptMs = 60 * 24 * 3_600_000

export function rememberedJoin(code: string): RememberedJoin | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + code) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('answer' in kept) || !('input' in kept))
      return undefined
    const remembered = kept as RememberedJoin // written below, in this shape
    return Date.now() - remembered.at < keptMs ? remembered : undefined
  } catch {
    return undefined
  }
}

export function rememberJoin(code: string, input: JoinInput, answer: JoinAnswer): void {
  keep(prefix + code, JSON.stringify({ answer, input, at: Date.now() } satisfies RememberedJoin))
  if (!answer.you.signedIn) keep(nameKey, answer.you.name)
}

/** Rooms of which this device holds a copy, the newest first. */
export function rememberedRooms(): readonly JoinAnswer['room'][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => rememberedJoin(key.slice(prefix.length)) ?? [])
      .sort((a, b) => b.at - a.at)
      .map(({ answer }) => answer.room)
  } catch {
    return []
  }
}

/** At sign-out: whoever uses this browser next is a newcomer. */
export function forgetAllJoins(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) || key === nameKey) localStorage.removeItem(key)
  } catch {
    // Nothing could be kept here, so there is nothing to forget.
  }
}

/** The name last given on this device, to be offered at the next door. */
export const lastName = (): string => {
  try {
    return localStorage.getItem(nameKey) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Full or forbidden storage: the room still opens whenever there is a line.
  }
}
