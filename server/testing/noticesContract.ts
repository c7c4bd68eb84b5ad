// What every keeper of notices must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Notices } from '#server/ports/notices.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'

/** `accountIds`: of accounts that are there. */
export function noticesContract(
  name: string,
  open: () => Promise<OpenPort<Notices> & { readonly accountIds: readonly [string, string] }>,
): void {
  describe(`notices: ${name}`, () => {
    let port: Notices
    let close: () => Promise<void>
    let one: string
    let other: string
    beforeEach(async () => {
      const opened = await open()
      port = opened.port
      close = () => opened.close()
      ;[one, other] = opened.accountIds
    })
    afterEach(() => close())

    const begin = (accountId: string, toldUntil = 100) =>
      port.beginNotices({ accountId, toldUntil, stopToken: `stop-${accountId}` })

    test('the first beginning stays; wishes come back as they were said', async () => {
      expect(await port.noticeState(one)).toBeUndefined()
      await begin(one)
      await port.beginNotices({ accountId: one, toldUntil: 900, stopToken: 'another' })
      const state = { accountId: one, toldUntil: 100, telling: null, stopToken: `stop-${one}` }
      expect(await port.noticeState(one)).toEqual({ ...state, wishes: null })
      await port.changeWishes(one, { rhythm: 'daily', ownTexts: false })
      expect(await port.noticeState(one)).toEqual({ ...state, wishes: { rhythm: 'daily', ownTexts: false } })
      expect(await port.accountByStopToken(`stop-${one}`)).toBe(one)
      expect(await port.accountByStopToken('another')).toBeUndefined()
    })

    test('of several who begin to tell the same span all get the first one’s end; once it is told nobody gets it again', async () => {
      await begin(one)
      await begin(other)
      const ends = await Promise.all(
        [200, 201, 202].map((until) => port.beginTelling(one, { from: 100, until })),
      )
      expect(new Set(ends).size).toBe(1)
      const [until = 0] = ends
      expect((await port.noticeState(one))?.telling).toBe(until)
      await port.finishTelling(one, until)
      await port.finishTelling(one, until + 5)
      expect(await port.noticeState(one)).toMatchObject({ toldUntil: until, telling: null })
      expect(await port.beginTelling(one, { from: 100, until: 300 })).toBeUndefined()
      expect(await port.noticeState(other)).toMatchObject({ toldUntil: 100, telling: null })
    })

    test('a happening keeps the instant at which it was first seen', async () => {
      await port.seeHappenings(['a', 'b'], 5)
      await port.seeHappenings(['b', 'c'], 9)
      await port.seeHappenings([], 10)
      expect([...(await port.seenHappenings())].sort()).toEqual([
        ['a', 5],
        ['b', 5],
        ['c', 9],
      ])
      const many = Array.from({ length: 1_201 }, (_, n) => `many-${n}`)
      await port.seeHappenings(many, 11)
      expect((await port.seenHappenings()).size).toBe(1_204)
    })
  })
}
