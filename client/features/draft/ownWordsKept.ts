// Keeps one's own words where they belong when somebody else splits, joins, deletes or makes anew their paragraph at the same
// moment: such a change copies letters, and knows nothing of those that it had not heard of.
import * as Y from 'yjs'
import { ownWords } from '#client/features/draft/draftUndo.ts'
import {
  type GrownText,
  grownTexts,
  type LeftText,
  leftTexts,
  madeBlocks,
  topOf,
} from '#client/features/draft/leftTexts.ts'
import { type Alignment, alignment, sharedPart } from '#client/features/draft/lettersMatched.ts'
import { insertTyped } from '#client/features/draft/typedWords.ts'
import { namedDeletions } from '#client/live/receivedUpdate.ts'

/** A text that stands elsewhere now, and where its places are. */
export interface MovedText {
  readonly from: Y.XmlText
  readonly to: Y.XmlText
  /** The place in `to` of a place in `from`, both in UTF-16 units; undefined for one that stayed in `from`. */
  readonly carry: (place: number) => number | undefined
}

type Listener = (moved: MovedText) => void
interface Keeper {
  readonly listeners: Set<Listener>
  readonly stop: () => void
}
const keepers = new WeakMap<Y.Doc, Keeper>()

/**
 * From now on words of this tab that a remote change drops, or leaves behind, while it moves their paragraph are put where the
 * paragraph's words are now, by this tab alone: each person's own words come back once. Words that a deletion had not heard of
 * stay in a paragraph of their own. `onMoved` also hears of texts without such words, for carets. Returns the way to stop.
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
  const tell = (moved: MovedText): void => {
    for (const listener of listeners) listener(moved)
  }
  const onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local) return
    const left = leftTexts(transaction)
    const made = left.length > 0 ? madeBlocks(transaction) : []
    const grown = left.length > 0 ? grownTexts(transaction) : []
    for (const text of left) {
      const place = placeOf(text, made, grown)
      if (place instanceof Y.XmlElement) waiting.push({ left: text, block: place, patience })
      else if (place) bring(text, place, tell)
      else if (text.isWhole && namedDeletions(doc)) standAlone(text, tell)
    }
    // A paragraph that was empty gets its text one update later.
    waiting = waiting.filter((one) => !settle(one, tell))
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

/** Remote changes for which a new paragraph may be without its text. */
const patience = 20

interface Waiting {
  readonly left: LeftText
  readonly block: Y.XmlElement
  patience: number
}

/** Where most of the words are now; where a text that is gone held nothing but one's own, the new one in the very same place. */
function placeOf(
  left: LeftText,
  made: readonly Y.XmlElement[],
  grown: readonly GrownText[],
): Y.XmlElement | GrownText | undefined {
  let best: Y.XmlElement | GrownText | undefined
  let bestShare = 0.5
  const candidates = [
    ...made.map((block) => ({ place: block, letters: lettersIn(block) })),
    ...grown.filter(({ text }) => text !== left.type).map((run) => ({ place: run, letters: run.letters })),
  ]
  for (const { place, letters } of candidates) {
    const share = letters === '' ? 0 : sharedPart(left, letters)
    if (share <= bestShare) continue
    best = place
    bestShare = share
  }
  if (best || !left.isWhole || left.letters.includes('known')) return best
  return made.find((block) => lettersIn(block) === '' && sameSpot(left.top, topOf(block)))
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

const textIn = (block: Y.XmlElement): Y.XmlText | undefined =>
  block.toArray().find((child) => child instanceof Y.XmlText)

const lettersIn = (block: Y.XmlElement): string =>
  block
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? plain(child) : ''))
    .join('')

const plain = (text: Y.XmlText): string =>
  (text.toDelta() as { insert?: unknown }[]) // Yjs types deltas as any
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/** True once there is nothing more to wait for. */
function settle(waiting: Waiting, tell: Listener): boolean {
  const { left, block } = waiting
  if (block._item?.deleted) return true
  const text = textIn(block)
  if (!text) {
    waiting.patience -= 1
    return waiting.patience < 0
  }
  bring(left, { text, at: 0, letters: plain(text) }, tell)
  return true
}

/** Puts one's own words among those that were copied, takes them from where they stayed behind, and tells of the move. */
function bring(left: LeftText, { text, at, letters }: GrownText, tell: Listener): void {
  const aligned = alignment(left, letters)
  put(left, text, { ...aligned, carry: (place) => at + aligned.carry(place) }, at)
  tell({
    from: left.type,
    to: text,
    carry: (place) =>
      left.isWhole || place > left.start ? at + aligned.carry(place - left.start) : undefined,
  })
}

function put(left: LeftText, text: Y.XmlText, { lost }: Alignment, offset: number): void {
  const stayed = left.isWhole ? [] : stayedBehind(left)
  if (lost.length === 0 && stayed.length === 0) return
  text.doc?.transact(() => {
    // They were typed: the words among which they stand say of whom those are, not these.
    for (const { at, words } of lost) insertTyped(text, offset + at, words)
    for (const { at, length } of stayed) left.type.delete(at, length)
  }, ownWords)
}

/** One's own letters that stand in the rest of a text whose end has gone: the last first, so that places hold while they go. */
function stayedBehind({ type, start, letters }: LeftText): { at: number; length: number }[] {
  // What has gone is gone: only letters that the change had not heard of are left of the end.
  const alive = letters.filter((letter) => letter !== 'known')
  const found: { at: number; length: number }[] = []
  alive.forEach((letter, index) => {
    const last = found.at(-1)
    if (letter !== 'own') return
    if (last && last.at + last.length === start + index) last.length += 1
    else found.push({ at: start + index, length: 1 })
  })
  return type._item?.deleted ? [] : found.reverse()
}

/** Words that a deletion had not heard of, as its update says: in a paragraph of their own, where the deleted one was. */
function standAlone(left: LeftText, tell: Listener): void {
  const { type, words, letters, top } = left
  const section = top?.parent
  const own = [...letters.keys()].filter((at) => letters[at] === 'own')
  if (own.length === 0 || !(section instanceof Y.XmlFragment) || !section.doc) return
  if (section._item?.deleted !== false) return
  const text = new Y.XmlText(own.map((at) => words[at]).join(''))
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [text])
  section.doc.transact(() => section.insert(livingBefore(top), [block]), ownWords)
  tell({ from: type, to: text, carry: (place) => own.filter((at) => at < place).length })
}

/** How many children stand before a deleted one. */
function livingBefore(item: Y.Item | undefined): number {
  let count = 0
  for (let before = item?.left ?? null; before !== null; before = before.left)
    if (!before.deleted && before.countable) count += before.length
  return count
}
