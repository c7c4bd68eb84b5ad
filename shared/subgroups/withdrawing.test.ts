// A group of a joint room withdraws by one tap, [U11].
import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import type { Actor, SeatHere } from '#shared/people/actor.ts'
import { subgroups } from '#shared/subgroups/subgroups.ts'
import { noSubgroups, type SubgroupsState } from '#shared/subgroups/subgroupsState.ts'

const seat = (id: string, groupId: string | null, role: SeatHere['role'] = 'participant'): SeatHere => ({
  ...{ id, name: id, participantId: `p-${id}`, presence: 'remote', side: 'remote', role, groupId },
})
const present = [
  seat('n1', 'n'),
  seat('n2', 'n', 'facilitator'),
  seat('l1', 'l'),
  seat('guest', null),
  seat('o', 'n', 'observer'),
]
const actor = (groupId: string): Actor => ({
  ...{ participantId: 'x', roomId: 'r', standing: 'member', role: 'facilitator', groupId },
})
const facts = { places: { n: 'Nantes', l: 'Lyon', e: 'Égalité' }, isAparte: false }
const { withdraw } = subgroups.commands
let made = 0
const asks = (state: SubgroupsState, by: string, antennaId = by, more: object = {}) => {
  made += 1
  const context = {
    ...ruleContext({ actor: actor(by), present, now: 5 }),
    newId: `new${made}`,
    facts,
    ...more,
  }
  return withdraw.apply(state, { antennaId }, context)
}
const after = (state: SubgroupsState, by: string): SubgroupsState => {
  const result = asks(state, by)
  if (!result.ok || !(result.value instanceof Change)) throw new Error('refused')
  expect(result.value.more.effects).toEqual([{ kind: 'open', input: null }])
  return result.value.state
}

test('[U11] its own people who are here, and nobody else, in a room that the others cannot guess', () => {
  const { plan } = after(noSubgroups, 'n')
  expect(plan).toMatchObject({ status: 'running', kind: 'aparte', method: 'antenna' })
  expect(
    plan?.groups.map(({ name, seats, antennaId }) => [name, antennaId, seats.map(({ id }) => id)]),
  ).toEqual([['Nantes', 'n', ['n1', 'n2']]])
  expect(plan?.groups[0]?.room?.code).toMatch(/^[A-Z]{20}$/u)
})

test('[U11] another group withdraws beside it, into a room of its own', () => {
  const { plan } = after(after(noSubgroups, 'n'), 'l')
  expect(plan?.groups.map(({ name }) => name)).toEqual(['Nantes', 'Lyon'])
  expect(new Set(plan?.groups.map(({ room }) => room?.id)).size).toBe(2)
  expect(plan?.groups[1]?.seats.map(({ id }) => id)).toEqual(['l1'])
})

test('[U11] not for another group, not twice, not without people, not inside an aparté, not over other sub-groups', () => {
  const reason = (state: SubgroupsState, by: string, antennaId = by, more: object = {}) => {
    const result = asks(state, by, antennaId, more)
    return result.ok ? undefined : result.error.reason
  }
  expect(reason(noSubgroups, 'n', 'l')).toBe('subgroups.notYourGroup')
  expect(reason(after(noSubgroups, 'n'), 'n')).toBe('subgroups.running')
  expect(reason(noSubgroups, 'e')).toBe('subgroups.nobody')
  expect(reason(noSubgroups, 'q')).toBe('subgroups.noAntenna')
  expect(reason(noSubgroups, 'n', 'n', { facts: { ...facts, isAparte: true } })).toBe(
    'subgroups.insideAparte',
  )
  const drawn = subgroups.commands.draw.apply(
    noSubgroups,
    { method: 'hand', count: 2, mix: false, themes: [], names: [] },
    ruleContext({ actor: actor('l'), present }),
  )
  if (!drawn.ok || drawn.value instanceof Change) throw new Error('refused')
  expect(reason(drawn.value, 'n')).toBe('subgroups.running')
  expect(withdraw.may({ ...actor('n'), role: 'participant' }, { antennaId: 'n' })).toBe(false)
})

test('[U12] nobody of another group comes into a group’s aparté, by choice or by being moved', () => {
  const state = after(noSubgroups, 'n')
  const to = state.plan?.groups[0]?.id ?? ''
  const { choose, move } = subgroups.commands
  const by = (groupId: string | null, seats: readonly SeatHere[]) =>
    ruleContext({ actor: { ...actor('n'), groupId }, present, seats })
  const ok = (result: { ok: boolean }) => result.ok
  const lyon = present.filter(({ id }) => id === 'l1')
  expect(choose.apply(state, { to }, by('l', lyon))).toMatchObject({
    error: { reason: 'subgroups.askToMove' },
  })
  expect(choose.apply(state, { to }, by(null, lyon))).toMatchObject({
    error: { reason: 'subgroups.askToMove' },
  })
  expect(ok(choose.apply(state, { to }, by('n', [seat('n3', 'n')])))).toBe(true)
  expect(move.apply(state, { seatId: 'l1', to }, by('l', []))).toMatchObject({
    error: { code: 'not-allowed' },
  })
  expect(ok(move.apply(state, { seatId: 'n1', to: null }, by('l', [])))).toBe(true)
  expect(ok(move.apply(state, { seatId: 'guest', to }, by('n', [])))).toBe(true)
})
