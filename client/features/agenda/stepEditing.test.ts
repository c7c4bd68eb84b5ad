import { expect, test } from 'vitest'
import { changedFields, rebased, type StepEditing } from '#client/features/agenda/useStepEditing.ts'
import type { StepPlan } from '#shared/agenda/step.ts'

const plan = (more: Partial<StepPlan>): StepPlan => ({
  ...{ title: 'Accueil', minutes: 10, method: '', purpose: '', tool: 'none', frameId: null },
  ...more,
})
const editing = (typed: Partial<StepPlan>): StepEditing => ({
  ...{ stepId: 's', before: null, base: plan({}), typed: plan(typed), clashes: [] },
})

test('only what was typed is sent', () => {
  expect(changedFields(plan({}), plan({ title: 'Bienvenue', minutes: 10 }))).toEqual(['title'])
})

test('what somebody else changed comes in; what was typed stays and is named where both changed the same field', () => {
  const after = rebased(
    editing({ title: 'Bienvenue', method: 'Tour' }),
    plan({ title: 'Salut', minutes: 15 }),
  )
  expect(after.typed).toEqual(plan({ title: 'Bienvenue', minutes: 15, method: 'Tour' }))
  expect(after.base).toEqual(plan({ title: 'Salut', minutes: 15 }))
  expect(after.clashes).toEqual(['title'])
  expect(changedFields(after.base, after.typed)).toEqual(['title', 'method'])
})

test('two who wrote the same words do not clash', () => {
  expect(rebased(editing({ title: 'Salut' }), plan({ title: 'Salut' })).clashes).toEqual([])
})
