// Real browsers for the journeys: one process, one context a person, everything a page complained about kept.
import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser found on this machine; CHROMIUM names another. Throws where there is none: journeys are never skipped. */
export function chromiumPath(): string {
  const path = [process.env['CHROMIUM'], ...candidates].find(
    (candidate) => candidate && existsSync(candidate),
  )
  if (!path)
    throw new Error(
      'No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.',
    )
  return path
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Person {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the page and requests that left the host. */
  readonly complaints: string[]
  close(): Promise<void>
}

export const desktop = { width: 1440, height: 900 }
export const halfScreen = { width: 683, height: 768 }
export const phone = { width: 390, height: 844 }

/** In the page: the visit of 90 seconds, which moves what is under it, has been seen on this device. */
function alreadyVisited(): void {
  try {
    localStorage.setItem('faire-ensemble:welcome', 'seen')
  } catch {
    // A page without a storage of its own has no visit either.
  }
}

/** A person at a browser of their own, who has been here before unless `newcomer`. */
export async function person(
  browser: Browser,
  url: string,
  { newcomer = false, ...options }: BrowserContextOptions & { readonly newcomer?: boolean } = {},
): Promise<Person> {
  const context = await browser.newContext({ baseURL: url, locale: 'fr-FR', viewport: desktop, ...options })
  if (!newcomer) await context.addInitScript(alreadyVisited)
  const page = await context.newPage()
  const complaints: string[] = []
  const host = new URL(url).host
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const target = new URL(request.url())
    if (/^(https?|wss?):$/.test(target.protocol) && target.host !== host)
      complaints.push(`left the host: ${request.url()}`)
  })
  return { context, page, complaints, close: () => context.close() }
}
