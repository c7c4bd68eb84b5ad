// The words that make two texts close, and those that each says alone: what people are shown instead of a figure.
import type { Described } from '#shared/similar/describeText.ts'
import { saysLittle } from '#shared/similar/littleWords.ts'

export interface CloseWords {
  readonly shared: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

const most = { shared: 4, alone: 3 } as const

/** Words of a title say most of what a text is about. */
const titleCounts = 2.5

/** The rarest, most repeated and those of the titles first. Words that both say as one thing stand together: « comité local ». */
export function closeWords(mine: Described, theirs: Described, rarity: (stem: string) => number): CloseWords {
  const tells = ({ counts, inTitle }: Described, stem: string): number =>
    (1 + Math.log(counts.get(stem) ?? 1)) * (inTitle.has(stem) ? titleCounts : 1)
  const sorted = (stems: readonly string[], telling: (stem: string) => number): string[] =>
    stems
      .filter((stem) => rarity(stem) > 0 && !saysLittle(stem))
      .map((stem) => ({ stem, told: telling(stem) }))
      .sort((a, b) => b.told - a.told || (a.stem < b.stem ? -1 : 1))
      .map(({ stem }) => stem)
  const shared = sorted(
    [...mine.counts.keys()].filter((stem) => theirs.counts.has(stem)),
    (stem) => rarity(stem) * tells(mine, stem) * tells(theirs, stem),
  )
  const alone = (one: Described, other: Described): string[] =>
    sorted(
      [...one.counts.keys()].filter((stem) => !other.counts.has(stem)),
      (stem) => rarity(stem) * tells(one, stem),
    )
      .slice(0, most.alone)
      .map((stem) => one.shown.get(stem) ?? stem)
  return {
    shared: together(shared, mine, theirs).slice(0, most.shared),
    mine: alone(mine, theirs),
    theirs: alone(theirs, mine),
  }
}

function together(stems: readonly string[], mine: Described, theirs: Described): string[] {
  const said = new Set<string>()
  return stems.flatMap((stem): string[] => {
    if (said.has(stem)) return []
    const pair = stems
      .filter((other) => other !== stem && !said.has(other))
      .flatMap((other) => [
        { key: `${stem} ${other}`, other },
        { key: `${other} ${stem}`, other },
      ])
      .find(({ key }) => mine.pairs.has(key) && theirs.pairs.has(key))
    said.add(stem)
    if (pair) said.add(pair.other)
    return [(pair && mine.pairs.get(pair.key)) ?? mine.shown.get(stem) ?? stem]
  })
}
