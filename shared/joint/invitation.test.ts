// Every rule of an invitation, [I1] to [I7].
import { expect, test } from 'vitest'
import {
  type Acting,
  decide,
  type Invitation,
  type InviteInput,
  invite,
  type JointActInput,
} from '#shared/joint/invitation.ts'

const thursday = { date: '2020-03-12', startTime: '19:30' }
const friday = { date: '2020-03-13', startTime: '20:00' }
const monday = { date: '2020-03-16', startTime: '19:00' }
const as = (groupId: string): Acting => ({ groupId, name: `de ${groupId}`, now: 1, today: '2020-03-01' })
const input: InviteInput = {
  ...{ id: 'invitation', groupIds: ['l'], subject: 'Le comité local', template: null, durationMin: 120 },
  ...{ days: [friday, thursday], word: '', language: 'fr' },
}
function made(groupIds = ['l']): Invitation {
  const invitation = invite({ ...input, groupIds }, as('n'))
  if (!invitation.ok) throw new Error(invitation.error.reason)
  return invitation.value
}
function after(invitation: Invitation, ...acts: readonly (readonly [string, JointActInput])[]): Invitation {
  return acts.reduce((one, [group, act]) => {
    const next = decide(one, act, as(group))
    if (!next.ok) throw new Error(next.error.reason)
    return next.value
  }, invitation)
}
const refusedAs = (invitation: Invitation, group: string, act: JointActInput): string | undefined => {
  const result = decide(invitation, act, as(group))
  return result.ok ? undefined : result.error.reason
}

test('[I1] other groups, and days to come: in their order, each once', () => {
  expect(made(['l', 'l', 'e'])).toMatchObject({ groupIds: ['n', 'l', 'e'], days: [thursday, friday] })
  expect(invite({ ...input, groupIds: ['l', 'n'] }, as('n'))).toMatchObject({
    error: { reason: 'joint.ownGroup' },
  })
  const past = { ...input, days: [{ ...friday, date: '2020-02-29' }] }
  expect(invite(past, as('n'))).toMatchObject({ error: { reason: 'joint.dayOver' } })
})

test('[I2] each answers for itself, as often as it likes', () => {
  const three = made(['l', 'e'])
  const once = after(three, ['l', { act: 'accept', day: thursday }])
  expect(once.status).toBe('open')
  const twice = after(once, ['l', { act: 'accept', day: friday }])
  expect(twice.answers['l']).toMatchObject({ kind: 'accepted', day: friday, by: 'de l' })
  expect(refusedAs(three, 'n', { act: 'accept', day: thursday })).toBe('joint.notYours')
  expect(refusedAs(three, 'l', { act: 'accept', day: monday })).toBe('joint.dayGone')
})

test('[I3] agreed when every invited group has accepted the same day', () => {
  expect(after(made(), ['l', { act: 'accept', day: friday }])).toMatchObject({
    status: 'accepted',
    agreed: { day: friday, groupIds: ['n', 'l'] },
  })
  const apart = after(
    made(['l', 'e']),
    ['l', { act: 'accept', day: thursday }],
    ['e', { act: 'accept', day: friday }],
  )
  expect(apart).toMatchObject({ status: 'open', agreed: null })
  expect(after(apart, ['e', { act: 'accept', day: thursday }]).agreed).toEqual({
    day: thursday,
    groupIds: ['n', 'l', 'e'],
  })
})

test('[I4] other days count when the inviting group offers them', () => {
  const proposed = after(
    made(['l', 'e']),
    ['l', { act: 'accept', day: thursday }],
    ['e', { act: 'propose', days: [monday], word: 'Le lundi nous va mieux' }],
  )
  expect(proposed.days).toEqual([thursday, friday])
  expect(refusedAs(proposed, 'l', { act: 'offer', days: [monday] })).toBe('joint.notYours')
  const offered = after(proposed, ['n', { act: 'offer', days: [monday, thursday] }])
  expect(offered.days).toEqual([thursday, monday])
  expect(Object.keys(offered.answers)).toEqual(['l'])
  expect(after(proposed, ['n', { act: 'offer', days: [monday] }]).answers).toEqual({})
})

test('[I5] whoever declines leaves, and makes no session of the others', () => {
  expect(after(made(), ['l', { act: 'decline', word: 'Pas ce mois' }]).status).toBe('declined')
  const one = after(
    made(['l', 'e']),
    ['l', { act: 'accept', day: thursday }],
    ['e', { act: 'decline', word: '' }],
  )
  expect(one).toMatchObject({ status: 'open', agreed: null })
})

test('[I6] the inviting group holds it with those who accepted', () => {
  const one = after(
    made(['l', 'e']),
    ['l', { act: 'accept', day: thursday }],
    ['e', { act: 'decline', word: '' }],
  )
  expect(refusedAs(one, 'n', { act: 'hold', day: friday })).toBe('joint.nobodyThatDay')
  expect(refusedAs(one, 'l', { act: 'hold', day: thursday })).toBe('joint.notYours')
  expect(after(one, ['n', { act: 'hold', day: thursday }])).toMatchObject({
    status: 'accepted',
    agreed: { day: thursday, groupIds: ['n', 'l'] },
  })
})

test('[I7] withdrawn by the inviting group alone; what is over stays', () => {
  expect(refusedAs(made(), 'l', { act: 'withdraw' })).toBe('joint.notYours')
  const over = after(made(), ['n', { act: 'withdraw' }])
  expect(over.status).toBe('withdrawn')
  for (const act of [{ act: 'accept', day: friday }, { act: 'withdraw' }] as const)
    expect(refusedAs(over, 'l', act)).toBe('joint.settled')
})
