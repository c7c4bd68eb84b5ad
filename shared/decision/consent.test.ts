// The consent round under its rules, and its properties over arbitrary courses.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '#shared/contract/result.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import { type ConsentCourse, isAdoptedBy, type Position, positions } from '#shared/decision/consent.ts'
import { decision } from '#shared/decision/decision.ts'
import { type DecisionSecret, type DecisionState, noVoices } from '#shared/decision/decisionState.ts'
import type { SeatHere } from '#shared/people/actor.ts'

const { commands } = decision
const people = ['Ana', 'Ben', 'Eli']
const present: SeatHere[] = people.map((name) => ({
  ...{ id: `seat-${name}`, name, participantId: name, presence: 'remote' },
  ...{ side: 'remote', role: 'participant', groupId: null },
}))

/** A room in which commands are said one after another; refusals change nothing. */
class Round {
  state: DecisionState = decision.initial
  secret: DecisionSecret = noVoices
  constructor() {
    this.say('open', { ballot: { kind: 'consent' }, question: 'Un comité local ?', items: [] })
  }
  get course(): ConsentCourse {
    const ballot = this.state.open?.ballot
    if (ballot?.kind !== 'consent') throw new Error('no consent is open')
    return ballot
  }
  say(verb: keyof typeof commands, input: unknown, who = 'Eva'): string {
    const command = commands[verb] as (typeof commands)['next'] // one call for all; each parses its own input
    const context = ruleContext<DecisionSecret>({
      actor: { participantId: who, role: who === 'Eva' ? 'facilitator' : 'participant' },
      ...{ seats: [{ id: `seat-${who}`, name: who }], present, secret: this.secret, newId: 'd1' },
    })
    const parsed = command.input.safeParse(input)
    if (!parsed.success) return 'schema'
    const decided: Result<unknown> = command.apply(this.state, parsed.data, context)
    if (!decided.ok) return decided.error.reason
    const made = decided.value as DecisionState | Change<DecisionState, DecisionSecret> // what this slice's commands return
    this.state = made instanceof Change ? made.state : made
    if (made instanceof Change && made.more.secret) this.secret = made.more.secret
    return 'done'
  }
  next = (): string => this.say('next', { id: 'd1', from: this.course.phase })
  back = (): string => this.say('back', { id: 'd1', from: this.course.phase })
  answer(who: string, position: Position, words = '', round = this.course.rounds.length + 1): string {
    return this.say(
      'answer',
      { id: 'd1', round, seatId: `seat-${who}`, answer: { kind: 'consent', position, words } },
      who,
    )
  }
  toRound(): this {
    while (this.course.phase !== 'round') this.next()
    return this
  }
  seenBy(who: string) {
    const actor = {
      participantId: who,
      roomId: 'r',
      standing: 'guest',
      role: 'participant',
      groupId: null,
    } as const
    const viewer = { actor, seats: [{ id: `seat-${who}`, name: who }], secret: this.secret }
    return decision.view?.(this.state, viewer).open
  }
}

test('presentation, clarifications, reactions, then the round', () => {
  const round = new Round()
  const seen = [round.course.phase]
  while (round.next() === 'done') seen.push(round.course.phase)
  expect(seen).toEqual(['presentation', 'clarifications', 'reactions', 'round'])
  expect(round.next()).toBe('decision.nobodySpoke')
})

test('[N1] an objection without a reason is refused, a reservation without a sentence is not', () => {
  const round = new Round().toRound()
  expect(round.answer('Ana', 'objection', '   ')).toBe('decision.reasonWanted')
  expect(round.answer('Ana', 'reservation')).toBe('done')
  expect(round.answer('Ana', 'objection', 'Trop cher')).toBe('done')
})

test('[N3] answers are hidden until the last seat in the room has spoken', () => {
  const round = new Round().toRound()
  round.answer('Ana', 'reservation', 'canari')
  round.answer('Ben', 'accord')
  expect(JSON.stringify(round.seenBy('Ben'))).not.toContain('canari')
  expect(round.seenBy('Ben')).toMatchObject({ answered: 2, voices: null })
  expect(round.next()).toBe('decision.stillHidden')
  round.answer('Eli', 'accord')
  expect(round.seenBy('Ben')?.voices).toEqual([
    { name: 'Ana', position: 'reservation', words: 'canari', carried: false },
    { name: 'Ben', position: 'accord', words: '', carried: false },
    { name: 'Eli', position: 'accord', words: '', carried: false },
  ])
})

test('[N3] the facilitator shows the round before', () => {
  const round = new Round().toRound()
  round.answer('Ana', 'accord')
  expect(round.say('show', { id: 'd1' })).toBe('done')
  expect(round.seenBy('Ben')?.voices).toHaveLength(1)
})

test('[N4] of two facilitators who press next at once, one moves the round', () => {
  const round = new Round()
  const press = { id: 'd1', from: 'presentation' }
  expect([round.say('next', press), round.say('next', press)]).toEqual(['done', 'decision.otherPhase'])
  expect(round.course.phase).toBe('clarifications')
})

test('[N5] an objection leads to an amendment and to another round, and the first one is kept as it was spoken', () => {
  const round = new Round().toRound()
  round.answer('Ana', 'objection', 'Sans temps payé, non')
  round.say('show', { id: 'd1' })
  round.next()
  expect(round.course.phase).toBe('amendment')
  expect(round.answer('Ben', 'accord')).toBe('decision.notTheRound')
  round.say('amend', { id: 'd1', proposal: 'Avec un temps payé' })
  round.next()
  expect(round.seenBy('Ana')).toMatchObject({ round: 2, answered: 0, mine: {}, voices: null })
  expect(round.answer('Ana', 'accord', '', 1)).toBe('decision.otherRound')
  for (const name of people) round.answer(name, 'accord')
  round.next()
  expect(round.course.phase).toBe('adopted')
  round.say('close', { id: 'd1' })
  expect(round.state.past[0]).toMatchObject({
    voices: 3,
    outcome: {
      adopted: true,
      rounds: [
        { proposal: '', voices: [{ name: 'Ana', position: 'objection', words: 'Sans temps payé, non' }] },
        { proposal: 'Avec un temps payé', voices: [{}, {}, {}] },
      ],
    },
  })
})

test('[N5] a round that was never shown is not kept', () => {
  const round = new Round().toRound()
  round.answer('Ana', 'reservation', 'canari')
  round.say('close', { id: 'd1' })
  expect(JSON.stringify([round.state, round.secret])).not.toContain('canari')
  expect(round.state.past[0]).toMatchObject({ outcome: { adopted: false, rounds: [] } })
})

test('going back loses no answer', () => {
  const round = new Round().toRound()
  round.answer('Ana', 'accord')
  round.back()
  expect(round.course.phase).toBe('reactions')
  round.next()
  expect(round.seenBy('Ana')?.mine).toEqual({
    'seat-Ana': { kind: 'consent', position: 'accord', words: '' },
  })
})

const move = fc.oneof(
  fc.record({
    act: fc.constant('answer' as const),
    who: fc.constantFrom(...people),
    position: fc.constantFrom(...positions),
  }),
  fc.record({ act: fc.constantFrom('next', 'back', 'show', 'amend') }),
)
test('[N2] property: adopted exactly when somebody has spoken and no objection stands in the last round', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const round = new Round()
      const standing = new Map<string, Position>()
      for (const one of moves) {
        if ('who' in one) {
          if (round.answer(one.who, one.position, 'parce que') === 'done') standing.set(one.who, one.position)
          continue
        }
        const { phase } = round.course
        if (one.act === 'show') round.say('show', { id: 'd1' })
        else if (one.act === 'amend') round.say('amend', { id: 'd1', proposal: 'Autrement' })
        else if (one.act === 'back') round.back()
        else if (round.next() === 'done' && phase === 'amendment') standing.clear()
        const objections = [...standing.values()].filter((position) => position === 'objection').length
        if (round.course.phase === 'adopted') expect([standing.size > 0, objections]).toEqual([true, 0])
        if (phase === 'round' && one.act === 'next' && round.course.phase === 'amendment')
          expect(objections).toBeGreaterThan(0)
      }
      const adopted = round.course.phase === 'adopted'
      round.say('close', { id: 'd1' })
      const outcome = round.state.past[0]?.outcome
      if (outcome?.kind !== 'consent') throw new Error('a consent was closed')
      expect(outcome.adopted).toBe(adopted)
      if (adopted) expect(isAdoptedBy(outcome.rounds.at(-1)?.voices ?? [])).toBe(true)
      for (const earlier of outcome.rounds.slice(0, -1)) expect(isAdoptedBy(earlier.voices)).toBe(false)
    }),
  )
})
