// Who is what to the cooperative: roles that were given, for whom and how long, and the rights that follow from them.
import type { Standing } from '#shared/people/actor.ts'

export const roles = [
  'member',
  'facilitator',
  'secretary',
  'expert',
  'team',
  'board',
  'cooperative-life',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** What a role is given for: one group, one board, or the whole cooperative. */
export type ScopeKind = 'group' | 'board' | 'whole'

const scopes: Readonly<Record<Role, ScopeKind>> = {
  member: 'group',
  facilitator: 'group',
  secretary: 'group',
  expert: 'group',
  team: 'whole',
  board: 'board',
  'cooperative-life': 'whole',
  admin: 'whole',
}
export const scopeKindOf = (role: Role): ScopeKind => scopes[role]

/** A role asked for or given: `scope` is the id of a group or a board, null for the whole cooperative. */
export interface RoleInScope {
  readonly role: Role
  readonly scope: string | null
}

export interface Grant extends RoleInScope {
  readonly id: string
  /** Milliseconds since 1970; `until` is the first instant at which it no longer counts, null where it has no end. */
  readonly from: number
  readonly until: number | null
  /** The account that gave it; `console` for the operator's command. */
  readonly by: string
}

export interface Rights {
  readonly standing: Standing
  readonly groupIds: readonly string[]
  readonly facilitatesGroupIds: readonly string[]
  readonly secretaryOfGroupIds: readonly string[]
  /** The only groups that an invited expert reads; null for everybody else. */
  readonly readsGroupIds: readonly string[] | null
}

/** [G1] A role counts from its first instant until its end. */
export const counts = ({ from, until }: Pick<Grant, 'from' | 'until'>, now: number): boolean =>
  from <= now && (until === null || now < until)

/** Whether a role names what it is for, and only then. */
export const isWellScoped = ({ role, scope }: RoleInScope): boolean =>
  scopeKindOf(role) === 'whole' ? scope === null : scope !== null && scope !== ''

/** [G2] Of several roles the widest says what the person is; a board seat and a group go together as a board seat. */
const widest: readonly (readonly [Role, Standing])[] = [
  ['admin', 'admin'],
  ['cooperative-life', 'cooperative-life'],
  ['board', 'board'],
  ['team', 'team'],
]
/** [G3] Whoever facilitates a group or keeps its minutes belongs to it. */
const belonging: readonly Role[] = ['member', 'facilitator', 'secretary']

/**
 * What these roles make of a person at this instant; undefined where none counts: the account opens nothing. [G4]
 * [G5] The shared team and invited experts read, comment and answer: they stand as `team`, in no group, so that no rule of a
 * group lets them write a draft, vote or consent. An expert who is a member elsewhere stays a member there; one who is nothing else
 * reads the groups that invited them, and no other.
 */
export function rightsOf(grants: readonly Grant[], now: number): Rights | undefined {
  const standing = grants.filter((grant) => counts(grant, now))
  if (standing.length === 0) return undefined
  const groupsOf = (wanted: readonly Role[]): string[] => [
    ...new Set(standing.flatMap(({ role, scope }) => (wanted.includes(role) && scope !== null ? scope : []))),
  ]
  const has = (role: Role): boolean => standing.some((grant) => grant.role === role)
  const groupIds = groupsOf(belonging)
  const found = widest.find(([role]) => has(role))?.[1]
  const standingOf = found ?? (groupIds.length > 0 ? 'member' : 'team')
  return {
    standing: standingOf,
    groupIds,
    facilitatesGroupIds: groupsOf(['facilitator']),
    secretaryOfGroupIds: groupsOf(['secretary']),
    readsGroupIds: found === undefined && standingOf === 'team' ? groupsOf(['expert']) : null,
  }
}

/** When these roles next begin or end after `now`; undefined where nothing changes by itself. */
export function nextChange(grants: readonly Grant[], now: number): number | undefined {
  const edges = grants.flatMap(({ from, until }) => [from, until ?? 0]).filter((at) => at > now)
  return edges.length > 0 ? Math.min(...edges) : undefined
}

/** [G6] Cooperative life and administrators look after people. */
export const mayKeepPeople = (person: { readonly standing: Standing }): boolean =>
  person.standing === 'admin' || person.standing === 'cooperative-life'

/** [G7] Cooperative life gives and takes roles in groups; those for a board or for the whole are an administrator's to give. */
export const mayGive = (
  person: { readonly standing: Standing },
  { role }: Pick<RoleInScope, 'role'>,
): boolean => person.standing === 'admin' || (mayKeepPeople(person) && scopeKindOf(role) === 'group')

/** [G8] Mails hold links that open accounts, and the journal says who did what: both are for administrators only. */
export const mayReadOffice = (person: { readonly standing: Standing }): boolean => person.standing === 'admin'

/**
 * [G9] The last administrator stays: taking this role would leave nobody to give one. Whoever's role has an end is gone on that day,
 * and is nobody to leave it to. `all` are the roles of everybody.
 */
export function isLastAdministrator(all: readonly Grant[], grantId: string, now: number): boolean {
  const admins = all.filter((grant) => grant.role === 'admin' && counts(grant, now))
  const stay = admins.filter(({ id, until }) => id !== grantId && until === null)
  return admins.some(({ id }) => id === grantId) && stay.length === 0
}
