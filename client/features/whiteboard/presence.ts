// Who is where on a whiteboard, from presence: the server names people, browsers only say where their hand is.
import { useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Side } from '#shared/people/actor.ts'
import type { StampedUser } from '#shared/room/people.ts'

/** A hand on the board, in page units. */
export interface BoardCursor {
  readonly x: number
  readonly y: number
  readonly page: string
}

export interface OtherPerson {
  readonly clientId: number
  readonly participantId: string
  readonly name: string
  readonly ink: string
  readonly side: Side
}

type State = Readonly<Record<string, unknown>>

/** The person behind a presence, as the server stamped it; undefined for oneself and before the stamp. */
export function personOf(awareness: Awareness, clientId: number, state: State): OtherPerson | undefined {
  const user = state['user'] as Partial<StampedUser> | undefined // stamped by the server, absent until it has done so
  const own = awareness.getLocalState()?.['user'] as Partial<StampedUser> | undefined // the same
  if (clientId === awareness.clientID || typeof user?.name !== 'string') return undefined
  if (own?.participantId !== undefined && own.participantId === user.participantId) return undefined
  return {
    clientId,
    participantId: user.participantId ?? String(clientId),
    name: user.name.slice(0, 60),
    ink: /^[a-z]{2,20}$/u.test(user.ink ?? '') ? (user.ink ?? 'ardoise') : 'ardoise',
    side: user.side === 'room' ? 'room' : 'remote',
  }
}

export function cursorOf(state: State): BoardCursor | undefined {
  const cursor = state['cursor'] as Partial<BoardCursor> | null | undefined // checked right below
  if (!cursor || !Number.isFinite(cursor.x) || !Number.isFinite(cursor.y) || typeof cursor.page !== 'string')
    return undefined
  return { x: Number(cursor.x), y: Number(cursor.y), page: cursor.page }
}

export const selectionOf = (state: State): readonly string[] =>
  Array.isArray(state['selection'])
    ? state['selection'].filter((id): id is string => typeof id === 'string').slice(0, 50)
    : []

/** Says in which record this person writes. `editing` is the same for those who only ask whether somebody writes. */
export function showWriting(awareness: Awareness, recordId: string): () => void {
  awareness.setLocalStateField('writing', recordId)
  awareness.setLocalStateField('editing', recordId)
  return () => {
    if (awareness.getLocalState()?.['writing'] !== recordId) return
    awareness.setLocalStateField('writing', null)
    awareness.setLocalStateField('editing', null)
  }
}

interface WritersHere {
  in(recordId: string): readonly OtherPerson[]
  subscribe(changed: () => void): () => void
}

const nobody: readonly OtherPerson[] = []
const watched = new WeakMap<Awareness, WritersHere>()

/** One look at everybody for all notes of a board: each move of each hand would otherwise be looked at by every note. */
function writersHere(awareness: Awareness): WritersHere {
  const known = watched.get(awareness)
  if (known) return known
  const listeners = new Set<() => void>()
  let people = readWriters(awareness, new Map())
  const look = (): void => {
    const next = readWriters(awareness, people)
    const isSame = next.size === people.size && [...next].every(([id, writers]) => people.get(id) === writers)
    if (isSame) return
    people = next
    for (const listener of listeners) listener()
  }
  const here: WritersHere = {
    in: (recordId) => people.get(recordId) ?? nobody,
    subscribe: (changed) => {
      if (listeners.size === 0) awareness.on('change', look)
      if (listeners.size === 0) look()
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) awareness.off('change', look)
      }
    },
  }
  watched.set(awareness, here)
  return here
}

/** By record id; the array of `last` where the same people write. */
function readWriters(
  awareness: Awareness,
  last: ReadonlyMap<string, readonly OtherPerson[]>,
): Map<string, readonly OtherPerson[]> {
  const found = new Map<string, Map<string, OtherPerson>>()
  for (const [clientId, state] of awareness.getStates()) {
    const recordId = state['writing']
    const person = typeof recordId === 'string' ? personOf(awareness, clientId, state) : undefined
    if (typeof recordId !== 'string' || !person) continue
    found.set(recordId, (found.get(recordId) ?? new Map()).set(person.participantId, person))
  }
  const keyOf = (people: readonly OtherPerson[]): string => JSON.stringify(people)
  return new Map(
    [...found].map(([recordId, byId]) => {
      const [before, now] = [last.get(recordId), [...byId.values()]]
      return [recordId, before && keyOf(before) === keyOf(now) ? before : now]
    }),
  )
}

/** The others who write in a record, each once. */
export function useWritersOf(awareness: Awareness, recordId: string): readonly OtherPerson[] {
  const here = writersHere(awareness)
  return useSyncExternalStore(here.subscribe, () => here.in(recordId))
}
