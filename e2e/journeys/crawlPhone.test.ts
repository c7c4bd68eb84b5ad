// A crawl that presses every control of home and of the room, for a guest on a phone; and whether the crawler sees what it should.
import { expect, test } from 'vitest'
import { phone } from '#e2e/harness/browser.ts'
import { openHouse } from '#e2e/harness/house.ts'
import { Crawler } from '#e2e/pages/crawler.ts'
import { leftAlone, walk } from '#e2e/pages/roomWalk.ts'

const house = openHouse()

test('the crawler itself sees what does nothing, what throws and what lies under something else', async () => {
  const { page } = await house.somebody()
  const crawler = new Crawler(page, leftAlone)
  await crawler.open()
  await page.setContent(`<button>dead</button><button id="alive">alive</button><button id="angry">angry</button>
    <div style="position: relative"><button>under</button><i style="position: absolute; inset: 0"></i></div>`)
  await page.evaluate(() => {
    const on = (id: string, act: () => void) => document.getElementById(id)?.addEventListener('click', act)
    on('alive', () => document.body.append('pressed'))
    on('angry', () => {
      throw new Error('no')
    })
  })
  await crawler.visit({ name: 'page', enter: async () => undefined, holds: async () => true })
  expect(crawler.findings.faults.map((fault) => fault.replace(/ \(.*/, ''))).toEqual([
    'page > dead: nothing happened',
    'page > angry: threw no',
    'page > angry: nothing happened',
    'page > under: cannot be pressed',
  ])
  expect(crawler.findings.pressed).toContain('page > alive')
})

test('every control of home and room does something, for a guest on a phone', async () => {
  const look = { viewport: phone, hasTouch: true, isMobile: true }
  expect(
    await walk(house.browser, house.server.url, { who: 'guest on a phone', code: 'LYON', look }),
  ).toEqual([])
}, 900_000)
