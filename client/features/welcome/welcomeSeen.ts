// Whether somebody has been shown around on this device, and whether the visit is on now: menus reopen it from anywhere.
import { useSyncExternalStore } from 'react'

const storageKey = 'faire-ensemble:welcome'

/** `arrives`: comes by itself to who is here for the first time; `asked`: somebody wants it, and gets the focus. */
export type Visit = 'off' | 'arrives' | 'asked'

function seenHere(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null
  } catch {
    // A browser that keeps nothing would show it at every visit.
    return true
  }
}

let visit: Visit = seenHere() ? 'off' : 'arrives'
const listeners = new Set<() => void>()

function change(next: Visit): void {
  visit = next
  for (const listener of listeners) listener()
}

export const openVisit = (): void => change('asked')

export function endVisit(): void {
  try {
    localStorage.setItem(storageKey, 'seen')
  } catch {
    // It stays closed until the page is left.
  }
  change('off')
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useVisit = (): Visit => useSyncExternalStore(subscribe, () => visit)
