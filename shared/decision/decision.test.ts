// Rules of asking, answering and closing, each under its number; properties of counting over arbitrary commands.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '#shared/contract/result.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import type { Answer } from '#shared/decision/answer.ts'
import type { QuestionWish } from '#shared/decision/ballot.ts'
import { type DecisionView, decision } from '#shared/decision/decision.ts'
import { type DecisionSecret, type DecisionState, noVoices } from '#shared/decision/decisionState.ts'
import { pastLimit } from '#shared/decision/pastDecision.ts'
import type { Actor, Seat } from '#shared/people/actor.ts'

const { commands } = decision
type Verb = keyof typeof commands
interface Room {
  readonly state: DecisionState
  readonly secret: DecisionSecret
}
const empty: Room = { state: decision.initial, secret: noVoices }
const seatsOf = (id: string, more = 1): Seat[] =>
  Array.from({ length: more }, (_, n) => ({ id: `${id}-${n}`, name: `${id} ${n}` }))
const eva: Partial<Actor> = { participantId: 'eva', role: 'facilitator' }

/** Says a command as the lane does: parsed, allowed, applied; returns the room after it. */
function said(
  room: Room,
  verb: Verb,
  input: unknown,
  more: {
    actor?: Partial<Actor>
    seats?: Seat[]
    present?: Seat[]
    newId?: string
    random?: () => number
  } = {},
): Result<Room> {
  const command = commands[verb] as (typeof commands)['answer'] // one call for all; each parses its own input
  const parsed = command.input.safeParse(input)
  if (!parsed.success) return { ok: false, error: { code: 'bad-input', reason: 'schema' } }
  const id = more.actor?.participantId ?? 'ana'
  const seats = more.seats ?? seatsOf(id)
  const context = ruleContext<DecisionSecret>({
    ...{ actor: { ...more.actor, participantId: id }, seats, secret: room.secret, newId: more.newId ?? 'd1' },
    ...(more.random ? { random: more.random } : {}),
    ...(more.present
      ? {
          present: more.present.map((seat) => ({
            ...seat,
            ...{ participantId: 'x', presence: 'remote', side: 'remote', role: 'participant', groupId: null },
          })),
        }
      : {}),
  })
  if (!command.may(context.actor, parsed.data))
    return { ok: false, error: { code: 'not-allowed', reason: 'may' } }
  const decided = command.apply(room.state, parsed.data, context)
  if (!decided.ok) return decided
  const made = decided.value
  return {
    ok: true,
    value:
      made instanceof Change
        ? { state: made.state, secret: made.more.secret ?? room.secret }
        : { ...room, state: made },
  }
}
function done(result: Result<Room>): Room {
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}
const refusedFor = (result: Result<Room>): string => (result.ok ? 'done' : result.error.reason)

const texts = (...words: string[]): QuestionWish['items'] => words.map((text) => ({ kind: 'text', text }))
const dots: QuestionWish = {
  ballot: { kind: 'dots', points: 5, maxPerItem: 3, minus: false },
  question: 'Lesquelles ?',
  items: [{ kind: 'draft', spaceId: 's', draftId: 'd', text: 'Comité local' }, ...texts('Forum', 'Navette')],
}
const asked = (wish: QuestionWish = dots): Room => done(said(empty, 'open', wish, { actor: eva }))
const points = (placed: Record<string, number>, comment = ''): Answer => ({
  kind: 'dots',
  points: placed,
  comment,
})
const answered = (room: Room, who: string, given: Answer, seats = seatsOf(who)): Result<Room> =>
  said(
    room,
    'answer',
    { id: 'd1', round: 1, seatId: seats[0]?.id, answer: given },
    { actor: { participantId: who }, seats },
  )
const closedRoom = (room: Room): Room => done(said(room, 'close', { id: 'd1' }, { actor: eva }))
const view = (room: Room, who: string, role: Actor['role'] = 'participant'): DecisionView =>
  decision.view?.(room.state, {
    actor: { participantId: who, role, roomId: 'r', standing: 'guest', groupId: null },
    seats: seatsOf(who),
    secret: room.secret,
  }) as DecisionView // this slice always has a view

test('[D1] participants answer and run nothing; observers, boards and the team do neither', () => {
  const facilitatorsOnly = [
    'open',
    'close',
    'cancel',
    'showResult',
    'putAway',
    'answerFor',
    'withdrawFor',
  ] as const
  const more = ['next', 'back', 'show', 'amend'] as const
  for (const verb of [...facilitatorsOnly, ...more]) {
    const may = commands[verb].may as (actor: Actor, input: unknown) => boolean // none of them looks at the input
    const actor = (role: Actor['role'], standing: Actor['standing']): Actor => ({
      ...{ participantId: 'x', roomId: 'r', groupId: null, role, standing },
    })
    expect(may(actor('participant', 'guest'), {}), verb).toBe(false)
    expect(may(actor('observer', 'admin'), {}), verb).toBe(false)
    expect(may(actor('participant', 'board'), {}), verb).toBe(false)
    expect(may(actor('facilitator', 'member'), {}), verb).toBe(true)
    expect(may(actor('participant', 'cooperative-life'), {}), verb).toBe(true)
  }
  const room = asked()
  const by = (actor: Partial<Actor>) =>
    said(room, 'answer', { id: 'd1', round: 1, seatId: 'ana-0', answer: points({}) }, { actor })
  expect(refusedFor(by({ role: 'observer' }))).toBe('may')
  expect(refusedFor(by({ standing: 'board' }))).toBe('may')
  expect(refusedFor(by({ standing: 'team' }))).toBe('may')
  expect(by({}).ok).toBe(true)
})

test('[D2] one question at a time, with as many items as its kind needs', () => {
  const refused = (wish: QuestionWish, room: Room = empty) =>
    refusedFor(said(room, 'open', wish, { actor: eva, newId: 'd2' }))
  expect(refused(dots, asked())).toBe('decision.running')
  expect(refused({ ...dots, items: [] })).toBe('decision.tooFewItems')
  expect(refused({ ballot: { kind: 'ranking' }, question: 'Q', items: texts('a') })).toBe(
    'decision.tooFewItems',
  )
  expect(refused({ ballot: { kind: 'consent' }, question: 'Q', items: texts('a', 'b') })).toBe(
    'decision.oneItem',
  )
  expect(refused({ ...dots, ballot: { kind: 'dots', points: 2, maxPerItem: 3, minus: false } })).toBe(
    'decision.tooManyOnOne',
  )
  for (const kind of ['gradient', 'consent'] as const)
    expect(asked({ ballot: { kind }, question: 'On y va ?', items: [] }).state.open?.items).toEqual([
      { kind: 'text', id: '0', text: 'On y va ?' },
    ])
})

test('[D3] a command about another decision, or a closed one, is refused', () => {
  const room = closedRoom(asked())
  expect(refusedFor(said(room, 'close', { id: 'd1' }, { actor: eva }))).toBe('decision.closed')
  expect(refusedFor(said(room, 'cancel', { id: 'd1' }, { actor: eva }))).toBe('decision.closed')
  expect(refusedFor(answered(room, 'ana', points({ '0': 1 })))).toBe('decision.closed')
  expect(refusedFor(said(asked(), 'close', { id: 'other' }, { actor: eva }))).toBe('decision.closed')
})

test.each<[string, Record<string, number>]>([
  ['decision.tooManyPoints', { '0': 3, '1': 3 }],
  ['decision.tooManyOnOne', { '0': 4 }],
  ['decision.noMinus', { '0': -1 }],
  ['decision.unknownItem', { '9': 1 }],
])('[V1] %s: %j is refused whole', (reason, placed) => {
  expect(refusedFor(answered(asked(), 'ana', points(placed)))).toBe(reason)
})

test('[V1] each kind takes its own answers only', () => {
  const kinds: Answer[] = [
    points({ '0': 1 }),
    { kind: 'poll', chosen: ['0'], comment: '' },
    { kind: 'gradient', degrees: { '0': 5 }, comment: '' },
    { kind: 'ranking', order: ['1', '0'], comment: '' },
  ]
  const wishes: QuestionWish['ballot'][] = [
    dots.ballot,
    { kind: 'poll', multiple: false },
    { kind: 'gradient' },
    { kind: 'ranking' },
  ]
  for (const ballot of wishes)
    for (const given of kinds) {
      const room = asked({ ballot, question: 'Q', items: texts('a', 'b') })
      expect(refusedFor(answered(room, 'ana', given))).toBe(
        given.kind === ballot.kind ? 'done' : 'decision.otherKind',
      )
    }
  const single = asked({ ballot: { kind: 'poll', multiple: false }, question: 'Q', items: texts('a', 'b') })
  expect(refusedFor(answered(single, 'ana', { kind: 'poll', chosen: ['0', '1'], comment: '' }))).toBe(
    'decision.oneOnly',
  )
})

test('[V2] a seat changes its answer, and answers for no seat but its own', () => {
  const once = done(answered(asked(), 'ana', points({ '0': 3 })))
  const twice = done(answered(once, 'ana', points({ '1': 2 })))
  expect(view(twice, 'ana').open).toMatchObject({ answered: 1, mine: { 'ana-0': points({ '1': 2 }) } })
  const other = { id: 'd1', round: 1, seatId: 'ben-0', answer: points({ '0': 1 }) }
  expect(refusedFor(said(once, 'answer', other, {}))).toBe('decision.notYourSeat')
})

test('several seats behind one device vote each', () => {
  const three = seatsOf('salle', 3)
  const room = three.reduce(
    (now, seat) =>
      done(
        said(
          now,
          'answer',
          { id: 'd1', round: 1, seatId: seat.id, answer: points({ '0': 1 }) },
          { actor: { participantId: 'salle' }, seats: three },
        ),
      ),
    asked(),
  )
  expect(closedRoom(room).state.past[0]).toMatchObject({
    voices: 3,
    outcome: { totals: [{ plus: 3 }, {}, {}] },
  })
})

test('[V4] adding and removing seats does not add votes', () => {
  let room = asked()
  for (let n = 0; n < 5; n++)
    room = done(answered(room, 'ana', points({ '0': 3 }), [{ id: `seat-${n}`, name: `N${n}` }]))
  expect(view(room, 'ana').open?.answered).toBe(1)
})

test('[V6] a carried voice counts, is counted apart, is changed under the same name and can be taken back', () => {
  const carry = (room: Room, name: string, placed: Record<string, number>) =>
    done(said(room, 'answerFor', { id: 'd1', round: 1, name, answer: points(placed) }, { actor: eva }))
  const room = carry(carry(carry(asked(), 'Odile', { '0': 1 }), 'odile', { '1': 2 }), 'Paul', { '1': 1 })
  expect(view(room, 'eva', 'facilitator').open?.carriedNames).toEqual(['odile', 'Paul'])
  expect(view(room, 'ana').open?.carriedNames).toEqual([])
  expect(closedRoom(room).state.past[0]).toMatchObject({
    ...{ voices: 2, carried: 2 },
    outcome: { totals: [{ plus: 0 }, { plus: 3 }, { plus: 0 }] },
  })
  const back = done(said(room, 'withdrawFor', { id: 'd1', round: 1, name: 'Paul' }, { actor: eva }))
  expect(closedRoom(back).state.past[0]).toMatchObject({ voices: 1, carried: 1 })
})

test('[V3] [R2] closing keeps zeros and words, and neither names, seats nor order', () => {
  const words = ['un', 'deux', 'trois', 'quatre']
  const room = words.reduce((now, word, n) => done(answered(now, `p${n}`, points({ '1': 1 }, word))), asked())
  const closing = said(room, 'close', { id: 'd1' }, { actor: eva, random: () => 0 })
  const { state, secret } = done(closing)
  expect(secret).toEqual(noVoices)
  const [past] = state.past
  expect(past?.outcome).toMatchObject({ totals: [{ plus: 0 }, { plus: 4 }, { plus: 0 }] })
  expect([...(past?.comments ?? [])].sort()).toEqual([...words].sort())
  expect(past?.comments).not.toEqual(words)
  expect(JSON.stringify(state)).not.toMatch(/p0|p1-0|"by"/)
  expect(state.shownId).toBe('d1')
})

test('[R3] the room keeps its last sixty decisions', () => {
  let room = empty
  for (let n = 0; n <= pastLimit; n++) {
    room = done(said(room, 'open', dots, { actor: eva, newId: `d${n}` }))
    room = done(said(room, 'close', { id: `d${n}` }, { actor: eva }))
  }
  expect(room.state.past).toHaveLength(pastLimit)
  expect(room.state.past.at(-1)?.id).toBe(`d${pastLimit}`)
})

test('[R4] a decision that is given up leaves nothing', () => {
  const room = done(answered(asked(), 'ana', points({ '0': 1 })))
  expect(done(said(room, 'cancel', { id: 'd1' }, { actor: eva }))).toEqual(empty)
})

test('[S1] before the closing others learn counts only, facilitators too', () => {
  const room = done(answered(asked(), 'ana', points({ '2': 3 }, 'canari')))
  for (const role of ['participant', 'facilitator', 'observer'] as const) {
    const seen = view(room, 'ben', role)
    expect(JSON.stringify(seen)).not.toMatch(/canari|ana/)
    expect(seen.open).toMatchObject({ answered: 1, mine: {}, voices: null })
  }
})

test('what is attached to a draft stays visible while the next question is open', () => {
  const room = closedRoom(done(answered(asked(), 'ana', points({ '0': 3 }))))
  const next = done(said(room, 'open', dots, { actor: eva, newId: 'd2' }))
  expect(view(next, 'ben').draftResults).toEqual([
    { decisionId: 'd1', spaceId: 's', draftId: 'd', at: 0, figure: { kind: 'dots', plus: 3, minus: 0 } },
  ])
  expect(decision.state.parse(next.state)).toEqual(next.state)
})

test('a state kept before a field existed is still read', () => {
  expect(decision.state.parse({ open: null })).toEqual(decision.initial)
})

const step = fc.oneof(
  fc.record({
    verb: fc.constant('answer' as const),
    who: fc.constantFrom('ana', 'ben', 'eli'),
    placed: fc.dictionary(fc.constantFrom('0', '1', '2'), fc.integer({ min: -6, max: 6 })),
  }),
  fc.record({
    verb: fc.constant('answerFor' as const),
    who: fc.constantFrom('Odile', 'Paul'),
    placed: fc.dictionary(fc.constantFrom('0', '1', '2'), fc.integer({ min: -6, max: 6 })),
  }),
)
test('[V1] [V2] [R1] property: whatever the order of commands, no seat has more than its points, and totals are the recount', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, minus) => {
      let room = asked({ ...dots, ballot: { kind: 'dots', points: 5, maxPerItem: 3, minus } })
      const last = new Map<string, Record<string, number>>()
      for (const { verb, who, placed } of steps) {
        const next =
          verb === 'answer'
            ? answered(room, who, points(placed))
            : said(
                room,
                'answerFor',
                { id: 'd1', round: 1, name: who, answer: points(placed) },
                { actor: eva },
              )
        const counts = Object.values(placed)
        const spent = counts.reduce((sum, count) => sum + Math.abs(count), 0)
        const fits = spent <= 5 && counts.every((count) => Math.abs(count) <= 3 && (minus || count >= 0))
        expect(next.ok).toBe(fits)
        if (!next.ok) continue
        room = next.value
        last.set(`${verb} ${who}`, placed)
      }
      const recount = ['0', '1', '2'].map((id) => {
        const counts = [...last.values()].map((placed) => placed[id] ?? 0)
        const sum = (sign: number) => counts.reduce((all, count) => all + Math.max(0, sign * count), 0)
        return { plus: sum(1), minus: sum(-1) }
      })
      const [past] = closedRoom(room).state.past
      expect(past).toMatchObject({ voices: last.size, outcome: { kind: 'dots', totals: recount } })
      const all = recount.reduce((sum, total) => sum + total.plus + total.minus, 0)
      expect(all).toBeLessThanOrEqual(5 * last.size)
    }),
  )
})
