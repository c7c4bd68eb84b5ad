// One draft open on one person's screen: where they put their caret, what they write, what they read.
import type { CDPSession, Locator, Page } from 'playwright-core'
import { RoomPage } from '#e2e/pages/roomPage.ts'

export type SectionName = 'Constat' | 'Proposition' | 'Moyens'
export type ToolName = 'Gras' | 'Liste à puces' | 'Liste numérotée' | 'Intertitre'

interface AxNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly childIds?: readonly string[]
}

/** Milliseconds between two keys: quick hands, and others' letters arrive between one's own. */
const betweenKeys = 8

export class DraftPage {
  readonly page: Page
  readonly row: Locator
  readonly cdp: CDPSession

  private constructor(page: Page, row: Locator, cdp: CDPSession) {
    this.page = page
    this.row = row
    this.cdp = cdp
  }

  static async open(page: Page, title: string): Promise<DraftPage> {
    const row = await new RoomPage(page).open(title)
    return new DraftPage(page, row, await page.context().newCDPSession(page))
  }

  /** The same hands on a screen without an open draft. */
  static async on(page: Page): Promise<DraftPage> {
    return new DraftPage(page, page.locator('body'), await page.context().newCDPSession(page))
  }

  /** The rich text in front: of the whole text where it is open, else of the row. */
  section(name: SectionName = 'Proposition'): Locator {
    return this.page.getByRole('textbox', { name, exact: true }).last()
  }

  /** Paragraphs, headings and list paragraphs as they read on the screen, in order. */
  blocks(name: SectionName = 'Proposition'): Promise<string[]> {
    return this.section(name)
      .locator('p,h2,h3')
      .evaluateAll((blocks) => blocks.map((block) => block.textContent ?? ''))
  }

  /** Puts the caret into a block, `offset` letters from its start or at its end. */
  async caret(
    block: number,
    offset: number | 'end' = 'end',
    name: SectionName = 'Proposition',
  ): Promise<void> {
    const section = this.section(name)
    if (!(await section.evaluate((element) => element === document.activeElement))) await section.click()
    const here = section.locator('p,h2,h3').nth(block)
    await here.evaluate(placeCaret, offset === 'end' ? null : offset)
  }

  /** The same in a plain field. */
  async caretIn(field: Locator, offset: number): Promise<void> {
    await field.evaluate((element, at) => {
      if (!(element instanceof HTMLTextAreaElement)) throw new Error('no plain field')
      element.focus()
      element.setSelectionRange(at, at)
    }, offset)
  }

  write(words: string): Promise<void> {
    return this.page.keyboard.type(words, { delay: betweenKeys })
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys)
  }

  async tool(name: ToolName): Promise<void> {
    await this.row.getByRole('button', { name, exact: true }).click()
  }

  /** The word under the fingers as a phone keyboard shows it: growing letter by letter, not yet committed. */
  async compose(word: string): Promise<void> {
    for (let length = 1; length <= word.length; length += 1) {
      const text = word.slice(0, length)
      await this.cdp.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length })
    }
  }

  /** Commits: the composed word as it stands, or another in its place (a suggestion that is accepted). */
  async commit(words: string): Promise<void> {
    await this.cdp.send('Input.insertText', { text: words })
  }

  /**
   * A keyboard that thinks again: it takes words already committed back into composition, then commits others. It counts
   * letters from the start of the text, so nobody may write before them meanwhile.
   */
  async recompose(field: Locator, wrong: string, right: string): Promise<void> {
    const replacementEnd = await field.evaluate(lettersBeforeCaret)
    const at = { selectionStart: right.length, selectionEnd: right.length }
    const replaced = { replacementStart: replacementEnd - wrong.length, replacementEnd }
    await this.cdp.send('Input.imeSetComposition', { text: right, ...at, ...replaced })
    await this.commit(right)
  }

  /** A keyboard that corrects the words before the caret without composing, in one step. */
  async autocorrect(field: Locator, wrong: string, right: string): Promise<void> {
    await field.evaluate(replaceBeforeCaret, [wrong.length, right] as const)
  }

  /** What the accessibility tree says of a rich text, block by block. */
  async spokenBlocks(name: SectionName = 'Proposition'): Promise<string[]> {
    const { nodes } = (await this.cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] } // the protocol's own shape
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const box = nodes
      .filter((node) => node.role?.value === 'textbox' && node.name?.value === name && !node.ignored)
      .at(-1)
    return box ? spokenUnder(box, byId) : []
  }
}

/** Runs in the page; resolves once the editor has heard of the new selection. */
async function placeCaret(element: Element, offset: number | null): Promise<void> {
  const selection = getSelection()
  if (offset === null) {
    selection?.selectAllChildren(element)
    selection?.collapseToEnd()
  } else {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let left = offset
    let node = walker.nextNode()
    for (; node && left > (node.nodeValue ?? '').length; node = walker.nextNode())
      left -= (node.nodeValue ?? '').length
    selection?.collapse(node ?? element, node ? left : 0)
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Runs in the page: letters before the caret, in a field or an editor of one paragraph. */
function lettersBeforeCaret(field: Element): number {
  if (field instanceof HTMLTextAreaElement) return field.selectionEnd
  const selection = getSelection()
  if (!selection?.focusNode) return 0
  const range = document.createRange()
  range.setStart(field, 0)
  range.setEnd(selection.focusNode, selection.focusOffset)
  return range.toString().length
}

/** Runs in the page. */
function replaceBeforeCaret(field: Element, [letters, words]: readonly [number, string]): void {
  if (field instanceof HTMLTextAreaElement) field.selectionStart = field.selectionEnd - letters
  else for (let step = 0; step < letters; step += 1) getSelection()?.modify('extend', 'backward', 'character')
  document.execCommand('insertText', false, words)
}

const blockRoles = new Set(['paragraph', 'heading'])

function spokenUnder(box: AxNode, byId: ReadonlyMap<string, AxNode>): string[] {
  const blocks: string[] = []
  const say = (words: string): void => {
    if (blocks.length === 0) blocks.push('')
    blocks[blocks.length - 1] += words
  }
  const walk = (node: AxNode): void => {
    const role = node.role?.value ?? ''
    if (blockRoles.has(role)) blocks.push('')
    // Everything that is said counts, so that a name inside the sentence would be seen; boxes of lines repeat their text.
    if (role === 'StaticText') return say(node.name?.value ?? '')
    if (role === 'ListMarker' || role === 'LineBreak') return
    for (const id of node.childIds ?? []) {
      const child = byId.get(id)
      if (child) walk(child)
    }
  }
  walk(box)
  return blocks.map((block) => block.replace(/\n$/, ''))
}
