// What the screens of consent read: the text as it stands with its fingerprint, what each group said, and what this person may do.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLiveRoom, useLiveRoomChanges, usePeople, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import type { GroupConsentView, TextConsentView } from '#shared/adoption/adoption.ts'
import { type AdoptionState, textKey } from '#shared/adoption/adoptionState.ts'
import { draftsOf, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import type { Seat } from '#shared/people/actor.ts'
import type { JoinAnswer, RoomGroup } from '#shared/room/join.ts'
import { seatsHere } from '#shared/room/people.ts'

export interface TextPlace {
  readonly spaceId: string
  readonly draftId: string
}

export interface PresentText {
  readonly draft: ReadDraft
  readonly fingerprint: string
}

/** Fingerprints are made this long after the last keystroke, in milliseconds: never within one. */
const calmMs = 300

/** The words on this screen. Undefined until they are here; between two keystrokes it is the text as it last was calm. */
export function usePresentText({ spaceId, draftId }: TextPlace): PresentText | undefined {
  const room = useLiveRoomChanges(useLiveRoom())
  const live = room.draftsOf(spaceId)
  const [present, setPresent] = useState<PresentText>()
  useEffect(() => {
    if (!live) return
    const read = (): void => {
      const draft = readDraft(draftId, draftsOf(live.doc).get(draftId))
      if (!draft) return setPresent(undefined)
      const now = fingerprint(draft)
      setPresent((was) =>
        was?.fingerprint === now && was.draft.deletedAt === draft.deletedAt
          ? was
          : { draft, fingerprint: now },
      )
    }
    let waiting: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(read, calmMs)
    }
    read()
    live.doc.on('update', later)
    return () => {
      clearTimeout(waiting)
      live.doc.off('update', later)
    }
  }, [live, draftId])
  return present
}

const nothing = (place: TextPlace): TextConsentView => ({
  ...place,
  groups: {},
  corrections: [],
  adopted: [],
})

export function useTextConsent(place: TextPlace): TextConsentView {
  const view = useSlice('adoption')
  const { spaceId, draftId } = place
  const key = textKey(place)
  return useMemo(
    () =>
      (view && Object.hasOwn(view.texts, key) ? view.texts[key] : undefined) ?? nothing({ spaceId, draftId }),
    [view, key, spaceId, draftId],
  )
}

/** The pure readings ask for the kept state; of an open question they only ask whether there is one. */
export const readable = (text: TextConsentView): AdoptionState['texts'][string] => text as never // a view has everything that the state has, and more

/** The groups that a text of this space asks; none for other groups' spaces. */
export function concernedGroups({ room, documents }: JoinAnswer, spaceId: string): readonly RoomGroup[] {
  const owner = documents.find(({ name }) => name === `drafts/${spaceId}`)?.groupId
  if (owner === undefined || room.kind === 'convergence') return []
  if (room.kind === 'joint') return owner === null ? room.groups : []
  return room.groups.filter(({ id }) => id === owner)
}

export interface GroupRights {
  /** May choose the rule, ask, carry voices, close. */
  readonly leads: boolean
  /** May only close. */
  readonly notesDown: boolean
  readonly seats: readonly Seat[]
}

/** What is offered; the server decides again. */
export function useGroupRights(groupId: string): GroupRights {
  const { join } = useLiveRoomChanges(useLiveRoom())
  const mayLead = useMayLead()
  const own = usePeople().find(({ participantId }) => participantId === join.participantId)
  const secretary = useSlice('agenda')?.secretary?.seatId
  const seats = join.you.role === 'observer' ? [] : (own?.seats ?? join.you.seats)
  const isOf =
    join.you.groupId === groupId ||
    (join.room.kind === 'group' && join.you.groupId === null && !join.you.signedIn)
  return {
    leads:
      mayLead && (join.you.groupId === groupId || join.you.groupId === null || join.room.kind === 'group'),
    notesDown: join.you.keepsMinutes === true || seats.some(({ id }) => id === secretary),
    seats: isOf ? seats : [],
  }
}

/** Voices that there may be: seats of the group in the room, and those that are carried. */
export function useExpected(groupId: string, consent: GroupConsentView | undefined): number {
  const { join } = useLiveRoomChanges(useLiveRoom())
  const seats = seatsHere(usePeople()).filter(
    ({ role, groupId: of }) =>
      role !== 'observer' && (of === groupId || (join.room.kind === 'group' && of === null)),
  ).length
  if (consent?.rule.kind === 'delegate') return 1
  return Math.max(seats + (consent?.asking?.carried ?? 0), consent?.asking?.answered ?? 0)
}

/** Calls `changed` when a value becomes another one, not at the beginning. */
export function useChanged<Value>(value: Value, changed: (now: Value, was: Value) => void): void {
  const last = useRef(value)
  const call = useRef(changed)
  useEffect(() => {
    call.current = changed
  })
  useEffect(() => {
    if (last.current !== value) call.current(value, last.current)
    last.current = value
  }, [value])
}
