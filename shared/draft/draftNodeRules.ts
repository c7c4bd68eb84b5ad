// Gate G5 for what stands inside a section: paragraphs, headings, lists, and the marks of their words.
import * as Y from 'yjs'
import type { SharedType } from '#shared/draft/draftModel.ts'
import { hasUnwantedCharacters, isSafeLink } from '#shared/draft/plainText.ts'

/** Characters of one paragraph. */
const paragraphLimit = 20_000
/** Blocks directly in a section, or items directly in a list. */
const childLimit = 2_000
/**
 * Elements above a word. The editor nests lists four deep (nine elements); the rest is room for two people who indent the same
 * item at once.
 */
const depthLimit = 12

const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'bulletList', 'orderedList'])
const items: ReadonlySet<string> = new Set(['listItem'])
const breaks: ReadonlySet<string> = new Set(['hardBreak'])
const nothing: ReadonlySet<string> = new Set()

/** Which elements may stand in which; `words` says where text may. The order and number of children heal in the editor. */
const content: Readonly<Record<string, { readonly children: ReadonlySet<string>; readonly words: boolean }>> =
  {
    section: { children: blocks, words: false },
    paragraph: { children: breaks, words: true },
    heading: { children: breaks, words: true },
    bulletList: { children: items, words: false },
    orderedList: { children: items, words: false },
    listItem: { children: blocks, words: false },
    hardBreak: { children: nothing, words: false },
  }

const contentOf = (name: string) => (Object.hasOwn(content, name) ? content[name] : undefined)
const nameOf = (type: Y.XmlFragment): string => (type instanceof Y.XmlElement ? type.nodeName : 'section')

/** Checks a type inside a section after a transaction touched it: a text's words and marks, or an element's children and attributes. */
export function checkTouchedNode(
  type: SharedType,
  keys: ReadonlySet<string | null>,
  transaction: Y.Transaction,
): string | undefined {
  const depth = depthOf(type)
  if (depth > depthLimit) return 'node-depth'
  if (type instanceof Y.XmlText) return checkWords(type, transaction)
  if (!(type instanceof Y.XmlFragment)) return 'node-type'
  if ([...keys].some((key) => key !== null)) {
    const fault = checkAttributes(type)
    if (fault) return fault
  }
  return keys.has(null) ? checkChildren(type, depth, transaction) : undefined
}

/** Checks a whole section. Without a transaction everything in it counts as already held. */
export const checkNewBlocks = (
  section: Y.XmlFragment,
  transaction: Y.Transaction | undefined,
): string | undefined => checkAttributes(section) ?? checkChildren(section, 0, transaction)

/** A Y.Text of words alone: no marks, no embedded things, no attributes. */
export function checkText(text: SharedType, limit: number): string | undefined {
  if (!(text instanceof Y.Text) || text instanceof Y.XmlText) return 'text-type'
  if (text._length > limit) return 'text-too-long'
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (!(item.content instanceof Y.ContentString)) return 'text-content'
    if (hasUnwantedCharacters(item.content.str)) return 'text-characters'
  }
  return hasAttributes(text) ? 'text-attributes' : undefined
}

function depthOf(type: SharedType): number {
  let depth = 0
  for (let item = type._item; item !== null && item.parentSub === null; depth++) {
    const parent: unknown = item.parent
    if (!(parent instanceof Y.AbstractType)) break
    item = parent._item
  }
  return depth
}

/** Whether an item came with this transaction. */
export const isNew = (item: Y.Item, transaction: Y.Transaction): boolean =>
  item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)

const hasAttributes = (type: SharedType): boolean => [...type._map.values()].some((item) => !item.deleted)

/** Children that were there before were checked when they came; only their kind is looked at again. */
function checkChildren(
  parent: Y.XmlFragment,
  depth: number,
  transaction: Y.Transaction | undefined,
): string | undefined {
  if (depth >= depthLimit) return 'node-depth'
  if (parent._length > childLimit) return 'too-many-nodes'
  const allowed = contentOf(nameOf(parent))
  if (!allowed) return 'node-name'
  let first = true
  for (let item = parent._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const child = item.content instanceof Y.ContentType ? item.content.type : undefined
    const fault = checkChild(
      child,
      allowed,
      depth,
      !transaction || isNew(item, transaction) ? { transaction } : undefined,
    )
    if (fault) return fault
    // A list item begins with a paragraph; one that lost it to two people's deletions is mended by the editor.
    if (
      first &&
      isNewItem(parent, transaction) &&
      parent instanceof Y.XmlElement &&
      parent.nodeName === 'listItem' &&
      !isParagraph(child)
    )
      return 'node-order'
    first = false
  }
  return undefined
}

const isParagraph = (child: unknown): boolean =>
  child instanceof Y.XmlElement && child.nodeName === 'paragraph'
const isNewItem = (type: SharedType, transaction: Y.Transaction | undefined): boolean =>
  type._item !== null && (!transaction || isNew(type._item, transaction))

function checkChild(
  child: unknown,
  allowed: { readonly children: ReadonlySet<string>; readonly words: boolean },
  depth: number,
  fresh: { readonly transaction: Y.Transaction | undefined } | undefined,
): string | undefined {
  if (child instanceof Y.XmlText) {
    if (!allowed.words) return 'node-words'
    return fresh ? checkWords(child, fresh.transaction) : undefined
  }
  if (!(child instanceof Y.XmlElement)) return 'node-type'
  if (!allowed.children.has(child.nodeName)) return 'node-name'
  if (!fresh) return undefined
  return checkAttributes(child) ?? checkChildren(child, depth + 1, fresh.transaction)
}

function checkAttributes(type: Y.XmlFragment): string | undefined {
  for (const [key, item] of type._map) {
    if (item.deleted) continue
    const value: unknown = item.content.getContent().at(-1)
    if (!isAttribute(nameOf(type), key, value)) return 'node-attribute'
  }
  return undefined
}

function isAttribute(name: string, key: string, value: unknown): boolean {
  if (name === 'heading' && key === 'level') return value === 2 || value === 3
  if (name === 'orderedList' && key === 'start')
    return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 100_000
  return false
}

function checkWords(text: Y.XmlText, transaction: Y.Transaction | undefined): string | undefined {
  if (text._length > paragraphLimit) return 'text-too-long'
  if (hasAttributes(text)) return 'text-attributes'
  for (let item = text._start; item !== null; item = item.right) {
    // What stood before was checked when it came.
    if (item.deleted || (transaction && !isNew(item, transaction))) continue
    const fault = checkWord(item, text, transaction)
    if (fault) return fault
  }
  return undefined
}

function checkWord(
  item: Y.Item,
  text: Y.XmlText,
  transaction: Y.Transaction | undefined,
): string | undefined {
  if (item.content instanceof Y.ContentString)
    return hasUnwantedCharacters(item.content.str) ? 'text-characters' : undefined
  if (!(item.content instanceof Y.ContentFormat)) return 'text-content'
  const { key, value } = item.content as { key: string; value: unknown } // Yjs types the value as an object; it may be anything
  if (key === 'src')
    return value === null || !transaction || holdsSource(text, value, transaction) ? undefined : 'mark-source'
  return isMark(key, value) ? undefined : 'mark'
}

const isEmptyObject = (value: unknown): boolean =>
  value === true ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0)

function isMark(key: string, value: unknown): boolean {
  if (key === 'bold' || key === 'italic') return value === null || isEmptyObject(value)
  if (key !== 'link') return false
  if (value === null) return true
  if (typeof value !== 'object' || Object.keys(value).join() !== 'href') return false
  return isSafeLink((value as { href: unknown }).href) // the only key was just seen
}

const sourcesKey = Symbol('sources')

/** Says, before a transaction is checked, of which sources the server itself has put words into the document. */
export const allowSources = (transaction: Y.Transaction, isKnown: (ref: string) => boolean): void =>
  void transaction.meta.set(sourcesKey, isKnown)

function isAllowedSource(value: unknown, transaction: Y.Transaction): boolean {
  const isKnown = transaction.meta.get(sourcesKey) as ((ref: string) => boolean) | undefined // set by `allowSources` alone
  if (!isKnown || typeof value !== 'object' || value === null || Object.keys(value).join() !== 'ref')
    return false
  const { ref } = value as { ref: unknown } // the only key was just seen
  return typeof ref === 'string' && isKnown(ref)
}

/**
 * Provenance marks are made by the server's copy alone: a person may move words that carry one, or bring them back, never make
 * one up. Reads the document's marks, and is reached only by an update that brings such a mark.
 */
function holdsSource(text: Y.XmlText, value: unknown, transaction: Y.Transaction): boolean {
  if (isAllowedSource(value, transaction)) return true
  const wanted = JSON.stringify(value)
  let root: SharedType = text
  while (root._item !== null && root._item.parent instanceof Y.AbstractType) root = root._item.parent
  return someText(root, (held) => {
    for (let item = held._start; item !== null; item = item.right) {
      const { content } = item
      if (
        content instanceof Y.ContentFormat &&
        content.key === 'src' &&
        !isNew(item, transaction) &&
        JSON.stringify(content.value) === wanted
      )
        return true
    }
    return false
  })
}

function someText(type: SharedType, look: (text: Y.XmlText) => boolean): boolean {
  if (type instanceof Y.XmlText) return look(type)
  for (const item of type._map.values())
    if (item.content instanceof Y.ContentType && someText(item.content.type, look)) return true
  for (let item = type._start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentType && someText(item.content.type, look)) return true
  return false
}
