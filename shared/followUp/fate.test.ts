// What became of a recommendation, for any number of boards.
import { describe, expect, test } from 'vitest'
import type { Board, Decision, Entity } from '#shared/cycle/cycleFile.ts'
import { boardFates, boardsDiffer, type StandingItem, wholeFate } from '#shared/followUp/fate.ts'

const entities = ['X', 'Y', 'Z'].map((code) => ({
  id: `ent-${code}`,
  code,
  name: code,
})) as unknown as Entity[] // what the rules read
const boards = ['X', 'Y', 'Z'].map((code) => ({ id: code, entityId: `ent-${code}` })) as unknown as Board[] // as above
const recommendation = { id: 'r', jurisdictions: ['X', 'Y', 'Z'] }
const decision = (boardId: string, word: Decision['decision'], more: Partial<Decision> = {}): Decision =>
  ({
    id: `d-${boardId}-${word}`,
    boardId,
    recommendationId: 'r',
    decision: word,
    date: '2020-06-01',
    ...more,
  }) as Decision // as above
const item = (more: Partial<StandingItem> = {}): StandingItem => ({
  ...{ id: 'i', recommendationId: 'r', decisionIds: [], entityIds: [], state: 'in_progress', progress: 10 },
  ...{ start: '2020-07-01', end: '2021-01-01' },
  ...more,
})
const told = (decisions: readonly Decision[], items: readonly StandingItem[] = [], today = '2020-12-15') =>
  boardFates({ recommendation, boards, entities, decisions, items, today })
const words = (...given: Parameters<typeof told>): string[] =>
  told(...given).map(({ boardId, fate }) => `${boardId} ${fate}`)

test('[F1] each board of a jurisdiction has a line, and one that ruled all the same; nobody rules for another', () => {
  expect(words([])).toEqual(['X waiting', 'Y waiting', 'Z waiting'])
  const only = { ...recommendation, jurisdictions: ['Y'] }
  const about = { boards, entities, items: [], today: '2020-12-15' }
  expect(boardFates({ ...about, recommendation: only, decisions: [] }).map(({ boardId }) => boardId)).toEqual(
    ['Y'],
  )
  const also = boardFates({ ...about, recommendation: only, decisions: [decision('Z', 'refuse')] })
  expect(also.map(({ boardId, fate }) => [boardId, fate])).toEqual([
    ['Y', 'waiting'],
    ['Z', 'refused'],
  ])
  const nowhere = boardFates({ ...about, recommendation: { id: 'r', jurisdictions: [] }, decisions: [] })
  expect(nowhere).toHaveLength(3)
})

test('[F2] [F3] the latest verdict counts and the earlier ones stay; a day of review that has come is late', () => {
  const [first, then] = [
    decision('X', 'refuse'),
    decision('X', 'postpone', { date: '2020-07-01', postponedUntil: '2020-12-15' }),
  ]
  const [x] = told([then, first])
  expect(x).toMatchObject({ fate: 'postponed', late: true, earlier: [first], decision: then })
  expect(told([then], [], '2020-12-14')[0]?.late).toBe(false)
})

test('[F4] [F5] accepted follows the items of that board alone', () => {
  const both = [decision('X', 'accept'), decision('Y', 'reformulate'), decision('Z', 'refuse')]
  expect(words(both)).toEqual(['X not-done', 'Y not-done', 'Z refused'])
  expect(words(both, [item({ decisionIds: ['d-X-accept'] })])).toEqual([
    'X under-way',
    'Y not-done',
    'Z refused',
  ])
  expect(words(both, [item({ entityIds: ['ent-Y'], state: 'done' })])).toEqual([
    'X not-done',
    'Y done',
    'Z refused',
  ])
  expect(
    words(both, [item({ state: 'done' }), item({ id: 'j', state: 'not_started', progress: 0 })])[0],
  ).toBe('X under-way')
  expect(words(both, [item({ state: 'not_started', progress: 0 })])[0]).toBe('X not-done')
  expect(words(both, [item({ state: 'abandoned' })])[0]).toBe('X not-done')
  expect(words(both, [item({ state: 'abandoned' }), item({ id: 'j', state: 'done' })])[0]).toBe('X done')
})

test('an item is late from the day after its end until it is done or given up', () => {
  const accepted = [decision('X', 'accept')]
  const late = (more: Partial<StandingItem>, today: string): boolean | undefined =>
    told(accepted, [item(more)], today)[0]?.late
  expect(late({}, '2021-01-01')).toBe(false)
  expect(late({}, '2021-01-02')).toBe(true)
  expect(late({ state: 'done' }, '2021-01-02')).toBe(false)
  expect(late({ state: 'abandoned' }, '2021-01-02')).toBe(false)
})

describe('[F6] one word for all boards', () => {
  const of = (...fates: Parameters<typeof wholeFate>[0][number]['fate'][]): string =>
    wholeFate(fates.map((fate) => ({ fate })))
  test('the furthest, and never finished while somebody has not begun', () => {
    expect(of('refused', 'postponed', 'done')).toBe('done')
    expect(of('done', 'under-way')).toBe('under-way')
    expect(of('done', 'not-done', 'refused')).toBe('under-way')
    expect(of('refused', 'postponed')).toBe('postponed')
    expect(of('refused', 'waiting')).toBe('refused')
    expect(of()).toBe('waiting')
  })
  test('boards differ when two of them ruled, and not alike', () => {
    expect(boardsDiffer(told([decision('X', 'accept'), decision('Y', 'accept')]))).toBe(false)
    expect(boardsDiffer(told([decision('X', 'accept'), decision('Y', 'refuse')]))).toBe(true)
  })
})
