// The product's process and a browser for all the tests of a file, and whoever opens pages in it.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchBrowser, type Person, person } from '#e2e/harness/browser.ts'
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
  return {
    get server() {
      return parts()[1]
    },
    get browser() {
      return parts()[0]
    },
    people,
    async somebody(options = {}, url = parts()[1].url) {
      const one = await person(parts()[0], url, options)
      people.push(one)
      return one
    },
    async everybodyLeaves() {
      const complaints = people.flatMap((one) => one.complaints)
      await Promise.all(people.splice(0).map((one) => one.close()))
      expect(complaints).toEqual([])
    },
  }
}
