// The product and a browser for a file's tests, where one person's line can be cut while all type the same address.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser, type Person, person } from '#e2e/harness/browser.ts'
import { freePort, type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { type ForkedLine, openForkedLine } from '#e2e/network/forkedLine.ts'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'

export interface ForkedHouse {
  /** What the far ones' lines go through. */
  readonly proxy: TcpProxy
  /** Signs a demo person in, on a page of their own. */
  signedIn(persona: string, options?: BrowserContextOptions & { readonly isFar?: boolean }): Promise<Page>
  /** Everything that a page complained about, whoever's. */
  complaints(): string[]
}

type Parts = readonly [Browser, RunningServer, TcpProxy, ForkedLine]

/** Opened before the first test of the file and closed after its last; not there before. */
export function openForkedHouse(): ForkedHouse {
  let opened: Parts | undefined
  const people: Person[] = []
  const parts = (): Parts => {
    if (!opened) throw new Error('the house is opened before the first test')
    return opened
  }
  beforeAll(async () => {
    const port = await freePort()
    const start = startServer({ env: { PUBLIC_URL: `http://127.0.0.1:${port}` } })
    const [browser, server] = await Promise.all([launchBrowser(), start])
    const proxy = await openTcpProxy({ targetPort: server.port })
    const fork = await openForkedLine((head) => (head.includes('line=far') ? proxy.port : server.port), {
      port,
    })
    opened = [browser, server, proxy, fork]
  })
  afterAll(async () => {
    const [browser, server, proxy, fork] = parts()
    await browser.close()
    await fork.close()
    await proxy.close()
    await server.close()
  })
  return {
    get proxy() {
      return parts()[2]
    },
    async signedIn(persona, { isFar = false, ...options } = {}) {
      const [browser, , , { origin }] = parts()
      const one = await person(browser, origin, { reducedMotion: 'reduce', ...options })
      people.push(one)
      await one.context.addCookies([{ name: 'line', value: isFar ? 'far' : 'near', url: origin }])
      await one.context.request.post('/api/demo/sign-in', { data: { persona } })
      return one.page
    },
    complaints: () => people.flatMap(({ complaints }) => complaints),
  }
}
