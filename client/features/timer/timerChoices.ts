// What a person has chosen about the clock on this device: hidden or shown, with or without a sound at the end.
import { useSyncExternalStore } from 'react'

const keys = { hidden: 'faire-ensemble:clock-hidden', sound: 'faire-ensemble:clock-sound' } as const
type Choice = keyof typeof keys

/** For browsers that keep nothing: the choice lasts as long as the page. */
const kept = new Map<Choice, string>()
const listeners = new Set<() => void>()

function read(choice: Choice): string | null {
  try {
    return localStorage.getItem(keys[choice]) ?? kept.get(choice) ?? null
  } catch {
    return kept.get(choice) ?? null
  }
}

function write(choice: Choice, value: 'yes' | 'no'): void {
  kept.set(choice, value)
  try {
    localStorage.setItem(keys[choice], value)
  } catch {
    // Full or forbidden storage: the page remembers until it is closed.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The choice made on this device, or `otherwise` where none was made; and the way to choose. */
export function useTimerChoice(
  choice: Choice,
  otherwise: boolean,
): readonly [boolean, (value: boolean) => void] {
  const chosen = useSyncExternalStore(subscribe, () => read(choice))
  return [chosen === null ? otherwise : chosen === 'yes', (value) => write(choice, value ? 'yes' : 'no')]
}
