// Rows in the order of their clocks, but those of one subject in the order in which they were written: a clock may go back.

/**
 * `rows` come by time. Each subject's rows keep the positions they have in the list, filled by rising `place`: between
 * subjects time decides, within one the count that the store itself gave.
 */
export function inOwnOrder<Row>(
  rows: readonly Row[],
  subjectOf: (row: Row) => string,
  placeOf: (row: Row) => number,
): readonly Row[] {
  const bySubject = new Map<string, Row[]>()
  for (const row of rows) {
    const known = bySubject.get(subjectOf(row))
    if (known) known.push(row)
    else bySubject.set(subjectOf(row), [row])
  }
  for (const own of bySubject.values()) own.sort((a, b) => placeOf(a) - placeOf(b))
  return rows.flatMap((row) => bySubject.get(subjectOf(row))?.shift() ?? [])
}
