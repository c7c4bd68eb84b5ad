// Work that nobody waits for: once after many askings, and never within a keystroke.

export interface Later {
  /** `atOnce`: before the next picture, for what would be seen missing. */
  ask(atOnce: boolean): void
  cancel(): void
}

/** Milliseconds after which it is done even where the browser is never idle. */
const patience = 400

export function whenIdle(work: () => void): Later {
  let frame = 0
  let idle = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = (): void => {
    cancelAnimationFrame(frame)
    if (idle !== 0) globalThis.cancelIdleCallback?.(idle)
    clearTimeout(timer)
    frame = idle = 0
    timer = undefined
  }
  const run = (): void => {
    cancel()
    work()
  }
  return {
    ask: (atOnce) => {
      if (atOnce) frame ||= requestAnimationFrame(run)
      else if (frame !== 0 || idle !== 0 || timer !== undefined) return
      else if (typeof requestIdleCallback === 'function')
        idle = requestIdleCallback(run, { timeout: patience })
      else timer = setTimeout(run, patience)
    },
    cancel,
  }
}
