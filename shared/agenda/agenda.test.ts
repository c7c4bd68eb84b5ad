import { expect, test } from 'vitest'
import { agenda } from '#shared/agenda/agenda.ts'
import {
  AgendaState,
  emptyAgenda,
  neighbourStep,
  plannedMinutes,
  stepPlace,
} from '#shared/agenda/agendaState.ts'
import { StepPlan } from '#shared/agenda/step.ts'
import type { Result } from '#shared/contract/result.ts'
import { type RuleContextWish, ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'

const minute = 60_000
const at = (now: number, wish: RuleContextWish<undefined> = {}) =>
  ruleContext({ now, newId: `new${now}`, ...wish, actor: { role: 'facilitator', ...wish.actor } })
const c = agenda.commands
const plan = (title: string, minutes = 10) => StepPlan.parse({ title, minutes })

/** The state decided; throws on a refusal. */
function kept(result: Result<AgendaState | Change<AgendaState, undefined>>): AgendaState {
  if (!result.ok) throw new Error(result.error.reason)
  if (result.value instanceof Change) throw new Error('no effects here')
  expect(AgendaState.safeParse(result.value).success).toBe(true)
  return result.value
}
const reason = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.error.reason)

const prepared = (): AgendaState =>
  kept(
    c.lay.apply(
      emptyAgenda,
      { steps: [plan('A'), plan('B', 20), plan('C'), plan('D', 5)], instead: [] },
      at(0),
    ),
  )
const ids = (state: AgendaState): string[] => state.steps.map(({ id }) => id)
const titles = (state: AgendaState): string => state.steps.map(({ title }) => title).join('')
const begun = (now = 0): AgendaState => kept(c.begin.apply(prepared(), { otherwise: [plan('X')] }, at(now)))
const here = (state: AgendaState): string => state.steps.find(({ id }) => id === state.currentId)?.title ?? ''
const cur = (state: AgendaState): string => state.currentId ?? ''

test.each(Object.entries(c))(
  '[G1] [P1] %s is never for observers, and for participants only what the secretary writes',
  (name, command) => {
    const may = (role: 'participant' | 'facilitator' | 'observer', standing: 'guest' | 'admin' = 'guest') =>
      (command.may as (actor: object) => boolean)({ ...at(0).actor, standing, role }) // one of many inputs, unused by may
    expect(may('observer')).toBe(false)
    expect(may('participant')).toBe(name === 'addOutcome' || name === 'removeOutcome')
    expect(may('facilitator') && may('participant', 'admin')).toBe(true)
  },
)

test('[G2] one click begins: with what was prepared, else with what is offered', () => {
  expect(titles(begun())).toBe('ABCD')
  const unprepared = kept(
    c.begin.apply(emptyAgenda, { otherwise: [plan('Accueil', 5), plan('Clôture')] }, at(1_000)),
  )
  expect(unprepared).toMatchObject({
    status: 'running',
    startedAt: 1_000,
    endsAt: 1_000 + 5 * minute,
    sessionId: 'new1000',
  })
  expect(here(unprepared)).toBe('Accueil')
  expect(reason(c.begin.apply(unprepared, { otherwise: [plan('X')] }, at(2_000)))).toBe('agenda.alreadyBegun')
})

test('[G2] a first step that is to be skipped is not begun; an agenda of skipped steps gets those offered', () => {
  const [a = '', b = ''] = ids(prepared())
  const without = kept(c.skip.apply(prepared(), { stepId: a, skipped: true }, at(0)))
  expect(cur(kept(c.begin.apply(without, { otherwise: [plan('X')] }, at(0))))).toBe(b)
  const none = {
    ...prepared(),
    steps: prepared().steps.map((step) => ({ ...step, state: 'skipped' as const })),
  }
  expect(here(kept(c.begin.apply(none, { otherwise: [plan('X')] }, at(1))))).toBe('X')
})

test('[G3] two facilitators press next at the same instant: the second is refused, no step is jumped over', () => {
  const state = begun()
  const from = cur(state)
  const moved = kept(c.next.apply(state, { from }, at(minute)))
  expect(here(moved)).toBe('B')
  for (const again of [c.next, c.back, c.end])
    expect(reason(again.apply(moved, { from }, at(minute)))).toBe('agenda.movedOn')
  expect(reason(c.goTo.apply(moved, { from, to: ids(state)[3] ?? '' }, at(minute)))).toBe('agenda.movedOn')
  expect(reason(c.extend.apply(moved, { from, minutes: 2, seen: state.endsAt }, at(minute)))).toBe(
    'agenda.movedOn',
  )
  expect(reason(c.next.apply(prepared(), { from }, at(0)))).toBe('agenda.notRunning')
})

test('[G4] a step keeps how long it really took; going back gives the time it had left, and none when it had none', () => {
  const state = begun()
  const inB = kept(c.next.apply(state, { from: cur(state) }, at(4 * minute)))
  expect(inB.steps[0]).toMatchObject({ state: 'done', tookMs: 4 * minute, firstBegunAt: 0, begunAt: null })
  expect(inB.endsAt).toBe(24 * minute)
  const inA = kept(c.back.apply(inB, { from: cur(inB) }, at(34 * minute)))
  expect(inA.steps[1]).toMatchObject({ state: 'planned', tookMs: 30 * minute })
  expect(inA.endsAt).toBe(34 * minute + 6 * minute)
  const inBAgain = kept(c.next.apply(inA, { from: cur(inA) }, at(35 * minute)))
  expect(inBAgain.endsAt).toBeNull()
  expect(inBAgain.steps[0]?.tookMs).toBe(5 * minute)
  expect(reason(c.back.apply(state, { from: cur(state) }, at(0)))).toBe('agenda.firstStep')
})

test('one may go to any step, a skipped one too; to the same one changes nothing', () => {
  const state = begun()
  const [a = '', , third = '', d = ''] = ids(state)
  const skipped = kept(c.skip.apply(state, { stepId: third, skipped: true }, at(0)))
  expect(stepPlace(skipped)).toEqual({ place: 1, of: 3 })
  const inB = kept(c.next.apply(skipped, { from: a }, at(0)))
  expect(neighbourStep(inB, 1)?.id).toBe(d)
  const inC = kept(c.goTo.apply(inB, { from: cur(inB), to: third }, at(minute)))
  expect([here(inC), stepPlace(inC)]).toEqual(['C', { place: 3, of: 4 }])
  expect(c.goTo.apply(inC, { from: third, to: third }, at(minute))).toEqual({ ok: true, value: inC })
  expect(reason(c.goTo.apply(inC, { from: third, to: 'gone' }, at(minute)))).toBe('agenda.stepGone')
  const inD = kept(c.next.apply(inC, { from: third }, at(minute)))
  expect(reason(c.next.apply(inD, { from: d }, at(minute)))).toBe('agenda.lastStep')
})

test('[G5] more time: before the end on top of it, after the end from now; two who both give two minutes give two', () => {
  const state = begun()
  const from = cur(state)
  const more = kept(c.extend.apply(state, { from, minutes: 5, seen: state.endsAt }, at(minute)))
  expect([more.endsAt, more.steps[0]?.extraMinutes, plannedMinutes(more)]).toEqual([15 * minute, 5, 50])
  expect(reason(c.extend.apply(more, { from, minutes: 5, seen: state.endsAt }, at(minute)))).toBe(
    'agenda.extendedMeanwhile',
  )
  const late = kept(c.extend.apply(more, { from, minutes: 2, seen: more.endsAt }, at(20 * minute)))
  expect(late.endsAt).toBe(22 * minute)
  expect(c.extend.input.safeParse({ from, minutes: 0, seen: null }).success).toBe(false)
})

test('[G7] ending closes nothing: reopened, the session goes on with the step it had; renewed, the next one is prepared', () => {
  const state = begun()
  const inB = kept(c.next.apply(state, { from: cur(state) }, at(minute)))
  const ended = kept(c.end.apply(inB, { from: cur(inB) }, at(3 * minute)))
  expect(ended).toMatchObject({
    status: 'ended',
    endedAt: 3 * minute,
    currentId: null,
    endsAt: null,
    sessionId: 'new0',
  })
  expect(ended.steps[1]).toMatchObject({ state: 'done', tookMs: 2 * minute })
  expect(reason(c.end.apply(ended, { from: cur(inB) }, at(4 * minute)))).toBe('agenda.notRunning')
  const again = kept(c.reopen.apply(ended, {}, at(10 * minute)))
  expect([here(again), again.endsAt, again.sessionId]).toEqual(['B', 28 * minute, 'new0'])
  expect(c.reopen.apply(again, {}, at(11 * minute))).toEqual({ ok: true, value: again })
  expect(reason(c.reopen.apply(prepared(), {}, at(0)))).toBe('agenda.notEnded')
  const renewed = kept(c.renew.apply(ended, { keepSteps: true }, at(20 * minute)))
  expect([renewed.status, titles(renewed), renewed.steps[1]?.tookMs, renewed.sessionId]).toEqual([
    'preparing',
    'ABCD',
    0,
    null,
  ])
  expect(kept(c.renew.apply(ended, { keepSteps: false }, at(0)))).toEqual(emptyAgenda)
  expect(reason(c.renew.apply(state, { keepSteps: true }, at(0)))).toBe('agenda.notEnded')
})

test('[P2] two people who edit at once lose nothing', () => {
  const state = prepared()
  const [a = '', b = ''] = ids(state)
  const one = kept(
    c.change.apply(state, { stepId: a, changes: { title: 'Accueil' }, was: { title: 'A' } }, at(0)),
  )
  const two = kept(c.change.apply(one, { stepId: a, changes: { minutes: 15 }, was: { minutes: 10 } }, at(0)))
  expect(two.steps[0]).toMatchObject({ title: 'Accueil', minutes: 15 })
  const clash = { stepId: a, changes: { title: 'Bienvenue', purpose: 'p' }, was: { title: 'A', purpose: '' } }
  expect(reason(c.change.apply(two, clash, at(0)))).toBe('agenda.changedMeanwhile')
  expect(reason(c.change.apply(two, { ...clash, changes: { title: 'Accueil' } }, at(0)))).toBeUndefined()
  const moved = kept(c.move.apply(two, { stepId: b, before: a }, at(0)))
  expect(titles(kept(c.move.apply(moved, { stepId: b, before: a }, at(0))))).toBe('BAccueilCD')
  const added = kept(c.add.apply(moved, { step: plan('N'), before: a }, at(7)))
  expect(titles(added)).toBe('BNAccueilCD')
  const laid = kept(c.lay.apply(added, { steps: [plan('T'), plan('U')], instead: ids(state) }, at(9)))
  expect(titles(laid)).toBe('NTU')
})

test('a step that went meanwhile: adding before it adds at the end, changing it says so, removing it again is done', () => {
  const state = prepared()
  const [a = '', b = ''] = ids(state)
  const without = kept(c.remove.apply(state, { stepId: a }, at(0)))
  expect(titles(kept(c.add.apply(without, { step: plan('N'), before: a }, at(1))))).toBe('BCDN')
  expect(titles(kept(c.move.apply(without, { stepId: b, before: a }, at(1))))).toBe('CDB')
  expect(
    reason(c.change.apply(without, { stepId: a, changes: { title: 'x' }, was: { title: 'A' } }, at(0))),
  ).toBe('agenda.stepGone')
  expect(reason(c.skip.apply(without, { stepId: a, skipped: true }, at(0)))).toBe('agenda.stepGone')
  expect(c.remove.apply(without, { stepId: a }, at(0))).toEqual({ ok: true, value: without })
})

test('[P3] [P4] what has happened stays; after the end nothing is changed', () => {
  const state = begun()
  const [a = '', b = ''] = ids(state)
  expect(reason(c.remove.apply(state, { stepId: a }, at(0)))).toBe('agenda.stepHappened')
  expect(reason(c.skip.apply(state, { stepId: a, skipped: true }, at(0)))).toBe('agenda.stepHappened')
  expect(titles(kept(c.lay.apply(state, { steps: [plan('T')], instead: ids(state) }, at(0))))).toBe('AT')
  const ended = kept(c.end.apply(state, { from: a }, at(0)))
  const tries = [
    c.add.apply(ended, { step: plan('N'), before: null }, at(0)),
    c.change.apply(ended, { stepId: b, changes: { title: 'x' }, was: { title: 'B' } }, at(0)),
    c.move.apply(ended, { stepId: b, before: a }, at(0)),
    c.remove.apply(ended, { stepId: b }, at(0)),
    c.skip.apply(ended, { stepId: b, skipped: true }, at(0)),
    c.lay.apply(ended, { steps: [plan('T')], instead: [] }, at(0)),
  ]
  expect(tries.map(reason)).toEqual(tries.map(() => 'agenda.sessionEnded'))
})

test('[P6] other planned minutes do not move the end of the step that runs', () => {
  const state = begun()
  const changed = kept(
    c.change.apply(state, { stepId: cur(state), changes: { minutes: 3 }, was: { minutes: 10 } }, at(minute)),
  )
  expect([changed.endsAt, changed.steps[0]?.minutes]).toEqual([state.endsAt, 3])
})

test('an agenda holds forty steps', () => {
  const full = kept(
    c.lay.apply(emptyAgenda, { steps: Array.from({ length: 40 }, () => plan('A')), instead: [] }, at(0)),
  )
  expect(reason(c.add.apply(full, { step: plan('N'), before: null }, at(1)))).toBe('agenda.full')
  expect(reason(c.lay.apply(full, { steps: [plan('N')], instead: [] }, at(1)))).toBe('agenda.full')
  expect(c.add.input.safeParse({ step: { title: ' ', minutes: 5 }, before: null }).success).toBe(false)
  expect(c.add.input.safeParse({ step: { title: 'a', minutes: 241 }, before: null }).success).toBe(false)
})

test('[G8] a secretary is somebody who is here; nobody is replaced unseen', () => {
  const state = begun()
  const people = at(0, {
    seats: [
      { id: 's1', name: 'Ana' },
      { id: 's2', name: 'Bo' },
    ],
  })
  const named = kept(c.nameSecretary.apply(state, { seatId: 's2', was: null }, people))
  expect(named.secretary).toEqual({ seatId: 's2', name: 'Bo' })
  expect(reason(c.nameSecretary.apply(named, { seatId: 's1', was: null }, people))).toBe(
    'agenda.secretaryNamed',
  )
  expect(kept(c.nameSecretary.apply(named, { seatId: 's1', was: 's2' }, people)).secretary?.name).toBe('Ana')
  expect(kept(c.nameSecretary.apply(named, { seatId: null, was: 's2' }, people)).secretary).toBeNull()
  expect(reason(c.nameSecretary.apply(state, { seatId: 's9', was: null }, people))).toBe('agenda.seatAway')
})

test('[G9] facilitators and the secretary write down what is decided, nobody else', () => {
  const bo = { actor: { role: 'participant' as const }, seats: [{ id: 's2', name: 'Bo' }] }
  const state = { ...begun(), secretary: { seatId: 's2', name: 'Bo' } }
  const noted = kept(c.addOutcome.apply(state, { text: ' Un comité '.trim() }, at(5, bo)))
  expect(noted.outcomes).toEqual([{ id: 'new5', text: 'Un comité', at: 5 }])
  expect(kept(c.removeOutcome.apply(noted, { id: 'new5' }, at(6, bo))).outcomes).toEqual([])
  const other = at(5, { actor: { role: 'participant' }, seats: [{ id: 's3', name: 'Cy' }] })
  expect(reason(c.addOutcome.apply(state, { text: 'x' }, other))).toBe('agenda.notSecretary')
  expect(reason(c.removeOutcome.apply(noted, { id: 'new5' }, other))).toBe('agenda.notSecretary')
})
