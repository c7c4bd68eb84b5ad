// Who is writing in which draft and which note, from presence as the server stamps it; shown beside the words, never announced.
import type { Awareness } from 'y-protocols/awareness'
import type { Reading } from '#client/features/list/liveReading.ts'
import type { StampedUser } from '#shared/room/people.ts'

export interface Writer {
  readonly clientId: number
  readonly name: string
  readonly ink: string
  readonly side: StampedUser['side']
}

export type Writers = ReadonlyMap<string, readonly Writer[]>

interface LiveSource {
  readonly awareness: Awareness
}

/** The field of presence on a whiteboard that says in which record a person writes. */
export const writingField = 'writing'

/** By draft id. */
export const draftWriters = (source: LiveSource): Reading<Writers> => writersReading(source, 'draftId')

/** By record id. */
export const noteWriters = (source: LiveSource): Reading<Writers> => writersReading(source, writingField)

type State = Readonly<Record<string, unknown>>

function writersReading({ awareness }: LiveSource, field: string): Reading<Writers> {
  let value = read(awareness, field)
  let known = JSON.stringify([...value])
  const refresh = (): boolean => {
    const next = read(awareness, field)
    const text = JSON.stringify([...next])
    if (text === known) return false
    value = next
    known = text
    return true
  }
  return {
    current: () => value,
    subscribe: (changed) => {
      const onChange = (): void => {
        if (refresh()) changed()
      }
      awareness.on('change', onChange)
      if (refresh()) queueMicrotask(changed)
      return () => awareness.off('change', onChange)
    },
  }
}

function read(awareness: Awareness, field: string): Writers {
  const writers = new Map<string, Writer[]>()
  const seen = new Set<string>()
  for (const [clientId, state] of awareness.getStates()) {
    const user = (state as State)['user'] as Partial<StampedUser> | undefined // stamped by the server
    const place = clientId === awareness.clientID ? undefined : (state as State)[field]
    if (typeof place !== 'string' || !user?.name) continue
    const person = `${place} ${user.participantId ?? clientId}`
    if (seen.has(person)) continue
    seen.add(person)
    const writer = {
      clientId,
      name: user.name,
      ink: user.ink ?? 'ardoise',
      side: user.side ?? ('remote' as const),
    }
    writers.set(place, [...(writers.get(place) ?? []), writer])
  }
  return writers
}
