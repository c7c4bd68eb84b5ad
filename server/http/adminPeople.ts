// People, their roles and invitations, for cooperative life and administrators.
import express, { type Request, type Router } from 'express'
import { grantsOf, invite, named, stateOf } from '#server/features/account/invite.ts'
import { csvSurroundings, peopleAnswer } from '#server/features/account/peopleList.ts'
import { stepUp } from '#server/features/account/stepUp.ts'
import type { AccountDoors } from '#server/http/signIn.ts'
import type { Account } from '#server/ports/people.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import {
  giveRoleInput,
  type ImportPreview,
  type InvitedAnswer,
  importInput,
  inviteInput,
} from '#shared/account/admin.ts'
import { readPeopleCsv } from '#shared/account/peopleCsv.ts'
import { isWellScoped, mayGive, mayKeepPeople, type RoleInScope, scopeKindOf } from '#shared/people/roles.ts'

export function adminPeopleRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps, office } = doors
  const { accounts, acts } = deps.store

  router.get('/api/admin/people', async (request, response) => {
    const by = await keeper(doors, request)
    const q = typeof request.query['q'] === 'string' ? request.query['q'].slice(0, 80) : ''
    response.json(await peopleAnswer(deps, by, q))
  })

  router.post('/api/admin/invitations', async (request, response) => {
    const by = await keeper(doors, request)
    const input = inviteInput.parse(request.body ?? {})
    for (const role of input.roles) await mayBeGiven(doors, by, role)
    if (input.roles.some(isWide)) await stepUp(deps, request)
    if (input.email !== undefined && (await accounts.profileByEmail(input.email)))
      throw new HttpProblem('email-taken', { fields: ['email'] })
    const invited = await invite(inviteDeps(doors), input, { by: by.id })
    const { places } = await csvSurroundings(deps, by)
    response.status(201).json({
      ...{ url: invited.url, mailed: invited.mailed },
      invitation: {
        ...{ id: invited.invitation.id, name: input.name, email: input.email ?? null },
        ...{ madeAt: invited.invitation.madeAt, expiresAt: invited.invitation.expiresAt },
        ...{
          roles: input.roles.map((role) => named(places, role)),
          state: stateOf(invited.invitation, deps.now()),
        },
      },
    } satisfies InvitedAnswer)
  })

  router.delete('/api/admin/invitations/:id', async (request, response) => {
    const by = await keeper(doors, request)
    const id = String(request.params['id'])
    const found = (await accounts.invitations()).find((one) => one.id === id)
    if (!found) throw new HttpProblem('not-found')
    if (!found.roles.every((role) => mayGive(by, role))) throw new HttpProblem('not-allowed')
    if (!(await accounts.revokeInvitation(id, deps.now()))) throw new HttpProblem('conflict')
    await acts.note({ by: by.id, act: 'invitation.revoked', about: id, details: {}, at: deps.now() })
    response.status(204).end()
  })

  router.post('/api/admin/people/:id/roles', async (request, response) => {
    const by = await keeper(doors, request)
    const { from, until, ...role } = giveRoleInput.parse(request.body ?? {})
    await stepUp(deps, request)
    const accountId = await managed(doors, request)
    await mayBeGiven(doors, by, role)
    const now = deps.now()
    const [granted] = grantsOf([role], by.id, now)
    if (!granted) throw new HttpProblem('bad-input')
    const grant = { ...granted, from: from ? startOf(from) : now, until: until ? startOf(until) + day : null }
    if (grant.until !== null && grant.until <= Math.max(now, grant.from))
      throw new HttpProblem('bad-input', { fields: ['until'] })
    await accounts.give(accountId, grant)
    await acts.note({ by: by.id, act: 'role.given', about: accountId, details: { ...role }, at: now })
    await office.rightsChanged(accountId)
    response.status(201).json({ id: grant.id })
  })

  router.delete('/api/admin/people/:id/roles/:grantId', async (request, response) => {
    const by = await keeper(doors, request)
    const accountId = await managed(doors, request)
    const now = deps.now()
    const all = await accounts.grantsAt(now)
    const grant = all.find((one) => one.id === request.params['grantId'] && one.accountId === accountId)
    if (!grant) throw new HttpProblem('not-found')
    if (!mayGive(by, grant)) throw new HttpProblem('not-allowed')
    await stepUp(deps, request)
    const ended = await accounts.end(accountId, grant.id, now)
    if (ended === 'last') throw new HttpProblem('last-administrator')
    if (ended === 'none') throw new HttpProblem('not-found')
    const details = { role: grant.role, scope: grant.scope }
    await acts.note({ by: by.id, act: 'role.taken', about: accountId, details, at: now })
    await office.rightsChanged(accountId)
    response.status(204).end()
  })

  router.post('/api/admin/people/import', async (request, response) => {
    const by = await keeper(doors, request)
    const { csv, write } = importInput.parse(request.body ?? {})
    const { around } = await csvSurroundings(deps, by)
    const read = readPeopleCsv(csv, around)
    if (write && read.lines.some((line) => line.roles.some(isWide))) await stepUp(deps, request)
    const links: { name: string; url: string }[] = []
    let made = 0
    // All or nothing is judged on what was read; each invitation is then a small act of its own.
    if (write && read.bad.length === 0) {
      for (const { name, email, roles, language = 'fr' } of read.lines) {
        const more = email === null ? {} : { email }
        const invited = await invite(
          inviteDeps(doors),
          { name, ...more, roles: [...roles], language },
          { by: by.id },
        )
        if (!invited.mailed) links.push({ name, url: invited.url })
        made += 1
      }
    }
    response.json({ ...read, made, links } satisfies ImportPreview)
  })

  return router
}

/** [F1] For a board or for everything: what an unattended browser must not hand to anybody. */
const isWide = ({ role }: RoleInScope): boolean => scopeKindOf(role) !== 'group'

const day = 24 * 3_600_000
/** In the server's own time zone, as every day is counted. */
const startOf = (date: string): number => new Date(`${date}T00:00:00`).getTime()

const inviteDeps = ({ deps, office }: AccountDoors) => ({
  ...{ store: deps.store, publicUrl: deps.config.publicUrl, now: deps.now, office },
})

/** @throws HttpProblem 401 for strangers, 403 for everybody else who does not look after people */
export async function keeper({ deps }: Pick<AccountDoors, 'deps'>, request: Request): Promise<Account> {
  const { account } = await deps.identify(request)
  if (!account) throw new HttpProblem('not-signed-in')
  if (!mayKeepPeople(account)) throw new HttpProblem('not-allowed')
  return account
}

async function managed({ deps }: AccountDoors, request: Request): Promise<string> {
  const id = String(request.params['id'])
  const profile = await deps.store.accounts.profile(id)
  // The demo's people are as its file says: nothing is given to them or taken.
  if (!profile || profile.erasedAt !== null) throw new HttpProblem('not-found')
  return id
}

async function mayBeGiven({ deps }: AccountDoors, by: Account, role: RoleInScope): Promise<void> {
  if (!mayGive(by, role)) throw new HttpProblem('not-allowed')
  if (!isWellScoped(role)) throw new HttpProblem('bad-input', { fields: ['scope'] })
  const { cycle } = deps.store
  const kind = scopeKindOf(role.role)
  if (kind === 'whole') return
  const known = kind === 'group' ? await cycle.groups() : await cycle.boards()
  if (!known.some(({ id }) => id === role.scope)) throw new HttpProblem('bad-input', { fields: ['scope'] })
}
