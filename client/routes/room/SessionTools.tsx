// The session's tools, composed for each place of the room: the dock, what runs now, the top of a phone.

import type { ReactNode } from 'react'
import { AddresseeDockButton } from '#client/features/addressee/AddresseeDockButton.tsx'
import { AddresseeNow } from '#client/features/addressee/AddresseeNow.tsx'
import { AgendaVoice } from '#client/features/agenda/AgendaVoice.tsx'
import { PhoneStepHeader } from '#client/features/agenda/PhoneStepHeader.tsx'
import { StepStrip } from '#client/features/agenda/StepStrip.tsx'
import { useStepTime } from '#client/features/agenda/useAgenda.ts'
import { GatherDockButton } from '#client/features/attention/GatherDockButton.tsx'
import { LockDockButton } from '#client/features/attention/LockDockButton.tsx'
import { ReadyDockButton } from '#client/features/attention/ReadyDockButton.tsx'
import { ReadyNow } from '#client/features/attention/ReadyNow.tsx'
import { ConsentDockButton } from '#client/features/decision/ConsentDockButton.tsx'
import { DecisionNow } from '#client/features/decision/DecisionNow.tsx'
import { PollDockButton } from '#client/features/decision/PollDockButton.tsx'
import { VoteDockButton } from '#client/features/decision/VoteDockButton.tsx'
import { JointDockButton } from '#client/features/joint/JointDockButton.tsx'
import { NotesDockButton } from '#client/features/notes/NotesDockButton.tsx'
import { NotesNow } from '#client/features/notes/NotesNow.tsx'
import { QueueDockButton } from '#client/features/queue/QueueDockButton.tsx'
import { QueueNow } from '#client/features/queue/QueueNow.tsx'
import { QueueVoice } from '#client/features/queue/QueueVoice.tsx'
import { SubgroupsDockButton } from '#client/features/subgroups/SubgroupsDockButton.tsx'
import { SubgroupsNow } from '#client/features/subgroups/SubgroupsNow.tsx'
import { SubgroupsVoice } from '#client/features/subgroups/SubgroupsVoice.tsx'
import { useAparte } from '#client/features/subgroups/subgroupWays.ts'
import { TimerClock } from '#client/features/timer/TimerClock.tsx'
import { TimerDockButton } from '#client/features/timer/TimerDockButton.tsx'
import { TimerEnd } from '#client/features/timer/TimerEnd.tsx'
import { TimerVoice } from '#client/features/timer/TimerVoice.tsx'
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import type { RunningTool } from '#client/routes/room/useRunning.ts'

/** The facilitators' tools, in the order of the dock; each slot names the agenda's tools that it opens. */
export function DockTools({ board }: { board: { readonly current: WhiteboardHandle | null } }) {
  return (
    <>
      <TimerDockButton />
      <Slot tools="write">
        <NotesDockButton />
      </Slot>
      <Slot tools="vote">
        <VoteDockButton />
      </Slot>
      <Slot tools="consent">
        <ConsentDockButton />
      </Slot>
      <Slot tools="poll gradient rank">
        <PollDockButton />
      </Slot>
      <Slot tools="addressee">
        <AddresseeDockButton />
      </Slot>
      <Slot tools="queue-round">
        <QueueDockButton />
      </Slot>
      <Slot tools="gather">
        <GatherDockButton
          getView={() => {
            const view = board.current?.view()
            return view && { kind: 'view', ...view }
          }}
        />
      </Slot>
      <ReadyDockButton />
      <LockDockButton getSelection={() => board.current?.selection() ?? []} />
      <Slot tools="subgroups">
        <SubgroupsDockButton />
      </Slot>
      <JointTool />
    </>
  )
}

const JointTool = () => <JointDockButton aparte={useAparte() !== null} />

const Slot = ({ tools, children }: { tools: string; children: ReactNode }) => (
  <div className="dock-slot" data-tools={tools}>
    {children}
  </div>
)

export interface NowToolsProps {
  readonly compact?: boolean
  /** The others wait behind it. */
  readonly only?: RunningTool | undefined
  /** What takes the board's place is not shown here again. */
  readonly staged?: boolean
}

/** What the session asks of this person now; each part is empty while its tool rests. */
export function NowTools({ compact = false, only, staged = false }: NowToolsProps) {
  const waits = (tool: RunningTool): boolean => only !== undefined && only !== tool
  return (
    <>
      <div className="now-tool">
        <TimerEndOfStep />
      </div>
      <div className="now-tool" hidden={waits('ready')}>
        <ReadyNow compact={compact} />
      </div>
      <div className="now-tool" hidden={waits('notes')}>
        <NotesNow compact={compact} />
      </div>
      <div className="now-tool" hidden={waits('decision')}>
        <DecisionNow compact={compact} />
      </div>
      <div className="now-tool" hidden={waits('sorting')}>
        <AddresseeNow compact staged={staged} />
      </div>
      <div className="now-tool" hidden={waits('subgroups')}>
        <SubgroupsNow compact={compact} />
      </div>
      {compact && (
        <div className="now-tool">
          <QueueNow compact />
        </div>
      )}
    </>
  )
}

const TimerEndOfStep = () => <TimerEnd step={useStepTime()} />

/** Says aloud what changes; shows nothing. */
export function SessionVoices({ display = false }: { display?: boolean }) {
  const step = useStepTime()
  return (
    <>
      <AgendaVoice />
      <TimerVoice step={step} display={display} />
      <QueueVoice />
      <SubgroupsVoice />
    </>
  )
}

/** The yellow block of the room's bar. */
export function StepBlock({ onOpen }: { onOpen: () => void }) {
  const step = useStepTime()
  return <StepStrip clock={<TimerClock step={step} />} onOpen={onOpen} />
}

/** The yellow head of a phone. */
export function PhoneStep({ onOpen }: { onOpen: () => void }) {
  const step = useStepTime()
  return <PhoneStepHeader clock={<TimerClock look="phone" step={step} />} onOpen={onOpen} />
}
