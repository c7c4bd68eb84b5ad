import { expect, test } from 'vitest'
import { type RuleContextWish, ruleContext } from '#shared/contract/ruleContext.ts'
import type { Actor, SeatHere, Side } from '#shared/people/actor.ts'
import { handLimit, queue } from '#shared/queue/queue.ts'
import { proposedFor, queueOrder } from '#shared/queue/queueOrder.ts'
import { takesFloor } from '#shared/queue/queueRights.ts'
import { emptyQueue, type QueueState, sumsIn } from '#shared/queue/queueState.ts'

const seat = (name: string, side: Side = 'remote', more: Partial<SeatHere> = {}): SeatHere => ({
  ...{ id: `seat-${name}`, name, participantId: name, side, role: 'participant', groupId: null },
  presence: side === 'room' ? 'in-person' : 'remote',
  ...more,
})
const present = [seat('ana'), seat('bo', 'room'), seat('cy', 'room'), seat('di'), seat('eva', 'room')]
let made = 0
const context = (who: string, wish: RuleContextWish<undefined> = {}) =>
  ruleContext({
    present,
    seats: present.filter(({ participantId }) => participantId === who),
    newId: `id-${++made}`,
    ...wish,
    actor: { participantId: who, role: who === 'lead' ? 'facilitator' : 'participant', ...wish.actor },
  })
const { commands } = queue

function done(result: ReturnType<typeof commands.next.apply>): QueueState {
  if (!result.ok) throw new Error(result.error.reason)
  return result.value as QueueState // these rules return plain states
}
const refused = (reason: string) => ({ ok: false, error: { reason } })
const raised = (...names: string[]): QueueState =>
  names.reduce(
    (state, name) => done(commands.raise.apply(state, { seatId: `seat-${name}` }, context(name))),
    emptyQueue,
  )
const next = (state: QueueState, wish: RuleContextWish<undefined> = {}): QueueState =>
  done(commands.next.apply(state, { after: state.speaking?.id ?? null }, context('lead', wish)))
const names = (state: QueueState): string[] =>
  queueOrder(state, (id) => present.some((one) => one.id === id)).map(({ entry }) => entry.name)
const alternating = (state: QueueState): QueueState => ({
  ...state,
  alternate: { sides: true, antennas: false },
})

test('[Q1] observers, boards and the team do not take the floor; guests, members and facilitators do', () => {
  const may = (actor: Partial<Actor>): boolean => takesFloor(context('ana', { actor }).actor)
  expect(may({})).toBe(true)
  expect(may({ standing: 'member' })).toBe(true)
  expect(may({ standing: 'board', role: 'facilitator' })).toBe(true)
  expect(may({ role: 'observer' })).toBe(false)
  expect(may({ standing: 'admin', role: 'observer' })).toBe(false)
  expect(may({ standing: 'board' })).toBe(false)
  expect(may({ standing: 'team' })).toBe(false)
})

test('[Q1] the floor’s order is moved by facilitators', () => {
  const participant = context('ana').actor
  const forLeads = [
    commands.raiseFor.may(participant, { seatId: 'x' }),
    commands.give.may(participant, { seatId: 'x', after: null }),
    commands.putBack.may(participant, { turn: 'x' }),
    commands.startRound.may(participant, {}),
    commands.endRound.may(participant, {}),
    commands.alternate.may(participant, { sides: true, antennas: false }),
    commands.putOff.may(participant, {}),
    commands.clear.may(participant, {}),
    commands.resetBalance.may(participant, {}),
  ]
  expect(forLeads).toEqual(forLeads.map(() => false))
  expect(commands.clear.may(context('lead').actor, {})).toBe(true)
})

test('[Q2] one raises one’s own seats, a facilitator anybody’s and people without a device', () => {
  expect(commands.raise.apply(emptyQueue, { seatId: 'seat-bo' }, context('ana'))).toMatchObject(
    refused('queue.notYours'),
  )
  const away = context('ana', { present: [] })
  expect(commands.raise.apply(emptyQueue, { seatId: 'seat-ana' }, away)).toMatchObject(
    refused('queue.notHere'),
  )
  const forBo = done(commands.raiseFor.apply(emptyQueue, { seatId: 'seat-bo' }, context('lead')))
  const forGil = done(
    commands.raiseFor.apply(forBo, { name: 'Gil', side: 'room', groupId: null }, context('lead')),
  )
  expect(forGil.waiting).toMatchObject([
    { seatId: 'seat-bo', side: 'room' },
    { seatId: null, name: 'Gil', side: 'room' },
  ])
})

test('[Q3] one’s own hand is lowered by oneself, any by a facilitator, nobody else’s', () => {
  const state = raised('ana', 'bo')
  const [ofAna, ofBo] = state.waiting.map(({ id }) => id)
  expect(commands.lower.apply(state, { entryId: ofBo ?? '' }, context('ana'))).toMatchObject(
    refused('queue.notYours'),
  )
  expect(names(done(commands.lower.apply(state, { entryId: ofAna ?? '' }, context('ana'))))).toEqual(['bo'])
  expect(names(done(commands.lower.apply(state, { entryId: ofBo ?? '' }, context('lead'))))).toEqual(['ana'])
  expect(commands.lower.apply(state, { entryId: 'gone' }, context('lead'))).toMatchObject(
    refused('queue.unknown'),
  )
})

test('[Q4] one hand a seat, in order of arrival, and so many at most', () => {
  const state = raised('cy', 'ana', 'bo')
  expect(names(state)).toEqual(['cy', 'ana', 'bo'])
  expect(commands.raise.apply(state, { seatId: 'seat-ana' }, context('ana'))).toMatchObject(
    refused('queue.already'),
  )
  const speaking = next(state)
  expect(commands.raise.apply(speaking, { seatId: 'seat-cy' }, context('cy'))).toMatchObject(
    refused('queue.already'),
  )
  const [hand] = state.waiting
  if (!hand) throw new Error('a hand was raised')
  const full = { ...state, waiting: Array.from({ length: handLimit }, (_, n) => ({ ...hand, id: `${n}` })) }
  expect(commands.raise.apply(full, { seatId: 'seat-di' }, context('di'))).toMatchObject(
    refused('queue.full'),
  )
})

test('[Q5] alternating, the side that has not had the floor passes first, and it is said why', () => {
  const state = alternating(next(raised('bo', 'cy', 'eva', 'ana')))
  expect(names(state)).toEqual(['ana', 'cy', 'eva'])
  expect(queueOrder(state, () => true).map(({ why }) => why)).toEqual([
    { kind: 'side', side: 'remote', turns: 1 },
    { kind: 'yields' },
    { kind: 'yields' },
  ])
  expect(queueOrder(raised('bo', 'ana'), () => true).map(({ why }) => why)).toEqual([
    { kind: 'arrival' },
    { kind: 'arrival' },
  ])
})

test('[Q5] in a joint room antennas alternate within the side', () => {
  const hand = (id: string, side: Side, groupId: string) =>
    ({ id, seatId: null, name: id, side, groupId, mark: 'none' }) as const
  const waiting = [
    hand('n1', 'room', 'n'),
    hand('n2', 'room', 'n'),
    hand('l1', 'room', 'l'),
    hand('n3', 'remote', 'n'),
    hand('l2', 'remote', 'l'),
  ]
  const order = (alternate: QueueState['alternate']): string[] => names({ ...emptyQueue, waiting, alternate })
  expect(order({ sides: false, antennas: true })).toEqual(['n1', 'l1', 'n2', 'l2', 'n3'])
  expect(order({ sides: true, antennas: true })).toEqual(['n1', 'n3', 'l1', 'l2', 'n2'])
})

test('[Q6] who is away keeps their place and is called when back', () => {
  const state = raised('ana', 'bo')
  const withoutAna = present.filter(({ name }) => name !== 'ana')
  const given = next(state, { present: withoutAna })
  expect(given.speaking?.entry.name).toBe('bo')
  expect(queueOrder(given, (id) => id !== 'seat-ana')).toMatchObject([
    { entry: { name: 'ana' }, why: { kind: 'absent' } },
  ])
  expect(next(given).speaking?.entry.name).toBe('ana')
})

test('[Q7] alternating is proposed when a side has waited three turns, never switched on by itself', () => {
  let state = raised('bo', 'cy', 'eva', 'ana')
  for (const turns of [1, 2, 3]) {
    expect(proposedFor(state), `before turn ${turns}`).toBeUndefined()
    state = next(state)
  }
  expect(proposedFor(state)).toBe('remote')
  expect(state.alternate.sides).toBe(false)
  const putOff = done(commands.putOff.apply(state, {}, context('lead')))
  expect(proposedFor(putOff)).toBeUndefined()
  expect(next(putOff)).toMatchObject({ isPutOff: false, memory: { waited: { remote: 0 } } })
  expect(proposedFor(alternating(state))).toBeUndefined()
})

test('[Q8] a turn that ended adds to its side’s sums, and no stored value names who spoke', () => {
  const speaking = next(raised('ana'), { now: 1_000 })
  const ended = done(
    commands.end.apply(speaking, { turn: speaking.speaking?.id ?? '' }, context('ana', { now: 61_000 })),
  )
  expect(ended.sums).toEqual({ room: { turns: 0, ms: 0 }, remote: { turns: 1, ms: 60_000 } })
  expect(JSON.stringify(ended)).not.toContain('ana')
})

test('[Q8] participants do not see the sums, nobody sees what putting back needs', () => {
  const state = next(raised('ana'))
  const seen = (who: string) =>
    queue.view?.(state, { actor: context(who).actor, seats: [], secret: undefined })
  expect(seen('ana')?.sums).toBeNull()
  expect(seen('lead')?.sums).toEqual(emptyQueue.sums)
  expect(seen('lead')?.speaking).not.toHaveProperty('before')
  expect(seen('ana')?.speaking?.entry.name).toBe('ana')
})

test('[Q9] in a round one may pass and comes again at the end; passing again is one’s turn', () => {
  let state = done(commands.startRound.apply(emptyQueue, {}, context('lead')))
  state = next(state)
  expect(state.speaking?.entry.name).toBe('ana')
  const passing = (of: QueueState): QueueState =>
    done(commands.pass.apply(of, { turn: of.speaking?.id ?? '' }, context('ana')))
  state = passing(state)
  expect(names(state)).toEqual(['bo', 'cy', 'di', 'eva', 'ana'])
  expect(state.sums).toEqual(emptyQueue.sums)
  while (names(state).length > 0) state = next(state)
  expect(state.speaking?.entry.name).toBe('ana')
  state = passing(state)
  expect(state).toMatchObject({ round: null, speaking: null })
  expect(state.sums).toMatchObject({ room: { turns: 3 }, remote: { turns: 1 } })
})

test('[Q9] there is no passing outside a round, nor for somebody else', () => {
  const free = next(raised('ana'))
  expect(commands.pass.apply(free, { turn: free.speaking?.id ?? '' }, context('ana'))).toMatchObject(
    refused('queue.noRound'),
  )
  const round = next(done(commands.startRound.apply(emptyQueue, {}, context('lead'))))
  expect(commands.pass.apply(round, { turn: round.speaking?.id ?? '' }, context('bo'))).toMatchObject(
    refused('queue.notYourTurn'),
  )
})

test('[Q10] a round takes in everybody present except observers, and one round at a time', () => {
  const here = [...present, seat('obs', 'remote', { role: 'observer' })]
  const round = done(commands.startRound.apply(emptyQueue, {}, context('lead', { present: here })))
  expect(names(round)).toEqual(['ana', 'bo', 'cy', 'di', 'eva'])
  expect(commands.startRound.apply(round, {}, context('lead'))).toMatchObject(refused('queue.roundRuns'))
  expect(commands.startRound.apply(emptyQueue, {}, context('lead', { present: [] }))).toMatchObject(
    refused('queue.nobody'),
  )
  const [first] = round.round?.left ?? []
  expect(commands.lower.apply(round, { entryId: first?.id ?? '' }, context('ana'))).toMatchObject(
    refused('queue.notSkipped'),
  )
})

test('[Q10] a person without a device is added to the round that runs', () => {
  const round = done(commands.startRound.apply(emptyQueue, {}, context('lead')))
  const added = done(
    commands.raiseFor.apply(round, { name: 'Gil', side: 'room', groupId: null }, context('lead')),
  )
  expect(names(added).at(-1)).toBe('Gil')
  expect(added.waiting).toEqual([])
})

test('[Q11] newcomers are added, those who leave are not lost, a round ended early keeps whoever speaks', () => {
  const started = done(
    commands.startRound.apply(emptyQueue, {}, context('lead', { present: present.slice(0, 2) })),
  )
  let state = next(started)
  expect(names(state)).toEqual(['bo', 'cy', 'di', 'eva'])
  const withoutBo = present.filter(({ name }) => name !== 'bo')
  for (let n = 0; n < 3; n++) state = next(state, { present: withoutBo })
  state = next(state, { present: withoutBo })
  expect(state.speaking).toBeNull()
  expect(state.round?.left.map(({ name }) => name)).toEqual(['bo'])
  expect(commands.next.apply(state, { after: null }, context('lead', { present: withoutBo }))).toMatchObject(
    refused('queue.nobody'),
  )
  const back = next(state)
  expect(back.speaking?.entry.name).toBe('bo')
  const over = done(commands.endRound.apply(back, {}, context('lead')))
  expect(over).toMatchObject({ round: null, speaking: { isOfRound: false, entry: { name: 'bo' } } })
})

test('[Q11] whoever speaks in a round hands on; outside one only facilitators do', () => {
  const round = next(done(commands.startRound.apply(emptyQueue, {}, context('lead'))))
  const after = round.speaking?.id ?? null
  expect(done(commands.next.apply(round, { after }, context('ana'))).speaking?.entry.name).toBe('bo')
  expect(commands.next.apply(round, { after }, context('bo'))).toMatchObject(refused('queue.notYourTurn'))
  const free = next(raised('ana', 'bo'))
  expect(commands.next.apply(free, { after: free.speaking?.id ?? null }, context('ana'))).toMatchObject(
    refused('queue.notYourTurn'),
  )
})

test('[Q12] the second of two who give the floor at once is refused, and nobody is skipped', () => {
  const state = raised('ana', 'bo', 'cy')
  const first = done(commands.next.apply(state, { after: null }, context('lead')))
  for (const late of [
    commands.next.apply(first, { after: null }, context('lead')),
    commands.give.apply(first, { seatId: 'seat-cy', after: null }, context('lead')),
    commands.end.apply(first, { turn: 'of-before' }, context('lead')),
    commands.putBack.apply(first, { turn: 'of-before' }, context('lead')),
  ])
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'queue.moved' } })
  expect(first.speaking?.entry.name).toBe('ana')
})

test('[Q13] the floor given out of order says so; given in order it does not', () => {
  const state = raised('ana', 'bo')
  const [ana, bo] = state.waiting
  const give = (entryId = ''): QueueState =>
    done(commands.give.apply(state, { entryId, after: null }, context('lead')))
  expect(give(bo?.id).speaking).toMatchObject({ isChosen: true, entry: { name: 'bo' } })
  expect(give(ana?.id).speaking).toMatchObject({ isChosen: false })
  const unasked = done(commands.give.apply(state, { seatId: 'seat-di', after: null }, context('lead')))
  expect(unasked).toMatchObject({ speaking: { isChosen: true, entry: { name: 'di' } } })
  expect(names(unasked)).toEqual(['ana', 'bo'])
})

test('putting back undoes the turn: first again, no sum, alternation as before', () => {
  const state = alternating(raised('ana', 'cy', 'bo', 'di'))
  const wrong = next(next(state))
  const back = done(commands.putBack.apply(wrong, { turn: wrong.speaking?.id ?? '' }, context('lead')))
  expect(names(back)).toEqual(['cy', 'di', 'bo'])
  expect(queueOrder(back, () => true)[0]?.why).toEqual({ kind: 'back' })
  expect(back.sums.room).toEqual({ turns: 0, ms: 0 })
  expect(next(back).speaking).toMatchObject({ isChosen: false, entry: { name: 'cy' } })
})

test('clearing lowers every hand and leaves whoever speaks; the balance is reset apart', () => {
  const state = next(next(raised('ana', 'bo', 'cy')))
  const cleared = done(commands.clear.apply(state, {}, context('lead')))
  expect(cleared).toMatchObject({ waiting: [], speaking: { entry: { name: 'bo' } } })
  expect(cleared.sums.remote.turns).toBe(1)
  expect(done(commands.resetBalance.apply(cleared, {}, context('lead'))).sums).toEqual(emptyQueue.sums)
})

test('[Q14] each session’s balance begins at nothing, without anybody resetting it', () => {
  const first = { facts: { sessionId: 'first' } }
  const second = { facts: { sessionId: 'second' } }
  const held = next(next(next(raised('ana', 'bo', 'cy'), first), first), first)
  expect(sumsIn(held, 'first')).toMatchObject({ remote: { turns: 1 }, room: { turns: 1 } })
  expect(sumsIn(held, 'second')).toEqual(emptyQueue.sums)
  // The turn that runs over the change counts where it ends; what was before it is gone.
  const gone = next(held, second)
  expect(gone).toMatchObject({ session: 'second', sums: { remote: { turns: 0 }, room: { turns: 1 } } })
  expect(sumsIn(gone, 'first')).toEqual(emptyQueue.sums)
  const reset = done(commands.resetBalance.apply(gone, {}, context('lead', second)))
  expect(reset).toMatchObject({ session: 'second', sums: emptyQueue.sums })
})

test('[Q14] taking back, passing and lowering keep the session’s sums', () => {
  const wish = { facts: { sessionId: 'first' } }
  const state = next(next(raised('ana', 'bo', 'cy'), wish), wish)
  const back = done(commands.putBack.apply(state, { turn: state.speaking?.id ?? '' }, context('lead', wish)))
  const cleared = done(commands.clear.apply(back, {}, context('lead', wish)))
  expect(sumsIn(cleared, 'first').remote.turns).toBe(1)
})
