// The row of segments: one per step that counts; done, now, still to come. Said in words beside it, so hidden from screen readers.
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import { countedSteps } from '#shared/agenda/agendaState.ts'

export function StepSegments({ agenda }: { agenda: AgendaState }) {
  return (
    <span className="segs agenda-segs" aria-hidden="true">
      {countedSteps(agenda).map(({ id, state }) => (
        <i key={id} className={state === 'done' ? 'd' : state === 'now' ? 'c' : ''} />
      ))}
    </span>
  )
}
