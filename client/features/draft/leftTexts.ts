// Which words others' change took out of a text, and in which new or grown texts they may stand now.
import * as Y from 'yjs'
import { isTextblock } from '#client/features/draft/seedTextblocks.ts'
import { namedDeletions } from '#client/live/receivedUpdate.ts'
import type { SharedType } from '#shared/draft/draftModel.ts'

/** Known to whoever made the change; this tab's and unknown to them; somebody else's and unknown to them. */
export type Letter = 'known' | 'own' | 'unheard'

/** A text that is gone, or the part of a text from its first letter that is gone to its end, as they read a moment before. */
export interface LeftText {
  readonly type: Y.XmlText
  readonly isWhole: boolean
  /** Where `words` began in the text, in UTF-16 units. */
  readonly start: number
  readonly words: string
  /** For each UTF-16 unit of `words`. */
  readonly letters: readonly Letter[]
  /** What stood directly in the section and held this text. */
  readonly top: Y.Item | undefined
}

/** Texts that lost letters by this transaction: with all that they stood in, or at their end as when a paragraph is split. */
export function leftTexts(transaction: Y.Transaction): LeftText[] {
  const found: LeftText[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return
    const { type } = struct.content
    if (type instanceof Y.XmlText && wasThere(struct, transaction)) found.push(readWhole(type, transaction))
  })
  for (const type of changedTexts(transaction)) {
    const part = readEnd(type, transaction)
    if (part) found.push(part)
  }
  return found
}

const changedTexts = ({ changed }: Y.Transaction): Y.XmlText[] =>
  [...changed.keys()].flatMap((type) =>
    type instanceof Y.XmlText && type._item?.deleted === false ? [type] : [],
  )

const wasThere = (item: Y.Item, { beforeState }: Y.Transaction): boolean =>
  item.id.clock < (beforeState.get(item.id.client) ?? 0)

interface Run {
  readonly words: string
  readonly letters: readonly Letter[]
  readonly isGone: boolean
}

function runsOf(type: Y.XmlText, transaction: Y.Transaction): Run[] {
  const runs: Run[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !wasThere(item, transaction)) continue
    const isGone = Y.isDeleted(transaction.deleteSet, item.id)
    if (isGone || !item.deleted)
      runs.push({ words: item.content.str, letters: lettersOf(item, transaction, isGone), isGone })
  }
  return runs
}

/** Where nothing tells what the writer of the change knew, they knew everything but this tab's letters. */
function lettersOf({ id, length }: Y.Item, { doc }: Y.Transaction, isGone: boolean): Letter[] {
  const named = isGone ? namedDeletions(doc) : undefined
  const isOwn = id.client === doc.clientID
  return Array.from({ length }, (_none, at) => {
    if (named ? Y.isDeleted(named, Y.createID(id.client, id.clock + at)) : isGone && !isOwn) return 'known'
    return isOwn ? 'own' : 'unheard'
  })
}

const leftOf = (
  type: Y.XmlText,
  runs: readonly Run[],
  rest: Pick<LeftText, 'isWhole' | 'start'>,
): LeftText => ({
  type,
  ...rest,
  words: runs.map(({ words }) => words).join(''),
  letters: runs.flatMap(({ letters }) => letters),
  top: topOf(type),
})

const readWhole = (type: Y.XmlText, transaction: Y.Transaction): LeftText =>
  leftOf(type, runsOf(type, transaction), { isWhole: true, start: 0 })

function readEnd(type: Y.XmlText, transaction: Y.Transaction): LeftText | undefined {
  const runs = runsOf(type, transaction)
  const first = runs.findIndex(({ isGone }) => isGone)
  if (first < 0) return undefined
  const start = runs.slice(0, first).reduce((sum, { words }) => sum + words.length, 0)
  return leftOf(type, runs.slice(first), { isWhole: false, start })
}

/** What stands directly in the section and holds this. */
export function topOf(type: SharedType): Y.Item | undefined {
  let top: Y.Item | undefined
  for (let item = type._item; item !== null && item.parentSub === null; ) {
    top = item
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return top
}

/** Paragraphs and headings that came with this transaction. */
export function madeBlocks(transaction: Y.Transaction): Y.XmlElement[] {
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

/** Letters that came with this transaction into a text that had been there, as when two paragraphs become one. */
export interface GrownText {
  readonly text: Y.XmlText
  /** Place of the first letter that came, in UTF-16 units. */
  readonly at: number
  readonly letters: string
}

export function grownTexts(transaction: Y.Transaction): GrownText[] {
  return changedTexts(transaction)
    .filter(({ _item }) => _item !== null && wasThere(_item, transaction))
    .flatMap((text) => grownRuns(text, transaction))
}

function grownRuns(text: Y.XmlText, transaction: Y.Transaction): GrownText[] {
  const runs: { text: Y.XmlText; at: number; letters: string }[] = []
  let at = 0
  let isOpen = false
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { str } = item.content
    const isNew = !wasThere(item, transaction)
    const last = runs.at(-1)
    if (isNew && isOpen && last) last.letters += str
    else if (isNew) runs.push({ text, at, letters: str })
    isOpen = isNew
    at += str.length
  }
  return runs
}
