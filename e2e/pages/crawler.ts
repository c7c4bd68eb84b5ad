// Presses every control of a page and of what opens on it, and writes down those that do nothing, cannot be reached, or throw.
import type { Page } from 'playwright-core'
import { controlsShown, type ShownControl } from '#e2e/pages/shownControls.ts'
import {
  countActs,
  hasChanged,
  installedTrace,
  installTrace,
  settledTrace,
  type Trace,
  traceOf,
  watchTrace,
} from '#e2e/pages/traceOf.ts'

/** A place to press controls in: how one gets there, and how one sees that one is still there. */
export interface Place {
  readonly name: string
  readonly enter: () => Promise<void>
  readonly holds: () => Promise<boolean>
  /** Where its controls are, as a CSS selector; the whole page when absent. */
  readonly within?: string
  /** Its own controls only, not what opens from them. */
  readonly shallow?: boolean
}

export interface Findings {
  readonly pressed: readonly string[]
  readonly faults: readonly string[]
}

/** Milliseconds that a control has to show that it did something. */
const patience = 900
/** Milliseconds that a hand waits for a control to hold still and come to the front. */
const grasp = 2_000
/** What would end the visit or take away what the next controls stand on comes last. */
const last =
  /supprim|effacer|retirer|sortir|quitter|déconnecter|à neuf|english|nederlands|fermer|terminé|^annuler$|couper/i
/** While what it takes back can be seen: later it may be a lock or an order, which do not show. */
const soon = /^annuler —/i
/** What they open is the same dialog in other words. */
const tongues = /^(english|nederlands|français)$/i
/** Layers inside layers: a menu in a dialog in a room, and what that menu opens. */
const deepest = 3

interface Stage {
  readonly path: string
  readonly depth: number
  /** The dialog or menu that is crawled; none on the page itself. */
  readonly layer?: string
}

export class Crawler {
  readonly page: Page
  readonly #leftAlone: RegExp
  readonly #seen = new Set<string>()
  /** Controls that could not be pressed once: what a press before them brought may have come late. */
  readonly #missed = new Set<string>()
  readonly #pressed: string[] = []
  readonly #faults: string[] = []
  /** What happened outside the document since the last press: downloads, file choosers, windows. */
  #happened = 0
  #now = 'opening'

  /** `leftAlone`: names of controls that are not ours to press, such as a maker's mark that leads off the host. */
  constructor(page: Page, leftAlone: RegExp) {
    this.page = page
    this.#leftAlone = leftAlone
    const fault = (what: string): void => this.#fault(what)
    const seen = (): void => void (this.#happened += 1)
    page.on('pageerror', (error) => fault(`threw ${error.message}`))
    page.on('console', (message) => {
      // Of a refused request the words alone do not say which.
      if (message.type() === 'error') fault(`console: ${message.text()} ${message.location().url}`)
    })
    page.on('requestfailed', (request) => {
      // Requests that a page gave up by going elsewhere have not failed.
      const why = request.failure()?.errorText ?? ''
      if (!why.includes('ERR_ABORTED')) fault(`${request.url()} failed: ${why}`)
    })
    page.on(
      'response',
      (response) => response.status() >= 500 && fault(`${response.url()}: ${response.status()}`),
    )
    page.on('download', (download) => download.delete().then(seen, seen))
    page.on('filechooser', seen)
    page.on('popup', (popup) => popup.close().then(seen, seen))
  }

  get findings(): Findings {
    return { pressed: this.#pressed, faults: this.#faults }
  }

  #fault(what: string): void {
    this.#faults.push(`${this.#now}: ${what}`)
    this.#say(`FAULT ${this.#now}: ${what}`)
  }

  /** Where somebody looks for a fault, every press as it comes. */
  #say(words: string): void {
    if (process.env['CRAWL_SAYS_ALL']) console.log(`${Math.round(performance.now())} ${words}`)
  }

  async open(): Promise<void> {
    await this.page.addInitScript(countActs)
    await this.page.addInitScript({ content: installTrace })
  }

  async visit(place: Place): Promise<void> {
    await this.#crawl(place, { path: place.name, depth: 0 })
  }

  async #crawl(place: Place, { path, depth, layer }: Stage): Promise<void> {
    const home = await this.#arrive(place, undefined)
    // A menu that has closed again has nothing to press.
    if (layer !== undefined && home !== layer) return
    let front = home
    for (;;) {
      const still = front === home && (await place.holds())
      if (!still) {
        const there = await this.#arrive(place, home)
        // What cannot be opened again was taken away by its own controls; a page cannot be.
        if (there !== home && depth === 0)
          this.#fault(`no way back to ${place.name}, before it: ${there.slice(0, 80)}`)
        if (there !== home) return
      }
      const control = await this.#next(home, place.within)
      if (!control) return
      this.#now = `${path} > ${control.name}`
      const blocked = await this.#press(control)
      if (blocked !== undefined) this.#lookAgain(seenAs(home, control.key), blocked)
      const opened = await this.#layer()
      front = opened
      if (opened === home || opened === '' || this.#seen.has(opened)) continue
      if (place.shallow || depth >= deepest || tongues.test(control.name)) continue
      this.#seen.add(opened)
      await this.#crawl(this.#beyond(place, control, opened), {
        path: this.#now,
        depth: depth + 1,
        layer: opened,
      })
      front = await this.#layer()
    }
  }

  /** The layer that a control opened, as a place of its own. */
  #beyond(place: Place, control: ShownControl, opened: string): Place {
    let first = true
    return {
      name: control.name,
      holds: async () => true,
      enter: async () => {
        // Just opened: nothing to do.
        if (first) {
          first = false
          return
        }
        // What is still open lies over the way there.
        let front = await this.#layer()
        for (let tries = 0; tries < 3 && front !== ''; tries += 1) front = await this.#closeFront()
        await this.#arrive(place, undefined)
        const again = (await controlsShown(this.page, place.within)).find(({ key }) => key === control.key)
        if (!again) return
        const { blocked } = await this.#reach(again)
        if (blocked !== undefined) this.#fault(blocked)
        await this.#until(async () => (await this.#layer()) === opened)
      },
    }
  }

  /** Goes there, first by closing what is open, else from the start; returns the layer in front. */
  async #arrive(place: Place, home: string | undefined): Promise<string> {
    if (home !== undefined) {
      let front = await this.#layer()
      for (let tries = 0; tries < 3; tries += 1) {
        if (front === home && (await place.holds())) return front
        if (front === '') break
        front = await this.#closeFront()
      }
      // Opened again faster than a hand could, while the focus was still being given back: the page begins anew.
      if (home === '' && front !== '') await this.page.reload()
    }
    await place.enter()
    return this.#frontOnceSettled()
  }

  /** Closes the layer in front as a hand does; returns the one behind it. */
  async #closeFront(): Promise<string> {
    await this.page.keyboard.press('Escape')
    return this.#frontOnceSettled()
  }

  async #frontOnceSettled(): Promise<string> {
    const { trace, layer } = await this.#settled()
    return trace === '' ? this.#layer() : layer
  }

  /** The dialog or menu in front, told by what it offers; empty on the bare page. */
  async #layer(): Promise<string> {
    let known = await this.#look()
    await this.#until(async () => {
      if (known.trace === '') known = await this.#look()
      return known.trace !== ''
    })
    return known.layer
  }

  async #next(home: string, within: string | undefined): Promise<ShownControl | undefined> {
    const fresh = (await controlsShown(this.page, within)).filter(
      ({ key, name }) => !this.#seen.has(seenAs(home, key)) && !this.#leftAlone.test(name),
    )
    const control =
      fresh.find(({ name }) => soon.test(name)) ?? fresh.find(({ name }) => !last.test(name)) ?? fresh[0]
    if (control) this.#seen.add(seenAs(home, control.key))
    return control
  }

  /** What could not be pressed is tried once more from where it stands then; the second time it is a fault. */
  #lookAgain(key: string, blocked: string): void {
    if (this.#missed.has(key)) return this.#fault(blocked)
    this.#missed.add(key)
    this.#seen.delete(key)
  }

  /** Presses it and writes down what came of it; why it could not be pressed, where it could not. */
  async #press(control: ShownControl): Promise<string | undefined> {
    const mark = this.page.locator(`[data-crawled="${control.mark}"]`)
    await this.page.evaluate(closeMessages)
    // What only the pointer's coming changes is not the control's doing.
    // A menu's entry opens its submenu as the pointer comes: there the coming counts.
    if (!control.key.includes('menuitem'))
      await mark.hover({ timeout: patience, force: true }).catch(() => undefined)
    const before = await this.#settled()
    const happened = this.#happened
    this.#pressed.push(this.#now)
    this.#say(this.#now)
    await this.page.evaluate(watchTrace, before)
    const { pressed, blocked } = await this.#reach(control)
    if (!pressed) return blocked
    const did = await this.#until(async () => {
      if (this.#happened > happened || this.page.isClosed()) return true
      const after = await this.#look()
      return after.trace !== before.trace || (after.focus !== '' && after.focus !== before.focus)
    })
    if (!did && !(await this.page.evaluate(hasChanged).catch(() => true))) this.#fault('nothing happened')
    return undefined
  }

  /** A press as a hand makes it; what lies over the control where it cannot be pressed, nothing where it has gone. */
  async #reach(control: ShownControl): Promise<{ pressed: boolean; blocked?: string }> {
    const mark = this.page.locator(`[data-crawled="${control.mark}"]`)
    try {
      if (control.kind === 'select') await mark.selectOption({ index: control.other }, { timeout: grasp })
      else if (control.kind === 'key') await mark.press('Enter', { timeout: grasp })
      else await mark.click({ timeout: grasp })
      return { pressed: true }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      // It went while the hand was on its way, as a dialog does once its answer is there.
      if ((await mark.count().catch(() => 0)) === 0) return { pressed: false }
      const over = /<.* intercepts/.exec(why)?.[0] ?? why.split('\n').slice(0, 8).join(' ')
      return { pressed: false, blocked: `cannot be pressed (${over})` }
    }
  }

  /** What the page shows, once it stays the same for a moment. */
  async #settled(): Promise<Trace> {
    const settled = await this.page.evaluate(settledTrace, patience).catch(() => undefined)
    if (settled) return settled
    let known = await this.#look()
    await this.#until(async () => {
      const now = await this.#look()
      const same = now.trace !== '' && now.trace === known.trace
      known = now
      return same
    })
    return known
  }

  /** Nothing while the page is being changed for another. */
  async #look(): Promise<Trace> {
    try {
      return (await this.page.evaluate(installedTrace)) ?? (await this.page.evaluate(traceOf))
    } catch {
      return { trace: '', focus: '', layer: '' }
    }
  }

  async #until(look: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + patience
    for (;;) {
      if (await look()) return true
      if (Date.now() > end) return false
      await this.page.waitForTimeout(15).catch(() => undefined)
    }
  }
}

/** What a menu offers is the same wherever it opens. */
const seenAs = (layer: string, key: string): string => `${layer.startsWith('menu ') ? 'menu' : layer}\n${key}`

/** Messages lie over the page for some seconds, and whoever needs the place closes them. Runs in the page. */
function closeMessages(): void {
  for (const close of document.querySelectorAll<HTMLElement>('.toast > button:last-child')) close.click()
}
