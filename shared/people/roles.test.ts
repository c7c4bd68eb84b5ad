// [G1]-[G9]: what roles make of a person, as a table.
import { expect, test } from 'vitest'
import { documentAccess, documentsFor } from '#shared/people/access.ts'
import {
  type Grant,
  isLastAdministrator,
  isWellScoped,
  mayGive,
  nextChange,
  type Role,
  type RoleInScope,
  rightsOf,
  roles,
} from '#shared/people/roles.ts'

const given = (role: Role, scope: string | null = null, more: Partial<Grant> = {}): Grant => ({
  ...{ id: `${role}-${scope}`, role, scope, from: 10, until: null, by: 'console', ...more },
})

test.each([
  ['[G3] a member', [given('member', 'n')], 'member', ['n'], [], []],
  ['[G3] a facilitator belongs to the group', [given('facilitator', 'n')], 'member', ['n'], ['n'], []],
  ['[G3] so does a secretary', [given('secretary', 'n')], 'member', ['n'], [], ['n']],
  ['[G2] a board seat beside a group', [given('member', 'n'), given('board', 'b')], 'board', ['n'], [], []],
  ['[G5] an expert is in no group', [given('expert', 'n')], 'team', [], [], []],
  ['[G5] the shared team', [given('team')], 'team', [], [], []],
  [
    '[G5] an expert of one group who is a member of another',
    [given('expert', 'n'), given('member', 'l')],
    'member',
    ['l'],
    [],
    [],
  ],
  [
    '[G2] cooperative life over a board seat',
    [given('board', 'b'), given('cooperative-life')],
    'cooperative-life',
    [],
    [],
    [],
  ],
  ['[G2] an administrator over all', [given('cooperative-life'), given('admin')], 'admin', [], [], []],
] as const)('%s', (_name, grants, standing, groupIds, facilitatesGroupIds, secretaryOfGroupIds) => {
  expect(rightsOf(grants, 10)).toMatchObject({ standing, groupIds, facilitatesGroupIds, secretaryOfGroupIds })
})

test('[G1] [G4] a role counts from its first instant until its end, and without one nothing opens', () => {
  const grants = [given('member', 'n', { from: 10, until: 20 })]
  expect([9, 10, 19, 20].map((now) => rightsOf(grants, now) !== undefined)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(nextChange(grants, 5)).toBe(10)
  expect(nextChange(grants, 10)).toBe(20)
  expect(nextChange(grants, 20)).toBeUndefined()
})

test('[G5] an expert and the shared team write in no document of a room, whichever it is', () => {
  const room = {
    ...{ id: 'r', kind: 'group' as const, groupIds: ['n'] },
    spaces: [{ spaceId: 's', groupId: 'n' }],
  }
  for (const grants of [[given('expert', 'n')], [given('team')]]) {
    const rights = rightsOf(grants, 10)
    if (!rights) throw new Error('these roles count')
    const person = { ...rights, role: 'participant' as const }
    expect(documentAccess(person, room, { kind: 'drafts', id: 's' })).toBe('read')
    expect(documentAccess(person, room, { kind: 'whiteboard', id: 'r' })).toBe('read')
  }
  const member = {
    ...rightsOf([given('member', 'n')], 10),
    role: 'participant' as const,
    standing: 'member' as const,
    groupIds: ['n'],
  }
  expect(documentAccess(member, room, { kind: 'drafts', id: 's' })).toBe('write')
})

test('[G5] [A9] an expert who is nothing else reads the groups that invited them, behind closed doors too, and no other', () => {
  const room = (groupIds: string[], doorOpen: boolean) => ({
    ...{ id: 'r', kind: groupIds.length > 1 ? ('joint' as const) : ('group' as const), groupIds, doorOpen },
    spaces: groupIds.map((groupId) => ({ spaceId: `s-${groupId}`, groupId })),
  })
  const reads = (grants: Grant[], groupIds: string[], doorOpen: boolean): string[] => {
    const rights = rightsOf(grants, 10)
    if (!rights) throw new Error('these roles count')
    return documentsFor({ ...rights, role: 'participant' }, room(groupIds, doorOpen)).map(
      ({ document, access }) => `${document.id} ${access}`,
    )
  }
  const expert = [given('expert', 'n'), given('expert', 'm')]
  for (const open of [true, false]) {
    expect(reads(expert, ['n'], open)).toEqual(['r read', 's-n read'])
    expect(reads(expert, ['n', 'l'], open)).toEqual(['r read', 's-n read'])
    expect(reads(expert, ['l'], open)).toEqual([])
  }
  // Whoever is more than an expert reads as that.
  expect(reads([...expert, given('team')], ['l'], true)).toEqual(['r read', 's-l read'])
  expect(reads([...expert, given('member', 'l')], ['l'], false)).toEqual(['r write', 's-l write'])
})

test('[G7] cooperative life gives roles in groups, an administrator all, everybody else none', () => {
  const givenBy = (standing: 'admin' | 'cooperative-life' | 'member' | 'board' | 'team' | 'guest'): Role[] =>
    roles.filter((role) => mayGive({ standing }, { role }))
  expect(givenBy('admin')).toEqual(roles)
  expect(givenBy('cooperative-life')).toEqual(['member', 'facilitator', 'secretary', 'expert'])
  for (const standing of ['member', 'board', 'team', 'guest'] as const) expect(givenBy(standing)).toEqual([])
})

test('a role names what it is for, and only where it is for something', () => {
  const cases: readonly (readonly [RoleInScope, boolean])[] = [
    [{ role: 'member', scope: 'n' }, true],
    [{ role: 'member', scope: null }, false],
    [{ role: 'board', scope: '' }, false],
    [{ role: 'admin', scope: null }, true],
    [{ role: 'admin', scope: 'n' }, false],
  ]
  for (const [role, well] of cases) expect(isWellScoped(role), JSON.stringify(role)).toBe(well)
})

test('[G9] the last administrator stays', () => {
  const one = given('admin', null, { id: 'a' })
  const over = given('admin', null, { id: 'b', until: 15 })
  expect(isLastAdministrator([one], 'a', 20)).toBe(true)
  expect(isLastAdministrator([one, over], 'a', 12)).toBe(true)
  expect(isLastAdministrator([one, over], 'b', 12)).toBe(false)
  expect(isLastAdministrator([one, given('admin', null, { id: 'c' })], 'a', 12)).toBe(false)
  expect(isLastAdministrator([one, over], 'a', 20)).toBe(true)
  expect(isLastAdministrator([one, given('member', 'n')], 'member-n', 20)).toBe(false)
})
