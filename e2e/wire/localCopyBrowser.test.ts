// In a real browser, with its real database: what is written offline survives the tab, and the badge tells the truth about it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'
import type { wire } from '#e2e/wire/wirePage.ts'
import { fact } from '#e2e/wire/wirePerson.ts'
import { WireProcess } from '#e2e/wire/wireProcess.ts'

const whiteboard = 'whiteboard/salle'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let script: string
let browser: Browser
let server: WireProcess
let proxy: TcpProxy
let context: BrowserContext

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./wirePage.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'wirePage' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('nothing was built')
  script = output.output[0].code
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args,
  })
}, 60_000)
afterAll(() => browser.close())

beforeEach(async () => {
  server = new WireProcess()
  await server.start()
  writeFileSync(join(server.dataDir, 'page.js'), script)
  proxy = await openTcpProxy({ targetPort: server.port })
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  await proxy.close()
  await server.stop()
})

type Wire = typeof wire
type Said<K extends keyof Wire> = Awaited<ReturnType<Wire[K]>>

async function say<K extends keyof Wire>(
  page: Page,
  name: K,
  ...given: Parameters<Wire[K]>
): Promise<Said<K>> {
  const answer: unknown = await page.evaluate(
    ([key, all]) => {
      const act = window.wire[key] as (...all: readonly unknown[]) => unknown // its parameters were checked by `say`
      return act(...all)
    },
    [name, given] as const,
  )
  return answer as Said<K> // what the page's own function gave
}

const state = async (page: Page): Promise<string> => (await say(page, 'save')).state

async function tab(participant: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(proxy.origin)
  await say(page, 'join', participant)
  return page
}

const serverWords = async (): Promise<string> =>
  (await server.document(whiteboard)).getText('words').toString()

test('type, cut the line, type on, close the tab, come back: all words are there within three seconds', async () => {
  const first = await tab('ana')
  await fact('in', async () => (await state(first)) === 'saved')
  await say(first, 'write', 'avant, ')
  await fact('saved', async () => (await state(first)) === 'saved')
  proxy.unplug()
  await say(first, 'write', 'pendant, ')
  await fact('offline', async () => (await state(first)) === 'offline', 5_000)
  await say(first, 'write', 'jusqu’au bout')
  await fact('kept', async () => (await say(first, 'save')).keptOnDevice === true)
  await first.close()
  expect(await serverWords()).toBe('avant, ')

  proxy.restore()
  const second = await tab('ana')
  // The copy on this device is shown before the server has answered.
  await fact('readable', () => say(second, 'isReadable'))
  const took = await fact('all sent', async () => (await state(second)) === 'back', 5_000)
  expect(took).toBeLessThan(3_000)
  expect((await say(second, 'save')).sentOnReturn).toBeGreaterThan(0)
  expect(await say(second, 'words')).toBe('avant, pendant, jusqu’au bout')
  expect(await serverWords()).toBe('avant, pendant, jusqu’au bout')
  expect(await say(second, 'present')).toBe(1)
  // A third opening finds nothing left to send.
  await second.close()
  const third = await tab('ana')
  await fact('saved, not back', async () => (await state(third)) === 'saved')
})

test('the last letter before the tab is closed is kept', async () => {
  const first = await tab('ana')
  await fact('in', async () => (await state(first)) === 'saved')
  proxy.unplug()
  await first.evaluate(() => {
    for (const letter of 'mot à mot') window.wire.write(letter)
  })
  await first.close({ runBeforeUnload: false })
  proxy.restore()
  const second = await tab('ana')
  await fact('sent', async () => (await serverWords()) === 'mot à mot', 5_000)
})

test('two tabs offline, one closed: the other’s words and the closed one’s both arrive', async () => {
  const [one, two] = [await tab('ana'), await tab('ana')]
  for (const page of [one, two]) await fact('in', async () => (await state(page)) === 'saved')
  proxy.unplug()
  await say(one, 'write', '[un]')
  await say(two, 'write', '[deux]')
  await fact('kept', async () => (await say(one, 'save')).keptOnDevice === true)
  await one.close()
  proxy.restore()
  await fact('two is back', async () => (await say(two, 'save')).unsaved === 0, 5_000)
  const three = await tab('ana')
  await fact('both', async () => {
    const words = await serverWords()
    return words.includes('[un]') && words.includes('[deux]') && words.length === 10
  })
  await fact('equal', async () => (await say(three, 'words')) === (await say(two, 'words')))
})

test('where the browser keeps nothing, writing works and the badge does not say that it is kept', async () => {
  await context.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new Error('forbidden')
      },
    }),
  )
  const page = await tab('ana')
  await fact('in', async () => (await state(page)) === 'saved')
  proxy.unplug()
  await say(page, 'write', 'en mémoire')
  await fact('offline', async () => (await state(page)) === 'offline', 5_000)
  expect((await say(page, 'save')).keptOnDevice).toBe(false)
  proxy.restore()
  await fact('sent', async () => (await serverWords()) === 'en mémoire', 5_000)
})

test('a database that never answers delays nothing for long', async () => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest // as Safari does at times: no event ever comes
  })
  const page = await tab('ana')
  await fact('in', async () => (await state(page)) === 'saved', 4_000)
  await say(page, 'write', 'quand même')
  await fact('sent', async () => (await serverWords()) === 'quand même')
})

test('signing out leaves no word on the device, other tabs included', async () => {
  const [one, two] = [await tab('ana'), await tab('ana')]
  await say(one, 'write', 'secret')
  await fact('both', async () => (await say(two, 'words')) === 'secret' && (await state(one)) === 'saved')
  await fact('kept', async () => (await say(one, 'copies')).length === 2)
  await say(one, 'close')
  await say(one, 'forget')
  expect(await say(one, 'copies')).toEqual([])
  await say(two, 'write', ' et la suite')
  await fact('saved', async () => (await state(two)) === 'saved')
  await two.close()
  expect(await one.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  expect(await one.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret')
})

test('a right withdrawn while away: the words are offered, kept until dismissed, and never shown in the text', async () => {
  const first = await tab('ana')
  await fact('in', async () => (await state(first)) === 'saved')
  proxy.unplug()
  await say(first, 'write', 'écrit trop tard')
  await fact(
    'kept',
    async () => (await say(first, 'save')).keptOnDevice === true && (await say(first, 'save')).unsaved > 0,
  )
  await first.close()
  await server.ask('/rights', { participant: 'ana', document: whiteboard, access: 'read' })
  proxy.restore()
  for (let n = 0; n < 2; n++) {
    const page = await tab('ana')
    await fact(
      'reading',
      async () => (await state(page)) === 'saved' && ((await say(page, 'save')).refused?.length ?? 0) > 0,
    )
    expect((await say(page, 'save')).refused).toEqual([
      { documentName: whiteboard, code: 'read-only', text: 'écrit trop tard' },
    ])
    expect(await say(page, 'words')).toBe('')
    if (n === 1) await say(page, 'dismiss', whiteboard)
    await page.close()
  }
  const last = await tab('ana')
  await fact('reading', async () => (await state(last)) === 'saved')
  expect((await say(last, 'save')).refused).toBeUndefined()
  expect(await serverWords()).toBe('')
})

test('a copy of many rows is merged at opening and still holds everything', async () => {
  const first = await tab('ana')
  await fact('in', async () => (await state(first)) === 'saved')
  for (let n = 0; n < 60; n++) {
    await say(first, 'write', `${n},`)
    await first.evaluate(() => new Promise(requestAnimationFrame))
  }
  await fact('saved', async () => (await state(first)) === 'saved')
  await first.close()
  const rows = (page: Page) =>
    page.evaluate(
      (name) =>
        new Promise<number>((resolve) => {
          void indexedDB.databases().then((all) => {
            const request = indexedDB.open(all.find((one) => one.name?.includes(name))?.name ?? '')
            request.onsuccess = () => {
              const count = request.result.transaction('updates').objectStore('updates').count()
              count.onsuccess = () => {
                request.result.close()
                resolve(count.result)
              }
            }
          })
        }),
      whiteboard,
    )
  const second = await tab('ana')
  await fact('merged', async () => (await rows(second)) < 5)
  await second.close()
  // Without any line only the copy can tell.
  await context.addInitScript(() => {
    class NoSocket {
      readyState = 0
      close(): void {}
    }
    window.WebSocket = NoSocket as unknown as typeof WebSocket // enough of it for a line that never opens
  })
  const third = await tab('ana')
  const all = [...Array(60).keys()].map((n) => `${n},`).join('')
  await fact('all there', async () => (await say(third, 'isReadable')) && (await say(third, 'words')) === all)
  expect(await state(third)).not.toBe('saved')
})

test('the browser says that it is offline: the badge looks for itself, and comes back with the line', async () => {
  const page = await tab('ana')
  await fact('in', async () => (await state(page)) === 'saved')
  await context.setOffline(true)
  await fact('offline', async () => (await state(page)) === 'offline', 5_000)
  await say(page, 'write', 'sans réseau')
  await context.setOffline(false)
  const took = await fact('back', async () => (await state(page)) === 'back', 5_000)
  expect(took).toBeLessThan(3_000)
  expect(await serverWords()).toBe('sans réseau')
})

test('a lost cookie: what was written offline under the former name is offered to the newcomer', async () => {
  const first = await tab('ana')
  await fact('in', async () => (await state(first)) === 'saved')
  proxy.unplug()
  await say(first, 'write', 'écrit sous mon ancien nom')
  await fact(
    'kept',
    async () => (await say(first, 'save')).unsaved > 0 && (await say(first, 'save')).keptOnDevice === true,
  )
  await first.close()
  proxy.restore()
  // Marks younger than half a minute may be a living tab's.
  await context.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + 60_000
  })
  const second = await tab('ana-again')
  await fact('offered', async () => ((await say(second, 'save')).refused?.length ?? 0) > 0)
  expect((await say(second, 'save')).refused).toEqual([
    { documentName: whiteboard, code: 'identity', text: 'écrit sous mon ancien nom' },
  ])
  await fact('working', async () => (await state(second)) === 'saved')
  // The former participant's copy stays: that person may come back.
  await second.close()
  const third = await tab('ana')
  await fact('sent', async () => (await serverWords()) === 'écrit sous mon ancien nom')
  await third.close()
})
