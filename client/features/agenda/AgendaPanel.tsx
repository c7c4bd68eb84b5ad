// The « Déroulé » tab: what is now, what was and what comes, with times; facilitators change it in place.
import { ListOrdered, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AgendaFoot } from '#client/features/agenda/AgendaFoot.tsx'
import { AgendaHead } from '#client/features/agenda/AgendaHead.tsx'
import { Outcomes } from '#client/features/agenda/Outcomes.tsx'
import { type FrameChoice, StepForm } from '#client/features/agenda/StepForm.tsx'
import { StepMenu } from '#client/features/agenda/StepMenu.tsx'
import { type StepOpeners, StepRow } from '#client/features/agenda/StepRow.tsx'
import { useAgenda, useAgendaActs } from '#client/features/agenda/useAgenda.ts'
import { useStepActs } from '#client/features/agenda/useStepActs.ts'
import { type StepEditor, useStepEditing } from '#client/features/agenda/useStepEditing.ts'
import '#client/features/agenda/agenda.css'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { type AgendaState, countedSteps } from '#shared/agenda/agendaState.ts'

export interface AgendaPanelProps extends StepOpeners {
  /** Frames of the room's whiteboard, to be chosen for a step. */
  readonly frames?: readonly FrameChoice[]
}

export function AgendaPanel({ frames = [], onTool, onFrame }: AgendaPanelProps) {
  const { t } = useTranslation('agenda')
  const agenda = useAgenda()
  const leads = useMayLead()
  const editor = useStepEditing(agenda)
  if (!agenda) return <Skeleton lines={[60, 90, 80, 90]} />
  const mayEdit = leads && agenda.status !== 'ended'
  // A step that somebody removed while it was being written here: the words stay, at the end.
  const loose =
    editor.editing && (editor.editing.stepId === null ? editor.editing.before === null : editor.gone)
  return (
    <div className="agenda-panel">
      <AgendaHead agenda={agenda} />
      {agenda.steps.length === 0 && !editor.editing && (
        <Empty icon={ListOrdered} title={t('emptyTitle')}>
          {t(leads ? 'emptyLead' : 'emptyOther')}
        </Empty>
      )}
      <StepList {...{ agenda, editor, frames, mayEdit }} {...{ onTool, onFrame }} />
      {loose && <StepForm editor={editor} frames={frames} />}
      {mayEdit && !editor.editing && (
        <button type="button" className="btn agenda-add" onClick={() => editor.openNew(null)}>
          <Plus className="i" aria-hidden="true" />
          {t('addStep')}
        </button>
      )}
      <Outcomes agenda={agenda} />
      <AgendaFoot agenda={agenda} />
    </div>
  )
}

interface StepListProps extends StepOpeners {
  readonly agenda: AgendaState
  readonly editor: StepEditor
  readonly frames: readonly FrameChoice[]
  readonly mayEdit: boolean
}

function StepList({ agenda, editor, frames, mayEdit, onTool, onFrame }: StepListProps) {
  const { t } = useTranslation('agenda')
  const acts = useStepActs(agenda.steps)
  const { goTo } = useAgendaActs()
  const places = new Map(countedSteps(agenda).map(({ id }, n) => [id, n + 1]))
  const { editing } = editor
  return (
    <ol className="agenda-steps" aria-label={t('listLabel')}>
      {agenda.steps.map((step) => (
        <FormBefore
          key={step.id}
          shown={editing?.stepId === null && editing.before === step.id}
          form={<StepForm editor={editor} frames={frames} />}
        >
          {editing?.stepId === step.id ? (
            <li className="agenda-step editing" data-step={step.id}>
              <StepForm editor={editor} frames={frames} />
            </li>
          ) : (
            <StepRow
              step={step}
              place={places.get(step.id) ?? null}
              onMove={mayEdit ? (way) => void acts.move(step, way) : undefined}
              onTool={onTool}
              onFrame={onFrame}
              menu={
                mayEdit && (
                  <StepMenu
                    step={step}
                    running={agenda.status === 'running'}
                    acts={acts}
                    onGo={() => void goTo(step.id)}
                    onEdit={() => editor.open(step.id)}
                    onAddBefore={() => editor.openNew(step.id)}
                  />
                )
              }
            />
          )}
        </FormBefore>
      ))}
    </ol>
  )
}

interface FormBeforeProps {
  readonly shown: boolean
  readonly form: ReactNode
  readonly children: ReactNode
}

/** A new step is written where it will stand. */
function FormBefore({ shown, form, children }: FormBeforeProps) {
  return (
    <>
      {shown && <li className="agenda-step editing">{form}</li>}
      {children}
    </>
  )
}
