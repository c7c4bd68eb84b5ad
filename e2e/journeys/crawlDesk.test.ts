// A crawl that presses every control of home and of the room, for who leads at a desk: the longest of the journeys.
import { expect, test } from 'vitest'
import { desktop } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { walk } from '#e2e/pages/roomWalk.ts'

const house = openHouse()

test('every control of home and room does something, for who leads at a desk', async () => {
  const leader = { who: 'facilitator at a desk', code: 'NANTES', persona: 'facilitator-nantes' }
  // The phone's walk sees what moves while it comes and goes.
  const look = { viewport: desktop, reducedMotion: 'reduce' } as const
  expect(await walk(house.browser, house.server.url, { ...leader, look })).toEqual([])
}, 900_000)
