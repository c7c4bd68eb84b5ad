// The product's process and a browser for all the tests of a file, and whoever opens pages in it.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchBrowser, type Person, person } from '#e2e/harness/browser.ts'
import { signIn } from '#e2e/harness/rawClient.ts'
import { type RunningServer, type StartOptions, startServer } from '#e2e/harness/runningServer.ts'

/** A browser's size and ways; `newcomer` has not been here before. */
export type Look = BrowserContextOptions & { readonly newcomer?: boolean }

export interface House {
  readonly server: RunningServer
  readonly browser: Browser
  /** Whoever is there, in the order of coming. */
  readonly people: readonly Person[]
  /** At the server's own address, or at another one that is given. */
  somebody(options?: Look, url?: string): Promise<Person>
  /** Somebody who is signed in as a person of the demo. */
  persona(key: string, options?: Look): Promise<Person>
  /** Starts the demo afresh at one of its moments. */
  moment(key: string): Promise<void>
  /** Leaves no page open, and fails for a page that complained. */
  everybodyLeaves(): Promise<void>
}

/** Opened before the first test of the file and closed after its last; not there before. */
export function openHouse(start: StartOptions = {}): House {
  let opened: readonly [Browser, RunningServer] | undefined
  const people: Person[] = []
  const parts = (): readonly [Browser, RunningServer] => {
    if (!opened) throw new Error('the house is opened before the first test')
    return opened
  }
  beforeAll(async () => {
    opened = await Promise.all([launchBrowser(), startServer(start)])
  })
  afterAll(async () => {
    await opened?.[0].close()
    await opened?.[1].close()
  })
  const somebody = async (options: Look = {}, url = parts()[1].url): Promise<Person> => {
    const one = await person(parts()[0], url, options)
    people.push(one)
    return one
  }
  return {
    get server() {
      return parts()[1]
    },
    get browser() {
      return parts()[0]
    },
    people,
    somebody,
    async persona(key, options) {
      const one = await somebody(options)
      await one.context.request.post('/api/demo/sign-in', { data: { persona: key } })
      return one
    },
    async moment(key) {
      const { url } = parts()[1]
      const headers = { 'content-type': 'application/json', cookie: await signIn(url, 'admin') }
      const body = JSON.stringify({ key })
      const answer = await fetch(`${url}/api/demo/moment`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(`the moment ${key}: ${answer.status}`)
    },
    async everybodyLeaves() {
      const complaints = people.flatMap((one) => one.complaints)
      await Promise.all(people.splice(0).map((one) => one.close()))
      expect(complaints).toEqual([])
    },
  }
}
