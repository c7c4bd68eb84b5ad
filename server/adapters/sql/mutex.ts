// One at a time, first come first served.

export interface Mutex {
  /** Resolves with the way to let go, once everyone before has let go. */
  acquire(): Promise<() => void>
}

export function mutex(): Mutex {
  let last: Promise<void> = Promise.resolve()
  return {
    acquire() {
      let letGo: () => void = () => undefined
      const before = last
      last = new Promise((resolve) => {
        letGo = resolve
      })
      return before.then(() => letGo)
    },
  }
}
