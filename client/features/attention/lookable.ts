// What a facilitator can point out by name: the board's frames and the room's drafts, as they are now.
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { draftRef, type LitPlace } from '#shared/attention/lookPlace.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

export interface Lookable {
  readonly key: string
  readonly place: LitPlace
  readonly label: string
}

export interface Lookables {
  readonly frames: readonly Lookable[]
  readonly drafts: readonly Lookable[]
}

/** Words for those without any. */
export interface Untitled {
  readonly frame: string
  readonly draft: string
}

/** Longer names are cut: they stand in one line of a banner. */
const longest = 120
const short = (words: string): string => (words.length > longest ? `${words.slice(0, longest - 1)}…` : words)

export function readLookables(room: LiveRoom, untitled: Untitled): Lookables {
  const frames = readBoard(room.whiteboard.doc).sections.flatMap(({ frame }): Lookable[] =>
    frame
      ? [
          {
            key: frame.id,
            place: { kind: 'frame', id: frame.id },
            label: short(frame.name.trim() || untitled.frame),
          },
        ]
      : [],
  )
  const drafts = room.drafts.flatMap(({ name, doc }) => {
    const spaceId = parseDocumentName(name)?.id
    if (spaceId === undefined) return []
    return [...draftsOf(doc)].flatMap(([draftId, draft]): Lookable[] =>
      draft.get('deletedAt')
        ? []
        : [
            {
              key: draftRef(spaceId, draftId),
              place: { kind: 'draft', spaceId, draftId },
              label: short(String(draft.get('title') ?? '').trim() || untitled.draft),
            },
          ],
    )
  })
  return { frames, drafts }
}
