// The minutes for React: those of the room's own space, which session is meant, and who may write them down.
import type * as Y from 'yjs'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom, useLiveRoomChanges, useSlice, useYjs } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import {
  type MinutesHead,
  type MinutesMap,
  minutesHeads,
  minutesKeys,
  minutesOf,
} from '#shared/minutes/minutesModel.ts'
import { editsIn, type MinutesEdits } from '#shared/minutes/minutesStanding.ts'

/** The document that keeps a room's minutes: the group's in its own room, the joint one elsewhere. */
export const minutesPlace = ({ join, drafts }: LiveRoom): LiveDocument | undefined =>
  join.room.kind === 'group' ? drafts[0] : drafts.find(({ groupId }) => groupId === null)

/** Newest first. */
export function useMinutesList(live: LiveDocument): readonly MinutesHead[] {
  return useYjs(minutesOf(live.doc) as Y.AbstractType<unknown>, () => minutesHeads(live.doc)) // Yjs types are invariant in their events
}

export const minutesMap = (live: LiveDocument, sessionId: string): MinutesMap | undefined =>
  minutesOf(live.doc).get(sessionId)

/** What writing again would leave as people made it. */
export const useEdits = (minutes: MinutesMap): MinutesEdits =>
  useYjs(minutes as Y.AbstractType<unknown>, () =>
    // as above
    editsIn(
      minutes.get(minutesKeys.body) as Y.XmlFragment, // the server lays minutes out whole
      new Map((minutes.get(minutesKeys.written) as Y.Map<string>).entries()), // likewise
    ),
  )

/** Undefined before the first snapshot. */
export const useAgenda = (): AgendaState | undefined => useSlice('agenda')

/** Facilitators and the session's secretary. */
export function useMayNoteDown(): boolean {
  const leads = useMayLead()
  const room = useLiveRoomChanges(useLiveRoom())
  const secretary = useAgenda()?.secretary?.seatId
  const own =
    room.people().find(({ participantId }) => participantId === room.join.participantId)?.seats ?? []
  return leads || room.join.you.keepsMinutes === true || own.some(({ id }) => id === secretary)
}
