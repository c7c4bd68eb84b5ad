// Keeps one's own words when somebody else turns their paragraph into a list or a heading at the same moment: the editor then
// makes the paragraph anew, without the letters it had not heard of.
import * as Y from 'yjs'
import { ownWords } from '#client/features/draft/draftUndo.ts'
import { isTextblock } from '#client/features/draft/seedTextblocks.ts'
import type { SharedType } from '#shared/draft/draftModel.ts'

/** A text that was made anew elsewhere, and where its places are now. */
export interface MovedText {
  readonly from: Y.XmlText
  readonly to: Y.XmlText
  /** The place in `to` of a place in `from`, both in UTF-16 units. */
  readonly carry: (place: number) => number
}

type Listener = (moved: MovedText) => void
interface Keeper {
  readonly listeners: Set<Listener>
  readonly stop: () => void
}
const keepers = new WeakMap<Y.Doc, Keeper>()

/**
 * From now on words of this tab that a remote change drops while it moves their paragraph are put back where they were, by
 * this tab alone: each person's own words come back once. `onMoved` also hears of texts without such words, for carets.
 * Returns the way to stop.
 */
export function keepOwnWords(doc: Y.Doc, onMoved: Listener = () => undefined): () => void {
  const held = keepers.get(doc)
  const listeners = held?.listeners ?? new Set<Listener>()
  const keeper = held ?? { listeners, stop: follow(doc, listeners) }
  keepers.set(doc, keeper)
  // Two users may share one function.
  const listener: Listener = (moved) => onMoved(moved)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || keepers.get(doc) !== keeper) return
    keeper.stop()
    keepers.delete(doc)
  }
}

function follow(doc: Y.Doc, listeners: ReadonlySet<Listener>): () => void {
  let waiting: Waiting[] = []
  const onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local) return
    const gone = goneTexts(transaction)
    const made = gone.length > 0 ? madeBlocks(transaction) : []
    for (const text of gone) {
      const block = bestOf(text, made)
      if (block) waiting.push({ gone: text, block, patience })
    }
    // A paragraph that was empty gets its text one update later.
    waiting = waiting.filter((one) => !settle(one, doc, listeners))
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

/** Remote changes for which a new paragraph may be without its text. */
const patience = 20

interface GoneText {
  readonly type: Y.XmlText
  readonly words: string
  /** For each character, whether this tab wrote it. */
  readonly own: readonly boolean[]
  /** What stood directly in the section and held this text. */
  readonly top: Y.Item | undefined
}

interface Waiting {
  readonly gone: GoneText
  readonly block: Y.XmlElement
  patience: number
}

/** Texts that this transaction took away with all that they stood in, as they read a moment before. */
function goneTexts(transaction: Y.Transaction): GoneText[] {
  const found: GoneText[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return
    const { type } = struct.content
    if (type instanceof Y.XmlText && wasThere(struct, transaction)) found.push(readGone(type, transaction))
  })
  return found
}

const wasThere = (item: Y.Item, { beforeState }: Y.Transaction): boolean =>
  item.id.clock < (beforeState.get(item.id.client) ?? 0)

function readGone(type: Y.XmlText, transaction: Y.Transaction): GoneText {
  let words = ''
  const own: boolean[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !wasThere(item, transaction)) continue
    if (!Y.isDeleted(transaction.deleteSet, item.id)) continue
    words += item.content.str
    for (let i = 0; i < item.length; i++) own.push(item.id.client === transaction.doc.clientID)
  }
  return { type, words, own, top: topOf(type) }
}

function topOf(type: SharedType): Y.Item | undefined {
  let top: Y.Item | undefined
  for (let item = type._item; item !== null && item.parentSub === null; ) {
    top = item
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return top
}

/** Paragraphs and headings that came with this transaction. */
function madeBlocks(transaction: Y.Transaction): Y.XmlElement[] {
  const found: Y.XmlElement[] = []
  for (const [client, structs] of transaction.doc.store.clients) {
    const before = transaction.beforeState.get(client) ?? 0
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at]
      if (!struct || struct.id.clock < before) break
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentType))
        continue
      const { type } = struct.content
      if (isTextblock(type)) found.push(type)
    }
  }
  return found
}

/** The new paragraph that says the same but for one's own words; where there was nothing else, the one in its very place. */
function bestOf(gone: GoneText, made: readonly Y.XmlElement[]): Y.XmlElement | undefined {
  const others = gone.own.filter((own) => !own).length
  if (others === 0) return made.find((block) => lettersOf(block) === '' && sameSpot(gone.top, topOf(block)))
  let best: Y.XmlElement | undefined
  let bestShare = 0.5
  for (const block of made) {
    const letters = lettersOf(block)
    const share = matched(matchesOf(gone, letters)) / Math.max(others, letters.length)
    if (share <= bestShare) continue
    best = block
    bestShare = share
  }
  return best
}

/** Whether nothing that stands lies between the two. */
function sameSpot(old: Y.Item | undefined, fresh: Y.Item | undefined): boolean {
  if (!old || !fresh || old.parent !== fresh.parent) return false
  const reaches = (step: 'left' | 'right'): boolean => {
    let item = fresh[step]
    while (item !== null && item !== old && item.deleted) item = item[step]
    return item === old
  }
  return reaches('left') || reaches('right')
}

const lettersOf = (block: Y.XmlElement): string =>
  block
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? plain(child) : ''))
    .join('')

const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[]) // Yjs types deltas as any
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/** For each character of the old text its place in the new one, or -1 where the new text does not have it. */
type Matches = Int32Array

/** Cells of a comparison that take a phone about 50 ms. */
const cellLimit = 2_000_000

/**
 * The longest text that both hold, others' letters before one's own: of two equal spaces, the one that had been there is the
 * one that was copied. Very long paragraphs are compared by their beginning and their end.
 */
function matchesOf({ words, own }: GoneText, made: string): Matches {
  const matches = new Int32Array(words.length).fill(-1)
  const width = made.length + 1
  if ((words.length + 1) * width > cellLimit) return matchEnds(words, made, matches)
  const best = new Int32Array((words.length + 1) * width)
  const cell = (i: number, j: number): number => best[i * width + j] ?? 0
  const worth = (i: number): number => (own[i] ? ownLetter : othersLetter)
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = made.length - 1; j >= 0; j--) {
      const skip = Math.max(cell(i + 1, j), cell(i, j + 1))
      best[i * width + j] = words[i] === made[j] ? Math.max(skip, cell(i + 1, j + 1) + worth(i)) : skip
    }
  for (let i = 0, j = 0; i < words.length && j < made.length; ) {
    if (words[i] === made[j] && cell(i, j) === cell(i + 1, j + 1) + worth(i)) matches[i++] = j++
    else if (cell(i + 1, j) >= cell(i, j + 1)) i += 1
    else j += 1
  }
  return matches
}

const othersLetter = 1_000
const ownLetter = 999

function matchEnds(words: string, made: string, matches: Matches): Matches {
  const most = Math.min(words.length, made.length)
  let start = 0
  while (start < most && words[start] === made[start]) matches[start] = start++
  for (let end = 1; end <= most - start && words.at(-end) === made.at(-end); end++)
    matches[words.length - end] = made.length - end
  return matches
}

const matched = (matches: Matches): number => matches.reduce((sum, place) => (place >= 0 ? sum + 1 : sum), 0)

/** True once there is nothing more to wait for. */
function settle(waiting: Waiting, doc: Y.Doc, listeners: ReadonlySet<Listener>): boolean {
  const { gone, block } = waiting
  if (block._item?.deleted) return true
  const to = block.toArray().find((child) => child instanceof Y.XmlText)
  if (!to) {
    waiting.patience -= 1
    return waiting.patience < 0
  }
  const { lost, carry } = alignment(gone, plain(to))
  if (lost.length > 0)
    doc.transact(() => {
      for (const { at, words } of lost) to.insert(at, words)
    }, ownWords)
  for (const listener of listeners) listener({ from: gone.type, to, carry })
  return true
}

/** One's own words that are missing in the new text, each with the place it is put back to once those before it are. */
function alignment(
  gone: GoneText,
  made: string,
): { lost: { at: number; words: string }[]; carry: MovedText['carry'] } {
  const lost: { at: number; words: string }[] = []
  const places: number[] = []
  const matches = matchesOf(gone, made)
  let at = 0
  let added = 0
  for (let i = 0; i < gone.words.length; i++) {
    const letter = gone.words[i] ?? ''
    const place = matches[i] ?? -1
    if (place >= 0) at = place + 1 + added
    else if (gone.own[i]) {
      const last = lost.at(-1)
      if (last && last.at + last.words.length === at) last.words += letter
      else lost.push({ at, words: letter })
      at += 1
      added += 1
    }
    places.push(at)
  }
  // A caret stands behind the letter on its left, however much was written after it.
  return { lost, carry: (place) => (place <= 0 ? 0 : (places[place - 1] ?? at)) }
}
