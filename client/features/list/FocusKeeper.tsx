// Keeps the keyboard's place when rows move, change groups or vanish under it: same row, same control, else the row beside.
import { Component, type ReactNode } from 'react'

interface Place {
  readonly element: HTMLElement
  readonly row: string | undefined
  readonly control: string | undefined
  /** Position among the rows, for when the row itself is gone. */
  readonly index: number
  readonly selection: readonly [number | null, number | null] | undefined
}

interface Props {
  readonly className?: string
  readonly children: ReactNode
  /** Called when the row that had the focus is gone. */
  readonly onRowGone?: (row: string) => void
}

const rowsOf = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')]

/** The control of a row that has this name, or its main one. */
export const controlOf = (row: HTMLElement | undefined, control: string | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>(`[data-control="${control ?? 'main'}"]`) ??
  row?.querySelector<HTMLElement>('[data-control]') ??
  null

/** A class, because only `getSnapshotBeforeUpdate` sees the page before React moves its nodes. */
export class FocusKeeper extends Component<Props> {
  #root: HTMLDivElement | null = null

  override getSnapshotBeforeUpdate(): Place | null {
    const element = this.#root?.ownerDocument.activeElement
    if (!this.#root || !(element instanceof HTMLElement) || !this.#root.contains(element)) return null
    const row = element.closest<HTMLElement>('[data-row]')
    const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
    return {
      element,
      row: row?.dataset['row'],
      control: element.dataset['control'],
      index: row ? rowsOf(this.#root).indexOf(row) : -1,
      selection: isText ? [element.selectionStart, element.selectionEnd] : undefined,
    }
  }

  override componentDidUpdate(_props: Props, _state: unknown, place: Place | null): void {
    const root = this.#root
    if (!root || !place || root.ownerDocument.activeElement === place.element) return
    // Something in this very update took the focus on purpose: a field that opened.
    if (root.contains(root.ownerDocument.activeElement)) return
    if (place.element.isConnected) {
      place.element.focus({ preventScroll: true })
      if (
        place.selection &&
        (place.element instanceof HTMLTextAreaElement || place.element instanceof HTMLInputElement)
      )
        place.element.setSelectionRange(...place.selection)
      return
    }
    const rows = rowsOf(root)
    const same = rows.find((row) => row.dataset['row'] === place.row)
    const beside = rows[Math.min(place.index, rows.length - 1)]
    const next = controlOf(same ?? beside, place.control)
    if (next) next.focus({ preventScroll: same !== undefined })
    else root.focus({ preventScroll: true })
    if (!same && place.row !== undefined) this.props.onRowGone?.(place.row)
  }

  override render(): ReactNode {
    return (
      <div className={this.props.className} tabIndex={-1} ref={(root) => void (this.#root = root)}>
        {this.props.children}
      </div>
    )
  }
}
