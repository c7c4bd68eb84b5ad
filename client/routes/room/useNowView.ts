// On a screen that shows one view at a time, a tool that begins comes to the front, unless somebody is typing.
import { useEffect, useRef } from 'react'
import { isTyping } from '#client/features/attention/isTyping.ts'
import { useRunning } from '#client/routes/room/useRunning.ts'

/** `show` is called once for each tool that begins; never takes anyone out of a field being typed in. */
export function useNowView(show: () => void): { readonly runs: boolean } {
  const running = useRunning()
  const before = useRef<ReadonlySet<string>>(new Set())
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    const begun = [...running].some((tool) => !before.current.has(tool))
    before.current = running
    if (begun && !isTyping()) latest.current()
  }, [running])
  return { runs: running.size > 0 }
}
