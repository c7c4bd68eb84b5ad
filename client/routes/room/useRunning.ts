// Which tools of the room wait for this person now.
import { useMemo } from 'react'
import { useSlice } from '#client/live/useLiveRoom.tsx'

export type RunningTool = 'notes' | 'decision' | 'sorting' | 'ready'

export function useRunning(): ReadonlySet<RunningTool> {
  const notes = useSlice('notes')?.step != null
  const decisions = useSlice('decision')
  const decision = decisions?.open != null || decisions?.shownId != null
  const sorting = decisions?.sorting === true
  const ready = useSlice('attention')?.ready != null
  return useMemo(
    () =>
      new Set<RunningTool>([
        ...(notes ? ['notes' as const] : []),
        ...(decision ? ['decision' as const] : []),
        ...(sorting ? ['sorting' as const] : []),
        ...(ready ? ['ready' as const] : []),
      ]),
    [notes, decision, sorting, ready],
  )
}
