// Private notes that wait on this device: half written, not yet taken by the server, or left over when their step ended.

import type { CommandAnswer } from '#client/live/liveRoom.ts'
import { readStored, writeStored } from '#client/live/localCopyNames.ts'
import { randomId } from '#shared/contract/ids.ts'

/**
 * `draft` is in the field and is sent by nobody; `send` goes as soon as the server takes it; `left` has its step behind it, and
 * its author decides.
 */
export interface WaitingNote {
  readonly kind: 'draft' | 'send' | 'left'
  readonly stepId: string
  readonly question: string
  readonly anonymous: boolean
  readonly seatId: string
  readonly noteId: string
  /** Null where the note is to be removed. */
  readonly text: string | null
  /** Rises with each note of this device. */
  readonly order: number
  /** With a draft: what waited to be sent before it was taken up again. */
  readonly before?: string
  /** Why facilitators set it aside, or the server did not take it. */
  readonly reason?: string
}

/** A step and one of the seats behind this device. */
export interface NotePlace {
  readonly stepId: string
  readonly question: string
  readonly anonymous: boolean
  readonly seatId: string
}

export type NoteToKeep = Pick<WaitingNote, 'text' | 'kind' | 'before' | 'reason'> & {
  readonly noteId?: string
}

export type SendNote = (
  verb: 'put' | 'remove',
  input: { stepId: string; seatId: string; noteId: string; text: string },
) => Promise<CommandAnswer>

/** What a browser gives; keys and values are text. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface Outbox {
  /** In the order in which they were written. */
  all(): readonly WaitingNote[]
  write(place: NotePlace, note: NoteToKeep): void
  forget(note: WaitingNote): void
  /** What waits for a step that is no longer the running one becomes its author's to decide. */
  stepIs(stepId: string | null): void
  /** Sends what waits for this step, oldest first, until the line or the server says no. One that was refused for good is left. */
  flush(stepId: string, send: SendNote): Promise<void>
  subscribe(changed: () => void): () => void
  /** Rises with each change, other tabs' included. */
  version(): number
}

/** The line is gone or the step is over: all stays as it is until that changes. While notes are read, removals still go. */
const stops = new Set(['unavailable', 'notes.over', 'room.busy'])
const tooEarly = 'notes.beingRead'

/** One key a note: two tabs never write over each other's. Without storage notes wait in memory. */
export function createOutbox(roomId: string, given: NoteStorage | undefined): Outbox {
  const family = `${outboxFamily}${roomId}|`
  const memory = new Map<string, WaitingNote>()
  const listeners = new Set<() => void>()
  let count = 0
  let flushing: Promise<void> | undefined

  const keyOf = ({ stepId, seatId, noteId }: WaitingNote): string => `${family}${stepId}|${seatId}|${noteId}`
  const tell = (): void => {
    count += 1
    for (const changed of listeners) changed()
  }
  const keep = (note: WaitingNote): void => {
    const key = keyOf(note)
    const kept = writeStored(given as Storage | undefined, key, note) // the three methods that are used
    if (kept) memory.delete(key)
    else memory.set(key, note)
    tell()
  }
  const all = (): readonly WaitingNote[] => {
    const stored = keysOf(given, family).flatMap((key) => {
      const note = readStored(given as Storage | undefined, key) // the same
      return isWaiting(note) ? [note] : []
    })
    return [...stored, ...memory.values()].sort((a, b) => a.order - b.order)
  }
  const find = (note: WaitingNote): WaitingNote | undefined => all().find((one) => keyOf(one) === keyOf(note))
  const forget = (note: WaitingNote): void => {
    const key = keyOf(note)
    writeStored(given as Storage | undefined, key, undefined) // the same
    memory.delete(key)
    tell()
  }

  const settle = (note: WaitingNote, answer: CommandAnswer): 'done' | 'early' | 'stop' => {
    const now = find(note)
    // Changed or taken back while it was under way: what stands there now is still to be sent.
    if (!now || now.text !== note.text || now.kind !== 'send') return 'done'
    if (answer.ok) forget(note)
    else if (stops.has(answer.error.code) || stops.has(answer.error.reason)) return 'stop'
    else if (answer.error.reason === tooEarly) return 'early'
    else if (note.text === null) forget(note)
    else keep({ ...note, kind: 'left', reason: answer.error.message ?? '' })
    return 'done'
  }
  const flush = async (stepId: string, send: SendNote): Promise<void> => {
    const early = new Set<string>()
    const next = (): WaitingNote | undefined =>
      all().find((note) => note.kind === 'send' && note.stepId === stepId && !early.has(keyOf(note)))
    for (let note = next(); note; note = next()) {
      const { seatId, noteId, text } = note
      const answer = await send(text === null ? 'remove' : 'put', {
        stepId,
        seatId,
        noteId,
        text: text ?? '',
      })
      const settled = settle(note, answer)
      if (settled === 'stop') return
      if (settled === 'early') early.add(keyOf(note))
    }
  }

  return {
    all,
    write({ stepId, question, anonymous, seatId }, { noteId = randomId(), ...said }) {
      const before = all()
      const known = before.find((note) => note.noteId === noteId && note.seatId === seatId)
      const order = known?.order ?? (before.at(-1)?.order ?? 0) + 1
      keep({ stepId, question, anonymous, seatId, noteId, order, ...said })
    },
    forget,
    stepIs(stepId) {
      for (const note of all()) {
        if (note.stepId === stepId || note.kind === 'left') continue
        if (note.text === null || note.text.trim() === '') forget(note)
        else keep({ ...note, kind: 'left' })
      }
    },
    flush(stepId, send) {
      flushing ??= flush(stepId, send).finally(() => {
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

const outboxFamily = 'faire-ensemble.notes|'

/** At sign-out: the words go with the other copies on this device. */
export function forgetWaitingNotes(storage: NoteStorage | undefined): void {
  for (const key of keysOf(storage, outboxFamily)) writeStored(storage as Storage | undefined, key, undefined) // the methods that are used
}

function keysOf(storage: NoteStorage | undefined, family: string): string[] {
  try {
    return Array.from({ length: storage?.length ?? 0 }, (_, n) => storage?.key(n) ?? '').filter((key) =>
      key.startsWith(family),
    )
  } catch {
    return []
  }
}

/** What an older version, or somebody by hand, may have left under our keys is not a note. */
function isWaiting(value: unknown): value is WaitingNote {
  if (typeof value !== 'object' || value === null) return false
  const { kind, stepId, seatId, noteId, text, order, question } = value as Partial<
    Record<keyof WaitingNote, unknown>
  > // each is looked at
  return (
    ['draft', 'send', 'left'].includes(String(kind)) &&
    [stepId, seatId, noteId, question].every((each) => typeof each === 'string') &&
    (text === null || typeof text === 'string') &&
    typeof order === 'number'
  )
}
