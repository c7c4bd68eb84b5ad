// Cuts a draft into passages at the moment it is brought into a merge; what stayed the same since keeps its number.
import type { ReadBlock, ReadDraft, ReadRun } from '#shared/draft/draftModel.ts'
import { blockText } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { type Section, sections } from '#shared/draft/vocabulary.ts'
import type { FrozenParent, Passage, SentencePassage } from '#shared/merge/frozenParent.ts'
import { sentencesOf } from '#shared/merge/sentences.ts'

export interface Freezing {
  /** `<mergeId short>.<k>`: passage ids begin with it. */
  readonly key: string
  readonly spaceId: string
  readonly groupId: string | null
  /** Milliseconds since 1970, server clock. */
  readonly now: number
  /** The same parent as it was frozen before. */
  readonly before?: FrozenParent | undefined
}

type Unnumbered<P> = P extends unknown ? Omit<P, 'id'> : never
type NewPassage = Unnumbered<Passage>

export function freezeParent(draft: ReadDraft, about: Freezing): FrozenParent {
  const found: NewPassage[] = [
    ...sections.flatMap((section) => sentencePassages(section, draft.sections[section])),
    ...Object.entries(draft.countryPassages)
      .filter(([, text]) => text.trim() !== '')
      .map(([entity, text]) => ({ kind: 'country' as const, entity, text })),
    ...draft.nuances
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, type, groupId, text }) => ({ kind: 'nuance' as const, nuanceId: id, type, groupId, text })),
  ]
  const { passages, nextNumber, gone } = numbered(found, about)
  return {
    key: about.key,
    spaceId: about.spaceId,
    draftId: draft.id,
    groupId: about.groupId,
    code: draft.code,
    title: draft.title,
    summary: draft.summary,
    fields: {
      kind: draft.kind,
      maturity: draft.maturity,
      scope: draft.scope,
      addressee: draft.addressee,
    },
    jurisdictions: [...draft.jurisdictions],
    contextIds: [...draft.contextIds],
    authorIds: [...draft.authorIds],
    fingerprint: fingerprint(draft),
    version: (about.before?.version ?? 0) + 1,
    frozenAt: about.now,
    nextNumber,
    passages,
    former: [...(about.before?.former ?? []), ...gone],
  }
}

const sentencePassages = (section: Section, blocks: readonly ReadBlock[]): Unnumbered<SentencePassage>[] =>
  blocks.flatMap((block, blockNumber) =>
    sentencesOf(blockText(block)).map(({ text, start, end }, sentence) => ({
      kind: 'sentence' as const,
      text,
      section,
      block: blockNumber,
      sentence,
      blockType: block.type,
      level: block.level,
      runs: runsBetween(block.runs, start, end),
    })),
  )

/** The runs of a stretch of a block; neighbours that look alike are one. */
export function runsBetween(runs: readonly ReadRun[], start: number, end: number): ReadRun[] {
  const cut: ReadRun[] = []
  let at = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += run.text.length
    if (text === '') continue
    const last = cut.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link)
      cut[cut.length - 1] = { ...last, text: last.text + text }
    else cut.push(plainRun(run, text))
  }
  return cut
}

/** Without what else a run may carry, a source mark say. */
const plainRun = ({ bold, italic, link }: ReadRun, text: string): ReadRun => ({
  text,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(link === undefined ? {} : { link }),
})

/** A passage with the same words in the same part is the same; else one with the same words anywhere: it was moved. */
function numbered(found: readonly NewPassage[], { key, before }: Freezing) {
  let nextNumber = before?.nextNumber ?? 0
  const free = new Set(before?.passages ?? [])
  const known = found.map((passage) => takeFree(free, (old) => keyOf(old) === keyOf(passage)))
  const passages = found.map((passage, place): Passage => {
    const same =
      known[place] ?? takeFree(free, (old) => old.kind === passage.kind && old.text === passage.text)
    return { ...passage, id: same?.id ?? `${key}-${nextNumber++}` }
  })
  return { passages, nextNumber, gone: [...free] }
}

function takeFree(free: Set<Passage>, isIt: (old: Passage) => boolean): Passage | undefined {
  for (const old of free)
    if (isIt(old)) {
      free.delete(old)
      return old
    }
  return undefined
}

const keyOf = (passage: NewPassage): string => {
  const part =
    passage.kind === 'sentence'
      ? passage.section
      : passage.kind === 'country'
        ? passage.entity
        : passage.nuanceId
  return `${passage.kind}:${part}:${passage.text}`
}
