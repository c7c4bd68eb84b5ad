// From an address to a joined room: a returning person is asked nothing, a newcomer gets the form, no line opens the copy.
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type DoorProblem,
  doorProblem,
  type FormProblem,
  formProblem,
} from '#client/features/join/joinProblem.ts'
import { rememberedJoin, rememberJoin } from '#client/features/join/rememberedJoin.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { joinRoom, readDoor } from '#client/live/apiRoom.ts'
import type { Presence } from '#shared/people/actor.ts'
import { isLongWord, type RoomDoor } from '#shared/room/door.ts'
import type { JoinAnswer, JoinInput } from '#shared/room/join.ts'

export type RoomEntry =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'form'
      readonly door: RoomDoor
      readonly busy: boolean
      readonly problem: FormProblem | null
    }
  | { readonly kind: 'joined'; readonly answer: JoinAnswer }
  | { readonly kind: 'problem'; readonly problem: DoorProblem }

/** With a copy on this device, a silent server is given up on early: the words must be there within three seconds. */
const patienceWithCopy = 2_000

export interface RoomEntryHandle {
  readonly entry: RoomEntry
  readonly join: (input: JoinInput) => void
  readonly retry: () => void
  /** A fresh ticket for the same person, asking nobody anything. */
  readonly refresh: () => Promise<JoinAnswer>
  /** The door said no to somebody who was inside: removed, or the room is gone. Null while it does not. */
  readonly shutOut: DoorProblem | null
}

/** `screen`: a projector joins by itself, as nobody; on a device of somebody who is in the room it shows with their rights. */
export function useRoomEntry(code: string, presence: Presence | null, screen = false): RoomEntryHandle {
  const [entry, setEntry] = useState<RoomEntry>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const [shutOut, setShutOut] = useState<DoorProblem | null>(null)
  const input = useRef<JoinInput | undefined>(undefined)
  const turnedAway = useRef<unknown>(undefined)

  useEffect(() => {
    const given = new AbortController()
    setEntry({ kind: 'opening' })
    setShutOut(null)
    turnedAway.current = undefined
    const wish = { presence, screen, signal: given.signal }
    void arrive(code, wish, input).then((found) => {
      if (!given.signal.aborted) setEntry(found)
    })
    return () => given.abort()
  }, [code, presence, screen, attempt])

  const joinAs = useCallback(
    async (said: JoinInput): Promise<JoinAnswer> => {
      const answer = await joinRoom(code, said)
      input.current = said
      rememberJoin(rememberedAs(code, answer), said, answer)
      return answer
    },
    [code],
  )

  const join = useCallback(
    (said: JoinInput): void => {
      setEntry((was) => (was.kind === 'form' ? { ...was, busy: true, problem: null } : was))
      joinAs(said).then(
        (answer) => setEntry({ kind: 'joined', answer }),
        (error: unknown) =>
          setEntry((was) =>
            was.kind === 'form' ? { ...was, busy: false, problem: formProblem(error) } : was,
          ),
      )
    },
    [joinAs],
  )

  const refresh = useCallback((): Promise<JoinAnswer> => {
    const said = input.current ?? rememberedJoin(code)?.input
    if (!said) return Promise.reject(new Error('Nobody has joined yet'))
    // Every line of the room would ask again, and the door would take it for somebody who tries codes.
    if (turnedAway.current !== undefined) return Promise.reject(turnedAway.current as Error) // kept below
    return joinAs(said).then(
      (answer) => {
        setShutOut(null)
        // The demo was started afresh: the same door leads to another room now.
        setEntry((was) =>
          was.kind === 'joined' && was.answer.room.id !== answer.room.id ? { kind: 'joined', answer } : was,
        )
        return answer
      },
      (error: unknown) => {
        const problem = doorProblem(error)
        if (
          problem === 'notFound' ||
          problem === 'linkOver' ||
          problem === 'forbidden' ||
          problem === 'closed'
        ) {
          turnedAway.current = error
          setShutOut(problem)
        }
        throw error
      },
    )
  }, [code, joinAs])

  return { entry, join, retry: useCallback(() => setAttempt((was) => was + 1), []), refresh, shutOut }
}

/** A long link is a key: this device keeps the room under its short code. */
const rememberedAs = (code: string, { room }: JoinAnswer): string => (isLongWord(code) ? room.code : code)

interface Wish {
  readonly presence: Presence | null
  readonly screen: boolean
  readonly signal: AbortSignal
}

async function arrive(
  code: string,
  { presence, screen, signal }: Wish,
  input: { current: JoinInput | undefined },
): Promise<RoomEntry> {
  const copy = rememberedJoin(code)
  try {
    const door = await readDoor(code, { signal, ...(copy ? { patience: patienceWithCopy } : {}) })
    const said = whatToSay(door, presence) ?? (screen ? asScreen : undefined)
    if (!said) return { kind: 'form', door, busy: false, problem: null }
    const answer = await joinRoom(code, said, { signal, ...(copy ? { patience: patienceWithCopy } : {}) })
    input.current = said
    rememberJoin(rememberedAs(code, answer), said, answer)
    return { kind: 'joined', answer }
  } catch (error) {
    if (error instanceof UnreachableServer && copy) {
      input.current = copy.input
      return { kind: 'joined', answer: copy.answer }
    }
    return { kind: 'problem', problem: doorProblem(error) }
  }
}

/** Others never read this name: nobody is listed for a screen. */
const asScreen: JoinInput = { name: 'Écran', presence: 'room-device', screen: true }

/** What needs no asking: who was here before says the same again; an account that chose one of the home page's doors has said all. */
function whatToSay({ you, account }: RoomDoor, presence: Presence | null): JoinInput | undefined {
  // A screen, at which nobody sits, is nobody who could come back.
  if (!you || you.seats.length === 0)
    return account && presence ? { name: account.name, presence } : undefined
  return {
    name: you.name,
    presence: presence ?? you.presence,
    ...(you.headcount > 1 ? { headcount: you.headcount } : {}),
    ...(you.groupId && !you.signedIn ? { group: you.groupId } : {}),
    ...(you.role === 'observer' ? { observer: true } : {}),
  }
}
