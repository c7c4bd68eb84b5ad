import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import type { Seat } from '#shared/people/actor.ts'
import { seatLimit, seats, seatsOnEntering } from '#shared/seats/seats.ts'

const context = (mine: readonly Seat[]) => ruleContext({ seats: mine })
const nobody = { decided: null }
const ana: Seat = { id: 's1', name: 'Ana' }
const bo: Seat = { id: 's2', name: 'Bo' }
const decided = (...chosen: Seat[]) => ({
  ok: true,
  value: { decided: { participantId: 'ana', seats: chosen } },
})

test('a seat is added behind one’s own device', () => {
  expect(seats.commands.add.apply(nobody, { name: 'Bo' }, context([ana]))).toEqual(
    decided(ana, { id: 'new', name: 'Bo' }),
  )
})

test('a seat is renamed and keeps its id', () => {
  expect(seats.commands.rename.apply(nobody, { seatId: 's2', name: 'Béa' }, context([ana, bo]))).toEqual(
    decided(ana, { id: 's2', name: 'Béa' }),
  )
})

test('[S1] a seat of another participant is unknown', () => {
  const asked = { seatId: 'somebody-else', name: 'X' }
  expect(seats.commands.rename.apply(nobody, asked, context([ana]))).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  expect(seats.commands.remove.apply(nobody, asked, context([ana, bo]))).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
})

test('[S2] the last seat stays', () => {
  expect(seats.commands.remove.apply(nobody, { seatId: 's1' }, context([ana]))).toMatchObject({
    ok: false,
    error: { code: 'wrong-state', reason: 'seats.last' },
  })
  expect(seats.commands.remove.apply(nobody, { seatId: 's1' }, context([ana, bo]))).toEqual(decided(bo))
})

test('a device holds so many seats and no more', () => {
  const full = Array.from({ length: seatLimit }, (_, n) => ({ id: `s${n}`, name: `N${n}` }))
  expect(seats.commands.add.apply(nobody, { name: 'One more' }, context(full))).toMatchObject({
    error: { code: 'too-many' },
  })
})

test('names are trimmed and may not be empty', () => {
  expect(seats.commands.add.input.safeParse({ name: '  ' }).success).toBe(false)
  expect(seats.commands.add.input.parse({ name: ' Bo ' })).toEqual({ name: 'Bo' })
})

test('coming back keeps every seat’s id', () => {
  const newId = () => 'fresh'
  expect(seatsOnEntering([], { name: 'Ana', others: undefined }, newId)).toEqual([
    { id: 'fresh', name: 'Ana' },
  ])
  expect(seatsOnEntering([ana, bo], { name: 'Ana Maria', others: undefined }, newId)).toEqual([
    { id: 's1', name: 'Ana Maria' },
    bo,
  ])
  expect(seatsOnEntering([ana, bo], { name: 'Ana', others: ['Chloé', 'Bo'] }, newId)).toEqual([
    ana,
    { id: 'fresh', name: 'Chloé' },
    bo,
  ])
  expect(seatsOnEntering([ana, bo], { name: 'Ana', others: [] }, newId)).toEqual([ana])
})
