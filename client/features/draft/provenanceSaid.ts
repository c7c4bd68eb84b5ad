// Whether this device has each sentence say in words where it comes from, on the screen and to screen readers.
import { useSyncExternalStore } from 'react'

const storageKey = 'faire-ensemble:provenance'

function saidHere(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'said'
  } catch {
    return false
  }
}

let said = saidHere()
const listeners = new Set<() => void>()

export function sayProvenance(next: boolean): void {
  said = next
  try {
    if (next) localStorage.setItem(storageKey, 'said')
    else localStorage.removeItem(storageKey)
  } catch {
    // It holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useProvenanceSaid = (): boolean => useSyncExternalStore(subscribe, () => said)
