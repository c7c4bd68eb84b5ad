// A plan of sittings that fits the hours that volunteers have: what is agreed on together first, then what needs talking about.

export interface ToSit {
  readonly id: string
  /** Kept together where possible. */
  readonly themeId: string
  /** Of reading. */
  readonly minutes: number
  /** How far the avis lie apart, 0 (all agree) to 1. */
  readonly divergence: number
  /** In the block that one vote settles. */
  readonly inBlock: boolean
}

export interface PlannedSitting {
  readonly minutes: number
  readonly items: readonly { readonly id: string; readonly minutes: number }[]
}

/** Minutes of the vote on a block, whatever its length. */
export const blockMinutes = 10
/** Minutes of talk: at least, and more the farther the avis lie apart. */
const talk = { least: 3, most: 12 } as const

/** [S1] In a sitting each text takes a third of its reading, and from three to twelve minutes of talk; in the block nothing of its own. */
export const minutesInSitting = ({ divergence, inBlock, minutes }: ToSit): number =>
  inBlock ? 0 : Math.ceil(minutes / 3) + Math.round(talk.least + divergence * (talk.most - talk.least))

/**
 * [S2] The block comes first, in the first sitting. [S3] Then theme by theme, in the document's order; a sitting ends before the text that
 * would make it too long, unless that is its only one. [S4] Every text stands in exactly one sitting.
 */
export function planSittings(items: readonly ToSit[], length: number): readonly PlannedSitting[] {
  const block = items.filter(({ inBlock }) => inBlock)
  const themes = [...new Set(items.map(({ themeId }) => themeId))]
  const others = themes.flatMap((theme) => items.filter((one) => !one.inBlock && one.themeId === theme))
  const sittings: { minutes: number; items: { id: string; minutes: number }[] }[] = []
  if (block.length > 0)
    sittings.push({ minutes: blockMinutes, items: block.map(({ id }) => ({ id, minutes: 0 })) })
  for (const one of others) {
    const minutes = minutesInSitting(one)
    const last = sittings.at(-1)
    if (last && last.minutes + minutes <= length) {
      last.minutes += minutes
      last.items.push({ id: one.id, minutes })
    } else sittings.push({ minutes, items: [{ id: one.id, minutes }] })
  }
  return sittings
}

/** [S5] Nobody said anything yet: half. Else the share of avis that ask to talk. */
export const divergenceOf = (avis: readonly ('agree' | 'discuss' | 'conflict')[]): number =>
  avis.length === 0 ? 0.5 : avis.filter((one) => one === 'discuss').length / avis.length

export interface GivenAvis {
  readonly avis: 'agree' | 'discuss' | 'conflict'
  /** The version that was read. */
  readonly version: number
}

/** [S7] An avis is about the words that were read: of changed words it says nothing. An interest of one's own outlives every change. */
export const holdsOn = ({ avis, version }: GivenAvis, standing: number): boolean =>
  version === standing || avis === 'conflict'

/** [S6] A block takes what everybody who gave an avis agrees on: one conflict of interest, or one wish to talk, keeps it out. */
export const isUnanimous = (avis: readonly ('agree' | 'discuss' | 'conflict')[]): boolean =>
  avis.length > 0 && avis.every((one) => one === 'agree')
