// Who has a cursor where, at this moment: from the presence that the server stamps, asked for on demand.
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { minutesOf } from '#shared/minutes/minutesModel.ts'
import type { StampedUser } from '#shared/room/people.ts'

export interface Writing {
  readonly user: StampedUser
  readonly place: { readonly kind: 'board' } | { readonly kind: 'draft'; readonly title: string }
}

/** One line per person and place, without oneself; people on the board only when they hold a note there. */
export function whoWrites(room: LiveRoom): Writing[] {
  const writings = room.drafts.flatMap((document) =>
    inDocument(document, (state) => draftPlace(document, state)),
  )
  const board = inDocument(room.whiteboard, (state) =>
    isWritingOnBoard(state) ? { kind: 'board' } : undefined,
  )
  const seen = new Set<string>()
  return [...writings, ...board].filter(({ user, place }) => {
    const key = `${user.participantId}/${place.kind === 'draft' ? place.title : ''}`
    const isNew = user.participantId !== room.join.participantId && !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function inDocument(
  document: LiveDocument,
  placeOf: (state: Record<string, unknown>) => Writing['place'] | undefined,
): Writing[] {
  return [...document.awareness.getStates().values()].flatMap((state): Writing[] => {
    const user = state['user'] as Partial<StampedUser> | undefined // stamped by the server, absent until it has done so
    const place = placeOf(state)
    return place && user?.participantId && user.name ? [{ user: user as StampedUser, place }] : []
  })
}

/** The draft editor says the draft beside its caret. */
function draftPlace(document: LiveDocument, state: Record<string, unknown>): Writing['place'] | undefined {
  const draftId = state['draftId']
  if (typeof draftId !== 'string') return undefined
  const text = draftsOf(document.doc).get(draftId) ?? minutesOf(document.doc).get(draftId)
  const title = text?.get('title')
  return { kind: 'draft', title: title === undefined ? '' : String(title) }
}

/** The whiteboard and the list's notes say which record they write in. */
const isWritingOnBoard = (state: Record<string, unknown>): boolean => typeof state['writing'] === 'string'
