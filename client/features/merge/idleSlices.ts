// Runs long work in the page's idle time, a few milliseconds at once: a letter that is typed meanwhile waits for one slice at most.
import { type Steps, someSteps } from '#shared/merge/steps.ts'

/** Milliseconds of one slice. */
const sliceMs = 8
/** A page that is never idle goes on after so many milliseconds all the same. */
const latestMs = 300

/** Begins at the next idle moment; returns the way to stop. */
export function inIdleSlices<Done>(begin: () => Steps<Done>, done: (result: Done) => void): () => void {
  let steps: Steps<Done> | undefined
  const slice = (): void => {
    steps ??= begin()
    const finished = someSteps(steps, sliceMs, () => performance.now())
    if (finished) done(finished.done)
    else stop = whenIdle(slice)
  }
  let stop = whenIdle(slice)
  return () => stop()
}

/** Safari has no idle callback: a task of its own then lets keys go first. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(run, { timeout: latestMs })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(run)
  return () => clearTimeout(timer)
}
