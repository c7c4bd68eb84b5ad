// Several people at one table: the product behind a slow line, a browser each, and a stock client that reads what is stored.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { halfScreen, launchBrowser, type Person, person } from '#e2e/harness/browser.ts'
import { documentOf, type JoinedGuest, join, type StockClient, stockClient } from '#e2e/harness/rawClient.ts'
import { freePort, type RunningServer, startServer } from '#e2e/harness/runningServer.ts'
import { openTcpProxy, type TcpProxy } from '#e2e/network/tcpProxy.ts'
import { RoomPage } from '#e2e/pages/roomPage.ts'
import {
  blockText,
  createDraft,
  draftsOf,
  type NewDraft,
  type ReadDraft,
  readDraft,
} from '#shared/draft/draftModel.ts'
import type { Section } from '#shared/draft/vocabulary.ts'

/** Milliseconds each way: what two people type in the same breath is truly concurrent, each letter crosses the other's. */
const line = { delay: 30, jitter: 25 }

export interface WritingTable {
  readonly server: RunningServer
  readonly browser: Browser
  readonly guest: JoinedGuest
  /** Past the slow line, straight to the server. */
  readonly drafts: StockClient
  readonly whiteboard: StockClient
  /** The room shown as a list; the board is not loaded until somebody goes there. */
  sit(name: string, options?: BrowserContextOptions): Promise<Person>
  lay(draft: NewDraft & { readonly id: string }): void
  stored(id: string): ReadDraft
  storedBlocks(id: string, section?: Section): string[]
  /** Everything that a page complained about, whoever's. */
  complaints(): string[]
  close(): Promise<void>
}

export async function openWritingTable(room = 'NANTES'): Promise<WritingTable> {
  const port = await freePort()
  const proxy: TcpProxy = await openTcpProxy({ targetPort: port })
  const server = await startServer({ port, env: { PUBLIC_URL: proxy.origin } })
  const browser = await launchBrowser()
  const guest = await join(server.url, room, { name: 'Témoin' })
  const open = (kind: 'drafts' | 'whiteboard'): Promise<StockClient> =>
    stockClient(server.url, documentOf(guest.answer, kind), guest.answer.ticket)
  const [drafts, whiteboard] = [await open('drafts'), await open('whiteboard')]
  const people: Person[] = []
  const stored = (id: string): ReadDraft => {
    const draft = readDraft(id, draftsOf(drafts.doc).get(id))
    if (!draft) throw new Error(`no draft ${id} is stored`)
    return draft
  }
  return {
    server,
    browser,
    guest,
    drafts,
    whiteboard,
    sit: async (name, options = {}) => {
      proxy.setQuality({}) // the pages' own files need no slow line
      const who = await person(browser, proxy.origin, { viewport: halfScreen, ...options })
      people.push(who)
      await new RoomPage(who.page).enter(`${room}#liste`, name)
      proxy.setQuality(line)
      return who
    },
    lay: (draft) => void createDraft(drafts.doc, draft),
    stored,
    storedBlocks: (id, section = 'proposition') => stored(id).sections[section].map(blockText),
    complaints: () => people.flatMap(({ complaints }) => complaints),
    close: async () => {
      drafts.close()
      whiteboard.close()
      await browser.close()
      await server.close()
      await proxy.close()
    },
  }
}

/** A stock client that has only just come: it knows nothing but what the server kept. */
export async function freshlyRead(table: WritingTable, id: string): Promise<ReadDraft | undefined> {
  const name = documentOf(table.guest.answer, 'drafts')
  const fresh = await stockClient(table.server.url, name, table.guest.answer.ticket)
  const draft = readDraft(id, draftsOf(fresh.doc).get(id))
  fresh.close()
  return draft
}
