// Words that were typed and not sent yet, kept in this tab: closing a form, a lost line or a reload takes nothing away.
import { useCallback, useSyncExternalStore } from 'react'

const prefix = 'faire-ensemble:remark:'
const held = new Map<string, unknown>()
const listeners = new Set<() => void>()

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Undefined where nothing is kept. The same value as long as nothing was kept anew. */
export function unsent<Value>(key: string): Value | undefined {
  if (!held.has(key)) held.set(key, stored(key))
  return held.get(key) as Value | undefined // kept below under the same key by the same caller
}

/** Undefined forgets it. */
export function keepUnsent(key: string, value: unknown): void {
  held.set(key, value)
  try {
    if (value === undefined) sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // A tab without storage keeps it as long as it is open.
  }
  for (const listener of listeners) listener()
}

function stored(key: string): unknown {
  try {
    const text = sessionStorage.getItem(prefix + key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function useUnsent<Value>(
  key: string,
): readonly [Value | undefined, (value: Value | undefined) => void] {
  const value = useSyncExternalStore(subscribe, () => unsent<Value>(key))
  const keep = useCallback((next: Value | undefined) => keepUnsent(key, next), [key])
  return [value, keep]
}
