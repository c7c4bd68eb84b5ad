// Which pages may talk to this server. Sockets live by ticket and routes by cookie; neither may be used from a foreign page.
import type { IncomingMessage } from 'node:http'
import { type Config, isLoopback } from '#server/config.ts'

/** Vite's own port in `npm run dev`. */
const vitePort = '5173'
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** Every origin from which a browser may ask: PUBLIC_URL, its loopback spellings, and Vite's in dev. */
export function allowedOrigins({ publicUrl, dev }: Pick<Config, 'publicUrl' | 'dev'>): ReadonlySet<string> {
  const allowed = new Set([publicUrl.origin])
  if (!isLoopback(publicUrl.hostname)) return allowed
  for (const host of loopbackHosts) {
    const port = publicUrl.port ? `:${publicUrl.port}` : ''
    allowed.add(`${publicUrl.protocol}//${host}${port}`)
    if (dev) allowed.add(`http://${host}:${vitePort}`)
  }
  return allowed
}

/**
 * Whether a request comes from nowhere (no browser) or from a page of ours.
 * `strict`: a browser that hides the page's origin must at least say that it is the same site; for everything but plain pages,
 * which people may reach by a link from anywhere.
 */
export function isFromOurPages(
  request: Pick<IncomingMessage, 'headers'>,
  allowed: ReadonlySet<string>,
  { strict }: { strict: boolean },
): boolean {
  const { origin } = request.headers
  if (origin !== undefined) return allowed.has(origin)
  const site = request.headers['sec-fetch-site']
  if (site === undefined || !strict) return true
  return site === 'same-origin' || site === 'none'
}
