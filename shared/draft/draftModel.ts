// The typed view of a `drafts/<space>` document. The names of its roots and keys are known by this file alone.
import { generateKeyBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { randomId } from '#shared/contract/ids.ts'
import { blockElements, type NewBlock, textblock } from '#shared/draft/draftBlocks.ts'
import { type MergedInto, mergedIntoKey, readMergedInto } from '#shared/draft/mergedInto.ts'
import { withoutUnwantedCharacters } from '#shared/draft/plainText.ts'
import type {
  Addressee,
  DraftKind,
  DraftStatus,
  Maturity,
  NuanceType,
  Scope,
  Section,
} from '#shared/draft/vocabulary.ts'
import { sections } from '#shared/draft/vocabulary.ts'

export const draftsRoot = 'drafts'
export const draftsModelVersion = 1

/** Plain values of a draft: last writer wins, key by key. */
export interface DraftFields {
  readonly kind: DraftKind | null
  readonly maturity: Maturity | null
  readonly scope: Scope | null
  readonly addressee: Addressee | null
  readonly status: DraftStatus
  readonly outOfTheBox: boolean
  /** A short label for people, R1, R2…; empty until somebody gives one. */
  readonly code: string
  /** Fractional key among the drafts of the space. */
  readonly order: string
  /** Milliseconds since 1970, or null while the draft stands. Deleting hides, never erases. */
  readonly deletedAt: number | null
  /** The short draft of the cycle that this one elaborates. */
  readonly shortDraftId: string | null
}

export type DraftSets = 'jurisdictions' | 'contextIds' | 'authorIds'

const fieldDefaults: DraftFields = {
  kind: null,
  maturity: null,
  scope: null,
  addressee: null,
  status: 'writing',
  outOfTheBox: false,
  code: '',
  order: 'a0',
  deletedAt: null,
  shortDraftId: null,
}

/** Keys of a draft's map, by what they hold: the server's gate refuses every other key and every other type. */
export const draftKeys = {
  texts: ['title', 'summary'],
  fragments: sections,
  values: Object.keys(fieldDefaults) as readonly (keyof DraftFields)[], // the keys of a literal of that type
  /** Y.Map<id, true>: two people may add and remove members at once. */
  sets: ['jurisdictions', 'contextIds', 'authorIds'],
  /** Y.Map<id, Y.Map>. */
  maps: ['nuances', 'questions'],
  /** Y.Map<entity code, Y.Text>: passages that hold in one country only. */
  passages: 'countryPassages',
  /** Y.Map<`<room id>:<note record id>`, the note's words when it became a draft>. */
  sources: 'sources',
} as const

export type DraftMap = Y.Map<unknown>

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Yjs types are invariant in their events, and type those of `changed` so
export type SharedType = Y.AbstractType<any>

export interface NewDraft {
  readonly id?: string
  readonly title: string
  readonly summary?: string
  /** A string is a paragraph; other blocks as they are read. */
  readonly constat?: readonly NewBlock[]
  readonly proposition?: readonly NewBlock[]
  readonly moyens?: readonly NewBlock[]
  readonly fields?: Partial<DraftFields>
  readonly jurisdictions?: readonly string[]
  readonly contextIds?: readonly string[]
  readonly authorIds?: readonly string[]
  readonly countryPassages?: Readonly<Record<string, string>>
  readonly nuances?: readonly {
    readonly type: NuanceType
    readonly text: string
    readonly groupId: string | null
  }[]
  readonly questions?: readonly string[]
  readonly sources?: Readonly<Record<string, string>>
}

export const draftsOf = (doc: Y.Doc): Y.Map<DraftMap> => doc.getMap<DraftMap>(draftsRoot)

const text = (content = ''): Y.Text => new Y.Text(withoutUnwantedCharacters(content))

/** A paragraph, ready to be typed in by several people at once. */
export const paragraph = (content = ''): Y.XmlElement =>
  textblock({ type: 'paragraph', level: 0, runs: [{ text: content }] })

function fragment(blocks: readonly NewBlock[] = []): Y.XmlFragment {
  const made = new Y.XmlFragment()
  made.insert(0, blockElements(blocks))
  return made
}

const setOf = (ids: readonly string[] = []): Y.Map<true> => new Y.Map(ids.map((id) => [id, true as const]))

export function addNuance(
  draft: DraftMap,
  nuance: { type: NuanceType; text: string; groupId: string | null },
  id = randomId(),
): string {
  const entry = { type: nuance.type, groupId: nuance.groupId, text: text(nuance.text) }
  return addOrdered(draft.get('nuances') as Y.Map<Y.Map<unknown>>, entry, id)
}

/** Whether a nuance of this id was ever there, removed since or not. */
export const nuanceExisted = (draft: DraftMap, id: string): boolean =>
  (draft.get('nuances') as Y.Map<unknown>)._map.has(id)

export function addQuestion(draft: DraftMap, question: string): string {
  return addOrdered(draft.get('questions') as Y.Map<Y.Map<unknown>>, { text: text(question) })
}

function addOrdered(map: Y.Map<Y.Map<unknown>>, entry: Record<string, unknown>, id = randomId()): string {
  const last = [...map.values()]
    .map((e) => String(e.get('order') ?? ''))
    .sort()
    .at(-1)
  map.set(id, new Y.Map(Object.entries({ ...entry, order: generateKeyBetween(last || null, null) })))
  return id
}

/** The key that puts something after the last standing draft. */
export function orderAtEnd(doc: Y.Doc): string {
  const last = [...draftsOf(doc).values()]
    .map((d) => String(d.get('order') ?? ''))
    .filter(Boolean)
    .sort()
    .at(-1)
  return generateKeyBetween(last ?? null, null)
}

/**
 * With a text, empty or not, for the passage of each entity, by its code: two people who begin the same passage at once then
 * write in one text, where of two texts put in the same place one would be lost.
 */
export const withEveryPassage = (draft: NewDraft, entities: readonly string[]): NewDraft => ({
  ...draft,
  countryPassages: { ...Object.fromEntries(entities.map((code) => [code, ''])), ...draft.countryPassages },
})

/** Makes a draft with everything it will ever need, in one transaction. Only a title is needed to begin. */
export function createDraft(doc: Y.Doc, draft: NewDraft, origin?: unknown): string {
  const id = draft.id ?? randomId()
  doc.transact(() => {
    const map: DraftMap = new Y.Map()
    const fields: DraftFields = { ...fieldDefaults, order: orderAtEnd(doc), ...draft.fields }
    for (const [key, value] of Object.entries(fields)) map.set(key, value)
    map.set('title', text(draft.title))
    map.set('summary', text(draft.summary))
    for (const section of sections) map.set(section, fragment(draft[section]))
    map.set('jurisdictions', setOf(draft.jurisdictions))
    map.set('contextIds', setOf(draft.contextIds))
    map.set('authorIds', setOf(draft.authorIds))
    map.set(
      'countryPassages',
      new Y.Map(Object.entries(draft.countryPassages ?? {}).map(([code, passage]) => [code, text(passage)])),
    )
    map.set('nuances', new Y.Map())
    map.set('questions', new Y.Map())
    map.set('sources', new Y.Map(Object.entries(draft.sources ?? {})))
    draftsOf(doc).set(id, map)
    for (const nuance of draft.nuances ?? []) addNuance(map, nuance)
    for (const question of draft.questions ?? []) addQuestion(map, question)
  }, origin)
  return id
}

export interface ReadNuance {
  readonly id: string
  readonly type: NuanceType
  readonly groupId: string | null
  readonly text: string
}

/** A draft as plain data: for lists, search, export, fingerprints and screen readers. */
export interface ReadDraft extends DraftFields {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly sections: Readonly<Record<Section, readonly ReadBlock[]>>
  readonly jurisdictions: readonly string[]
  readonly contextIds: readonly string[]
  readonly authorIds: readonly string[]
  readonly countryPassages: Readonly<Record<string, string>>
  readonly nuances: readonly ReadNuance[]
  readonly questions: readonly { readonly id: string; readonly text: string }[]
  readonly sources: Readonly<Record<string, string>>
  /** Where it went when it was merged; absent of a draft that stands alone. */
  readonly mergedInto?: MergedInto
}

export interface ReadRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
}

export interface ReadBlock {
  readonly type: 'paragraph' | 'heading' | 'bullet' | 'numbered'
  /** Nesting of lists and level of headings, from 1; 0 for paragraphs. */
  readonly level: number
  readonly runs: readonly ReadRun[]
}

/** Undefined when the record is not a whole draft (a poisoned or half-made one): readers skip it, nothing crashes. */
export function readDraft(id: string, draft: unknown): ReadDraft | undefined {
  if (!(draft instanceof Y.Map)) return undefined
  const title = draft.get('title')
  if (!(title instanceof Y.Text)) return undefined
  const mergedInto = readMergedInto(draft.get(mergedIntoKey))
  const fields = Object.fromEntries(
    Object.entries(fieldDefaults).map(([key, fallback]) => [key, draft.get(key) ?? fallback]),
  ) as unknown as DraftFields // every key of the literal is filled
  return {
    ...fields,
    id,
    title: title.toString(),
    summary: plain(draft.get('summary')),
    sections: {
      constat: readBlocks(draft.get('constat')),
      proposition: readBlocks(draft.get('proposition')),
      moyens: readBlocks(draft.get('moyens')),
    },
    jurisdictions: keysOf(draft.get('jurisdictions')),
    contextIds: keysOf(draft.get('contextIds')),
    authorIds: keysOf(draft.get('authorIds')),
    countryPassages: Object.fromEntries(
      entriesOf(draft.get('countryPassages')).map(([code, passage]) => [code, plain(passage)]),
    ),
    nuances: ordered(draft.get('nuances')).map(([nuanceId, n]) => ({
      id: nuanceId,
      type: (n.get('type') ?? 'nuance') as NuanceType, // the gate lets only nuance types in
      groupId: typeof n.get('groupId') === 'string' ? (n.get('groupId') as string) : null,
      text: plain(n.get('text')),
    })),
    questions: ordered(draft.get('questions')).map(([questionId, q]) => ({
      id: questionId,
      text: plain(q.get('text')),
    })),
    sources: Object.fromEntries(entriesOf(draft.get('sources')).map(([key, words]) => [key, String(words)])),
    ...(mergedInto ? { mergedInto } : {}),
  }
}

/** Standing drafts in their order; `deleted: true` gives the deleted ones instead. */
export function readDrafts(doc: Y.Doc, options: { deleted?: boolean } = {}): ReadDraft[] {
  return [...draftsOf(doc).entries()]
    .flatMap(([id, map]) => readDraft(id, map) ?? [])
    .filter((draft) => (draft.deletedAt !== null) === (options.deleted ?? false))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
}

/** Paragraphs, headings and list items as plain data, in reading order. */
export const readBlocks = (section: unknown): ReadBlock[] =>
  section instanceof Y.XmlFragment ? section.toArray().flatMap((child) => elementBlocks(child)) : []

type InList = { readonly type: 'bullet' | 'numbered'; readonly level: number }

/** The same for one element that stands in a section: a paragraph, a heading or a whole list. */
export function elementBlocks(element: unknown, list?: InList): ReadBlock[] {
  if (!(element instanceof Y.XmlElement)) return []
  const inside = (within: InList | undefined): ReadBlock[] =>
    element.toArray().flatMap((child) => elementBlocks(child, within))
  switch (element.nodeName) {
    case 'bulletList':
    case 'orderedList':
      return inside({
        type: element.nodeName === 'bulletList' ? 'bullet' : 'numbered',
        level: (list?.level ?? 0) + 1,
      })
    case 'listItem':
      return inside(list)
    case 'heading':
      return [{ type: 'heading', level: Number(element.getAttribute('level') ?? 2), runs: runsOf(element) }]
    default:
      return [{ type: list?.type ?? 'paragraph', level: list?.level ?? 0, runs: runsOf(element) }]
  }
}

function runsOf(element: Y.XmlElement): ReadRun[] {
  return element.toArray().flatMap((child): ReadRun[] => {
    if (child instanceof Y.XmlElement) return child.nodeName === 'hardBreak' ? [{ text: '\n' }] : []
    if (!(child instanceof Y.XmlText)) return []
    const delta = child.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[] // Yjs types deltas as any
    return delta.flatMap(({ insert, attributes }) => {
      if (typeof insert !== 'string' || insert === '') return []
      const link = attributes?.['link']
      const href = typeof link === 'object' && link !== null && 'href' in link ? String(link.href) : undefined
      return [
        {
          text: insert,
          ...(attributes?.['bold'] ? { bold: true as const } : {}),
          ...(attributes?.['italic'] ? { italic: true as const } : {}),
          ...(href ? { link: href } : {}),
        },
      ]
    })
  })
}

export const blockText = (block: ReadBlock): string => block.runs.map((run) => run.text).join('')
export const plainSection = (blocks: readonly ReadBlock[]): string => blocks.map(blockText).join('\n')

const plain = (value: unknown): string => (value instanceof Y.Text ? value.toString() : '')
const keysOf = (value: unknown): string[] => (value instanceof Y.Map ? [...value.keys()].sort() : [])
const entriesOf = (value: unknown): [string, unknown][] =>
  value instanceof Y.Map ? [...value.entries()].sort(([a], [b]) => (a < b ? -1 : 1)) : []
const ordered = (value: unknown): [string, Y.Map<unknown>][] =>
  entriesOf(value)
    .flatMap(([id, entry]): [string, Y.Map<unknown>][] => (entry instanceof Y.Map ? [[id, entry]] : []))
    .sort(([, a], [, b]) => (String(a.get('order')) < String(b.get('order')) ? -1 : 1))
