// The order of rows on the screen, held still for somebody who is typing in one of them.

/** A group of rows; rows are ids. */
export interface LayoutGroup {
  readonly id: string
  readonly rows: readonly string[]
}

/**
 * While somebody types in a row, moving it in the page would end the word a phone keyboard composes and lose the caret.
 * So rows that were there keep group and order, rows that are gone go, and new rows come in after the row they follow.
 */
export function heldLayout(
  shown: readonly LayoutGroup[],
  next: readonly LayoutGroup[],
): readonly LayoutGroup[] {
  const exists = new Set(next.flatMap((group) => group.rows))
  const known = new Set(shown.flatMap((group) => group.rows))
  const held = shown.map((group) => ({ id: group.id, rows: group.rows.filter((row) => exists.has(row)) }))
  for (const [index, group] of next.entries()) {
    let target = held.find((h) => h.id === group.id)
    if (!target) {
      target = { id: group.id, rows: [] }
      held.splice(index, 0, target)
    }
    for (const [at, row] of group.rows.entries()) {
      if (known.has(row)) continue
      const before = target.rows.indexOf(group.rows[at - 1] ?? '')
      target.rows.splice(before < 0 ? (at === 0 ? 0 : target.rows.length) : before + 1, 0, row)
    }
  }
  const nextIds = new Set(next.map((group) => group.id))
  return held.filter((group) => group.rows.length > 0 || nextIds.has(group.id))
}
