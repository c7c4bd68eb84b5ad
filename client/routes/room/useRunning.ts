// Which tools of the room wait for this person now.
import { useMemo } from 'react'
import { useSlice } from '#client/live/useLiveRoom.tsx'

export const runningTools = ['notes', 'decision', 'sorting', 'ready', 'subgroups'] as const
export type RunningTool = (typeof runningTools)[number]

export function useRunning(): ReadonlySet<RunningTool> {
  const notes = useSlice('notes')?.step != null
  const decisions = useSlice('decision')
  const decision = decisions?.open != null || decisions?.shownId != null
  const sorting = decisions?.sorting === true
  const ready = useSlice('attention')?.ready != null
  const plan = useSlice('subgroups')?.plan
  // While it is prepared, people have something to do only where they choose themselves.
  const subgroups = plan != null && (plan.status === 'running' || plan.method === 'theme')
  return useMemo(
    () =>
      new Set<RunningTool>([
        ...(notes ? ['notes' as const] : []),
        ...(decision ? ['decision' as const] : []),
        ...(sorting ? ['sorting' as const] : []),
        ...(ready ? ['ready' as const] : []),
        ...(subgroups ? ['subgroups' as const] : []),
      ]),
    [notes, decision, sorting, ready, subgroups],
  )
}

/** The same one by one: a second vote is another one, even for a device that missed the end of the first. */
export function useRunningIds(): ReadonlySet<string> {
  const running = useRunning()
  const notesId = useSlice('notes')?.step?.id
  const decisions = useSlice('decision')
  const decisionId = decisions?.open?.id ?? decisions?.shownId ?? undefined
  const readyId = useSlice('attention')?.ready?.id
  const plan = useSlice('subgroups')?.plan
  const planId = plan ? `${plan.id} ${plan.status}` : undefined
  return useMemo(() => {
    const ids: Readonly<Record<RunningTool, string | undefined>> = {
      notes: notesId,
      decision: decisionId,
      sorting: '',
      ready: readyId,
      subgroups: planId,
    }
    return new Set([...running].map((tool) => `${tool} ${ids[tool] ?? ''}`))
  }, [running, notesId, decisionId, readyId, planId])
}

/** The tool of one of these ids. */
export const toolOf = (id: string): RunningTool =>
  runningTools.find((tool) => id.startsWith(`${tool} `)) ?? 'notes'
