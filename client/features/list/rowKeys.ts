// Keys on a row of the list: arrows walk, Alt and arrows move it, Delete removes it. Fields keep their keys.
import type { KeyboardEvent } from 'react'
import { controlOf } from '#client/features/list/FocusKeeper.tsx'

export interface RowActs {
  readonly move?: (row: string, order: 'earlier' | 'later') => void
  readonly remove?: (row: string) => void
  readonly escape?: () => void
}

/** Whether keys belong to what is typed into this element. */
export const isTypingIn = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type)))

export function onRowKey(event: KeyboardEvent<HTMLElement>, acts: RowActs): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || isTypingIn(event.target)) return
  const target = event.target as HTMLElement // React's handlers on elements get elements
  const row = target.closest<HTMLElement>('[data-row]')
  // Only the row's own controls: a draft that is open inside its row has keys of its own.
  if (!row || target.dataset['control'] === undefined) return
  const id = row.dataset['row'] ?? ''
  const done = walk(event, row, target) || change(event, id, acts)
  if (done) event.preventDefault()
}

function walk(event: KeyboardEvent<HTMLElement>, row: HTMLElement, target: HTMLElement): boolean {
  if (event.altKey) return false
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(row)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return false
  controlOf(rows[to], target.dataset['control'])?.focus()
  return true
}

function change(event: KeyboardEvent<HTMLElement>, id: string, acts: RowActs): boolean {
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    acts.move?.(id, event.key === 'ArrowUp' ? 'earlier' : 'later')
    return true
  }
  if (event.key === 'Delete' && acts.remove) {
    acts.remove(id)
    return true
  }
  if (event.key === 'Escape' && acts.escape) {
    acts.escape()
    return true
  }
  return false
}
