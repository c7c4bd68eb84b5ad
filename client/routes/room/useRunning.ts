// Which tools of the room wait for this person now.
import { useMemo } from 'react'
import { useSlice } from '#client/live/useLiveRoom.tsx'

export const runningTools = ['notes', 'decision', 'sorting', 'ready'] as const
export type RunningTool = (typeof runningTools)[number]

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

/** The same one by one: a second vote is another one, even for a device that missed the end of the first. */
export function useRunningIds(): ReadonlySet<string> {
  const running = useRunning()
  const notesId = useSlice('notes')?.step?.id
  const decisions = useSlice('decision')
  const decisionId = decisions?.open?.id ?? decisions?.shownId ?? undefined
  const readyId = useSlice('attention')?.ready?.id
  return useMemo(() => {
    const ids: Readonly<Record<RunningTool, string | undefined>> = {
      notes: notesId,
      decision: decisionId,
      sorting: '',
      ready: readyId,
    }
    return new Set([...running].map((tool) => `${tool} ${ids[tool] ?? ''}`))
  }, [running, notesId, decisionId, readyId])
}

/** The tool of one of these ids. */
export const toolOf = (id: string): RunningTool =>
  runningTools.find((tool) => id.startsWith(`${tool} `)) ?? 'notes'
