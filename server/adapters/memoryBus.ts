// The bus of a single process: what is published is heard in the same process, after the present turn.
import type { Bus } from '#server/ports/bus.ts'

/** Listeners hear a message in the order of publishing; one that throws does not silence the others. */
export function memoryBus(onError: (error: unknown) => void = () => undefined): Bus {
  const listeners = new Map<string, Set<(message: Uint8Array) => void>>()
  let closed = false

  const deliver = (topic: string, message: Uint8Array) => {
    for (const heard of [...(listeners.get(topic) ?? [])]) {
      try {
        heard(message)
      } catch (error) {
        onError(error)
      }
    }
  }

  return {
    publish(topic, message) {
      if (!closed && listeners.has(topic)) queueMicrotask(() => deliver(topic, message))
    },
    listen(topic, heard) {
      const heardBefore = listeners.get(topic) ?? new Set()
      // Each call is a listener of its own, even when the same function is given twice.
      const listener = (message: Uint8Array) => heard(message)
      listeners.set(topic, heardBefore.add(listener))
      return () => {
        heardBefore.delete(listener)
        if (heardBefore.size === 0 && listeners.get(topic) === heardBefore) listeners.delete(topic)
      }
    },
    async close() {
      closed = true
      listeners.clear()
    },
  }
}
