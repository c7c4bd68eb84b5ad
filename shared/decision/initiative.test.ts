import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import { decision } from '#shared/decision/decision.ts'
import { type DecisionSecret, type DecisionState, noVoices } from '#shared/decision/decisionState.ts'
import { initiativeDate } from '#shared/decision/initiative.ts'

const context = ruleContext({ secret: noVoices, newId: 'i1', now: 7 })
const { startInitiative, giveUpInitiative } = decision.commands
const input = {
  draft: { spaceId: 's', draftId: 'd', title: 'Garde d’enfants partagée' },
  firstStep: 'Deux adultes dans la salle à côté',
  who: 'Bilal, Emre',
  when: '2020-03-05T18:30',
}

const stateOf = (made: DecisionState | Change<DecisionState, DecisionSecret>): DecisionState =>
  made instanceof Change ? made.state : made

test('[I1] a draft becomes an initiative once, [I2] and it can be taken back; [I4] both are kept', () => {
  const begun = { id: 'i1', ...input, at: 7 }
  const started = startInitiative.apply(decision.initial, input, context)
  expect(started).toEqual({
    ok: true,
    value: new Change(
      { ...decision.initial, initiatives: [begun] },
      { effects: [{ kind: 'keep-initiative', input: begun }] },
    ),
  })
  if (!started.ok) throw new Error('it was started')
  const state = stateOf(started.value)
  expect(startInitiative.apply(state, input, context)).toMatchObject({ error: { code: 'conflict' } })
  expect(giveUpInitiative.apply(state, { initiativeId: 'i1' }, context)).toEqual({
    ok: true,
    value: new Change(decision.initial, { effects: [{ kind: 'withdraw-initiative', input: begun }] }),
  })
  expect(giveUpInitiative.apply(decision.initial, { initiativeId: 'i1' }, context)).toMatchObject({
    error: { code: 'not-found' },
  })
})

test.each(['2020-02-31', '2020-13-01', '05/03/2020', '2020-03-05T25:00', ''])(
  '[I1] %j is no date',
  (when) => {
    expect(initiativeDate.safeParse(when).success).toBe(false)
  },
)
test.each(['2020-02-29', '2020-03-05T18:30'])('[I1] %s is one', (when) => {
  expect(initiativeDate.safeParse(when).success).toBe(true)
})

test('[D1] an observer begins nothing', () => {
  expect(startInitiative.may({ ...context.actor, role: 'observer' }, input)).toBe(false)
  expect(startInitiative.may(context.actor, input)).toBe(true)
})

test('[I3] sorting by addressee is opened and closed by those who facilitate', () => {
  const { sort } = decision.commands
  const opened = sort.apply(decision.initial, { on: true }, context)
  expect(opened).toEqual({ ok: true, value: { ...decision.initial, sorting: true } })
  expect(sort.may(context.actor, { on: true })).toBe(false)
  expect(sort.may({ ...context.actor, role: 'facilitator' }, { on: true })).toBe(true)
})
