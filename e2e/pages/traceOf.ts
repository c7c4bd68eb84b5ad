// What a page shows at one moment, as one string to compare: words, states, places, focus, and acts that leave no mark. Runs in the page.

interface Counted {
  crawlActs?: number
  crawlTrace?: () => Trace
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
  const parts: string[] = [location.href, document.documentElement.outerHTML.slice(0, 300)]
  let elements = 0
  let hash = 0
  const valueOf = (field: Element): string => {
    if (field instanceof HTMLInputElement) return `${field.value}${field.checked}`
    return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : ''
  }
  const add = (words: string): void => {
    for (let at = 0; at < words.length; at += 1) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) | 0
  }
  // Asked once for the whole page: it is read several times for each press, and has thousands of elements.
  const all = (selector: string): ReadonlySet<Element> => new Set(document.querySelectorAll(selector))
  // Messages go and badges change by themselves.
  const leftOut = all('.toasts, [data-save], .wb-cursors, svg')
  const stated = all(states.map((state) => `[${state}]`).join())
  const styled = all('.tl-html-layer, .tl-shape, .tlui-icon')
  const fields = all('input, textarea, select')
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
    if (fields.has(element)) add(valueOf(element))
    else if (first === null) add(element.textContent ?? '')
    // Words beside a picture, as on most buttons.
    else for (const node of element.childNodes) if (node instanceof Text) add(node.data)
    if (styled.has(element)) add(element.getAttribute('style') ?? '')
    for (let child = first; child; child = child.nextElementSibling) read(child)
  }
  read(document.body)
  const active = document.activeElement
  // A field that takes the focus has done what it is for.
  const own =
    active?.closest('[data-crawled]') && !active.matches('input, textarea, select, [contenteditable]')
  const focus = own
    ? ''
    : `${active?.tagName} ${active?.className} ${active?.id} ${active?.getAttribute('aria-label')} ${active?.getAttribute('aria-labelledby')}`
  parts.push(String(elements), String(hash), String((globalThis as Counted).crawlActs ?? 0))
  for (const told of document.querySelectorAll('[data-live-announcer]')) parts.push(told.textContent ?? '')
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
    trace: parts.join('|'),
    focus,
    layer: front ? `${front.getAttribute('role')} ${offers.join('/')}` : '',
  }
}

/** Brought into each page once, so that its engine compiles it once; said as text, for a function cannot bring another along. */
export const installTrace = `globalThis.crawlTrace = ${traceOf}`

/** Nothing in a page that was there before it could be installed. */
export const installedTrace = (): Trace | undefined => (globalThis as Counted).crawlTrace?.()

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
