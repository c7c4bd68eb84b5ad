// Rows hold still while somebody types in one of them.
import { expect, test } from 'vitest'
import { heldLayout } from './settledLayout.ts'

const shown = [
  { id: 'a', rows: ['1', '2', '3'] },
  { id: 'b', rows: ['4'] },
]

test('rows that others moved stay where they were', () => {
  expect(
    heldLayout(shown, [
      { id: 'a', rows: ['3', '1'] },
      { id: 'b', rows: ['2', '4'] },
    ]),
  ).toEqual(shown)
})

test('rows that are gone go, and an emptied group that is gone goes with them', () => {
  expect(heldLayout(shown, [{ id: 'a', rows: ['1', '3'] }])).toEqual([{ id: 'a', rows: ['1', '3'] }])
})

test('new rows come in after the row they follow, new groups at their place', () => {
  const next = [
    { id: 'new', rows: ['7'] },
    { id: 'a', rows: ['9', '1', '5', '2', '3'] },
    { id: 'b', rows: ['4', '6'] },
  ]
  expect(heldLayout(shown, next)).toEqual([
    { id: 'new', rows: ['7'] },
    { id: 'a', rows: ['9', '1', '5', '2', '3'] },
    { id: 'b', rows: ['4', '6'] },
  ])
})
