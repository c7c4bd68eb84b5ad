// Stands in a person's page and notes each badge shown beside what the server had acknowledged at that very moment.
import type { BrowserContext, Page } from 'playwright-core'

export interface BadgeMoment {
  /** Milliseconds since the page was opened. */
  readonly at: number
  /** The badge's `data-save`; empty while no badge is shown. */
  readonly state: string
  /** Frames with changes that were sent and not acknowledged, or whose line broke before they were. */
  readonly owed: number
}

export interface BadgeAccount {
  readonly moments: readonly BadgeMoment[]
  /** The longest time, in milliseconds, that `saved` or `back` stood there while frames were owed. */
  readonly longestStale: number
  /** Frames that were acknowledged: an account without any has seen nothing. */
  readonly acknowledged: number
}

declare global {
  interface Window {
    badgeAccount?: () => BadgeAccount
  }
}

/** Before the first page of the context is opened. */
export const witnessBadge = (context: BrowserContext): Promise<unknown> => context.addInitScript(witness)

export async function badgeAccount(page: Page): Promise<BadgeAccount> {
  const account = await page.evaluate(() => window.badgeAccount?.())
  if (!account) throw new Error('no witness stood in this page')
  return account
}

/** Runs in the page: nothing from outside this function exists there. */
function witness(): void {
  interface Line {
    socket: WebSocket
    sent: number
    acknowledged: number
    /** Numbers of the unanswered frames that bring something. */
    laden: number[]
    /** An earlier socket of this document died with frames unanswered; the next answered step 2 brings them. */
    inherited: boolean
  }
  const lines = new Map<string, Line>()
  let acknowledged = 0
  const owedOn = (line: Line): number => line.laden.length + (line.inherited ? 1 : 0)
  const owed = (): number => [...lines.values()].reduce((sum, line) => sum + owedOn(line), 0)

  const Real = window.WebSocket
  class Witnessed extends Real {
    readonly #name: string | undefined
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      const { pathname } = new URL(url, location.href)
      this.#name = pathname.startsWith('/yjs/') ? pathname : undefined
      if (this.#name === undefined) return
      const before = lines.get(this.#name)
      const line = {
        socket: this as WebSocket,
        sent: 0,
        acknowledged: 0,
        laden: [],
        inherited: before !== undefined && owedOn(before) > 0,
      }
      lines.set(this.#name, line)
      this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) =>
        hear(line, new Uint8Array(data)),
      )
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const line = this.#name === undefined ? undefined : lines.get(this.#name)
      const bytes = data instanceof Uint8Array ? data : new Uint8Array(data as ArrayBuffer)
      // Sync messages that are acknowledged: a step 2 or an update.
      if (line?.socket === this && bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) {
        line.sent += 1
        if (bytes[1] === 2 || bringsWords(bytes)) line.laden.push(line.sent)
      }
      super.send(data)
    }
  }
  /** A number of Yjs's wire, and where it ends. */
  const numberAt = (bytes: Uint8Array, from: number): [value: number, end: number] => {
    let value = 0
    let at = from
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) break
    }
    return [value, at]
  }
  /** A step 2 is also sent in answer to a sign of life, with nothing in it but deletions that are known. */
  const bringsWords = (bytes: Uint8Array): boolean => numberAt(bytes, numberAt(bytes, 2)[1])[0] > 0
  const hear = (line: Line, bytes: Uint8Array): void => {
    if (bytes[0] !== 100) return
    const [frames] = numberAt(bytes, 1)
    acknowledged += frames - line.acknowledged
    line.acknowledged = frames
    line.laden = line.laden.filter((frame) => frame > frames)
    if (line.sent === frames) line.inherited = false
  }
  window.WebSocket = Witnessed

  const moments: BadgeMoment[] = []
  const shown = (): string => document.querySelector<HTMLElement>('[data-save]')?.dataset['save'] ?? ''
  const look = (): void => {
    const state = shown()
    if (moments.at(-1)?.state !== state) moments.push({ at: performance.now(), state, owed: owed() })
  }
  let staleSince: number | undefined
  let longestStale = 0
  const frame = (): void => {
    const stale = owed() > 0 && ['saved', 'back'].includes(shown())
    staleSince = stale ? (staleSince ?? performance.now()) : undefined
    if (staleSince !== undefined) longestStale = Math.max(longestStale, performance.now() - staleSince)
    requestAnimationFrame(frame)
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-save'],
  })
  requestAnimationFrame(frame)
  window.badgeAccount = () => ({ moments, longestStale, acknowledged })
}
