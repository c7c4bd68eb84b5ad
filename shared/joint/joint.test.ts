// The end of a joint session and its renewal, [S1] to [S3].
import { expect, test } from 'vitest'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import { isOver, type JointFacts, type JointState, joint, serverIn } from '#shared/joint/joint.ts'
import type { Actor } from '#shared/people/actor.ts'

const leader: Actor = {
  ...{ participantId: 'p1', roomId: 'r1', standing: 'member', role: 'facilitator', groupId: 'l' },
}
const facts: JointFacts = { isJoint: true, isOfRoom: true, speaksForGroup: true }
const { begin, end, renew } = joint.commands
const at = (now: number, more: Partial<JointFacts> = {}) => ({
  ...ruleContext({ actor: leader, now }),
  facts: { ...facts, ...more },
})
const day = { date: '2020-03-12', startTime: '19:30' }
const running: JointState = { ...joint.initial, invitationId: 'i', day, rightsEndAt: 1000 }

test('[S1] over by an act, or by the stated hour; a room that nobody was invited to never ends by itself', () => {
  expect(isOver(running, 999)).toBe(false)
  expect(isOver(running, 1000)).toBe(true)
  expect(isOver({ ...running, endedAt: 5 }, 6)).toBe(true)
  expect(isOver(joint.initial, Number.MAX_SAFE_INTEGER)).toBe(false)
})

test('[S2] a facilitator ends it, for everybody, and the rights follow', () => {
  const made = end.apply({ ...running, renewedBy: ['n'] }, {}, at(7))
  if (!made.ok || !(made.value instanceof Change)) throw new Error('refused')
  expect(made.value.state).toMatchObject({ endedAt: 7, renewedBy: [] })
  expect(made.value.more.effects).toEqual([{ kind: 'rights', input: null }])
  expect(end.apply({ ...running, endedAt: 5 }, {}, at(7))).toMatchObject({ value: { endedAt: 5 } })
  expect(end.apply(running, {}, at(7, { isJoint: false }))).toMatchObject({ error: { code: 'not-found' } })
  expect(end.may(leader, {})).toBe(true)
  expect(end.may({ ...leader, role: 'participant' }, {})).toBe(false)
})

test('[S3] each group renews for itself once it is over, and takes it back', () => {
  const over = { ...running, endedAt: 5, renewedBy: ['n'] }
  const on = renew.apply(over, { groupId: 'l', on: true }, at(7))
  if (!on.ok || !(on.value instanceof Change)) throw new Error('refused')
  expect(on.value.state.renewedBy).toEqual(['n', 'l'])
  const off = renew.apply(on.value.state, { groupId: 'l', on: false }, at(8))
  if (!off.ok || !(off.value instanceof Change)) throw new Error('refused')
  expect(off.value.state.renewedBy).toEqual(['n'])
  const refused = (state: JointState, more: Partial<JointFacts>) =>
    renew.apply(state, { groupId: 'l', on: true }, at(7, more))
  expect(refused(over, { speaksForGroup: false })).toMatchObject({ error: { reason: 'joint.notYours' } })
  expect(refused(over, { isOfRoom: false })).toMatchObject({ error: { reason: 'joint.noSession' } })
  expect(refused(running, {})).toMatchObject({ error: { reason: 'joint.notOver' } })
})

test('nobody but the server says that a session begins', () => {
  const input = { invitationId: 'i', day, rightsEndAt: 1 }
  expect(begin.may({ ...leader, standing: 'admin' }, input)).toBe(false)
  expect(begin.may(serverIn('r1'), input)).toBe(true)
})
