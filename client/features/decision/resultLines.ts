// A closed decision as lines to draw or to read: for each item its words and its numbers, the strongest first, zeros kept.
import { degrees } from '#shared/decision/gradient.ts'
import type { PastDecision } from '#shared/decision/pastDecision.ts'

export interface ResultBar {
  readonly shape: 'plus' | 'minus' | 'choice' | 'rank' | 'd1' | 'd2' | 'd3' | 'd4' | 'd5'
  /** 0 to 1, of the longest bar of the decision. */
  readonly share: number
  readonly count: number
}

export interface ResultLine {
  readonly itemId: string
  readonly text: string
  readonly bars: readonly ResultBar[]
  /** 1 for the first; null where nothing is ranked. */
  readonly rank: number | null
  readonly isShared: boolean
}

type Weighed = ResultLine & { readonly weight: number }

/** Empty for a consent, whose voices are shown instead. */
export function resultLines({ items, outcome }: PastDecision): readonly ResultLine[] {
  const line = (place: number, bars: readonly Omit<ResultBar, 'share'>[], weight: number): Weighed => ({
    ...{
      itemId: items[place]?.id ?? '',
      text: items[place]?.text ?? '',
      weight,
      rank: null,
      isShared: false,
    },
    bars: bars.map((bar) => ({ ...bar, share: 0 })),
  })
  switch (outcome.kind) {
    case 'dots':
      return drawn(
        outcome.totals.map(({ plus, minus }, place) =>
          line(
            place,
            [
              { shape: 'plus', count: plus },
              ...(outcome.minus ? [{ shape: 'minus' as const, count: minus }] : []),
            ],
            plus - minus,
          ),
        ),
      )
    case 'poll':
      return drawn(outcome.totals.map((count, place) => line(place, [{ shape: 'choice', count }], count)))
    case 'gradient':
      // In the order of the question: degrees are not summed into a winner.
      return drawn(
        outcome.totals.map((counts, place) =>
          line(
            place,
            degrees.map((degree) => ({ shape: `d${degree}` as const, count: counts[degree - 1] ?? 0 })),
            0,
          ),
        ),
      )
    case 'ranking':
      return drawn(
        outcome.totals.map(({ points, rank }, place) => ({
          ...line(place, [{ shape: 'rank', count: points }], points),
          rank,
          isShared: outcome.totals.filter((other) => other.rank === rank).length > 1,
        })),
      )
    case 'consent':
      return []
  }
}

function drawn(lines: readonly Weighed[]): readonly ResultLine[] {
  const longest = Math.max(1, ...lines.flatMap(({ bars }) => bars.map(({ count }) => count)))
  return [...lines]
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _weight, ...rest }) => ({
      ...rest,
      bars: rest.bars.map((bar) => ({ ...bar, share: bar.count / longest })),
    }))
}
