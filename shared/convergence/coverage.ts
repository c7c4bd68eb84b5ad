// What became of every handed-over text: how many are accounted for, and each one's fate, for the page and for the annex.
import { type ConvergenceState, placeOf } from '#shared/convergence/convergenceState.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'

/** `kept`: alone in one item; `split`: in several; `merged`: with others; `nuance`: joined to an item; `aside`: with a reason. */
export const fates = ['kept', 'merged', 'split', 'nuance', 'aside'] as const
export type Fate = (typeof fates)[number]

export interface Coverage {
  readonly total: number
  readonly placed: number
  readonly byFate: Readonly<Record<Fate, number>>
}

/** A handed-over text in the annex, word for word. */
export interface AnnexText {
  readonly text: HandedText
  readonly fate: Fate | null
  /** Why it was set aside; empty otherwise. */
  readonly reason: string
  /** Numbers in the document, « 2.3 ». */
  readonly numbers: readonly string[]
}

/**
 * [CV1] A text is accounted for when the words that were placed are those that are handed over now: in an item, joined to one, or set
 * aside with a reason. [CV2] Its fate follows from where it stands; nobody chooses it twice.
 */
export function fateOf(
  state: ConvergenceState,
  texts: readonly HandedText[],
  { id, fingerprint }: HandedText,
): Fate | null {
  const place = placeOf(state, id)
  if (!place || place.fingerprint !== fingerprint) return null
  if (place.aside) return 'aside'
  const own = place.into.filter(({ as }) => as === 'text')
  if (place.into.length === 0) return null
  if (own.length === 0) return 'nuance'
  if (place.into.length > 1) return 'split'
  const alone = !texts.some(
    (other) =>
      other.id !== id &&
      placeOf(state, other.id)?.into.some(({ as, itemId }) => as === 'text' && itemId === own[0]?.itemId),
  )
  return alone ? 'kept' : 'merged'
}

export function coverageOf(found: readonly (Fate | null)[]): Coverage {
  const of = (fate: Fate): number => found.filter((one) => one === fate).length
  return {
    total: found.length,
    placed: found.filter((one) => one !== null).length,
    byFate: {
      kept: of('kept'),
      merged: of('merged'),
      split: of('split'),
      nuance: of('nuance'),
      aside: of('aside'),
    },
  }
}

/** « 2.3 » of every item, by its id, in the order of the document. */
export function numbersOf({ families }: Pick<ConvergenceState, 'families'>): ReadonlyMap<string, string> {
  const filled = families.filter(({ items }) => items.length > 0)
  return new Map(
    filled.flatMap(({ items }, family) => items.map((id, at) => [id, `${family + 1}.${at + 1}`] as const)),
  )
}

/** Every handed-over text with what became of it, in the order of the lists. */
export function annexOf(state: ConvergenceState, texts: readonly HandedText[]): readonly AnnexText[] {
  const numbers = numbersOf(state)
  return texts.map((text) => {
    const place = placeOf(state, text.id)
    return {
      text,
      fate: fateOf(state, texts, text),
      reason: place?.aside?.reason ?? '',
      numbers: (place?.into ?? []).flatMap(({ itemId }) => numbers.get(itemId) ?? []),
    }
  })
}
