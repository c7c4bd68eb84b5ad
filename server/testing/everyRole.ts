// One person of every role on one test server, each with the session or the device that they really have.
import { invite } from '#server/features/account/invite.ts'
import { type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import type { RoleInScope } from '#shared/people/roles.ts'

/** All roles but the first three have an account; those speak of the group `grp-n`, whose room is `NANTES`. */
export const everyRole = [
  'stranger',
  'guest',
  'guestElsewhere',
  'member',
  'otherMember',
  'facilitator',
  'secretary',
  'expert',
  'expertElsewhere',
  'team',
  'board',
  'cooperativeLife',
  'admin',
] as const
export type RoleName = (typeof everyRole)[number]

const given: Readonly<Partial<Record<RoleName, RoleInScope>>> = {
  member: { role: 'member', scope: 'grp-n' },
  otherMember: { role: 'member', scope: 'grp-l' },
  facilitator: { role: 'facilitator', scope: 'grp-n' },
  secretary: { role: 'secretary', scope: 'grp-n' },
  expert: { role: 'expert', scope: 'grp-n' },
  expertElsewhere: { role: 'expert', scope: 'grp-l' },
  team: { role: 'team', scope: null },
  board: { role: 'board', scope: 'board' },
  cooperativeLife: { role: 'cooperative-life', scope: null },
  admin: { role: 'admin', scope: null },
}

export type Everybody = Readonly<Record<RoleName, Visitor>>

/** Nobody is in a room yet. */
export async function everybody(server: TestServer): Promise<Everybody> {
  const people = await Promise.all(
    everyRole.map(async (name) => [name, await somebody(server, name, given[name])] as const),
  )
  return Object.fromEntries(people) as Everybody // one for each name
}

async function somebody(server: TestServer, name: string, role: RoleInScope | undefined): Promise<Visitor> {
  const visitor = new Visitor(server)
  if (!role) return visitor
  const { url } = await invite(
    { store: server.store, publicUrl: new URL(server.url), now: Date.now },
    { name, language: 'fr', roles: [role] },
    { by: 'console' },
  )
  const token = url.split('=').at(-1)
  const accepted = await visitor.ask('POST', '/api/invitations/accept', { token, name })
  if (accepted.status !== 200) throw new Error(`${name} was answered ${accepted.status}`)
  return visitor
}
