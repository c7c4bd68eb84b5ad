// The drafts of a space as lines of a list, read again only where something changed.
import type * as Y from 'yjs'
import { liveReading, type Reading } from '#client/features/list/liveReading.ts'
import { excerpt } from '#client/features/list/spokenWords.ts'
import { blockText, draftsOf, plainSection, readDraft } from '#shared/draft/draftModel.ts'
import { type DraftStatus, sections } from '#shared/draft/vocabulary.ts'

export interface DraftLine {
  readonly id: string
  readonly spaceId: string
  readonly code: string
  readonly status: DraftStatus
  readonly title: string
  /** Its first words: of the proposition, else the summary, else the *constat*. */
  readonly opening: string
  readonly nuances: number
  readonly order: string
  /** Milliseconds since 1970; null while it stands. */
  readonly deletedAt: number | null
  /** Everything it says, for finding. */
  readonly words: string
}

export interface DraftLines {
  readonly byId: ReadonlyMap<string, DraftLine>
  /** In the order of the list. */
  readonly standing: readonly DraftLine[]
  /** Last deleted first. */
  readonly deleted: readonly DraftLine[]
}

/** Characters of the opening: three lines of the panel. */
const openingLength = 120

export function readDraftLine(spaceId: string, id: string, map: unknown): DraftLine | undefined {
  const draft = readDraft(id, map)
  if (!draft) return undefined
  const { proposition, constat, moyens } = draft.sections
  const firstWords = (blocks: typeof proposition): string =>
    blocks.map(blockText).find((text) => text.trim() !== '') ?? ''
  const nuances = draft.nuances.map(({ text }) => text)
  return {
    id,
    spaceId,
    code: draft.code,
    status: draft.status,
    title: draft.title,
    opening: excerpt(
      firstWords(proposition) || draft.summary || firstWords(constat) || firstWords(moyens),
      openingLength,
    ),
    nuances: nuances.length,
    order: draft.order,
    deletedAt: draft.deletedAt,
    words: [
      draft.code,
      draft.title,
      draft.summary,
      ...sections.map((name) => plainSection(draft.sections[name])),
      ...nuances,
    ].join('\n'),
  }
}

/** Equal keys (two people added at once) are told apart by id, the same way on every screen. */
export const byOrder = (a: Pick<DraftLine, 'order' | 'id'>, b: Pick<DraftLine, 'order' | 'id'>): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1

export function draftLinesOf(doc: Y.Doc, spaceId: string): Reading<DraftLines> {
  const drafts = draftsOf(doc)
  return liveReading<DraftLines>(drafts, (changed, last) => {
    const byId = new Map(last?.byId)
    let different = last === undefined
    for (const id of changed ?? new Set([...byId.keys(), ...drafts.keys()])) {
      const line = readDraftLine(spaceId, id, drafts.get(id))
      if (sameLine(byId.get(id), line)) continue
      different = true
      if (line) byId.set(id, line)
      else byId.delete(id)
    }
    if (!different && last) return last
    const lines = [...byId.values()]
    return {
      byId,
      standing: lines.filter((line) => line.deletedAt === null).sort(byOrder),
      deleted: lines
        .filter((line) => line.deletedAt !== null)
        .sort((a, b) => Number(b.deletedAt) - Number(a.deletedAt)),
    }
  })
}

const sameLine = (a: DraftLine | undefined, b: DraftLine | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    (Object.keys(b) as (keyof DraftLine)[]).every((key) => a[key] === b[key])) // keys of that very object
