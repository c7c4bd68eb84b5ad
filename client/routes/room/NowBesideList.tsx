// What runs now above the list of a wide screen, one tool at a time like everywhere.
import { NowPanel } from '#client/routes/room/NowPanel.tsx'
import { NowSwitch, toolInFront } from '#client/routes/room/NowSwitch.tsx'
import { NowTools } from '#client/routes/room/SessionTools.tsx'
import { type RunningTool, useRunning } from '#client/routes/room/useRunning.ts'

export interface NowBesideListProps {
  readonly front: RunningTool | null
  readonly onFront: (tool: RunningTool) => void
}

export function NowBesideList({ front, onFront }: NowBesideListProps) {
  const only = toolInFront(useRunning(), front)
  return (
    <NowPanel head={<NowSwitch only={only} onFront={onFront} />} tools={<NowTools staged only={only} />} />
  )
}
