// Properties of the speaking queue over any course of a meeting: hands go up and down, the floor moves, people come and go.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import type { SeatHere } from '#shared/people/actor.ts'
import { queue } from '#shared/queue/queue.ts'
import { queueOrder } from '#shared/queue/queueOrder.ts'
import { emptyQueue, otherSide, type QueueState } from '#shared/queue/queueState.ts'

const people: readonly SeatHere[] = Array.from({ length: 9 }, (_, n) => ({
  ...{ id: `s${n}`, name: `N${n}`, participantId: `p${n}`, role: 'participant' as const },
  ...{
    groupId: n % 2 ? 'n' : 'l',
    side: n % 3 ? 'room' : 'remote',
    presence: n % 3 ? 'in-person' : 'remote',
  },
}))
const { commands } = queue
type Applied = ReturnType<typeof commands.next.apply>

/** One meeting: its state, who is present, and a log of what happened. */
class Meeting {
  state: QueueState
  here = new Set(people.map(({ id }) => id))
  turns: { readonly seatId: string | null; readonly side: string; readonly left: QueueState['waiting'] }[] =
    []
  #count = 0

  constructor(alternate: QueueState['alternate']) {
    this.state = { ...emptyQueue, alternate }
  }
  context(as?: SeatHere) {
    this.#count += 1
    return ruleContext({
      actor: as ? { participantId: as.participantId } : { participantId: 'lead', role: 'facilitator' },
      seats: as ? [as] : [],
      present: people.filter(({ id }) => this.here.has(id)),
      newId: `c${this.#count}`,
      now: this.#count * 1_000,
    })
  }
  take(applied: Applied): boolean {
    if (!applied.ok) return false
    this.state = queue.state.parse(applied.value)
    return true
  }
  raise(n: number): boolean {
    const seat = people[n]
    return seat ? this.take(commands.raise.apply(this.state, { seatId: seat.id }, this.context(seat))) : false
  }
  next(): boolean {
    const after = this.state.speaking?.id ?? null
    const moved = this.take(commands.next.apply(this.state, { after }, this.context()))
    const { speaking, waiting } = this.state
    if (moved && speaking)
      this.turns.push({ seatId: speaking.entry.seatId, side: speaking.entry.side, left: waiting })
    return moved
  }
  pass(): boolean {
    const turn = this.state.speaking?.id ?? ''
    return this.take(commands.pass.apply(this.state, { turn }, this.context()))
  }
}

const anybody = fc.nat({ max: people.length - 1 })
const step = fc.oneof(
  { weight: 5, arbitrary: anybody.map((n) => ({ kind: 'raise' as const, n })) },
  { weight: 4, arbitrary: fc.constant({ kind: 'next' as const, n: 0 }) },
)
// As long as a meeting: by default fast-check's arrays stay at ten, in which nobody waits long.
const asLong = { maxLength: 80, size: 'max' } as const
const course = fc.array(step, asLong)
const ways = fc.constantFrom(
  { sides: true, antennas: false },
  { sides: true, antennas: true },
  { sides: false, antennas: true },
  { sides: false, antennas: false },
)

test('[Q5] alternating, no side that waits sees the other speak twice in a row', () => {
  let waits = 0
  fc.assert(
    fc.property(course, fc.boolean(), (steps, antennas) => {
      const meeting = new Meeting({ sides: true, antennas })
      let waited: string | undefined
      for (const { kind, n } of steps) {
        if (kind === 'raise') meeting.raise(n)
        else if (meeting.next() && meeting.state.speaking) {
          const { side } = meeting.state.speaking.entry
          expect(side).not.toBe(waited && otherSide(waited as 'room'))
          // The other side waited through this turn when it has somebody left: the next turn is theirs.
          const other = otherSide(side)
          waited = meeting.state.waiting.some((entry) => entry.side === other) ? other : undefined
          if (waited) waits += 1
        }
      }
    }),
  )
  expect(waits, 'the test must see somebody wait').toBeGreaterThan(100)
})

test('[Q5] nobody overtakes within a side and an antenna, whatever alternates', () => {
  fc.assert(
    fc.property(course, ways, (steps, alternate) => {
      const meeting = new Meeting(alternate)
      const arrived: string[] = []
      for (const { kind, n } of steps) {
        if (kind === 'raise') {
          if (meeting.raise(n)) arrived.push(`s${n}`)
        } else if (meeting.next() && meeting.state.speaking) {
          const { seatId, side, groupId } = meeting.state.speaking.entry
          const lane = arrived.filter((id) => {
            const one = people.find((each) => each.id === id)
            return one?.side === side && (!alternate.antennas || one.groupId === groupId)
          })
          expect(seatId).toBe(lane[0])
          arrived.splice(arrived.indexOf(seatId ?? ''), 1)
        }
      }
    }),
  )
})

test('the order shown is the order in which they then speak', () => {
  fc.assert(
    fc.property(course, ways, (steps, alternate) => {
      const meeting = new Meeting(alternate)
      for (const { kind, n } of steps) {
        if (kind === 'raise') meeting.raise(n)
        else meeting.next()
      }
      const shown = queueOrder(meeting.state, () => true).map(({ entry }) => entry.seatId)
      expect(new Set(shown).size).toBe(meeting.state.waiting.length)
      const spoke: (string | null | undefined)[] = []
      while (meeting.state.waiting.length > 0 && meeting.next())
        spoke.push(meeting.state.speaking?.entry.seatId)
      expect(spoke).toEqual(shown)
    }),
  )
})

const movement = fc.oneof(
  { weight: 3, arbitrary: anybody.map((n) => ({ kind: 'raise' as const, n })) },
  { weight: 3, arbitrary: fc.constant({ kind: 'next' as const, n: 0 }) },
  { weight: 2, arbitrary: anybody.map((n) => ({ kind: 'leave' as const, n })) },
  { weight: 2, arbitrary: anybody.map((n) => ({ kind: 'come' as const, n })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'pass' as const, n: 0 }) },
)

function move(meeting: Meeting, { kind, n }: { readonly kind: string; readonly n: number }): void {
  if (kind === 'raise') meeting.raise(n)
  else if (kind === 'next') meeting.next()
  else if (kind === 'pass') meeting.pass()
  else if (kind === 'leave') meeting.here.delete(`s${n}`)
  else meeting.here.add(`s${n}`)
}

test('nobody who asked is ever lost: everybody speaks once for each hand, whoever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(movement, asLong), ways, (steps, alternate) => {
      const meeting = new Meeting(alternate)
      const asked: string[] = []
      for (const one of steps) {
        const before = meeting.state.waiting.length
        move(meeting, one)
        if (one.kind === 'raise' && meeting.state.waiting.length > before) asked.push(`s${one.n}`)
      }
      meeting.here = new Set(people.map(({ id }) => id))
      while (meeting.state.waiting.length > 0) expect(meeting.next()).toBe(true)
      expect(meeting.turns.map(({ seatId }) => seatId).sort()).toEqual(asked.sort())
    }),
  )
})

test('[Q9] [Q10] [Q11] a round gives each exactly one turn: those there at its start and those who come', () => {
  fc.assert(
    fc.property(
      fc.subarray([...people.keys()], { minLength: 1 }),
      fc.array(movement, asLong),
      ways,
      (there, steps, alternate) => {
        const meeting = new Meeting(alternate)
        meeting.here = new Set(there.map((n) => `s${n}`))
        expect(meeting.take(commands.startRound.apply(meeting.state, {}, meeting.context()))).toBe(true)
        const came = new Set(meeting.here)
        const had = new Map<string, number>()
        const heldTurn = (): void => {
          const { speaking } = meeting.state
          if (speaking?.isOfRound && speaking.entry.seatId)
            had.set(speaking.entry.seatId, (had.get(speaking.entry.seatId) ?? 0) + 1)
        }
        // A turn is held when it ends by handing on, or by passing for the second time.
        const go = (kind: string, n: number): void => {
          const before = meeting.state
          const speaking = before.speaking
          if (kind === 'next' || (kind === 'pass' && speaking?.entry.mark === 'passed')) heldTurn()
          move(meeting, { kind, n })
          if (meeting.state === before && (kind === 'next' || kind === 'pass') && speaking?.entry.seatId)
            throw new Error('the floor did not move')
        }
        for (const { kind, n } of steps) {
          if (!meeting.state.round) break
          go(kind, n)
          if (meeting.state.round) for (const id of meeting.here) came.add(id)
        }
        if (meeting.state.round) {
          meeting.here = new Set(people.map(({ id }) => id))
          for (const { id } of people) came.add(id)
        }
        while (meeting.state.round) go('next', 0)
        expect([...had.values()].every((turns) => turns === 1)).toBe(true)
        // Somebody who came and left again between two moves of the floor was never seen by the round.
        for (const id of had.keys()) expect(came.has(id)).toBe(true)
        for (const n of there) expect(had.get(`s${n}`), `s${n}`).toBe(1)
      },
    ),
  )
})

test('[Q8] the sums count every turn that ended, and nothing else is kept of it', () => {
  fc.assert(
    fc.property(course, ways, (steps, alternate) => {
      const meeting = new Meeting(alternate)
      for (const { kind, n } of steps) {
        if (kind === 'raise') meeting.raise(n)
        else meeting.next()
      }
      const { sums, speaking, waiting } = meeting.state
      const ended = sums.room.turns + sums.remote.turns
      expect(ended).toBe(meeting.turns.length - (speaking ? 1 : 0))
      const still = new Set([speaking?.entry.seatId, ...waiting.map(({ seatId }) => seatId)])
      const kept = JSON.stringify(meeting.state)
      for (const { id } of people) if (!still.has(id)) expect(kept).not.toContain(`"${id}"`)
    }),
  )
})
