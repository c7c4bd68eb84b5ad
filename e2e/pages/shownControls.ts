// The controls that a person could press now: on the page, or in the dialog or menu in front of it. Runs in the page.
import type { Page } from 'playwright-core'

export interface ShownControl {
  /** The same control has the same key at another moment; rows of one kind share theirs. */
  readonly key: string
  readonly name: string
  /** The attribute by which it is found just now. */
  readonly mark: string
  /** `key`: only there for the keyboard, as a link that skips is. */
  readonly kind: 'press' | 'select' | 'key'
  /** For a list of choices: the index of another one than the chosen one. */
  readonly other: number
}

export const controlsShown = (page: Page, within?: string): Promise<ShownControl[]> =>
  page.evaluate(collect, within ?? null)

function collect(within: string | null): ShownControl[] {
  const wanted =
    'button, a[href], input, select, textarea, summary, [contenteditable="true"], [role="button"], [role="tab"], [role^="menuitem"], [role="option"], [role="switch"]'
  // The rows of tldraw's page menu are where one is already, or dragged.
  const leftOut =
    '[inert], [aria-hidden="true"], .toasts, .tlui-page-menu__item, .tlui-page_menu__item__sortable'
  const layers = [
    ...document.querySelectorAll<HTMLElement>(
      '[role="dialog"], [role="alertdialog"], [role="menu"], .tlui-popover__content',
    ),
  ].filter((layer) => layer.getClientRects().length > 0)
  const front = layers.at(-1)
  const roots = front ? [front] : within ? [...document.querySelectorAll(within)] : [document.body]
  const found: ShownControl[] = []
  const known = new Set<string>()
  const nameOf = (element: HTMLElement): string => {
    const labelled = element.getAttribute('aria-labelledby')
    const words =
      element.getAttribute('aria-label') ??
      (labelled ? document.getElementById(labelled)?.textContent : undefined) ??
      ('labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined) ??
      (element.textContent?.trim() || element.title || element.getAttribute('placeholder') || '')
    return words.replace(/\s+/g, ' ').trim().slice(0, 70)
  }
  /** Nothing is expected of what is chosen already, leads to this very page, or says by its state that it cannot be pressed. */
  const restsAlready = (element: HTMLElement): boolean =>
    element.matches(':disabled, [aria-disabled="true"], [data-disabled]') ||
    element.matches(
      '[aria-selected="true"], [aria-current]:not([aria-current="false"]), input[type="radio"]:checked',
    ) ||
    element.matches(
      '[role^="menuitem"][aria-checked="true"], [role="radio"][aria-checked="true"], [data-isactive="true"], .wb-colour[aria-pressed="true"], .replay [role="group"] [aria-pressed="true"], .now-switch [aria-pressed="true"]',
    ) ||
    (element instanceof HTMLAnchorElement && element.href === location.href) ||
    (element === document.activeElement && element.matches('input, textarea, [contenteditable]'))
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLElement>(wanted)) {
      if (element.closest(leftOut) || restsAlready(element)) continue
      const box = element.getBoundingClientRect()
      const label = element.closest('label')
      const seen = element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
      const target =
        label && element.matches('input[type="radio"], input[type="checkbox"], input[type="file"]')
          ? label
          : element
      if (!seen && !(label?.checkVisibility() ?? false)) continue
      const row = element.closest<HTMLElement>(
        '[data-row], .joint-check, .handover-text, .mg-draft-choice, .list-group-head, .persona, .list-pick li, .draft-versions li, .q-list li, .gc, .ag li, .draft-line, .draft-nuance-edit, .draft-nuance-line, .draft-sources li',
      )
      const state = element.dataset['act'] ?? element.dataset['control'] ?? ''
      const name = nameOf(element)
      // One row of each kind stands for its like.
      // A clock that runs is the same control a second later, and so is what counts.
      const still = name
        .replace(/\d\d:\d\d/, '00:00')
        .replace(/\d+ %|\d+%/, '0 %')
        .replace(/\d+ fois/, '0 fois')
        // An act that names its object after a colon is the same act on the next one.
        .replace(/(\S{5,}.*?)\s:\s.+$/, '$1')
      const what = row ? `${row.classList[0]} ${element.classList[0]} ${state}` : still
      const key = `${element.tagName} ${element.getAttribute('type') ?? ''} ${element.getAttribute('role') ?? ''} ${what}`
      if (known.has(key)) continue
      known.add(key)
      const mark = String(found.length)
      for (const old of document.querySelectorAll(`[data-crawled="${mark}"]`))
        old.removeAttribute('data-crawled')
      target.dataset['crawled'] = mark
      const isSelect = element instanceof HTMLSelectElement
      const other = isSelect
        ? [...element.options].findIndex((option, at) => at !== element.selectedIndex && !option.disabled)
        : -1
      if (isSelect && other < 0) continue
      found.push({
        key,
        name: name || key,
        mark,
        kind: isSelect ? 'select' : element.matches('.skip, .tl-skip-to-main-content') ? 'key' : 'press',
        other,
      })
    }
  }
  return found
}
