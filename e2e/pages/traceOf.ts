// What a page shows at one moment, as one string to compare: words, states, places, focus, and acts that leave no mark. Runs in the page.

interface Counted {
  crawlActs?: number
  crawlTrace?: () => Trace
  /** What was last read of the page's elements, for as long as nothing in it has changed. */
  crawlRead?: { words: string; changed: () => boolean }
  crawlWatch?: { changed: boolean }
}

/** Counts what changes nothing on the screen: copies, requests to print, full screen. Installed before the page's own code. */
export function countActs(): void {
  const counted = globalThis as Counted
  counted.crawlActs = 0
  const count = (): void => void (counted.crawlActs = (counted.crawlActs ?? 0) + 1)
  for (const kind of ['copy', 'cut', 'paste', 'fullscreenchange'])
    document.addEventListener(kind, count, true)
  // A browser without a screen shows no dialog for it.
  globalThis.print = count
  const clipboard = globalThis.navigator?.clipboard
  if (!clipboard) return
  for (const name of ['write', 'writeText', 'read', 'readText'] as const) {
    const own = clipboard[name].bind(clipboard) as (...args: never[]) => unknown // four functions of different inputs
    Object.defineProperty(clipboard, name, {
      value: (...args: never[]) => {
        count()
        return own(...args)
      },
    })
  }
}

export interface Trace {
  readonly trace: string
  /** Where the focus is; empty while it is on what was pressed, which has it in any case. */
  readonly focus: string
  readonly layer: string
}

export function traceOf(): Trace {
  // A dialog that is on its way is not there yet.
  if (document.querySelector('[data-opening]')) return { trace: '', focus: '', layer: '' }
  const states = [
    'aria-expanded',
    'aria-pressed',
    'aria-selected',
    'aria-checked',
    'aria-current',
    'open',
    'data-state',
    'data-shown',
    'data-tool',
    'data-isactive',
  ]
  const counted = globalThis as Counted
  let hash = 0
  const valueOf = (field: Element): string => {
    if (field instanceof HTMLInputElement) return `${field.value}${field.checked}`
    return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : ''
  }
  const add = (words: string): void => {
    for (let at = 0; at < words.length; at += 1) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) | 0
  }
  /** Each element once: a page has thousands, and is read several times for each press. */
  const readAll = (): string => {
    const all = (selector: string): ReadonlySet<Element> => new Set(document.querySelectorAll(selector))
    // Messages go and badges change by themselves.
    let elements = 0
    const leftOut = all('.toasts, [data-save], .wb-cursors, svg')
    const stated = all(states.map((state) => `[${state}]`).join())
    const styled = all('.tl-html-layer, .tl-shape, .tlui-icon')
    const read = (element: Element): void => {
      if (leftOut.has(element)) {
        // A picture that is looked at from nearer or from elsewhere.
        if (element.matches('svg[role="img"]')) add(element.getAttribute('viewBox') ?? '')
        return
      }
      elements += 1
      if (stated.has(element)) {
        for (const state of states) {
          const value = element.getAttribute(state)
          if (value !== null) add(`${state}${value}`)
        }
      }
      const { scrollTop } = element
      if (scrollTop) add(`scroll${Math.round(scrollTop)}`)
      const first = element.firstElementChild
      if (first === null) add(element.textContent ?? '')
      // Words beside a picture, as on most buttons.
      else for (const node of element.childNodes) if (node instanceof Text) add(node.data)
      if (styled.has(element)) add(element.getAttribute('style') ?? '')
      for (let child = first; child; child = child.nextElementSibling) read(child)
    }
    hash = 0
    read(document.body)
    const told = [...document.querySelectorAll('[data-live-announcer]')].map((one) => one.textContent ?? '')
    return [document.documentElement.outerHTML.slice(0, 300), elements, hash, ...told].join('|')
  }
  // A page of thousands of elements is read again only after something in it has changed; fields change without a mark.
  const known = counted.crawlRead
  if (known?.changed()) known.words = readAll()
  const shown = known?.words ?? readAll()
  hash = 0
  for (const field of document.querySelectorAll('input, textarea, select')) add(valueOf(field))
  const active = document.activeElement
  // A field that takes the focus has done what it is for.
  const own =
    active?.closest('[data-crawled]') && !active.matches('input, textarea, select, [contenteditable]')
  const focus = own
    ? ''
    : `${active?.tagName} ${active?.className} ${active?.id} ${active?.getAttribute('aria-label')} ${active?.getAttribute('aria-labelledby')}`
  const layers = [
    ...document.querySelectorAll<HTMLElement>(
      '[role="dialog"], [role="alertdialog"], [role="menu"], .tlui-popover__content',
    ),
  ].filter((layer) => layer.getClientRects().length > 0)
  const front = layers.at(-1)
  // A dialog about one text is the same for another text.
  const titles = [...document.querySelectorAll('.list-draft h4')].map((title) => title.textContent)
  const heading = front?.querySelector('h2')?.textContent ?? front?.getAttribute('aria-label') ?? ''
  const offers = front?.matches('[role="menu"]')
    ? [...front.querySelectorAll('[role^="menuitem"]')].map(({ textContent }) => textContent)
    : [titles.some((title) => title !== '' && heading.includes(title)) ? 'a text' : heading]
  return {
    trace: [location.href, shown, hash, counted.crawlActs ?? 0].join('|'),
    focus,
    layer: front ? `${front.getAttribute('role')} ${offers.join('/')}` : '',
  }
}

/** Notices whether anything of the page has changed since it was last asked. Runs in the page. */
function noticeChanges(): void {
  let stirred = true
  const observer = new MutationObserver((records) => note(records))
  // The crawler's own marks are no change of the page.
  const note = (records: readonly MutationRecord[]): void => {
    if (records.some(({ attributeName }) => attributeName !== 'data-crawled')) stirred = true
  }
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  document.addEventListener('scroll', () => void (stirred = true), { capture: true, passive: true })
  const changed = (): boolean => {
    note(observer.takeRecords())
    const was = stirred
    stirred = false
    return was
  }
  ;(globalThis as Counted).crawlRead = { words: '', changed }
}

/** Brought into each page once, so that its engine compiles it once; said as text, for a function cannot bring another along. */
export const installTrace = `globalThis.crawlTrace = ${traceOf};(${noticeChanges})()`

/** Nothing in a page that was there before it could be installed. */
export const installedTrace = (): Trace | undefined => (globalThis as Counted).crawlTrace?.()

/**
 * What the page shows once it is the same twice, 15 ms apart, or as it is after `patience` milliseconds; nothing in a page
 * that was there before. One question of the driver's instead of many.
 */
export async function settledTrace(patience: number): Promise<Trace | undefined> {
  const look = (globalThis as Counted).crawlTrace
  if (!look) return undefined
  const end = performance.now() + patience
  let known = look()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 15))
    const now = look()
    if ((now.trace !== '' && now.trace === known.trace) || performance.now() > end) return now
    known = now
  }
}

/** Looks again and again from now on: what began and ended between two questions of the driver has happened too. */
export function watchTrace(before: Trace): void {
  const counted = globalThis as Counted
  const watch = { changed: false }
  counted.crawlWatch = watch
  // Not at each frame: asking for frames makes the browser draw them. For as long as a press may take, and its answer.
  const end = performance.now() + 3_000
  const look = (): void => {
    if (counted.crawlWatch !== watch || !counted.crawlTrace || performance.now() > end) return
    watch.changed = counted.crawlTrace().trace !== before.trace
    if (!watch.changed) setTimeout(look, 30)
  }
  setTimeout(look, 30)
}

export const hasChanged = (): boolean => (globalThis as Counted).crawlWatch?.changed ?? false
