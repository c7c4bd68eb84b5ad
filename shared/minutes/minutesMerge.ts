// Brings newly written minutes into those that people have edited: nobody's edit is ever overwritten.
import type { MinutesBlock } from '#shared/minutes/minutesBlocks.ts'

/** A block as it stands in the minutes now. `key` is unknown for what people added. */
export interface StandingBlock {
  readonly text: string
  readonly key?: string
}

export type MergedBlock =
  /** Stays as it stands, at this place of the old minutes. */
  { readonly kind: 'kept'; readonly at: number } | { readonly kind: 'written'; readonly block: MinutesBlock }

/**
 * [M3] A block whose words are no longer those that were written for it is a person's: it stays, and what would be written in its
 * place now is left out; a block that a person deleted stays deleted. [M4] What people added stays behind the block that it
 * stands behind. [M5] New blocks come behind the one that precedes them in the new minutes.
 */
export function mergeMinutes(
  standing: readonly StandingBlock[],
  written: readonly MinutesBlock[],
  fresh: readonly MinutesBlock[],
): MergedBlock[] {
  const lastWords = new Map(written.map(({ key, text }) => [key, text]))
  const isUntouched = ({ key, text }: StandingBlock): boolean =>
    key !== undefined && lastWords.get(key) === text
  const freshByKey = new Map(fresh.map((block) => [block.key, block]))
  const present = new Set(standing.flatMap(({ key }) => key ?? []))
  const merged: Placed[] = standing.flatMap((block, at): Placed[] => {
    // An edited block that would no longer be written is a person's own, like what they added.
    const key = block.key !== undefined && freshByKey.has(block.key) ? block.key : undefined
    if (!isUntouched(block)) return [{ merged: { kind: 'kept', at }, key }]
    const next = block.key === undefined ? undefined : freshByKey.get(block.key)
    return next ? [{ merged: { kind: 'written', block: next }, key: next.key }] : []
  })
  let before: string | undefined
  for (const block of fresh) {
    const isNew = !present.has(block.key) && !lastWords.has(block.key)
    if (isNew) {
      const after = before === undefined ? -1 : merged.findIndex(({ key }) => key === before)
      merged.splice(placeBehind(merged, after), 0, { merged: { kind: 'written', block }, key: block.key })
    }
    if (isNew || present.has(block.key)) before = block.key
  }
  return merged.map((one) => one.merged)
}

interface Placed {
  readonly merged: MergedBlock
  /** Undefined for what people added. */
  readonly key: string | undefined
}

/** Behind a block and what people added behind it. */
function placeBehind(merged: readonly Placed[], at: number): number {
  let place = at + 1
  while (at >= 0 && place < merged.length && merged[place]?.key === undefined) place += 1
  return place
}
