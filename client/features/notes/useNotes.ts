// Private writing for React: the step as it is seen here, this device's seats, and the notes that wait on it.
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { createOutbox, type NotePlace, type Outbox } from '#client/features/notes/outbox.ts'
import { deviceStorage } from '#client/live/localCopyNames.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useChanges, useLiveRoom, useLiveRoomChanges, useSave, useSlice } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import type { NotesView } from '#shared/notes/notesView.ts'
import type { Seat } from '#shared/people/actor.ts'

const outboxes = new Map<string, Outbox>()

function outboxOf(roomId: string): Outbox {
  const made = outboxes.get(roomId) ?? createOutbox(roomId, deviceStorage().localStorage)
  outboxes.set(roomId, made)
  return made
}

/** This room's outbox; re-renders with it, other tabs' changes included. */
export function useOutbox(): Outbox {
  const outbox = outboxOf(useLiveRoom().join.room.id)
  useChanges(
    useCallback(
      (changed) => {
        const stop = outbox.subscribe(changed)
        addEventListener('storage', changed)
        return () => {
          stop()
          removeEventListener('storage', changed)
        }
      },
      [outbox],
    ),
  )
  return outbox
}

/** The people behind this device, as the room knows them now. */
export function useOwnSeats(): readonly Seat[] {
  const room = useLiveRoomChanges(useLiveRoom())
  const { participantId, you } = room.join
  return room.people().find((person) => person.participantId === participantId)?.seats ?? you.seats
}

export const placeOf = (step: NonNullable<NotesView['step']>, seatId: string): NotePlace => ({
  ...{ stepId: step.id, question: step.question, anonymous: step.anonymous, seatId },
})

/**
 * Sends what waits whenever that may succeed, and keeps on the device what an ended step did not show. To be used once in a
 * room, by what stays mounted while people move through it.
 */
export function useNotesKeeper(): void {
  const { t } = useTranslation('notes')
  const view = useSlice('notes')
  const outbox = useOutbox()
  const version = outbox.version()
  const { state } = useSave()
  const put = useCommand('notes.put')
  const remove = useCommand('notes.remove')
  const before = useRef<NotesView | undefined>(undefined)

  useEffect(() => {
    if (!view) return
    const earlier = before.current
    before.current = view
    if (earlier && earlier.step?.id !== view.step?.id) {
      if (earlier.step) {
        keepUnshown(outbox, earlier, view)
        announce(t(view.last?.how === 'revealed' ? 'now.shown' : 'now.ended'))
      }
      if (view.step) announce(t('now.begun', { question: view.step.question }))
    }
    outbox.stepIs(view.step?.id ?? null)
  }, [view, outbox, t])

  useEffect(() => {
    const step = view?.step
    if (!step || !outbox.all().some(({ kind }) => kind === 'send')) return
    void outbox.flush(step.id, (verb, { text, ...note }) =>
      verb === 'put' ? put({ ...note, text }) : remove(note),
    )
    // Each new snapshot, change of the line and waiting note is an occasion.
  }, [view, outbox, version, state, put, remove])
}

/** What was set aside, or closed without a reveal, is gone from the server: here its author finds it again. */
function keepUnshown(outbox: Outbox, { step, mine }: NotesView, { last }: NotesView): void {
  if (!step || last?.stepId !== step.id) return
  const waiting = new Set(outbox.all().map(({ noteId }) => noteId))
  for (const [seatId, notes] of Object.entries(mine))
    for (const { id, text, asideBecause } of notes) {
      if (waiting.has(id) || (last.how === 'revealed' && asideBecause === null)) continue
      const reason = asideBecause === null ? {} : { reason: asideBecause }
      outbox.write(placeOf(step, seatId), { noteId: id, text, kind: 'left', ...reason })
    }
}
