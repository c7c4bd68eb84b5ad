// Where benches type: the first paragraph of a draft's proposal.
import * as Y from 'yjs'
import { draftsOf } from '#shared/draft/draftModel.ts'

/** Of the `at`-th draft, counted round; `of` keeps to so many drafts. Throws where there is none. */
export function firstParagraph(
  doc: Y.Doc,
  at: number,
  of = Number.POSITIVE_INFINITY,
): { draftId: string; text: Y.XmlText } {
  const ids = [...draftsOf(doc).keys()].sort()
  const draftId = ids[at % Math.min(of, ids.length)] ?? ''
  const section = draftsOf(doc).get(draftId)?.get('proposition')
  const block = section instanceof Y.XmlFragment ? section.get(0) : undefined
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no paragraph to write in')
  return { draftId, text }
}
