// Writes minutes into a drafts document, the first time and again: in place, so that letters typed meanwhile stay where they are.
import * as Y from 'yjs'
import { blockElements, type NewBlock } from '#shared/draft/draftBlocks.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type { MinutesBlock } from '#shared/minutes/minutesBlocks.ts'
import { mergeMinutes } from '#shared/minutes/minutesMerge.ts'
import { type MinutesMap, type MinutesValues, minutesKeys, minutesOf } from '#shared/minutes/minutesModel.ts'
import { type PlacedBlock, standingBlocks } from '#shared/minutes/minutesStanding.ts'

export interface NewMinutes extends MinutesValues {
  readonly sessionId: string
  readonly title: string
  readonly blocks: readonly MinutesBlock[]
}

/** To be run inside one transaction, by the server. Returns whether anything changed. */
export function writeMinutes(doc: Y.Doc, minutes: NewMinutes): boolean {
  const clean = { ...minutes, blocks: minutes.blocks.map(cleaned) }
  const held = minutesOf(doc).get(minutes.sessionId)
  if (held) return writeAgain(held, clean)
  minutesOf(doc).set(minutes.sessionId, begun(clean))
  return true
}

const cleaned = (block: MinutesBlock): MinutesBlock => ({
  ...block,
  text: withoutUnwantedCharacters(block.text).replace(/\s*\n\s*/g, ' '),
})

function begun({ title, blocks, ...values }: NewMinutes): MinutesMap {
  const body = new Y.XmlFragment()
  body.insert(0, blockElements(blocks.map(asBlock)))
  return new Y.Map<unknown>([
    [minutesKeys.title, new Y.Text(withoutUnwantedCharacters(title))],
    [minutesKeys.body, body],
    [minutesKeys.written, new Y.Map(blocks.map(({ key, text }) => [key, text]))],
    ...minutesKeys.values.map((key): [string, unknown] => [key, values[key]]),
  ])
}

const asBlock = ({ type, text }: MinutesBlock): NewBlock => ({
  type,
  level: type === 'heading' ? 2 : type === 'bullet' ? 1 : 0,
  runs: [{ text }],
})

function writeAgain(held: MinutesMap, minutes: NewMinutes): boolean {
  const body = held.get(minutesKeys.body) as Y.XmlFragment // whole from the start, see the gate
  const written = held.get(minutesKeys.written) as Y.Map<string> // likewise
  const before = new Map(written.entries())
  const standing = standingBlocks(body, inOrderOf(minutes.blocks, before))
  const changed = [
    mergeInto(body, standing, { before, fresh: minutes.blocks }),
    remember(written, before, { standing, fresh: minutes.blocks }),
    held.get('closedAt') !== minutes.closedAt,
  ].some(Boolean)
  // Writing the same again is no writing: the minutes keep their hour.
  if (changed)
    for (const key of minutesKeys.values) if (held.get(key) !== minutes[key]) held.set(key, minutes[key])
  return changed
}

/** A map remembers no order: that of the new blocks is the nearest to it. */
function inOrderOf(blocks: readonly MinutesBlock[], words: ReadonlyMap<string, string>): Map<string, string> {
  const keys = [...blocks.map(({ key }) => key).filter((key) => words.has(key)), ...words.keys()]
  return new Map(keys.map((key) => [key, words.get(key) ?? '']))
}

interface Writing {
  readonly before: ReadonlyMap<string, string>
  readonly fresh: readonly MinutesBlock[]
}

function mergeInto(
  body: Y.XmlFragment,
  standing: readonly PlacedBlock[],
  { before, fresh }: Writing,
): boolean {
  const written = [...before].map(([key, text]): MinutesBlock => ({ key, type: 'paragraph', text }))
  const byKey = new Map(
    standing.flatMap((block) => (block.key === undefined ? [] : [[block.key, block] as const])),
  )
  const stays = new Set<PlacedBlock>()
  let last: Y.XmlElement | undefined
  let changed = false
  for (const one of mergeMinutes(standing, written, fresh)) {
    const block = one.kind === 'kept' ? standing[one.at] : byKey.get(one.block.key)
    if (one.kind === 'written' && block && setWords(block.element, one.block.text)) changed = true
    if (one.kind === 'written' && !block) changed = true
    if (block) stays.add(block)
    last = block?.element ?? (one.kind === 'written' ? insertBehind(body, last, one.block) : last)
  }
  for (const block of standing) if (!stays.has(block) && takeOut(body, block.element)) changed = true
  return changed
}

/** Blocks above which what people once took out is forgotten. */
const remembered = 500

/** What was written now, and what people took out, for as long as it would be written: it stays out. */
function remember(
  written: Y.Map<string>,
  before: ReadonlyMap<string, string>,
  { standing, fresh }: { readonly standing: readonly PlacedBlock[]; readonly fresh: readonly MinutesBlock[] },
): boolean {
  const present = new Set(standing.flatMap(({ key }) => key ?? []))
  const next = new Map(fresh.map(({ key, text }) => [key, text]))
  let changed = false
  for (const key of before.keys()) {
    if (next.has(key) || (!present.has(key) && written.size < remembered)) continue
    written.delete(key)
    changed = true
  }
  for (const [key, text] of next) {
    if (before.get(key) === text) continue
    written.set(key, text)
    changed = true
  }
  return changed
}

/** Changes only the letters that differ: whoever types elsewhere in the block keeps their place and their words. */
function setWords(element: Y.XmlElement, text: string): boolean {
  const [words, ...more] = element.toArray()
  if (!(words instanceof Y.XmlText) || more.length > 0) {
    element.delete(0, element.length)
    element.insert(0, [new Y.XmlText(text)])
    return true
  }
  const now = plainOf(words)
  if (now === text) return false
  const start = commonStart(now, text)
  const end = commonStart(reversed(now.slice(start)), reversed(text.slice(start)))
  words.delete(start, now.length - start - end)
  words.insert(start, text.slice(start, text.length - end), {})
  return true
}

const plainOf = (words: Y.XmlText): string =>
  (words.toDelta() as { insert?: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
    .join('') // Yjs types deltas as any

const reversed = (text: string): string => [...text].reverse().join('')

/** UTF-16 units that two texts begin with, whole characters only. */
function commonStart(a: string, b: string): number {
  const [other, characters] = [[...b], [...a]]
  let units = 0
  for (const [at, character] of characters.entries()) {
    if (other[at] !== character) break
    units += character.length
  }
  return units
}

/** Returns the textblock that was made. */
function insertBehind(
  body: Y.XmlFragment,
  last: Y.XmlElement | undefined,
  block: MinutesBlock,
): Y.XmlElement {
  const [made] = blockElements([asBlock(block)])
  if (!made) throw new Error('a block is one element')
  const item =
    last?.parent instanceof Y.XmlElement && last.parent.nodeName === 'listItem' ? last.parent : undefined
  const list = item?.parent
  const isMidList =
    item !== undefined && list instanceof Y.XmlElement && placeOf(list, item) < list.length - 1
  if (item && list instanceof Y.XmlElement && (block.type === 'bullet' || isMidList)) {
    const point = new Y.XmlElement('listItem')
    const [paragraph] = blockElements([{ type: 'paragraph', level: 0, runs: [{ text: block.text }] }])
    if (!paragraph) throw new Error('a block is one element')
    point.insert(0, [paragraph])
    list.insert(placeOf(list, item) + 1, [point])
    return paragraph
  }
  body.insert(last ? placeOf(body, topOf(body, last)) + 1 : 0, [made])
  return textblockIn(made)
}

const placeOf = (parent: Y.XmlFragment, child: unknown): number =>
  parent.toArray().findIndex((one) => (one as unknown) === child)

function topOf(body: Y.XmlFragment, element: Y.XmlElement): Y.XmlElement {
  let at = element
  while (at.parent !== body && at.parent instanceof Y.XmlElement) at = at.parent
  return at
}

function textblockIn(element: Y.XmlElement): Y.XmlElement {
  const [first] = element.toArray()
  return first instanceof Y.XmlElement ? textblockIn(first) : element
}

/** With its point and its list where nothing else is in them; a point under which people made a list stays. */
function takeOut(body: Y.XmlFragment, element: Y.XmlElement): boolean {
  let gone: Y.XmlElement = element
  while (gone.parent instanceof Y.XmlElement && gone.parent.length === 1) gone = gone.parent
  const { parent } = gone
  if (gone === element && parent instanceof Y.XmlElement) return false
  if (!(parent instanceof Y.XmlFragment)) return false
  parent.delete(placeOf(parent, gone), 1)
  if (body.length === 0) body.insert(0, blockElements([]))
  return true
}
