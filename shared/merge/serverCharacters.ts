// Which characters of a text the server itself put there: known by their Yjs ids, which last as long as the characters do.
import * as Y from 'yjs'

/** What one taking inserted; clocks count the structs of one Yjs client. */
export interface Inserted {
  /** When it was decided; milliseconds since 1970. */
  readonly at: number
  readonly client: number
  readonly from: number
  readonly end: number
  /** Clocks of the blanks that part the words from their neighbours; they carry no mark. */
  readonly blanks: readonly number[]
}

/** `<at> <client> <from> <end>`, and the blanks: short, for there is one for each passage that was ever taken. */
export const writeInserted = ({ at, client, from, end, blanks }: Inserted): string =>
  [at, client, from, end, ...blanks].join(' ')

export function readInserted(kept: unknown): Inserted | undefined {
  if (typeof kept !== 'string') return undefined
  const [at = NaN, client = NaN, from = NaN, end = NaN, ...blanks] = kept.split(' ').map(Number)
  return Number.isNaN(end) ? undefined : { at, client, from, end, blanks }
}

/** The next clock of the document's own client. */
export const clockOf = (doc: Y.Doc): number => Y.getState(doc.store, doc.clientID)

/** Clocks of the characters that the document's own client inserted into a text since `from`. */
export function newCharacters(text: Y.Text, from: number): number[] {
  const client = text.doc?.clientID
  const clocks: number[] = []
  for (let item = text._start; item !== null; item = item.right)
    if (item.id.client === client && item.id.clock >= from && item.content instanceof Y.ContentString)
      for (let at = 0; at < item.length; at++) clocks.push(item.id.clock + at)
  return clocks
}

/** Offsets of the standing characters with these ids. */
export function offsetsOf(text: Y.Text, client: number, has: (clock: number) => boolean): number[] {
  const offsets: number[] = []
  let offset = 0
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let at = 0; at < item.length; at++)
      if (item.id.client === client && item.content instanceof Y.ContentString && has(item.id.clock + at))
        offsets.push(offset + at)
    offset += item.length
  }
  return offsets
}

/** Deletes the characters at these rising offsets, from the end on: what comes before keeps its place. */
export function deleteAt(text: Y.Text, offsets: readonly number[]): void {
  let end = offsets.length
  while (end > 0) {
    let start = end - 1
    while (start > 0 && offsets[start - 1] === (offsets[start] ?? 0) - 1) start--
    text.delete(offsets[start] ?? 0, end - start)
    end = start
  }
}

/** Whether nobody but the server ever wrote in this block, or made it. */
export function isServersOwn(element: Y.XmlElement, known: readonly Inserted[]): boolean {
  const isKnown = ({ id, length }: Y.Item): boolean =>
    known.some(
      ({ client, from, end }) => id.client === client && id.clock >= from && id.clock + length <= end,
    )
  if (!element._item || !isKnown(element._item)) return false
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) return false
    for (let item = child._start; item !== null; item = item.right) if (!isKnown(item)) return false
  }
  return true
}
