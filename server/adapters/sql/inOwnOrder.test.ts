// What was written later stands later, whatever the clock said.
import { expect, test } from 'vitest'
import { inOwnOrder } from '#server/adapters/sql/inOwnOrder.ts'

const row = (subject: string, place: number) => ({ subject, place })
const ordered = (rows: readonly ReturnType<typeof row>[]) =>
  inOwnOrder(
    rows,
    ({ subject }) => subject,
    ({ place }) => place,
  )

test('after a clock that went back the correction still comes after what it corrects', () => {
  expect(ordered([row('a', 2), row('b', 1), row('a', 1), row('a', 3)])).toEqual([
    row('a', 1),
    row('b', 1),
    row('a', 2),
    row('a', 3),
  ])
})

test('what is in order stays as it is', () => {
  const rows = [row('a', 1), row('b', 1), row('a', 2), row('b', 2)]
  expect(ordered(rows)).toEqual(rows)
  expect(ordered([])).toEqual([])
})
