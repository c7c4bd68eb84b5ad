// What a person has said is not close, on this device; it changes nothing for anybody else.
import { useSyncExternalStore } from 'react'

const storageKey = 'faire-ensemble:not-close'
/** The oldest are forgotten: they are only suggestions. */
const most = 300

/** For browsers that keep nothing: said for as long as the page is open. */
let said: readonly string[] | undefined
const listeners = new Set<() => void>()

function read(): readonly string[] {
  if (said) return said
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    said = Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    said = []
  }
  return said
}

function write(next: readonly string[]): void {
  said = next.slice(-most)
  try {
    localStorage.setItem(storageKey, JSON.stringify(said))
  } catch {
    // Full or forbidden storage: the page remembers until it is closed.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface NotClose {
  has(other: string): boolean
  add(other: string): void
  /** Takes back everything that was said of this text. */
  clear(): void
}

/** `who`: the person, so that people who share a device do not speak for one another. `text`: what the others are not close to. */
export function useNotClose(who: string, text: string): NotClose {
  const all = useSyncExternalStore(subscribe, read)
  const prefix = `${who}\n${text}\n`
  return {
    has: (other) => all.includes(prefix + other),
    add: (other) => write([...read().filter((one) => one !== prefix + other), prefix + other]),
    clear: () => write(read().filter((one) => !one.startsWith(prefix))),
  }
}
