// The lanes of a joint board: side by side, laid once, cards below each other.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  cardId,
  commonLaneId,
  inLaneOrder,
  type Lane,
  laneId,
  layInLane,
  layLanes,
} from '#shared/joint/layLanes.ts'
import { cardSize, recordsOf, seedBoard, unflatten } from '#shared/whiteboard/boardModel.ts'
import { boxOf, overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { readRecords } from '#shared/whiteboard/place.ts'
import { checkRecords } from '#shared/whiteboard/recordRules.ts'

const lane = (groupId: string | null, cards = 0): Lane => ({
  ...{ groupId, name: groupId ?? 'En commun' },
  cards: Array.from({ length: cards }, (_, n) => ({ spaceId: `space-${groupId}`, draftId: `d${n}` })),
})
const three = inLaneOrder([lane('n', 5), lane('l', 2), lane('e')], lane(null))
const board = (): Y.Doc => {
  const doc = new Y.Doc()
  seedBoard(doc)
  return doc
}
const boxes = (doc: Y.Doc, ids: readonly string[]) => {
  const records = readRecords(doc)
  return ids.map((id) => {
    const box = boxOf(records, id)
    if (!box) throw new Error(`no ${id}`)
    return box
  })
}

test('the first group on the left, what is common beside it, then the others; every record may stand', () => {
  const doc = board()
  layLanes(doc, three)
  const ids = [laneId('n'), commonLaneId, laneId('l'), laneId('e')]
  const placed = boxes(doc, ids)
  expect(placed.map(({ x }) => x)).toEqual([...placed.map(({ x }) => x)].sort((a, b) => a - b))
  expect(new Set(placed.map(({ y, h }) => `${y} ${h}`)).size).toBe(1)
  placed.forEach((box, n) => {
    for (const other of placed.slice(n + 1)) expect(overlaps(box, other, 0)).toBe(false)
  })
  const by = { server: true, names: [] }
  expect(checkRecords(doc, recordsOf(doc).keys(), by)).toBeUndefined()
})

test('cards stand in their lane below each other and cover nothing', () => {
  const doc = board()
  layLanes(doc, three)
  const [home] = boxes(doc, [laneId('n')])
  const cards = boxes(doc, three[0]?.cards.map((card) => cardId(card)) ?? [])
  expect(cards).toHaveLength(5)
  cards.forEach((box, n) => {
    expect(box.x >= (home?.x ?? 0) && box.y + box.h <= (home?.y ?? 0) + (home?.h ?? 0)).toBe(true)
    for (const other of cards.slice(n + 1)) expect(overlaps(box, other, 0)).toBe(false)
  })
})

test('done again it changes nothing; what somebody took away does not come back; what stood there stays free', () => {
  const doc = board()
  layLanes(doc, three)
  recordsOf(doc).delete(laneId('e'))
  recordsOf(doc).delete(cardId({ spaceId: 'space-l', draftId: 'd1' }))
  const before = JSON.stringify(recordsOf(doc).toJSON())
  layLanes(doc, three)
  expect(layInLane(doc, { laneId: laneId('l'), card: { spaceId: 'space-l', draftId: 'd1' } })).toBe(false)
  expect(JSON.stringify(recordsOf(doc).toJSON())).toBe(before)
})

test('a pulled card comes under the last one, and the lane grows; without its lane it stands on the page', () => {
  const doc = board()
  layLanes(doc, [lane('n'), lane(null)])
  const height = (): number => boxes(doc, [commonLaneId])[0]?.h ?? 0
  const before = height()
  for (let n = 0; n < 6; n++)
    expect(layInLane(doc, { laneId: commonLaneId, card: { spaceId: 'j', draftId: `p${n}` } })).toBe(true)
  expect(height()).toBeGreaterThan(before)
  const within = boxes(
    doc,
    Array.from({ length: 6 }, (_, n) => cardId({ spaceId: 'j', draftId: `p${n}` })),
  )
  expect(within.every(({ h }) => h === cardSize.h)).toBe(true)
  within.forEach((box, n) => {
    for (const other of within.slice(n + 1)) expect(overlaps(box, other, 0)).toBe(false)
  })
  recordsOf(doc).delete(commonLaneId)
  expect(layInLane(doc, { laneId: commonLaneId, card: { spaceId: 'j', draftId: 'p9' } })).toBe(true)
  const alone = unflatten(recordsOf(doc).get(cardId({ spaceId: 'j', draftId: 'p9' })))
  expect(alone?.['parentId']).toBe('page:page')
})

test('a draft that has a card already, wherever it is, gets no second one', () => {
  const doc = board()
  layLanes(doc, [lane('n', 1), lane(null)])
  expect(layInLane(doc, { laneId: commonLaneId, card: { spaceId: 'space-n', draftId: 'd0' } })).toBe(false)
})

test('a group’s id from an imported file may be anything', () => {
  for (const id of ['groupe é « 3 »', 'x'.repeat(200), 'grp-l'])
    expect(laneId(id)).toMatch(/^shape:[\w-]{1,80}$/u)
  expect(laneId('grp-l')).toBe('shape:lane-grp-l')
  expect(laneId('a b')).not.toBe(laneId('a c'))
})
