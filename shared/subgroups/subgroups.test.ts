// The commands of sub-groups: who may, when, and what each leaves behind.
import { expect, test } from 'vitest'
import type { Result } from '#shared/contract/result.ts'
import { ruleContext } from '#shared/contract/ruleContext.ts'
import { Change } from '#shared/contract/slice.ts'
import type { RoomRole, SeatHere } from '#shared/people/actor.ts'
import { subgroups } from '#shared/subgroups/subgroups.ts'
import { inputs, noSubgroups, State, type SubgroupsState } from '#shared/subgroups/subgroupsState.ts'

const { commands } = subgroups
const here = (n: number, more: Partial<SeatHere> = {}): SeatHere => ({
  ...{ id: `s${n}`, name: `N${n}`, participantId: `p${n}`, role: 'participant', groupId: null },
  ...{ presence: 'remote', side: 'remote', ...more },
})
const six = [1, 2, 3, 4, 5, 6].map((n) => here(n))
const lead = ruleContext({
  actor: { participantId: 'lead', role: 'facilitator' },
  seats: [],
  present: six,
  now: 1_000,
})
const as = (n: number, more: object = {}) => ({
  ...ruleContext({
    actor: { participantId: `p${n}` },
    seats: [{ id: `s${n}`, name: `N${n}` }],
    present: six,
    now: 2_000,
  }),
  ...more,
})

function made(result: Result<SubgroupsState | Change<SubgroupsState, undefined>>): {
  state: SubgroupsState
  effects: readonly { kind: string; input: unknown }[]
} {
  if (!result.ok) throw new Error(result.error.reason)
  const { value } = result
  return value instanceof Change
    ? { state: value.state, effects: value.more.effects ?? [] }
    : { state: value, effects: [] }
}
const drawn = (more: object = {}, context = lead): SubgroupsState =>
  made(commands.draw.apply(noSubgroups, inputs.draw.parse({ method: 'random', count: 2, ...more }), context))
    .state
const started = (kind: 'groups' | 'aparte', minutes: number | null = 10) =>
  made(commands.start.apply(drawn(), { kind, minutes }, lead))
const members = ({ plan }: SubgroupsState): string[][] =>
  (plan?.groups ?? []).map(({ seats }) => seats.map(({ id }) => id))
const groupIds = ({ plan }: SubgroupsState): string[] => (plan?.groups ?? []).map(({ id }) => id)
const homeOf = (state: SubgroupsState, seatId: string): string =>
  state.plan?.groups.find(({ seats }) => seats.some(({ id }) => id === seatId))?.id ?? ''
const elsewhere = (state: SubgroupsState, seatId: string): string =>
  groupIds(state).find((id) => id !== homeOf(state, seatId)) ?? ''

test('facilitators lead, participants choose and ask, observers see', () => {
  const may = (role: RoomRole, standing: 'guest' | 'board' | 'team' = 'guest'): string[] =>
    Object.entries(commands).flatMap(([name, { may: allowed }]) =>
      allowed({ ...lead.actor, role, standing }, {} as never) ? [name] : [],
    )
  expect(may('facilitator').sort()).toEqual(Object.keys(commands).sort())
  expect(may('participant')).toEqual(['choose', 'askHelp', 'helped'])
  expect(may('observer')).toEqual([])
  expect(may('participant', 'board')).toEqual([])
})

test('[U1] a draw gives everybody a place but observers, and may be made again until the start', () => {
  const context = { ...lead, present: [...six, here(7, { role: 'observer' })] }
  const state = drawn({ count: 3, names: ['Un', 'Deux'] }, context)
  expect(members(state).flat().sort()).toEqual(['s1', 's2', 's3', 's4', 's5', 's6'])
  expect(state.plan?.groups.map(({ name }) => name)).toEqual(['Un', 'Deux', 'Sous-groupe 3'])
  expect(State.parse(state)).toEqual(state)
  const again = made(
    commands.draw.apply(state, inputs.draw.parse({ method: 'hand', count: 2 }), { ...lead, newId: 'b' }),
  )
  expect(members(again.state)).toEqual([[], []])
  expect(
    commands.draw.apply(started('groups').state, inputs.draw.parse({ method: 'hand' }), lead),
  ).toMatchObject({
    error: { code: 'conflict' },
  })
})

test('[U3] by antenna the sub-groups bear the places’ names; without any it is refused', () => {
  const present = [here(1, { groupId: 'n' }), here(2, { groupId: 'l' }), here(3)]
  const facts = { places: { n: 'Nantes', l: 'Lyon' }, isAparte: false }
  const state = drawn({ method: 'antenna' }, { ...lead, present, facts })
  expect(state.plan?.groups.map(({ name, antennaId }) => [name, antennaId])).toEqual([
    ['Nantes', 'n'],
    ['Lyon', 'l'],
  ])
  expect(members(state)).toEqual([['s1', 's3'], ['s2']])
  expect(commands.draw.apply(noSubgroups, inputs.draw.parse({ method: 'antenna' }), lead)).toMatchObject({
    error: { reason: 'subgroups.noAntenna' },
  })
})

test('[U5] by theme people choose; at the start who has not chosen goes to the smallest, but for whoever leads', () => {
  const refused = commands.draw.apply(
    noSubgroups,
    inputs.draw.parse({ method: 'theme', themes: ['A', 'A'] }),
    lead,
  )
  expect(refused).toMatchObject({ error: { reason: 'subgroups.twoThemes' } })
  const state = drawn({ method: 'theme', themes: ['Climat', 'Santé'] })
  expect(members(state)).toEqual([[], []])
  const [first = '', second = ''] = groupIds(state)
  const chosen = made(commands.choose.apply(state, { to: first }, as(1))).state
  const present = [...six, here(7, { role: 'facilitator' })]
  const { state: running } = made(
    commands.start.apply(chosen, { kind: 'groups', minutes: null }, { ...lead, present }),
  )
  expect(members(running).map(({ length }) => length)).toEqual([3, 3])
  expect(homeOf(running, 's1')).toBe(first)
  expect(homeOf(running, 's7')).toBe('')
  expect(second).not.toBe('')
})

test('[U6] facilitators move anybody; nobody is in two places; a place can be taken away', () => {
  const state = drawn()
  const to = elsewhere(state, 's1')
  const after = made(commands.move.apply(state, { seatId: 's1', to }, lead))
  expect(homeOf(after.state, 's1')).toBe(to)
  expect(
    members(after.state)
      .flat()
      .filter((id) => id === 's1'),
  ).toHaveLength(1)
  expect(after.effects).toEqual([])
  const same = made(commands.move.apply(after.state, { seatId: 's1', to }, lead)).state
  expect(members(same)).toEqual(members(after.state))
  expect(homeOf(made(commands.move.apply(state, { seatId: 's1', to: null }, lead)).state, 's1')).toBe('')
  expect(commands.move.apply(state, { seatId: 'nobody', to }, lead)).toMatchObject({
    error: { code: 'not-found' },
  })
  expect(commands.move.apply(state, { seatId: 's1', to: 'gone' }, lead)).toMatchObject({
    error: { code: 'not-found' },
  })
  // Somebody who left meanwhile keeps the place, and may be moved.
  const alone = { ...lead, present: six.slice(1) }
  expect(homeOf(made(commands.move.apply(state, { seatId: 's1', to }, alone)).state, 's1')).toBe(to)
})

test('[U7] everybody chooses for their own seats; a running aparté takes late comers only, and rights follow', () => {
  const state = drawn()
  const to = elsewhere(state, 's1')
  expect(homeOf(made(commands.choose.apply(state, { to }, as(1))).state, 's1')).toBe(to)
  expect(commands.choose.apply(state, { to, seatId: 's2' }, as(1))).toMatchObject({
    error: { code: 'not-found' },
  })
  const { state: groups } = started('groups')
  expect(made(commands.choose.apply(groups, { to: elsewhere(groups, 's1') }, as(1))).effects).toEqual([])
  const { state: apart } = started('aparte')
  expect(commands.choose.apply(apart, { to: elsewhere(apart, 's1') }, as(1))).toMatchObject({
    error: { code: 'not-allowed', reason: 'subgroups.askToMove' },
  })
  const late = commands.choose.apply(apart, { to: groupIds(apart)[0] ?? '' }, as(9))
  expect(made(late).effects).toEqual([{ kind: 'members', input: null }])
  const moved = made(commands.move.apply(apart, { seatId: 's1', to: elsewhere(apart, 's1') }, lead))
  expect(moved.effects).toEqual([{ kind: 'members', input: null }])
})

test('[U8] sub-groups are named, added and taken away before the start', () => {
  const state = drawn()
  const [first = ''] = groupIds(state)
  const added = made(commands.addGroup.apply(state, { name: 'Trois' }, { ...lead, newId: 'c' })).state
  expect(added.plan?.groups.map(({ name }) => name)).toContain('Trois')
  expect(new Set(groupIds(added)).size).toBe(3)
  const fewer = made(commands.removeGroup.apply(added, { groupId: first }, lead)).state
  expect(groupIds(fewer)).not.toContain(first)
  const renamed = made(commands.rename.apply(state, { groupId: first, name: 'Île' }, lead)).state
  expect(renamed.plan?.groups[0]?.name).toBe('Île')
  const running = started('groups').state
  for (const refused of [
    commands.addGroup.apply(running, { name: 'Trois' }, lead),
    commands.removeGroup.apply(running, { groupId: first }, lead),
  ])
    expect(refused).toMatchObject({ error: { reason: 'subgroups.notPreparing' } })
})

test('a start stamps the time and names what its effect makes; nobody in any sub-group is no start', () => {
  const { state, effects } = started('groups')
  expect(state.plan).toMatchObject({ status: 'running', startedAt: 1_000, endsAt: 601_000 })
  const frames = state.plan?.groups.map(({ frameId, name }) => ({ id: frameId, name }))
  expect(effects).toEqual([{ kind: 'frames', input: frames }])
  expect(new Set(frames?.map(({ id }) => id)).size).toBe(2)
  expect(commands.start.apply(state, { kind: 'groups', minutes: 1 }, lead)).toMatchObject({
    error: { code: 'conflict' },
  })
  const empty = drawn({ method: 'hand' })
  expect(commands.start.apply(empty, { kind: 'groups', minutes: 1 }, lead)).toMatchObject({
    error: { reason: 'subgroups.nobody' },
  })
})

test('[U9] the code of an aparté is drawn, said to its own people, and to nobody else', () => {
  let n = 0
  const random = (): number => ((n += 7) % 26) / 26
  const { state, effects } = made(
    commands.start.apply(drawn(), { kind: 'aparte', minutes: null }, { ...lead, random }),
  )
  expect(effects).toEqual([{ kind: 'open', input: null }])
  const rooms = state.plan?.groups.map(({ room }) => room) ?? []
  for (const room of rooms) expect(room?.code).toMatch(/^[A-Z]{20}$/)
  const viewFor = (seatId: string, role: RoomRole) =>
    subgroups.view?.(state, {
      actor: { ...lead.actor, role },
      seats: [{ id: seatId, name: 'x' }],
      secret: undefined,
    })
  const facilitator = JSON.stringify(viewFor('nobody', 'facilitator'))
  for (const room of rooms) expect(facilitator).not.toContain(room?.code)
  const own = viewFor('s1', 'participant')?.plan?.groups
  expect(own?.filter(({ mine }) => mine).map(({ id }) => id)).toEqual([homeOf(state, 's1')])
  for (const { mine, roomCode } of own ?? []) expect(roomCode !== null).toBe(mine)
  const over = made(commands.end.apply(state, {}, lead)).state
  const after = subgroups.view?.(over, {
    actor: lead.actor,
    seats: [{ id: 's1', name: 'x' }],
    secret: undefined,
  })
  for (const { mine, roomCode } of after?.last?.groups ?? []) expect(roomCode !== null).toBe(mine)
})

test('[U9] the call of an aparté is for its people and for facilitators; only https is taken', () => {
  const { state } = started('aparte')
  const groupId = homeOf(state, 's1')
  const url = 'https://visio.example/a'
  expect(commands.setCall.apply(state, { groupId, url: 'http://visio.example' }, lead)).toMatchObject({
    error: { reason: 'call.notAnAddress' },
  })
  const called = made(commands.setCall.apply(state, { groupId, url }, lead)).state
  const seen = (seatId: string, role: RoomRole) =>
    subgroups
      .view?.(called, {
        actor: { ...lead.actor, role },
        seats: [{ id: seatId, name: 'x' }],
        secret: undefined,
      })
      .plan?.groups.find(({ id }) => id === groupId)?.callUrl
  const other = six.find(({ id }) => homeOf(state, id) !== groupId)?.id ?? ''
  expect([seen('s1', 'participant'), seen(other, 'participant'), seen('nobody', 'facilitator')]).toEqual([
    url,
    null,
    url,
  ])
  expect(
    made(commands.setCall.apply(called, { groupId, url: null }, lead)).state.plan?.groups.map(
      (g) => g.callUrl,
    ),
  ).toEqual([null, null])
})

test('[U10] an aparté does not divide into apartés; sub-groups in it are fine', () => {
  const inside = { ...lead, facts: { places: {}, isAparte: true } }
  expect(commands.start.apply(drawn(), { kind: 'aparte', minutes: null }, inside)).toMatchObject({
    error: { reason: 'subgroups.insideAparte' },
  })
  expect(commands.start.apply(drawn(), { kind: 'groups', minutes: null }, inside).ok).toBe(true)
})

test('time is extended for one or for all, from now where it had run out; nothing ends by itself', () => {
  const { state } = started('groups', 1)
  const [first = ''] = groupIds(state)
  const one = made(commands.extend.apply(state, { groupId: first, minutes: 5 }, lead)).state
  expect(one.plan?.groups.map(({ endsAt }) => endsAt)).toEqual([361_000, 61_000])
  const late = { ...lead, now: 1_000_000 }
  const all = made(commands.extend.apply(one, { groupId: null, minutes: 2 }, late)).state
  expect(all.plan).toMatchObject({ status: 'running', endsAt: 1_120_000 })
  expect(all.plan?.groups.map(({ endsAt }) => endsAt)).toEqual([1_120_000, 1_120_000])
  expect(commands.extend.apply(drawn(), { groupId: null, minutes: 2 }, lead)).toMatchObject({
    error: { reason: 'subgroups.notRunning' },
  })
})

test('help is asked by a member, once, and taken back by whoever came or by the sub-group', () => {
  const { state } = started('groups')
  const groupId = homeOf(state, 's1')
  const asked = made(commands.askHelp.apply(state, { groupId }, as(1))).state
  const help = (one: SubgroupsState) => one.plan?.groups.find(({ id }) => id === groupId)?.help
  expect(help(asked)).toEqual({ at: 2_000, by: 'N1' })
  const mate =
    members(state)
      .find((own) => own.includes('s1'))
      ?.find((id) => id !== 's1') ?? ''
  const twice = commands.askHelp.apply(asked, { groupId }, as(Number(mate.slice(1)), { now: 9_000 }))
  expect(help(made(twice).state)).toEqual({ at: 2_000, by: 'N1' })
  const stranger = six.find(({ id }) => homeOf(state, id) !== groupId)?.id ?? ''
  const outside = as(Number(stranger.slice(1)))
  expect(commands.askHelp.apply(state, { groupId }, outside)).toMatchObject({
    error: { code: 'not-allowed' },
  })
  expect(commands.helped.apply(asked, { groupId }, outside)).toMatchObject({ error: { code: 'not-allowed' } })
  expect(help(made(commands.helped.apply(asked, { groupId }, lead)).state)).toBeNull()
  expect(help(made(commands.helped.apply(asked, { groupId }, as(1))).state)).toBeNull()
})

test('calling back closes nothing; the end does, remembers who was with whom, and brings an aparté’s work back', () => {
  const { state } = started('aparte')
  const called = made(commands.callBack.apply(state, {}, lead)).state
  expect(called.plan).toMatchObject({ status: 'running', calledBackAt: 1_000 })
  expect(made(commands.callBack.apply(called, {}, { ...lead, now: 5_000 })).state).toEqual(called)
  const { state: over, effects } = made(commands.end.apply(called, {}, lead))
  expect(over.plan).toBeNull()
  expect(over.last?.groups.map(({ seats }) => seats.map(({ id }) => id))).toEqual(members(state))
  expect(effects).toEqual([
    {
      kind: 'bringBack',
      input: state.plan?.groups.map(({ id, name, room }) => ({
        ...{ name, frameId: `shape:${id}`, roomId: room?.id, spaceId: room?.spaceId },
      })),
    },
  ])
  expect(State.parse(over)).toEqual(over)
  // A lost race: the second facilitator's end finds nothing to end.
  expect(commands.end.apply(over, {}, lead)).toMatchObject({ error: { reason: 'subgroups.notRunning' } })
  expect(made(commands.end.apply(started('groups').state, {}, lead)).effects).toEqual([])
})

test('[U4] again needs a last time; then names and people are as they were', () => {
  expect(commands.again.apply(noSubgroups, {}, lead)).toMatchObject({
    error: { reason: 'subgroups.neverBefore' },
  })
  const { state } = started('groups')
  const over = made(commands.end.apply(state, {}, lead)).state
  const again = made(
    commands.again.apply(over, {}, { ...lead, newId: 'second', present: [...six, here(7)] }),
  ).state
  expect(again.plan).toMatchObject({ status: 'preparing', method: 'random' })
  expect(members(again).map((own) => own.slice(0, 3).sort())).toEqual(members(state).map((own) => own.sort()))
  expect(members(again).flat()).toContain('s7')
  for (const id of groupIds(again)) expect(groupIds(state)).not.toContain(id)
})

test('what is prepared is discarded; what runs is not', () => {
  expect(made(commands.discard.apply(drawn(), {}, lead)).state.plan).toBeNull()
  expect(commands.discard.apply(started('groups').state, {}, lead)).toMatchObject({
    error: { code: 'conflict' },
  })
})

test('people of one sub-group are sent the same view, those of another not theirs', () => {
  const { state } = started('aparte')
  const viewFor = (seatId: string) =>
    subgroups.view?.(state, { actor: as(1).actor, seats: [{ id: seatId, name: 'x' }], secret: undefined })
  const [one = [], other = []] = members(state)
  const [first = '', second = ''] = one
  expect(viewFor(first)).toBe(viewFor(second))
  expect(viewFor(other[0] ?? '')).not.toEqual(viewFor(first))
  expect(viewFor('nobody')?.plan?.groups.every(({ mine, roomCode }) => !mine && roomCode === null)).toBe(true)
})
