// Puts a passage's words into the joint draft, with their formatting and the mark that says where they come from.
import * as Y from 'yjs'
import { blockElements, marksOf, textblock } from '#shared/draft/draftBlocks.ts'
import { addNuance, type DraftMap } from '#shared/draft/draftModel.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type { NuanceType } from '#shared/draft/vocabulary.ts'
import type { Passage, SentencePassage } from '#shared/merge/frozenParent.ts'
import { textAt, wordsOf } from '#shared/merge/jointBlocks.ts'
import { nuanceIdOf } from '#shared/merge/mergeEffects.ts'
import { type JointOrder, type Place, placeInJoint, sectionOf } from '#shared/merge/placeInJoint.ts'
import { clockOf, type Inserted, newCharacters } from '#shared/merge/serverCharacters.ts'

export interface Copying {
  readonly draft: DraftMap
  readonly order: JointOrder
  /** The group whose words they are. */
  readonly groupId: string | null
  /** Given where the passage is joined as a nuance. */
  readonly nuance?: NuanceType | undefined
  /** When it was decided; milliseconds since 1970. */
  readonly at: number
}

/** Undefined where the draft has no place for it: then nothing was put. */
export function copyPassage(doc: Y.Doc, passage: Passage, copying: Copying): Inserted | undefined {
  const [client, from] = [doc.clientID, clockOf(doc)]
  const blanks = put(passage, copying, from)
  return blanks && { at: copying.at, client, from, end: clockOf(doc), blanks }
}

/** Clocks of the blanks; undefined where there is no place. */
function put(
  passage: Passage,
  { draft, order, groupId, nuance }: Copying,
  from: number,
): number[] | undefined {
  if (nuance !== undefined || passage.kind === 'nuance') {
    const own = passage.kind === 'nuance' ? passage : undefined
    const type = nuance ?? own?.type ?? 'nuance'
    return putNuance(draft, {
      id: nuanceIdOf(passage.id),
      type,
      groupId: own?.groupId ?? groupId,
      text: passage.text,
    })
  }
  if (passage.kind === 'country') return putCountry(draft, passage, from)
  const section = sectionOf(draft, passage.section)
  return section && putSentence(section, passage, placeInJoint(section, passage, order))
}

interface NewNuance {
  readonly id: string
  readonly type: NuanceType
  readonly groupId: string | null
  readonly text: string
}

/** One that stayed from an earlier time has other people's words in it, and stays as it is. */
function putNuance(draft: DraftMap, { id, ...nuance }: NewNuance): number[] | undefined {
  const nuances = draft.get('nuances')
  if (!(nuances instanceof Y.Map)) return undefined
  if (!nuances.has(id)) addNuance(draft, nuance, id)
  return []
}

function putCountry(
  draft: DraftMap,
  { entity, text }: Extract<Passage, { kind: 'country' }>,
  from: number,
): number[] | undefined {
  const passages = draft.get('countryPassages')
  if (!(passages instanceof Y.Map)) return undefined
  if (!(passages.get(entity) instanceof Y.Text)) passages.set(entity, new Y.Text())
  const there = passages.get(entity) as Y.Text // just made sure of
  const isParted = there.length === 0 || /\s$/u.test(there.toString())
  if (!isParted) there.insert(there.length, ' ')
  const blanks = newCharacters(there, from)
  there.insert(there.length, withoutUnwantedCharacters(text))
  return blanks
}

function putSentence(section: Y.XmlFragment, passage: SentencePassage, place: Place): number[] {
  if (place.kind === 'inside') return writeInto(place.element, place.offset, passage)
  return writeInto(newBlock(section, passage, place), 0, passage)
}

/** Words with a blank on each side that has other words. Nothing of the neighbours' formatting is taken over. */
function writeInto(element: Y.XmlElement, offset: number, passage: SentencePassage): number[] {
  if (!textAt(element, offset)) element.insert(0, [new Y.XmlText()])
  const place = textAt(element, offset)
  const { doc } = element
  if (!place || !doc) return []
  const { words } = place
  const { text } = wordsOf(element)
  const blanks: number[] = []
  let at = place.at
  const blank = (): void => {
    const from = clockOf(doc)
    words.insert(at, ' ', {})
    blanks.push(...newCharacters(words, from))
    at += 1
  }
  if (offset > 0 && !/\s/u.test(text[offset - 1] ?? ' ')) blank()
  for (const run of passage.runs) {
    const written = withoutUnwantedCharacters(run.text).replace(/\s*\n\s*/g, ' ')
    if (written === '') continue
    words.insert(at, written, { ...marksOf(plainRun(run)), src: { ref: passage.id } })
    at += written.length
  }
  if (offset < text.length && !/\s/u.test(text[offset] ?? ' ')) blank()
  return blanks
}

const plainRun = ({ text, bold, italic, link }: SentencePassage['runs'][number]) => ({
  text,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(link === undefined ? {} : { link }),
})

/** A block of the passage's own kind beside another: an item in the list that is there, else a list of its own. */
function newBlock(
  section: Y.XmlFragment,
  { blockType, level }: SentencePassage,
  place: Exclude<Place, { kind: 'inside' }>,
): Y.XmlElement {
  const isListed = blockType === 'bullet' || blockType === 'numbered'
  if (place.kind !== 'alone' && place.joins && isListed) {
    const item = newItem({ name: listName[blockType], level }, place)
    if (item) return item
  }
  const block = { type: blockType, level: isListed ? 1 : level, runs: [] }
  const [made] = isListed ? blockElements([block]) : [textblock(block)]
  if (!made) throw new Error('no block was made')
  if (place.kind === 'alone') section.insert(section.length, [made])
  else insertBeside(section, made, { kind: place.kind, child: ancestorIn(section, place.element) })
  return firstTextblock(made)
}

const listName = { bullet: 'bulletList', numbered: 'orderedList' } as const

interface Beside {
  readonly kind: 'after' | 'before'
  readonly child: Y.XmlElement
}

function insertBeside(parent: Y.XmlFragment, made: Y.XmlElement, { kind, child }: Beside): void {
  const at = parent.toArray().indexOf(child)
  parent.insert(at + (kind === 'after' ? 1 : 0), [made])
}

/** Deeper than its neighbour where it was deeper in its parent; undefined where the lists around are of another kind. */
function newItem(
  { name, level }: { readonly name: string; readonly level: number },
  { kind, element }: Extract<Place, { kind: 'after' | 'before' }>,
): Y.XmlElement | undefined {
  const around = ancestors(element)
  // Outermost first: the n-th is a list of level n.
  const lists = around.filter((one) => one.nodeName === 'bulletList' || one.nodeName === 'orderedList')
  const item = new Y.XmlElement('listItem')
  item.insert(0, [textblock({ type: 'paragraph', level: 0, runs: [] })])
  const holder = around.at(-1)
  if (kind === 'after' && level > lists.length && holder?.nodeName === 'listItem') {
    deeperList(holder, name).insert(0, [item])
    return firstTextblock(item)
  }
  const list = lists.slice(0, Math.max(1, level)).findLast((one) => one.nodeName === name)
  if (!list) return undefined
  insertBeside(list, item, { kind, child: ancestorIn(list, element) })
  return firstTextblock(item)
}

/** The list within an item, or a new one. */
function deeperList(item: Y.XmlElement, name: string): Y.XmlElement {
  const there = item
    .toArray()
    .find((one): one is Y.XmlElement => one instanceof Y.XmlElement && one.nodeName === name)
  if (there) return there
  const list = new Y.XmlElement(name)
  if (name === 'orderedList') list.setAttribute('start', 1 as unknown as string) // Yjs keeps any JSON value; its type says string
  item.insert(item.length, [list])
  return list
}

/** Elements around one, outermost first. */
function ancestors(element: Y.XmlElement): Y.XmlElement[] {
  const found: Y.XmlElement[] = []
  for (let at: unknown = element.parent; at instanceof Y.XmlElement; at = at.parent) found.unshift(at)
  return found
}

/** The child of `parent` that the element is, or stands in. */
function ancestorIn(parent: Y.XmlFragment, element: Y.XmlElement): Y.XmlElement {
  let at = element
  while (at.parent !== parent && at.parent instanceof Y.XmlElement) at = at.parent
  return at
}

function firstTextblock(element: Y.XmlElement): Y.XmlElement {
  const first = element.toArray()[0]
  return first instanceof Y.XmlElement ? firstTextblock(first) : element
}
