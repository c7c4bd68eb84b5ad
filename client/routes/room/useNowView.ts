// On a screen that shows one view at a time, a tool that begins comes to the front; for whoever is typing, when they have done.
import { useEffect, useRef } from 'react'
import { isTyping } from '#client/features/attention/isTyping.ts'
import { type RunningTool, toolOf, useRunningIds } from '#client/routes/room/useRunning.ts'

/** `show` is called with each tool that begins, also with what began while the line was lost; never takes anyone out of a field. */
export function useNowView(show: (tool: RunningTool) => void): { readonly runs: boolean } {
  const running = useRunningIds()
  const before = useRef<ReadonlySet<string>>(new Set())
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    const begun = [...running].filter((id) => !before.current.has(id)).at(-1)
    before.current = running
    if (begun === undefined) return
    if (!isTyping()) return latest.current(toolOf(begun))
    return afterTyping(() => latest.current(toolOf(begun)))
  }, [running])
  return { runs: running.size > 0 }
}

/** Once the field is left, and nothing else is being answered. Returns the way to call it off. */
function afterTyping(act: () => void): () => void {
  const onLeave = (): void =>
    void requestAnimationFrame(() => {
      if (stopped || isTyping()) return
      stop()
      act()
    })
  let stopped = false
  const stop = (): void => {
    stopped = true
    window.removeEventListener('focusout', onLeave)
  }
  window.addEventListener('focusout', onLeave)
  return stop
}
