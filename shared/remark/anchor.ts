// Where a remark stands in a living draft: two relative positions, and the words between them. It writes nothing.
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { contextLimit, quoteLimit, type RemarkAnchor, type RemarkPlace } from '#shared/remark/remark.ts'

/** A stretch of one text, in Yjs offsets; a passage over several paragraphs has one for each. */
export interface PassagePiece {
  readonly text: Y.Text
  readonly from: number
  readonly to: number
}

/** A place between two letters. */
export interface TextPoint {
  readonly text: Y.Text
  readonly index: number
}

/** What is no letter (an embedded thing) takes one place in a text, and stands here as one sign that nobody types. */
const nothing = '\ufffc'

interface Piece {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}
export const piecesOfText = (text: Y.Text): readonly { text: string; attributes: Piece['attributes'] }[] =>
  (text.toDelta() as Piece[]).map(({ insert, attributes }) => ({
    text: typeof insert === 'string' ? insert : nothing,
    attributes,
  })) // Yjs types deltas as any

/** The letters of a text, one for each of its offsets; of a section's text without its tags. */
export const lettersOf = (text: Y.Text): string =>
  piecesOfText(text)
    .map(({ text: letters }) => letters)
    .join('')

/** The texts of a place of a draft in reading order; none where the draft has no such place. */
export function textsIn(draft: DraftMap, place: RemarkPlace): Y.Text[] {
  const [kind, id] = [place.slice(0, place.indexOf(':')), place.slice(place.indexOf(':') + 1)]
  if (place.includes(':'))
    return kind === 'nuance'
      ? asText(inMap(inMap(draft.get('nuances'), id), 'text'))
      : asText(inMap(draft.get('countryPassages'), id))
  const value: unknown = draft.get(place)
  return (sections as readonly string[]).includes(place) ? textsBelow(value) : asText(value)
}

const inMap = (map: unknown, key: string): unknown => (map instanceof Y.Map ? map.get(key) : undefined)
const asText = (value: unknown): Y.Text[] => (value instanceof Y.Text ? [value] : [])
const textsBelow = (value: unknown): Y.Text[] => {
  if (value instanceof Y.XmlText) return [value]
  return value instanceof Y.XmlFragment ? value.toArray().flatMap(textsBelow) : []
}

/** An anchor on the words from one point to another; undefined where there are none, too many, or another place's. */
export function anchorOf(
  draft: DraftMap,
  place: RemarkPlace,
  [from, to]: readonly [TextPoint, TextPoint],
): RemarkAnchor | undefined {
  const texts = textsIn(draft, place)
  const pieces = between(texts, from, to)
  const quote = pieces && wordsOf(pieces)
  if (!pieces || quote === undefined || quote.replaceAll('\n', '') === '' || quote.length > quoteLimit)
    return undefined
  // What is typed before the first word or after the last one does not belong to the passage.
  return {
    place,
    start: encoded(Y.createRelativePositionFromTypeIndex(from.text, from.index, 0)),
    end: encoded(Y.createRelativePositionFromTypeIndex(to.text, to.index, -1)),
    quote,
    before: lettersOf(from.text)
      .slice(Math.max(0, from.index - contextLimit), from.index)
      .normalize('NFC')
      .slice(-contextLimit),
    after: lettersOf(to.text)
      .slice(to.index, to.index + contextLimit)
      .normalize('NFC')
      .slice(0, contextLimit),
  }
}

/** The same from two relative positions, as an editor's binding gives them. */
export function anchorFromPositions(
  draft: DraftMap,
  place: RemarkPlace,
  [start, end]: readonly [Y.RelativePosition, Y.RelativePosition],
): RemarkAnchor | undefined {
  const texts = textsIn(draft, place)
  const [from, to] = [pointAt(draft, texts, start, 'start'), pointAt(draft, texts, end, 'end')]
  return from && to && anchorOf(draft, place, [from, to])
}

/** Where the passage stands today; undefined when nothing of it is left. */
export function passageOf(
  draft: DraftMap,
  anchor: Pick<RemarkAnchor, 'place' | 'start' | 'end'>,
): readonly PassagePiece[] | undefined {
  const texts = textsIn(draft, anchor.place)
  const [start, end] = [decoded(anchor.start), decoded(anchor.end)]
  const from = start && pointAt(draft, texts, start, 'start')
  const to = end && pointAt(draft, texts, end, 'end')
  // Where the paragraph of one end is gone, what is left of the other end's still stands.
  const first = from ?? (to && { text: to.text, index: 0 })
  const last = to ?? (from && { text: from.text, index: from.text.length })
  const pieces = first && last && between(texts, first, last)
  return pieces?.some((piece) => piece.to > piece.from) ? pieces : undefined
}

/** The words of a passage as they read (NFC), a line for each of its paragraphs. */
export const wordsOf = (pieces: readonly PassagePiece[]): string =>
  pieces
    .map(({ text, from, to }) => lettersOf(text).slice(from, to))
    .join('\n')
    .normalize('NFC')

function between(texts: readonly Y.Text[], from: TextPoint, to: TextPoint): PassagePiece[] | undefined {
  const [first, last] = [texts.indexOf(from.text), texts.indexOf(to.text)]
  if (first < 0 || last < first || (first === last && to.index < from.index)) return undefined
  return texts.slice(first, last + 1).map((text, place) => ({
    text,
    from: place === 0 ? from.index : 0,
    to: first + place === last ? to.index : text.length,
  }))
}

const encoded = (position: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(position))

/** Undefined for what is no position, and for one that names a root: asking a document for a root would make it. */
function decoded(text: string): Y.RelativePosition | undefined {
  try {
    const position = Y.decodeRelativePosition(fromBase64(text))
    return position.tname === null ? position : undefined
  } catch {
    return undefined
  }
}

/** A position among the texts of a place. One between two blocks is the nearest edge of the passage's side. */
function pointAt(
  { doc }: DraftMap,
  texts: readonly Y.Text[],
  position: Y.RelativePosition,
  side: 'start' | 'end',
): TextPoint | undefined {
  if (!doc || position.tname !== null) return undefined
  const found = foundIn(doc, position)
  if (!found) return undefined
  const { type, index } = found
  if (type instanceof Y.Text) return texts.includes(type) ? { text: type, index } : undefined
  if (!(type instanceof Y.XmlFragment)) return undefined
  const children = type.toArray()
  const near = (side === 'start' ? children.slice(index) : children.slice(0, index)).flatMap(textsBelow)
  const text = side === 'start' ? near[0] : near.at(-1)
  return text && texts.includes(text) ? { text, index: side === 'start' ? 0 : text.length } : undefined
}

function foundIn(doc: Y.Doc, position: Y.RelativePosition): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(position, doc)
  } catch {
    // An id of somebody whom this document has never heard of.
    return null
  }
}
