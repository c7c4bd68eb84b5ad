// Keeps a tldraw store and a whiteboard's document in step. Lives outside React; writes nothing when it opens.
import type { TLRecord, TLStore, TLStoreEventInfo } from 'tldraw'
import * as Y from 'yjs'
import { drawableRecord, homePage, rememberedFaults } from '#client/features/whiteboard/drawable.ts'
import {
  type Change,
  changedKeys,
  overlay,
  withoutMirror,
  wordsIn,
} from '#client/features/whiteboard/recordDiff.ts'
import { turnOf } from '#client/features/whiteboard/recordTurns.ts'
import { Pace } from '#client/features/whiteboard/strokePace.ts'
import { onceExisted } from '#shared/whiteboard/boardCensus.ts'
import { type BoardRecord, noteText, putRecord, recordsOf, sameValue } from '#shared/whiteboard/boardModel.ts'
import { boardUndo, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { fitNote } from '#shared/whiteboard/noteWords.ts'
import { recordFault } from '#shared/whiteboard/recordRules.ts'

/** Milliseconds for which local changes are gathered while a drag goes on. */
const gatherMs = 50

type Pending =
  | { readonly kind: 'put' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'change'; readonly keys: Change }

export interface BoardBindingOptions {
  /** Asked at each write: rights may change while a board is open. */
  readonly mayWrite: () => boolean
  /** The name that new notes bear; '' for none. Copies of others' notes bear it too. */
  readonly author: () => string
  /** Records that the room has locked for this person: drawn as locked, written nowhere. */
  readonly isHeld?: (id: string) => boolean
  /** Something of one's own could not be kept: it was taken off the canvas again. */
  readonly onRefused?: (code: string) => void
}

/** Keys of a shape that say where it is: written together, so that a place is never half one person's. */
const placeKeys = new Set(['xy', 'parentId', 'index', 'rotation'])

export class BoardBinding {
  readonly #doc: Y.Doc
  readonly #store: TLStore
  readonly #options: BoardBindingOptions
  readonly #pending = new Map<string, Pending>()
  readonly #skipped = new Map<string, string>()
  /** Records that wait for another, or that were taken in by the first page: looked at again after each change. */
  readonly #unsettled = new Set<string>()
  readonly #pace = new Pace()
  readonly #told = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** True while remote changes are laid into the store: what tldraw corrects then is left to their author. */
  #receiving = false
  #sending = false
  #homeId = ''
  /** The document and the store as they were when the store was last filled. */
  #filled = { turn: -1, records: -1 }

  constructor(doc: Y.Doc, store: TLStore, options: BoardBindingOptions) {
    this.#doc = doc
    this.#store = store
    this.#options = options
  }

  /** Codes of the records that are drawn nowhere, by id. */
  skipped(): ReadonlyMap<string, string> {
    return this.#skipped
  }

  /** Told when records begin or cease to be skipped. Returns the way to stop. */
  readonly subscribe = (told: () => void): (() => void) => {
    this.#told.add(told)
    return () => this.#told.delete(told)
  }

  /**
   * Brings the store to the document's state and follows both sides. False when the document has no page yet: there is
   * nothing to show. Returns the way to stop, which first writes what was gathered.
   */
  start(): (() => void) | false {
    if (!this.#isFilled() && !this.load()) return false
    boardUndo(this.#doc) // a history that begins later would not know the first acts
    const stopLocal = this.#store.listen((entry) => this.#gather(entry), {
      source: 'user',
      scope: 'document',
    })
    const root = recordsOf(this.#doc)
    root.observeDeep(this.#receive)
    return () => {
      this.flush()
      clearTimeout(this.#timer)
      this.#timer = undefined
      stopLocal()
      root.unobserveDeep(this.#receive)
    }
  }

  /** Puts every drawable record into the store and removes what is gone. Record by record: one at fault stops no other. */
  load(): boolean {
    const homeId = homePage(this.#doc)
    if (homeId === undefined) return false
    this.#homeId = homeId
    const ids = new Set(recordsOf(this.#doc).keys())
    for (const record of this.#documentRecords()) ids.add(record.id)
    this.#merge(ids)
    this.#filled = { turn: turnOf(this.#doc), records: this.#documentRecords().length }
    return true
  }

  /** A big board takes a moment to read: what was filled for the first painting is not filled again. */
  #isFilled(): boolean {
    const { turn, records } = this.#filled
    return turn === turnOf(this.#doc) && records === this.#documentRecords().length
  }

  #documentRecords(): TLRecord[] {
    return this.#store.allRecords().filter(({ typeName }) => this.#store.scopedTypes.document.has(typeName))
  }

  #merge(ids: Iterable<string>): void {
    this.#store._flushHistory() // what was done here before is gathered as one's own
    this.#receiving = true
    const skipped = this.#skipped.size
    try {
      this.#store.mergeRemoteChanges(() => this.#lay(new Set([...ids, ...this.#unsettled])))
      this.#store._flushHistory()
    } finally {
      this.#receiving = false
    }
    if (this.#skipped.size !== skipped) for (const told of this.#told) told()
  }

  #lay(ids: Set<string>): void {
    const gone: string[] = []
    const faultOf = rememberedFaults()
    for (const id of ids) {
      const found = drawableRecord(this.#doc, id, this.#homeId, faultOf)
      this.#unsettled.delete(id)
      this.#skipped.delete(id)
      if (found.kind === 'fault') this.#skipped.set(id, found.code)
      if (found.kind === 'waits' || (found.kind === 'record' && found.adopted)) this.#unsettled.add(id)
      if (found.kind === 'record') this.#put(found.record)
      else if (this.#pending.get(id)?.kind !== 'put') gone.push(id)
    }
    this.#remove(gone)
  }

  #put(record: BoardRecord): void {
    const pending = this.#pending.get(record.id)
    if (pending?.kind === 'remove') return
    const known = overlay(record, pending?.kind === 'change' ? pending.keys : undefined)
    const isHeld = record.typeName === 'shape' && this.#options.isHeld?.(record.id)
    const next = isHeld ? { ...known, isLocked: true } : known
    try {
      this.#store.put([next as unknown as TLRecord]) // checked by the gate's rules; the store checks again and throws
    } catch {
      this.#skipped.set(record.id, 'store')
    }
  }

  #remove(ids: readonly string[]): void {
    const there = ids.filter((id) => this.#store.has(id as TLRecord['id']))
    for (const id of ids) this.#pending.delete(id)
    if (there.length === 0) return
    const left = new Set(there)
    for (const record of this.#store.allRecords())
      if (record.typeName === 'shape' && left.has(record.parentId) && !left.has(record.id))
        this.#adopt(record.id)
    this.#store.remove(there as TLRecord['id'][]) // ids of records that are in the store
  }

  /** What stood in something that is gone stands on the first page from now on, here, without a write. */
  #adopt(id: string): void {
    const found = drawableRecord(this.#doc, id, this.#homeId)
    if (found.kind !== 'record') return
    this.#unsettled.add(id)
    this.#put(found.record)
  }

  readonly #receive = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    if (this.#sending) return
    const touched = new Set<string>()
    for (const event of events) {
      if (event.path.length > 0) touched.add(String(event.path[0]))
      else for (const key of event.keys.keys()) touched.add(key)
    }
    if ([...touched].some((id) => id.startsWith('page:'))) this.#homeId = homePage(this.#doc) ?? this.#homeId
    this.#merge(touched)
  }

  #gather({ changes }: TLStoreEventInfo): void {
    if (this.#receiving) return
    for (const record of Object.values(changes.added)) this.#pending.set(record.id, { kind: 'put' })
    for (const [from, to] of Object.values(changes.updated)) this.#gatherChange(from, to)
    for (const record of Object.values(changes.removed)) this.#pending.set(record.id, { kind: 'remove' })
    if (this.#pending.size > 0) this.#timer ??= setTimeout(() => this.flush(), gatherMs)
  }

  #gatherChange(from: TLRecord, to: TLRecord): void {
    const known = this.#pending.get(to.id)
    if (known?.kind === 'put') return
    const keys = changedKeys(from as unknown as BoardRecord, to as unknown as BoardRecord) // tldraw's records are records
    if (keys.size === 0) return
    if (known?.kind === 'change') for (const [key, value] of keys) known.keys.set(key, value)
    else this.#pending.set(to.id, { kind: 'change', keys })
  }

  /** Draws these records again: what the room has locked has changed. */
  drawAgain(ids: Iterable<string>): void {
    this.flush()
    this.#merge([...ids].filter((id) => recordsOf(this.#doc).has(id)))
  }

  /** Writes what was gathered, at once. Called when a gesture ends, the page is left, or a step of undo begins. */
  flush(): void {
    this.#store._flushHistory()
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#pending.size === 0) return
    if (!this.#options.mayWrite()) return this.#giveUp([...this.#pending.keys()], 'read-only')
    const refused: string[] = []
    let later = 0
    this.#sending = true
    try {
      this.#doc.transact(() => {
        for (const [id, pending] of this.#pending) {
          const wait = this.#pace.wait(this.#store.get(id as TLRecord['id']))
          if (pending.kind === 'change' && wait > 0) {
            later = Math.max(later, wait)
            continue
          }
          this.#pending.delete(id)
          if (!this.#write(id, pending)) refused.push(id)
        }
      }, ownAct)
    } finally {
      this.#sending = false
    }
    if (later > 0) this.#timer = setTimeout(() => this.flush(), later)
    if (refused.length > 0)
      this.#giveUp(refused, refused.some((id) => this.#options.isHeld?.(id)) ? 'locked' : 'refused')
  }

  /** False when the gate would refuse it: then nothing was written. */
  #write(id: string, pending: Pending): boolean {
    if (this.#options.isHeld?.(id)) return false
    const records = recordsOf(this.#doc)
    const record = this.#store.get(id as TLRecord['id']) as unknown as BoardRecord | undefined // a record of the store
    if (pending.kind === 'remove' || !record) {
      if (records.has(id)) records.delete(id)
      return true
    }
    if (pending.kind === 'put') return this.#writeNew(record)
    const map = records.get(id)
    if (!map) return true // somebody deleted it meanwhile
    if (needsJudging(pending.keys) && refusable(record)) return false
    for (const [key, value] of this.#withPlace(record, pending.keys)) {
      if (value === undefined) map.delete(key)
      else if (!sameValue(map.get(key), value)) map.set(key, value)
    }
    this.#pace.wrote(record)
    return true
  }

  #writeNew(record: BoardRecord): boolean {
    const made = this.#signed({ ...record, meta: withoutMirror(record['meta']) })
    if (refusable(made)) return false
    putRecord(this.#doc, made)
    const words = noteText(this.#doc, record.id)
    if (words && words.length === 0)
      words.insert(0, fitNote(wordsIn({ id: record.id, meta: record['meta'] })))
    this.#pace.wrote(record)
    return true
  }

  /** A note that is new here bears one's own name, also when it was copied; one that comes back keeps its author. */
  #signed(record: BoardRecord): BoardRecord {
    if (record['type'] !== 'note' || onceExisted(this.#doc, record.id)) return record
    const props = record['props'] as Record<string, unknown> // a note's props
    return { ...record, props: { ...props, author: this.#options.author() } }
  }

  #withPlace(record: BoardRecord, keys: Change): Change {
    if (record.typeName !== 'shape' || ![...keys.keys()].some((key) => placeKeys.has(key))) return keys
    const place: readonly (readonly [string, unknown])[] = [
      ['xy', [record['x'], record['y']]],
      ['parentId', record['parentId']],
      ['index', record['index']],
      ['rotation', record['rotation']],
    ]
    return new Map([...place, ...keys])
  }

  /** Takes the canvas back to what the document says. */
  #giveUp(ids: readonly string[], code: string): void {
    for (const id of ids) this.#pending.delete(id)
    this.#merge(ids)
    this.#options.onRefused?.(code)
  }
}

/** Moving and drawing go on at any speed; anything else is looked at as the server will. */
const needsJudging = (keys: Change): boolean =>
  [...keys.keys()].some((key) => !placeKeys.has(key) && key !== 'props.segments' && key !== 'opacity')

const scratch = new Y.Doc()

/** What the server's gate would say to this record, so that an honest canvas never sends what is refused. */
function refusable(record: BoardRecord): string | undefined {
  try {
    putRecord(scratch, { ...record, meta: withoutMirror(record['meta']) })
    return recordFault(record.id, recordsOf(scratch).get(record.id))
  } catch {
    return 'not-json'
  } finally {
    recordsOf(scratch).delete(record.id)
  }
}
