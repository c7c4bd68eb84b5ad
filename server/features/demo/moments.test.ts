// The rule of the moments for workshops, full texts and lists: what moments.json announces of them follows from it.
import { expect, test } from 'vitest'
import { readDemoData } from '#server/features/demo/demoData.ts'
import { boardStateAt, handedOver, shortDraftShown, workshopsAt } from '#server/features/demo/moments.ts'

const data = await readDemoData()

test('there are five moments, one of them the default', () => {
  expect(data.moments.map(({ date }) => date)).toEqual([
    '2020-01-23',
    '2020-04-14',
    '2020-04-20',
    '2020-06-10',
    '2020-12-15',
  ])
  expect(data.moments.filter((one) => one.default).map(({ key }) => key)).toEqual(['joint-evening'])
})

test.each(data.moments)('workshops, full texts and lists at $key', ({ date, counts, listsHandedOver }) => {
  expect(workshopsAt(data, date)).toEqual({ boards: counts.workshopBoards, drafts: counts.workshopDrafts })
  expect(handedOver(data.cycle, date)).toEqual(listsHandedOver)
  expect(handedOver(data.cycle, date)).toHaveLength(counts.listsHandedOver)
})

test('what is dated that very day does not exist yet', () => {
  const days = ['2020-01-22', '2020-01-23', '2020-01-24']
  expect(days.map((date) => boardStateAt(date, '2020-01-23'))).toEqual(['finished', 'today', 'blank'])
  // The two links that the data's own description names: their short drafts come later than the joint evening.
  expect(shortDraftShown(data, 'dr-060', '2020-04-14')).toBeNull()
  expect(shortDraftShown(data, 'dr-003', '2020-04-14')).toBeNull()
  expect(shortDraftShown(data, 'dr-060', '2020-04-15')).toBe('dr-060')
  expect(shortDraftShown(data, 'dr-064', '2020-04-14')).toBe('dr-064')
})
