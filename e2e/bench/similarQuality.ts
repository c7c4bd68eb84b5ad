// How well close texts are found, measured on pairs that people judged: of any cycle file and any file of pairs in the demo's form.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ComparedText, describeText } from '#shared/similar/describeText.ts'
import { type CloseText, shownAtMost, similarIndex } from '#shared/similar/similarIndex.ts'

export interface JudgedPair {
  readonly id: string
  readonly a: string
  readonly b: string
  /** 3 the same proposal, 2 close, 1 related, 0 only the words are the same. */
  readonly grade: number
  readonly lexicalOverlap: string
}

export interface Judged {
  readonly pairs: readonly JudgedPair[]
  /** Drafts, then recommendations: each is compared with its own kind. */
  readonly kinds: readonly (readonly ComparedText[])[]
  readonly background: readonly ComparedText[]
  /** Recommendation -> the drafts that it grew from, as its provenance says. */
  readonly grewFrom: ReadonlyMap<string, readonly string[]>
}

const demo = join(import.meta.dirname, '..', '..', 'server', 'features', 'demo', 'data')
export const demoFiles = {
  cycle: join(demo, 'cycle-2019-2020.json'),
  pairs: join(import.meta.dirname, 'similar-pairs.json'),
} as const

interface CycleTexts {
  readonly drafts: readonly { id: string; title: string; text: string }[]
  readonly recommendations: readonly {
    id: string
    title: string
    summary: string
    proposition: string
    provenance?: readonly { draftId: string }[]
  }[]
  readonly contextCards?: readonly { id: string; title: string; text: string }[]
}

/** Drafts by title and text, recommendations by title, summary and proposition: as the demo's README asks. */
export function readJudged(files: { readonly cycle: string; readonly pairs: string } = demoFiles): Judged {
  const cycle = JSON.parse(readFileSync(files.cycle, 'utf8')) as CycleTexts // the demo's own form, checked by its validator
  const judged = JSON.parse(readFileSync(files.pairs, 'utf8')) as Record<
    'pairs' | 'hardNegatives',
    readonly JudgedPair[]
  > // the same
  const byText = ({ id, title, text }: { id: string; title: string; text: string }): ComparedText => ({
    ...{ id, title, body: text },
  })
  return {
    pairs: [...judged.pairs, ...judged.hardNegatives],
    kinds: [
      cycle.drafts.map(byText),
      cycle.recommendations.map(({ id, title, summary, proposition }) => ({
        ...{ id, title, body: `${summary}\n${proposition}` },
      })),
    ],
    background: (cycle.contextCards ?? []).map(byText),
    grewFrom: new Map(
      cycle.recommendations.map(({ id, provenance = [] }) => [id, provenance.map(({ draftId }) => draftId)]),
    ),
  }
}

/** Text -> every other of its kind, best first. */
export type Ranked = ReadonlyMap<string, readonly CloseText[]>

export function rankAll({ kinds, background }: Pick<Judged, 'kinds' | 'background'>): Ranked {
  const around = background.map(describeText)
  const all = { most: Number.POSITIVE_INFINITY, from: Number.NEGATIVE_INFINITY }
  return new Map(
    kinds.flatMap((kind) => {
      const texts = kind.map(describeText)
      const index = similarIndex(texts, around)
      return texts.map((text): [string, readonly CloseText[]] => [text.id, index.closeTo(text, all)])
    }),
  )
}

/** Found, of how many. */
export type Share = readonly [number, number]

export interface Figures {
  /** Texts with a grade-3 partner that is among their first three and shown. */
  readonly same: Share
  /** The same, whether it is shown or not. */
  readonly sameRanked: Share
  /** Pairs that are shown with one of their two texts, or with both. */
  readonly close: Share
  readonly related: Share
  readonly hard: Share
  /** Of grades 2 and 3, those that share few words. */
  readonly fewWords: Share
}

export function figuresOf(ranked: Ranked, pairs: readonly JudgedPair[], from: number): Figures {
  const among = (of: string, other: string, least: number): boolean =>
    (ranked.get(of) ?? [])
      .slice(0, shownAtMost)
      .some(({ id, standsOut }) => id === other && standsOut >= least)
  const share = (of: readonly JudgedPair[]): Share => [
    of.filter(({ a, b }) => among(a, b, from) || among(b, a, from)).length,
    of.length,
  ]
  const partners = new Map<string, string[]>()
  for (const { a, b, grade } of pairs)
    if (grade === 3)
      for (const [of, other] of [
        [a, b],
        [b, a],
      ] as const)
        partners.set(of, [...(partners.get(of) ?? []), other])
  const found = (least: number): Share => [
    [...partners].filter(([of, others]) => others.some((other) => among(of, other, least))).length,
    partners.size,
  ]
  const graded = (grade: number): readonly JudgedPair[] => pairs.filter((pair) => pair.grade === grade)
  return {
    same: found(from),
    sameRanked: found(Number.NEGATIVE_INFINITY),
    close: share(graded(2)),
    related: share(graded(1)),
    hard: share(graded(0)),
    fewWords: share(pairs.filter(({ grade, lexicalOverlap }) => grade >= 2 && lexicalOverlap === 'low')),
  }
}

/** Drafts whose recommendation is shown among the first three: nobody chose these pairs for their words. */
export function foundAgain({ kinds, background, grewFrom }: Judged): Share {
  const [drafts = [], recommendations = []] = kinds
  const index = similarIndex(recommendations.map(describeText), background.map(describeText))
  const asked = drafts.filter(({ id }) => [...grewFrom.values()].some((from) => from.includes(id)))
  const found = asked.filter((draft) =>
    index.closeTo(describeText(draft)).some(({ id }) => grewFrom.get(id)?.includes(draft.id)),
  )
  return [found.length, asked.length]
}
