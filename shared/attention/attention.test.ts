import { expect, test } from 'vitest'
import { attention, lockLimit, reactionLimit } from '#shared/attention/attention.ts'
import { type AttentionState, calm } from '#shared/attention/attentionState.ts'
import { lookPlace } from '#shared/attention/lookPlace.ts'
import { type RuleContextWish, ruleContext } from '#shared/contract/ruleContext.ts'

const { commands } = attention
const lead = (wish: RuleContextWish<undefined> = {}) =>
  ruleContext({ actor: { participantId: 'lead', role: 'facilitator' }, ...wish })
const frame = { kind: 'frame', id: 'shape:a' } as const
const view = { kind: 'view', page: 'page:page', x: 0, y: -3, w: 800, h: 600 } as const

function done(result: ReturnType<typeof commands.fewTools.apply>): AttentionState {
  if (!result.ok) throw new Error(result.error.reason)
  return attention.state.parse(result.value)
}
const refused = (reason: string) => ({ ok: false, error: { reason } })

test('[AT1] facilitators lead the attention, participants give signs, observers, boards and the team watch', () => {
  const guest = ruleContext({}).actor
  const none = { ...guest, role: 'observer' as const }
  const byLeads = [
    (who: typeof guest) => commands.invite.may(who, { place: view, label: '' }),
    (who: typeof guest) => commands.endInvite.may(who, { id: 'x' }),
    (who: typeof guest) => commands.spotlight.may(who, { place: frame, label: '' }),
    (who: typeof guest) => commands.endSpotlight.may(who, {}),
    (who: typeof guest) => commands.lock.may(who, { records: [], drafts: [] }),
    (who: typeof guest) => commands.unlock.may(who, { records: [], drafts: [] }),
    (who: typeof guest) => commands.fewTools.may(who, { isOn: true }),
    (who: typeof guest) => commands.laser.may(who, { isOn: true }),
    (who: typeof guest) => commands.askReady.may(who, {}),
    (who: typeof guest) => commands.endReady.may(who, { id: 'x' }),
  ]
  const byAll = [
    (who: typeof guest) => commands.react.may(who, { kind: 'agree' }),
    (who: typeof guest) => commands.answerReady.may(who, { id: 'x', seatId: 's', answer: 'ready' }),
    (who: typeof guest) => commands.away.may(who, { seatId: 's', isAway: true }),
  ]
  for (const may of byLeads) expect([may(guest), may(lead().actor)]).toEqual([false, true])
  for (const may of byAll) expect([may(guest), may(lead().actor)]).toEqual([true, true])
  for (const may of [...byLeads, ...byAll]) {
    expect(may(none)).toBe(false)
    expect(may({ ...none, standing: 'admin' })).toBe(false)
    expect(may({ ...guest, standing: 'board' })).toBe(false)
  }
})

test('[AT2] [AT3] an invitation says who, where and when; a newer one takes its place and is not ended with it', () => {
  const first = done(
    commands.invite.apply(calm, { place: frame, label: 'Freins' }, lead({ newId: 'i1', now: 7 })),
  )
  expect(first.invite).toEqual({
    ...{ id: 'i1', place: frame, label: 'Freins', at: 7 },
    by: { participantId: 'lead', name: 'lead' },
  })
  const second = done(commands.invite.apply(first, { place: view, label: '' }, lead({ newId: 'i2' })))
  expect(commands.endInvite.apply(second, { id: 'i1' }, lead())).toMatchObject(
    refused('attention.inviteOver'),
  )
  expect(done(commands.endInvite.apply(second, { id: 'i2' }, lead())).invite).toBeNull()
})

test('[AT2] places are what they say: no other record, no endless or empty view', () => {
  for (const wrong of [
    { kind: 'frame', id: 'page:page' },
    { kind: 'frame', id: 'shape:"]{}' },
    { ...view, w: 0 },
    { ...view, x: Number.POSITIVE_INFINITY },
    { ...view, page: 'x' },
    { kind: 'draft', spaceId: '', draftId: 'd' },
    { kind: 'elsewhere' },
  ])
    expect(lookPlace.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  expect(lookPlace.parse(view)).toEqual(view)
  expect(commands.spotlight.input.safeParse({ place: view, label: '' }).success).toBe(false)
})

test('[AT4] the laser is with whoever took it last, and only they put it down', () => {
  const taken = done(commands.laser.apply(calm, { isOn: true }, lead()))
  const other = ruleContext({ actor: { participantId: 'other', role: 'facilitator' } })
  expect(commands.laser.apply(taken, { isOn: false }, other)).toMatchObject(
    refused('attention.laserElsewhere'),
  )
  const handed = done(commands.laser.apply(taken, { isOn: true }, other))
  expect(handed.laser?.participantId).toBe('other')
  expect(done(commands.laser.apply(handed, { isOn: false }, other)).laser).toBeNull()
})

test('[AT5] locks add up, are named once, end when unlocked, and are so many at most', () => {
  const once = done(commands.lock.apply(calm, { records: ['shape:a'], drafts: ['n/d1'] }, lead()))
  const twice = done(commands.lock.apply(once, { records: ['shape:a', 'shape:b'], drafts: ['n/d1'] }, lead()))
  expect(twice.locked).toEqual({ records: ['shape:a', 'shape:b'], drafts: ['n/d1'] })
  expect(
    done(commands.unlock.apply(twice, { records: ['shape:a'], drafts: ['n/d1'] }, lead())).locked,
  ).toEqual({ records: ['shape:b'], drafts: [] })
  const many = Array.from({ length: lockLimit }, (_, n) => `shape:n${n}`)
  expect(commands.lock.apply(once, { records: many, drafts: [] }, lead())).toMatchObject(
    refused('attention.tooManyLocks'),
  )
})

test('[AT6] a reaction keeps no person and no exact instant, and ten seconds later it is forgotten', () => {
  const first = done(commands.react.apply(calm, { kind: 'slower' }, ruleContext({ now: 12_345 })))
  expect(first.reactions).toEqual([{ kind: 'slower', at: 12_000 }])
  expect(JSON.stringify(first)).not.toContain('ana')
  const later = done(commands.react.apply(first, { kind: 'agree' }, ruleContext({ now: 21_999 })))
  expect(later.reactions).toHaveLength(2)
  const after = done(commands.react.apply(later, { kind: 'thanks' }, ruleContext({ now: 22_000 })))
  expect(after.reactions.map(({ kind }) => kind)).toEqual(['agree', 'thanks'])
  let flood = calm
  for (let n = 0; n < reactionLimit + 5; n++)
    flood = { ...flood, reactions: [...flood.reactions, { kind: 'agree', at: 0 }] }
  expect(done(commands.react.apply(flood, { kind: 'lost' }, ruleContext({}))).reactions).toHaveLength(
    reactionLimit,
  )
})

test('[AT7] [AT8] each seat answers; others see counts, one sees one’s own; the answers go with the question', () => {
  const asked = done(commands.askReady.apply(calm, {}, lead({ newId: 'r1' })))
  const seats = [
    { id: 's1', name: 'Ana' },
    { id: 's2', name: 'Bo' },
  ]
  const mine = ruleContext({ seats })
  const answer = (state: AttentionState, seatId: string, said: 'ready' | 'writing') =>
    commands.answerReady.apply(state, { id: 'r1', seatId, answer: said }, mine)
  const both = done(answer(done(answer(asked, 's1', 'ready')), 's2', 'writing'))
  expect(answer(both, 's3', 'ready')).toMatchObject(refused('attention.notYourSeat'))
  const seen = (of: AttentionState, whose: typeof seats) =>
    attention.view?.(of, { actor: mine.actor, seats: whose, secret: undefined }).ready
  expect(seen(both, seats)).toEqual({ id: 'r1', ready: 1, writing: 1, own: { s1: 'ready', s2: 'writing' } })
  expect(seen(both, [])).toEqual({ id: 'r1', ready: 1, writing: 1, own: {} })
  const changed = done(answer(both, 's2', 'ready'))
  expect(seen(changed, [])).toMatchObject({ ready: 2, writing: 0 })
  const over = done(commands.endReady.apply(changed, { id: 'r1' }, lead()))
  expect(JSON.stringify(over)).not.toContain('s1')
  expect(answer(over, 's1', 'ready')).toMatchObject(refused('attention.readyOver'))
  expect(commands.endReady.apply(over, { id: 'r1' }, lead())).toMatchObject(refused('attention.readyOver'))
})

test('[AT9] one says one is away for one’s own seats, until back; those who left the room are forgotten', () => {
  const seats = [{ id: 's1', name: 'Ana' }]
  const gone = { ...calm, away: ['left-long-ago'] }
  const away = done(commands.away.apply(gone, { seatId: 's1', isAway: true }, ruleContext({ seats })))
  expect(away.away).toEqual(['s1'])
  expect(commands.away.apply(away, { seatId: 's9', isAway: true }, ruleContext({ seats }))).toMatchObject(
    refused('attention.notYourSeat'),
  )
  expect(
    done(commands.away.apply(away, { seatId: 's1', isAway: false }, ruleContext({ seats }))).away,
  ).toEqual([])
})
