// Who writes where in a drafts document: what we say of ourselves, and what the server tells of the others.
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import type { StampedUser } from '#shared/room/people.ts'

/** A caret: the draft, the text in it (a section, `title`, `nuance:<id>`…) and, in a section, both ends of the selection. */
export interface DraftCaret {
  readonly draftId: string
  readonly place: string
  readonly anchor?: unknown
  readonly head?: unknown
}

export interface Writer {
  readonly clientId: number
  readonly participantId: string
  readonly name: string
  readonly ink: string
  readonly side: StampedUser['side']
  readonly caret: DraftCaret
}

/** Says where this person writes. `draftId` stands beside the caret for lists that only ask which draft. */
export function showCaret(awareness: Awareness, caret: DraftCaret): void {
  const state = awareness.getLocalState()
  if (!state || sameCaret(state['caret'], caret)) return
  awareness.setLocalState({ ...state, caret, draftId: caret.draftId })
}

/** Takes the caret away, unless this person has meanwhile gone to another text. */
export function hideCaret(
  awareness: Awareness,
  { draftId, place }: Pick<DraftCaret, 'draftId' | 'place'>,
): void {
  const state = awareness.getLocalState()
  const shown = state?.['caret'] as DraftCaret | null | undefined // our own state, written above
  if (state && shown?.draftId === draftId && shown.place === place)
    awareness.setLocalState({ ...state, caret: null, draftId: null })
}

const sameCaret = (a: unknown, b: DraftCaret): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The others in this draft, each person once, with the caret that the server relayed. */
export function writersOf(awareness: Awareness, draftId: string): readonly Writer[] {
  const writers = new Map<string, Writer>()
  for (const [clientId, state] of awareness.getStates()) {
    const user = state['user'] as Partial<StampedUser> | undefined // stamped by the server, absent until it has done so
    const caret = readCaret(state['caret'])
    if (clientId === awareness.clientID || caret?.draftId !== draftId || !user?.name) continue
    const participantId = user.participantId ?? String(clientId)
    writers.set(participantId, {
      clientId,
      participantId,
      name: user.name,
      ink: user.ink ?? 'ardoise',
      side: user.side ?? 'remote',
      caret,
    })
  }
  return [...writers.values()]
}

/** Presence is written by anyone: whatever is not a caret is none. */
function readCaret(value: unknown): DraftCaret | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { draftId, place } = value as Partial<DraftCaret> // looked at right here
  return typeof draftId === 'string' && typeof place === 'string' ? (value as DraftCaret) : undefined
}

/** The absolute position of one end of a caret; undefined when it is no position of this document. */
export function absolutePlace(
  doc: Y.Doc,
  end: unknown,
): { readonly type: Y.AbstractType<unknown>; readonly index: number } | undefined {
  if (typeof end !== 'object' || end === null) return undefined
  try {
    return (
      Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(end), doc) ?? undefined
    )
  } catch {
    return undefined
  }
}

/** Those who write in a draft; re-renders when they come, go or move to another text, not at each letter. */
export function useWriters({ awareness }: LiveDocument, draftId: string): readonly Writer[] {
  const held = useRef<{ key: string; writers: readonly Writer[] }>({ key: '', writers: [] })
  const subscribe = useCallback(
    (changed: () => void) => {
      awareness.on('change', changed)
      return () => awareness.off('change', changed)
    },
    [awareness],
  )
  const read = (): readonly Writer[] => {
    const writers = writersOf(awareness, draftId)
    const key = JSON.stringify(writers.map(({ caret, ...writer }) => [writer, caret.place]))
    if (key !== held.current.key) held.current = { key, writers }
    return held.current.writers
  }
  return useSyncExternalStore(subscribe, read)
}
