// Deleting from a whiteboard and bringing back: what is taken away is kept whole, words included.
import * as Y from 'yjs'
import { arrowsOf } from '#shared/whiteboard/arrows.ts'
import { type BoardRecord, noteText, putRecord, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { spotOf } from '#shared/whiteboard/pageGeometry.ts'
import { childrenOf, indexAbove, isShape, mainPageId, readRecords } from '#shared/whiteboard/place.ts'

interface KeptRecord {
  readonly record: BoardRecord
  /** A note's words. */
  readonly words?: string
}

/** What a deletion took away; plain data, so that a list may keep several. */
export interface Removed {
  /** Parents before children, arrows before their bindings. */
  readonly records: readonly KeptRecord[]
}

/**
 * Deletes shapes, with what is inside them and the arrows that go to or from them. With `contents: 'keep'` what was
 * inside a frame stays on the page where it was. A card's draft is never deleted with its card. Undo of the document
 * (`boardUndo`) brings everything back; so does `restore`, also after other edits.
 */
export function deleteRecords(
  doc: Y.Doc,
  ids: readonly string[],
  options: { readonly contents?: 'delete' | 'keep'; readonly origin?: unknown } = {},
): Removed {
  const records = readRecords(doc)
  const doomed = new Set<string>()
  const freed: string[] = []
  const take = (id: string): void => {
    if (doomed.has(id) || !isShape(records.get(id))) return
    doomed.add(id)
    for (const arrow of arrowsOf(records, id)) take(arrow)
    for (const child of childrenOf(records, id)) {
      if (options.contents === 'keep' && isShape(records.get(id), 'frame')) freed.push(child.id)
      else take(child.id)
    }
  }
  for (const id of ids) take(id)
  const bindings = [...records.values()].filter(
    (r) => r.typeName === 'binding' && (doomed.has(String(r['fromId'])) || doomed.has(String(r['toId']))),
  )
  const kept = [...doomed, ...bindings.map(({ id }) => id)].flatMap((id) => keep(doc, records.get(id)))
  doc.transact(() => {
    for (const id of freed) if (!doomed.has(id)) setFree(doc, id)
    for (const { record } of kept) recordsOf(doc).delete(record.id)
  }, options.origin ?? null)
  return { records: kept.sort((a, b) => rank(a) - rank(b)) }
}

const rank = ({ record }: KeptRecord): number =>
  record.typeName === 'binding' ? 2 : record['type'] === 'arrow' ? 1 : 0

function keep(doc: Y.Doc, record: BoardRecord | undefined): KeptRecord[] {
  if (!record) return []
  const words = noteText(doc, record.id)?.toString()
  return [words === undefined ? { record } : { record, words }]
}

/** Takes a shape out of its frame without moving it on the page. */
function setFree(doc: Y.Doc, id: string): void {
  const records = readRecords(doc)
  const spot = spotOf(records, id)
  const record = records.get(id)
  if (!spot || !record) return
  const { x, y, rotation, pageId } = spot
  putRecord(doc, { ...record, x, y, rotation, parentId: pageId, index: indexAbove(records, pageId) })
}

/**
 * Puts back what a deletion took, words included; returns the ids that are there again. A record that exists again
 * already is left as it is; a shape whose frame is gone comes back on the page; a binding without both its ends stays away.
 */
export function restore(doc: Y.Doc, removed: Removed, origin: unknown = null): string[] {
  const back: string[] = []
  doc.transact(() => {
    for (const { record, words } of removed.records) {
      const records = readRecords(doc)
      if (records.has(record.id)) continue
      if (record.typeName === 'binding') {
        if (!records.has(String(record['fromId'])) || !records.has(String(record['toId']))) continue
        putRecord(doc, record)
      } else {
        const parentId = String(record['parentId'])
        const known = records.has(parentId) || removed.records.some((other) => other.record.id === parentId)
        putRecord(doc, known ? record : { ...record, parentId: mainPageId(records) })
      }
      const map = recordsOf(doc).get(record.id)
      if (words && map?.get('text') instanceof Y.Text) (map.get('text') as Y.Text).insert(0, words) // just checked
      back.push(record.id)
    }
  }, origin)
  return back
}
