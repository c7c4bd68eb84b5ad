// Turns a changing shared map into plain values for React: few, whole readings, and the same object while nothing changed.
import * as Y from 'yjs'

export interface Reading<T> {
  current(): T
  subscribe(changed: () => void): () => void
}

/** Others' changes are gathered for this long, in milliseconds, so that sixteen people typing cost seven readings a second. */
const gatherMs = 150

/** How long a reading without readers goes on watching, in milliseconds. */
const holdMs = 2_000

/**
 * `read` gets the ids that changed since its last reading (undefined: all) and that reading; returning the same object means
 * that nothing changed. One's own acts are read at once, so that the next key already acts on what is on the screen;
 * letters, one's own too, are gathered: whoever types sees them in the field.
 */
export function liveReading<T>(
  root: Y.Map<Y.Map<unknown>>,
  read: (changed: ReadonlySet<string> | undefined, last: T | undefined) => T,
): Reading<T> {
  let value: T | undefined
  let stale: Set<string> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const readNow = (): void => {
    clearTimeout(timer)
    timer = undefined
    const next = read(value === undefined ? undefined : (stale ?? new Set()), value)
    stale = undefined
    if (next === value) return
    value = next
    for (const listener of listeners) listener()
  }
  const observe = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    stale ??= new Set()
    for (const event of events) {
      if (event.path.length > 0) stale.add(String(event.path[0]))
      else for (const key of event.keys.keys()) stale.add(key)
    }
    const letters = events.every(({ target }) => target instanceof Y.Text || target instanceof Y.XmlFragment)
    if (transaction.local && !letters) readNow()
    else timer ??= setTimeout(readNow, gatherMs)
  }
  // Watching begins with the first reading and outlives a change of tab: nothing is missed, and nothing is read twice.
  let watched = false
  let release: ReturnType<typeof setTimeout> | undefined
  const letGo = (): void => {
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
    watched = false
    value = undefined
    root.unobserveDeep(observe as Parameters<typeof root.unobserveDeep>[0]) // Yjs types its events with any
  }
  const watch = (): T => {
    clearTimeout(release)
    if (listeners.size === 0) release = setTimeout(letGo, holdMs)
    if (!watched) root.observeDeep(observe as Parameters<typeof root.observeDeep>[0]) // as above
    watched = true
    value ??= read(undefined, undefined)
    return value
  }
  return {
    current: () => value ?? watch(),
    subscribe: (changed) => {
      watch()
      listeners.add(changed)
      clearTimeout(release)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) release = setTimeout(letGo, holdMs)
      }
    },
  }
}
