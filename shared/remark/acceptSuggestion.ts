// An accepted suggestion in the document: the words that differ are replaced, once. Only the server writes here. [R4]
import * as Y from 'yjs'
import { type DraftMap, draftsOf, type SharedType } from '#shared/draft/draftModel.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import { summaryLimit, titleLimit } from '#shared/draft/vocabulary.ts'
import { lettersOf, type PassagePiece, passageOf, piecesOfText, wordsOf } from '#shared/remark/anchor.ts'
import type { RemarkAnchor, RemarkPlace } from '#shared/remark/remark.ts'
import { wordEdits } from '#shared/remark/wordEdits.ts'

/** Remark id -> when it was accepted (milliseconds since 1970): what is asked for twice is done once. */
export const remarksRoot = 'remarks'
const acceptedOf = (doc: Y.Doc): Y.Map<number> => doc.getMap<number>(remarksRoot)

export interface Acceptance {
  readonly remarkId: string
  readonly draftId: string
  readonly anchor: Pick<RemarkAnchor, 'place' | 'start' | 'end' | 'quote'>
  readonly proposal: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export type AcceptanceOutcome = 'done' | 'stale' | 'gone' | 'too-long'

/** Lines of a wording; the number of them is the same in quote and proposal. */
export const linesOf = (wording: string): string[] => wording.split('\n')

/** To be run inside one change of the document. `done` also when it was done before. */
export function acceptSuggestion(doc: Y.Doc, accepted: Acceptance): AcceptanceOutcome {
  if (acceptedOf(doc).has(accepted.remarkId)) return 'done'
  const draft: DraftMap | undefined = draftsOf(doc).get(accepted.draftId)
  if (!(draft instanceof Y.Map) || (draft.get('deletedAt') ?? null) !== null) return 'gone'
  const pieces = passageOf(draft, accepted.anchor)
  const lines = linesOf(withoutUnwantedCharacters(accepted.proposal).normalize('NFC'))
  if (!pieces || wordsOf(pieces) !== accepted.anchor.quote || lines.length !== pieces.length) return 'stale'
  if (isTooLong(accepted.anchor.place, pieces, lines)) return 'too-long'
  for (const [place, piece] of pieces.entries()) replaceWords(piece, lines[place] ?? '')
  acceptedOf(doc).set(accepted.remarkId, accepted.at)
  return 'done'
}

/** What the form allows; a text that is longer already may become shorter. */
function isTooLong(place: RemarkPlace, pieces: readonly PassagePiece[], lines: readonly string[]): boolean {
  const [piece] = pieces
  const limit = place === 'title' ? titleLimit : place === 'summary' ? summaryLimit : undefined
  if (!piece || limit === undefined) return false
  const grown = (lines[0] ?? '').length - (piece.to - piece.from)
  return grown > 0 && piece.text.length + grown > limit
}

export const wasAccepted = (doc: Y.Doc, remarkId: string): boolean => acceptedOf(doc).has(remarkId)

/** From the end, so that the offsets before it hold. */
function replaceWords({ text, from, to }: PassagePiece, line: string): void {
  const edits = wordEdits(lettersOf(text).slice(from, to), line)
  for (const { at, remove, insert } of [...edits].reverse()) {
    const attributes = formatAt(text, from + at, remove)
    if (insert !== '') text.insert(from + at, insert, attributes)
    if (remove > 0) text.delete(from + at + insert.length, remove)
  }
}

/**
 * New words look like those that they replace, or like both their neighbours where they replace none. Whose words they are is
 * never inherited: nobody of the source said them.
 */
function formatAt(text: Y.Text, at: number, remove: number): Record<string, unknown> {
  if (!(text instanceof Y.XmlText)) return {}
  const [first, second] = remove > 0 ? [at, at] : [at - 1, at]
  const [left, right] = [marksAt(text, first), marksAt(text, second)]
  return Object.fromEntries(
    Object.entries(left).filter(
      ([mark, value]) => mark !== 'src' && JSON.stringify(right[mark]) === JSON.stringify(value),
    ),
  )
}

function marksAt(text: Y.Text, at: number): Readonly<Record<string, unknown>> {
  let start = 0
  for (const piece of piecesOfText(text)) {
    if (at >= start && at < start + piece.text.length) return piece.attributes ?? {}
    start += piece.text.length
  }
  return {}
}

export const isOfRemarks = (type: SharedType): boolean =>
  type._item === null && type.doc?.share.get(remarksRoot) === type

/** Gate G5: whatever a client does here is refused whole; the server's own entries are held to their form. */
export function checkTouchedRemarks(transaction: Y.Transaction, isServer: boolean): string | undefined {
  // As it stands: a root that nobody asked for by its kind has none, and giving it one would hide what was changed.
  const standIn = transaction.doc.share.get(remarksRoot)
  const keys = standIn && transaction.changed.get(standIn)
  if (!keys) return undefined
  if (!isServer) return 'remarks-rights'
  const accepted = acceptedOf(transaction.doc)
  return [...keys].every((key) => key !== null && Number.isSafeInteger(accepted.get(key)))
    ? undefined
    : 'remarks-form'
}
