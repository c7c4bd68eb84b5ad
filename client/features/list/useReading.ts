// A reading, followed by a component; also when there is no page to follow it from, as in tests of the markup.
import { useSyncExternalStore } from 'react'
import type { Reading } from '#client/features/list/liveReading.ts'

export const useReading = <T>(reading: Reading<T>): T =>
  useSyncExternalStore(reading.subscribe, reading.current, reading.current)

/** Follows several things that tell of changes as one; `current` must give the same value while nothing changed. */
export function joined<T>(
  parts: Iterable<{ subscribe(changed: () => void): () => void }>,
  current: () => T,
): Reading<T> {
  const all = [...parts]
  return {
    current,
    subscribe: (changed) => {
      const stops = all.map((part) => part.subscribe(changed))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
