// Which paragraphs other people write in now: whatever happens to a draft meanwhile, these are not taken away.
import type * as Y from 'yjs'
import { absolutePlace, type DraftCaret, writersOf } from '#client/features/draft/draftPresence.ts'
import { isTextblock } from '#client/features/draft/seedTextblocks.ts'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import type { DraftMap, SharedType } from '#shared/draft/draftModel.ts'

/**
 * By their carets. A caret may be told before the letter that it stands behind has come, for letters are kept first: then it is
 * the paragraph that holds the newest letter we know of that person.
 */
export function blocksInUse(
  { doc, awareness }: Pick<LiveDocument, 'doc' | 'awareness'>,
  draftId: string,
  draft: DraftMap,
): ReadonlySet<Y.XmlElement> {
  const blocks = writersOf(awareness, draftId).map(
    ({ caret, clientId }) => blockOfCaret(doc, caret) ?? lastWrittenBy(clientId, draft.get(caret.place)),
  )
  return new Set(blocks.filter((block) => block !== undefined))
}

function blockOfCaret(doc: Y.Doc, caret: DraftCaret): Y.XmlElement | undefined {
  const type = absolutePlace(doc, caret.head)?.type
  const block = isTextblock(type) ? type : type?.parent
  return isTextblock(block) ? block : undefined
}

function lastWrittenBy(clientId: number, section: unknown): Y.XmlElement | undefined {
  let last = -1
  let found: Y.XmlElement | undefined
  for (const block of textblocksOf(section)) {
    const clock = Math.max(-1, ...block.toArray().map((child) => newestClock(child, clientId)))
    if (clock > last) [last, found] = [clock, block]
  }
  return found
}

/** Of the letters of this client in a text, deleted ones included; -1 where there is none. */
function newestClock(text: SharedType, clientId: number): number {
  let newest = -1
  for (let item = text._start; item !== null; item = item.right)
    if (item.id.client === clientId) newest = Math.max(newest, item.id.clock)
  return newest
}
