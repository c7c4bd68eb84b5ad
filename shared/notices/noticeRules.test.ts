import { expect, test } from 'vitest'
import { isFollowed, nextDue } from '#shared/notices/noticeRules.ts'

/** In the server's own time zone, as people set their watch. */
const at = (text: string): number => new Date(text).getTime()
const said = (due: number | null): string => (due === null ? 'never' : new Date(due).toString().slice(0, 21))

test.each([
  ['daily', '2020-06-10T06:59:59', 'Wed Jun 10 2020 07:00'],
  ['daily', '2020-06-10T07:00:00', 'Thu Jun 11 2020 07:00'],
  ['daily', '2020-06-10T23:00:00', 'Thu Jun 11 2020 07:00'],
  ['daily', '2020-03-28T08:00:00', 'Sun Mar 29 2020 07:00'],
  ['daily', '2020-10-24T08:00:00', 'Sun Oct 25 2020 07:00'],
  ['weekly', '2020-06-10T08:00:00', 'Mon Jun 15 2020 07:00'],
  ['weekly', '2020-06-15T07:00:00', 'Mon Jun 22 2020 07:00'],
  ['weekly', '2020-06-15T06:00:00', 'Mon Jun 15 2020 07:00'],
  ['immediate', '2020-06-15T06:30:00', 'Mon Jun 15 2020 06:30'],
  ['off', '2020-06-15T06:30:00', 'never'],
] as const)('[N2] %s: after %s comes %s', (rhythm, told, due) => {
  expect(said(nextDue(rhythm, at(told)))).toBe(due)
})

test('[N3] asked for by text or theme, and one’s own groups’ texts where that is wished for', () => {
  const text = { id: 'rec', themeId: 'th', groupIds: ['grp-a', 'grp-b'] }
  const who = { follows: new Set<string>(), groupIds: ['grp-b'], ownTexts: true }
  expect(isFollowed(text, who)).toBe(true)
  expect(isFollowed(text, { ...who, ownTexts: false })).toBe(false)
  expect(isFollowed(text, { ...who, groupIds: ['grp-c'] })).toBe(false)
  for (const follow of ['recommendation:rec', 'theme:th'])
    expect(isFollowed(text, { follows: new Set([follow]), groupIds: [], ownTexts: false })).toBe(true)
})
