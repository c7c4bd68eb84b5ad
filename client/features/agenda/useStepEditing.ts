// A step being written: what was there when it was opened, what is typed, and what somebody else changed meanwhile. Nothing typed is lost.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { type AgendaState, emptyAgenda, stepOf } from '#shared/agenda/agendaState.ts'
import { planOf, type StepField, type StepPlan } from '#shared/agenda/step.ts'

export interface StepEditing {
  /** Null for a step that is not yet in the agenda. */
  readonly stepId: string | null
  /** Where a new step goes. */
  readonly before: string | null
  readonly base: StepPlan
  readonly typed: StepPlan
  /** Fields that somebody else changed while they were typed here. */
  readonly clashes: readonly StepField[]
}

const emptyPlan: StepPlan = { title: '', minutes: 10, method: '', purpose: '', tool: 'none', frameId: null }
const fieldsOf = (plan: StepPlan): readonly StepField[] => Object.keys(plan) as StepField[] // the keys of a plan

export const changedFields = (base: StepPlan, typed: StepPlan): readonly StepField[] =>
  fieldsOf(typed).filter((field) => typed[field] !== base[field])

const only = (plan: StepPlan, fields: readonly StepField[]): Partial<StepPlan> =>
  Object.fromEntries(fields.map((field) => [field, plan[field]]))

/**
 * What is being edited once somebody else's words came in between: their words become the ground, one's own stay typed, and
 * fields that one has not touched follow theirs.
 */
export function rebased(editing: StepEditing, theirs: StepPlan): StepEditing {
  const mine = changedFields(editing.base, editing.typed)
  const clashes = mine.filter(
    (field) => theirs[field] !== editing.base[field] && theirs[field] !== editing.typed[field],
  )
  return { ...editing, base: theirs, typed: { ...theirs, ...only(editing.typed, mine) }, clashes }
}

export function useStepEditing(agenda: AgendaState | undefined) {
  const { t } = useTranslation('agenda')
  const room = useLiveRoom()
  const [editing, setEditing] = useState<StepEditing | null>(null)
  const gone = editing?.stepId != null && !stepOf(agenda ?? emptyAgenda, editing.stepId)

  const save = async (): Promise<void> => {
    if (!editing) return
    const { stepId, base, typed, before } = editing
    const title = typed.title.trim()
    if (title === '') return
    const step = { ...typed, title }
    if (stepId === null || gone) {
      const done = sayRefusal(await room.command('agenda.add', { step, before }))
      return done ? setEditing(null) : undefined
    }
    const fields = changedFields(base, step)
    if (fields.length === 0) return setEditing(null)
    const answer = await room.command('agenda.change', {
      stepId,
      changes: only(step, fields),
      was: only(base, fields),
    })
    if (answer.ok) {
      setEditing(null)
      return showToast({ text: t('said.kept') })
    }
    const theirs = stepOf((room.state()['agenda'] as AgendaState | undefined) ?? emptyAgenda, stepId) // what the slice of that name sends
    if (answer.error.reason === 'agenda.changedMeanwhile' && theirs)
      setEditing(rebased(editing, planOf(theirs)))
    sayRefusal(answer)
  }
  return {
    editing,
    gone,
    save,
    open: (stepId: string) => {
      const step = stepOf(agenda ?? emptyAgenda, stepId)
      if (step) setEditing({ stepId, before: null, base: planOf(step), typed: planOf(step), clashes: [] })
    },
    openNew: (before: string | null) =>
      setEditing({ stepId: null, before, base: emptyPlan, typed: emptyPlan, clashes: [] }),
    type: (typed: Partial<StepPlan>) =>
      setEditing((old) => old && { ...old, typed: { ...old.typed, ...typed } }),
    cancel: () => setEditing(null),
  }
}
export type StepEditor = ReturnType<typeof useStepEditing>
