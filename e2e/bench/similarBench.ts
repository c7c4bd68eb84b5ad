// Close texts: how well they are found on judged pairs, and how long one draft takes against a thousand.
import type { BenchReport } from '#e2e/bench/report.ts'
import {
  type Figures,
  figuresOf,
  foundAgain,
  rankAll,
  readJudged,
  type Share,
} from '#e2e/bench/similarQuality.ts'
import { crossValidate, type Spread, seeded } from '#e2e/bench/similarSplits.ts'
import { describeText } from '#shared/similar/describeText.ts'
import { shownFrom, similarIndex } from '#shared/similar/similarIndex.ts'
import { meaningWords } from '#shared/words/meaningWords.ts'

const percent = ([found, of]: Share): string =>
  of === 0 ? '–' : `${found} of ${of} (${Math.round((100 * found) / of)} %)`

const spread = ({ mean, deviation }: Spread): string =>
  `${(100 * mean).toFixed(0)} % ± ${(100 * deviation).toFixed(0)}`

/** `files`: another cycle and other pairs in the demo's form. */
export function similarBench(files?: { readonly cycle: string; readonly pairs: string }): BenchReport {
  const judged = readJudged(files)
  const ranked = rankAll(judged)
  const { pairs } = judged
  const row = (name: string, of: typeof pairs, by = ranked): string[] => {
    const figures: Figures = figuresOf(by, of, shownFrom)
    const { same, sameRanked, hard, close, related, fewWords } = figures
    return [name, ...[same, sameRanked, hard, close, related, fewWords].map(percent)]
  }
  const crossed = crossValidate(ranked, pairs)
  const times = timed()
  return {
    title: 'Close texts',
    about:
      'Judged pairs of the demo (grade 3: among the first three of its kind and shown; others: shown with either text), and one draft against 1,000.',
    columns: ['pairs', 'same (3)', 'same, unshown too', 'hard (0)', 'close (2)', 'related (1)', 'few words'],
    rows: [
      row('all', pairs),
      row('without context cards', pairs, rankAll({ ...judged, background: [] })),
      row(
        'odd half',
        pairs.filter((_, at) => at % 2 === 0),
      ),
      row(
        'even half',
        pairs.filter((_, at) => at % 2 === 1),
      ),
      row(
        'drafts',
        pairs.filter(({ a }) => judged.kinds[0]?.some(({ id }) => id === a)),
      ),
      row(
        'recommendations',
        pairs.filter(({ a }) => judged.kinds[1]?.some(({ id }) => id === a)),
      ),
    ],
    notes: [
      `Drafts whose recommendation (by its provenance, not judged by words) is shown among the first three: ${percent(foundAgain(judged))}.`,
      `Threshold chosen on one random half of the pairs and measured on the other, both ways, ${crossed.splits} times: ${spread(crossed.same)} of grade 3, ${spread(crossed.hard)} of the hard negatives, ${spread(crossed.fewWords)} of the pairs with few words in common; chosen between ${crossed.threshold[0].toFixed(1)} and ${crossed.threshold[1].toFixed(1)}, shipped ${shownFrom}.`,
      `One draft against 1,000: ${times.one.toFixed(2)} ms (index of 1,000 made in ${times.index.toFixed(0)} ms, once per change). A plain peer, the share of equal words with each of the 1,000, takes ${times.peer.toFixed(2)} ms: ours takes ${(times.one / times.peer).toFixed(2)} of its time. All against all: ${(times.all / 1000).toFixed(2)} s, the peer ${(times.peerAll / 1000).toFixed(2)} s.`,
    ],
  }
}

interface Times {
  readonly index: number
  readonly one: number
  readonly all: number
  readonly peer: number
  readonly peerAll: number
}

/** A thousand drafts made of the demo's sentences, mixed anew. */
function timed(): Times {
  const [drafts = []] = readJudged().kinds
  const random = seeded(11)
  const sentences = drafts.flatMap(({ body }) => body.split(/(?<=\.) /u))
  const pick = (): string => sentences[Math.floor(random() * sentences.length)] ?? ''
  const texts = Array.from({ length: 1_000 }, (_, at) => ({
    ...{ id: String(at), title: pick().slice(0, 60), body: [pick(), pick(), pick(), pick()].join(' ') },
  }))
  const described = texts.map(describeText)
  const [index, made] = clock(() => similarIndex(described))
  const asked = described.slice(0, 100)
  const every = (): void => {
    for (const text of asked) index.closeTo(text)
  }
  every() // Once before it is measured: what is usual for each text is found with the first question.
  const [, hundred] = clock(every)
  const sets = texts.map(({ title, body }) => new Set(meaningWords(`${title} ${body}`)))
  const [, plain] = clock(() => {
    for (const set of sets.slice(0, 100)) jaccardWith(set, sets)
  })
  const [, all] = clock(() => {
    for (const text of described) index.closeTo(text)
  })
  const [, peerAll] = clock(() => {
    for (const set of sets) jaccardWith(set, sets)
  })
  return { index: made, one: hundred / 100, all, peer: plain / 100, peerAll }
}

/** The three with the largest share of equal words. */
function jaccardWith(set: ReadonlySet<string>, sets: readonly ReadonlySet<string>[]): number[] {
  const shares = sets.map((other, at) => {
    let common = 0
    for (const word of set) if (other.has(word)) common += 1
    return { at, share: common / (set.size + other.size - common) }
  })
  return shares
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ at }) => at)
}

function clock<Value>(act: () => Value): readonly [Value, number] {
  const before = performance.now()
  const value = act()
  return [value, performance.now() - before]
}
