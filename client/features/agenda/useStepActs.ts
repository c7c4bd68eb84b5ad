// What facilitators do to one step of the agenda; each act is told, and what can be undone offers it.
import { useTranslation } from 'react-i18next'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { planOf, type Step } from '#shared/agenda/step.ts'

export interface StepActs {
  /** Where it goes if it goes one up or one down; undefined at the end of the list. */
  mayMove(step: Step, way: -1 | 1): boolean
  move(step: Step, way: -1 | 1): Promise<void>
  skip(step: Step, skipped: boolean): Promise<void>
  remove(step: Step): Promise<void>
}

export function useStepActs(steps: readonly Step[]): StepActs {
  const { t } = useTranslation('agenda')
  const room = useLiveRoom()
  const at = (step: Step): number => steps.findIndex(({ id }) => id === step.id)
  const mayMove = (step: Step, way: -1 | 1): boolean => {
    const to = at(step) + way
    return at(step) >= 0 && to >= 0 && to < steps.length
  }
  return {
    mayMove,
    async move(step, way) {
      if (!mayMove(step, way)) return
      // Named by the neighbour, not by a number: two people who move the same step at once move it once.
      const before = way === -1 ? steps[at(step) - 1]?.id : (steps[at(step) + 2]?.id ?? null)
      if (before === undefined) return
      if (!sayRefusal(await room.command('agenda.move', { stepId: step.id, before }))) return
      announce(t('said.moved', { title: step.title, place: at(step) + 1 + way, of: steps.length }))
      // The row has moved in the page; the focus goes with it.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-step="${CSS.escape(step.id)}"] .agenda-more`)?.focus(),
      )
    },
    async skip(step, skipped) {
      if (!sayRefusal(await room.command('agenda.skip', { stepId: step.id, skipped }))) return
      announce(t(skipped ? 'said.skipped' : 'said.unskipped', { title: step.title }))
    },
    async remove(step) {
      const next = steps[at(step) + 1]?.id ?? null
      if (!sayRefusal(await room.command('agenda.remove', { stepId: step.id }))) return
      const back = async (): Promise<void> =>
        void sayRefusal(await room.command('agenda.add', { step: planOf(step), before: next }))
      showToast({
        text: t('said.removed', { title: step.title }),
        action: { label: t('undo'), run: () => void back() },
      })
    },
  }
}
