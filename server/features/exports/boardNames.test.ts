// Boards of one entity are told apart.
import { expect, test } from 'vitest'
import { boardNames } from '#server/features/exports/boardNames.ts'

const entity = (id: string, name: string) => ({
  ...{ id, name, code: id, country: null, boardId: null, legalForm: null, languages: [] },
})
const board = (id: string, entityId: string, name: string) => ({ id, entityId, name, members: [] })

test('a board alone is called by its entity, several by their own names, never two alike', () => {
  const names = boardNames({
    entities: [entity('fr', 'France'), entity('be', 'Belgique')],
    boards: [board('a', 'fr', 'Conseil'), board('b', 'fr', 'Conseil'), board('c', 'be', 'Raad')],
  })
  expect([...names]).toEqual([
    ['a', 'Conseil'],
    ['b', 'Conseil (b)'],
    ['c', 'Belgique'],
  ])
})
