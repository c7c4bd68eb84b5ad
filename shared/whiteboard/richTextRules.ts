// tldraw's rich text as the whiteboard accepts it: the nodes and marks of its own editor, links that are links.
import { first } from '#shared/whiteboard/jsonRules.ts'

type Kind = 'block' | 'item' | 'inline'

const children: Readonly<Record<string, { readonly of: Kind; readonly least: number }>> = {
  paragraph: { of: 'inline', least: 0 },
  heading: { of: 'inline', least: 0 },
  bulletList: { of: 'item', least: 1 },
  orderedList: { of: 'item', least: 1 },
  listItem: { of: 'block', least: 1 },
}
const kinds: Readonly<Record<string, Kind>> = {
  paragraph: 'block',
  heading: 'block',
  bulletList: 'block',
  orderedList: 'block',
  listItem: 'item',
  text: 'inline',
  hardBreak: 'inline',
}
const marks = new Set(['bold', 'italic', 'strike', 'code', 'link', 'highlight'])
/** [8] */
const linkPattern = /^(https?:\/\/|mailto:)[^\s<>"'`\\]+$/iu
const deepest = 24

interface Node {
  readonly type?: unknown
  readonly text?: unknown
  readonly content?: unknown
  readonly marks?: unknown
  readonly attrs?: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A short code, or undefined when the text can be shown. The value is plain JSON already. */
export function richTextFault(value: unknown): string | undefined {
  if (!isObject(value) || value['type'] !== 'doc' || !Array.isArray(value['content'])) return 'rich-text'
  return first(value['content'], (child) => nodeFault(child, 'block', 1))
}

function nodeFault(value: unknown, kind: Kind, depth: number): string | undefined {
  if (!isObject(value) || depth > deepest) return 'rich-text'
  const node: Node = value
  const type = typeof node.type === 'string' && Object.hasOwn(kinds, node.type) ? node.type : ''
  if (kinds[type] !== kind || !attrsAreSimple(node.attrs)) return 'rich-text-node'
  if (type === 'text') {
    if (typeof node.text !== 'string' || node.text === '' || node.content !== undefined)
      return 'rich-text-node'
    return node.marks === undefined ? undefined : marksFault(node.marks)
  }
  if (type === 'hardBreak') return node.content === undefined ? undefined : 'rich-text-node'
  const rule = children[type]
  const content = node.content ?? []
  if (!rule || !Array.isArray(content) || content.length < rule.least) return 'rich-text-node'
  return first(content, (child) => nodeFault(child, rule.of, depth + 1))
}

function marksFault(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length > marks.size) return 'rich-text-mark'
  return first(value as unknown[], (mark) => {
    if (!isObject(mark) || typeof mark['type'] !== 'string' || !marks.has(mark['type']))
      return 'rich-text-mark'
    const attrs = mark['attrs']
    if (!attrsAreSimple(attrs)) return 'rich-text-mark'
    if (mark['type'] !== 'link') return undefined
    return isObject(attrs) && isSafeLink(attrs['href']) ? undefined : 'link'
  })
}

const knownAttrs = new Set([
  'dir',
  'level',
  'start',
  'type',
  'href',
  'target',
  'rel',
  'class',
  'color',
  'tight',
])

const attrsAreSimple = (attrs: unknown): boolean =>
  attrs === undefined ||
  (isObject(attrs) &&
    Object.entries(attrs).every(
      ([key, value]) =>
        knownAttrs.has(key) &&
        (value === null || ['string', 'number', 'boolean'].includes(typeof value)) &&
        String(value).length <= 2_000,
    ))

export const isSafeLink = (href: unknown): boolean =>
  typeof href === 'string' && href.length <= 2_000 && linkPattern.test(href)
