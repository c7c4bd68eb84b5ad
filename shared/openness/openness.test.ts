import { expect, test } from 'vitest'
import { Change } from '#shared/contract/slice.ts'
import { openness, openTo } from '#shared/openness/openness.ts'
import { type Opening, openings } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

const actor: Actor = {
  participantId: 'p1',
  roomId: 'r1',
  standing: 'member',
  role: 'facilitator',
  groupId: 'grp-l',
}
const { set } = openness.commands
const decide = (facts: object, input: { groupId: string; access: Opening }) =>
  set.apply({ 'grp-n': 'write' }, input, {
    actor,
    facts,
    now: 0,
    newId: 'new',
    seats: [],
    present: [],
    random: () => 0,
    secret: undefined,
  })

test('a group that speaks for itself decides; what others decided stays, and the rights are to follow', () => {
  const input = { groupId: 'grp-l', access: 'write' } as const
  const made = decide({ showsDrafts: true, speaksForGroup: true }, input)
  if (!made.ok || !(made.value instanceof Change)) throw new Error('refused')
  expect(made.value.state).toEqual({ 'grp-n': 'write', 'grp-l': 'write' })
  expect(made.value.more.effects).toEqual([{ kind: 'open', input: { ...input, by: 'p1' } }])
})

test('not for another group, not in a room without its drafts, not by somebody who does not lead', () => {
  const input = { groupId: 'grp-l', access: 'write' } as const
  expect(decide({ showsDrafts: true, speaksForGroup: false }, input)).toMatchObject({
    error: { code: 'not-allowed', reason: 'openness.notYours' },
  })
  expect(decide({ showsDrafts: false, speaksForGroup: true }, input)).toMatchObject({
    error: { code: 'not-found', reason: 'openness.noDrafts' },
  })
  expect(set.may({ ...actor, role: 'participant' }, input)).toBe(false)
  expect(set.may(actor, input)).toBe(true)
})

test('a group that never said anything lets the others read', () => {
  expect(openTo({}, 'grp-l')).toBe('read')
  expect(openTo({ 'grp-l': 'write' }, 'grp-l')).toBe('write')
  expect(openTo({}, 'constructor')).toBe('read')
})

test('a group may show nothing, let read, comment or write, and change from each to each', () => {
  for (const access of openings) {
    const made = decide({ showsDrafts: true, speaksForGroup: true }, { groupId: 'grp-n', access })
    if (!made.ok || !(made.value instanceof Change)) throw new Error('refused')
    expect(openTo(made.value.state, 'grp-n')).toBe(access)
  }
})
