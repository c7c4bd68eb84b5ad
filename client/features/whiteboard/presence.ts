// Who is where on a whiteboard, from presence: the server names people, browsers only say where their hand is.
import { useCallback, useRef, useSyncExternalStore } from 'react'
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

/** The others who write in a record, each once. */
export function useWritersOf(awareness: Awareness, recordId: string): readonly OtherPerson[] {
  const known = useRef<{ key: string; people: readonly OtherPerson[] }>({ key: '', people: [] })
  const subscribe = useCallback(
    (changed: () => void) => {
      awareness.on('change', changed)
      return () => awareness.off('change', changed)
    },
    [awareness],
  )
  return useSyncExternalStore(subscribe, () => {
    const people = new Map<string, OtherPerson>()
    for (const [clientId, state] of awareness.getStates()) {
      if (state['writing'] !== recordId) continue
      const person = personOf(awareness, clientId, state)
      if (person) people.set(person.participantId, person)
    }
    const key = [...people.values()].map(({ participantId, name }) => `${participantId} ${name}`).join('|')
    if (key !== known.current.key) known.current = { key, people: [...people.values()] }
    return known.current.people
  })
}
