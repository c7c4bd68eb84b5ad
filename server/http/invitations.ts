// Opening an invitation: what it offers is shown first, and only a button makes the account.
import express, { type Router } from 'express'
import { grantsOf, named, placeNames, stateOf } from '#server/features/account/invite.ts'
import { type AccountDoors, enter, limited } from '#server/http/signIn.ts'
import type { Invitation } from '#server/ports/accounts.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { hashOf } from '#server/transport/identity.ts'
import { failureLimit } from '#server/transport/rateLimit.ts'
import { acceptInput, type SeenInvitation, tokenInput } from '#shared/account/account.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { MeAnswer } from '#shared/home/home.ts'

/** Words tried by one address in ten minutes. */
const mostTried = 30

export function invitationRoutes(doors: AccountDoors): Router {
  const router = express.Router()
  const { deps } = doors
  const { accounts, acts, cycle } = deps.store
  const tried = failureLimit(mostTried)

  const standing = async (request: express.Request, token: string): Promise<Invitation> => {
    limited(doors, tried, request)
    const invitation = await accounts.invitation(hashOf(token))
    if (invitation && stateOf(invitation, deps.now()) === 'waiting') return invitation
    tried.failed(doors.addressOf(request), deps.now())
    throw new HttpProblem('link-over')
  }

  router.post('/api/invitations/look', async (request, response) => {
    const { token } = tokenInput.parse(request.body ?? {})
    const invitation = await standing(request, token)
    const [places, about] = await Promise.all([placeNames(cycle), cycle.about()])
    const seen: SeenInvitation = {
      ...{ name: invitation.name, cooperative: about?.organisation.name ?? '' },
      ...{ knowsEmail: invitation.email !== null, expiresAt: invitation.expiresAt },
      roles: invitation.roles.map((role) => named(places, role)),
    }
    response.json(seen)
  })

  router.post('/api/invitations/accept', async (request, response) => {
    const input = acceptInput.parse(request.body ?? {})
    const invitation = await standing(request, input.token)
    const email = invitation.email ?? input.email ?? null
    if (email !== null && (await accounts.profileByEmail(email)))
      throw new HttpProblem('email-taken', { fields: ['email'] })
    const accountId = randomId()
    const at = deps.now()
    // Of two who open it at once one makes the account.
    const made = await accounts.accept(
      invitation.hash,
      {
        ...{ accountId, personId: invitation.personId ?? accountId, displayName: input.name, email },
        // Whoever invites vouches for the address; one that is typed here is only what somebody says.
        ...{ emailVerified: invitation.email !== null, language: input.language, signOn: null, madeAt: at },
      },
      grantsOf(invitation.roles, invitation.by, at),
    )
    if (made === 'link-over') throw new HttpProblem('link-over')
    if (made === 'email-taken') throw new HttpProblem('email-taken', { fields: ['email'] })
    await acts.note({ by: accountId, act: 'invitation.used', about: invitation.id, details: {}, at })
    const answer: MeAnswer = { me: await enter(doors, { request, response }, accountId) }
    response.json(answer)
  })

  return router
}
