// Takes what somebody adds to the follow-up: whether they may, whether it fits what is there, then kept for good.

import type { z } from 'zod'
import { type Asker, groupsOf, keeps, mayTell, mayTend } from '#server/features/followUp/followUpAsker.ts'
import type { FollowUpDeps, FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import { type ActBody, type ActTarget, actBodies, type InitiativeAct } from '#shared/followUp/acts.ts'
import type { actInput } from '#shared/followUp/followUpAnswers.ts'

type Asked = z.output<typeof actInput>

/** Initiatives that one account may declare in a day: a hand that slips or a script fills no list. */
const mostDeclared = 12

/** @throws ZodError for a body that its target does not take */
export async function takeAct(
  deps: FollowUpDeps,
  { asker, asked, world }: { readonly asker: Asker; readonly asked: Asked; readonly world: FollowUpWorld },
): Promise<Result<undefined>> {
  const body = withAntenna(actBodies[asked.target].parse(asked.body), world)
  const allowed = mayAct(world, asker, { target: asked.target, targetId: asked.targetId, body })
  if (!allowed.ok) return allowed
  const { account } = asker
  if (!account) return refuse('not-allowed', 'not-signed-in')
  const act = {
    ...{ id: asked.id, target: asked.target, targetId: asked.targetId, body, day: world.today },
    ...{ at: deps.now(), by: `account:${account.id}`, byName: account.displayName },
  }
  const outcome = await deps.store.followUp.appendAct(act, asked.seen)
  return outcome === 'kept' ? ok(undefined) : refuse('conflict', 'followUp.stale')
}

/** A group's initiatives are where the group is, unless another antenna is named. */
const withAntenna = (body: ActBody, { groups }: FollowUpWorld): ActBody =>
  (body.kind === 'declared' || body.kind === 'adopted') && body.antennaId === null
    ? { ...body, antennaId: groups.find(({ id }) => id === body.groupId)?.antennaId ?? null }
    : body

interface Wanted {
  readonly target: ActTarget
  readonly targetId: string
  readonly body: ActBody
}

const no = refuse('not-allowed', 'followUp.notYours')
const unknown = refuse('not-found', 'followUp.unknown')

function mayAct(world: FollowUpWorld, asker: Asker, wanted: Wanted): Result<undefined> {
  const { body, target, targetId } = wanted
  switch (target) {
    case 'axes': {
      if (!keeps(asker)) return no
      return targetId === world.about?.cycle.id ? ok(undefined) : unknown
    }
    case 'recommendation': {
      if (!keeps(asker)) return no
      return world.recommendations.some(({ id }) => id === targetId) ? ok(undefined) : unknown
    }
    case 'item':
      return mayActOnItem(world, asker, wanted)
    case 'initiative':
      return mayActOnInitiative(world, asker, { targetId, body: body as InitiativeAct }) // parsed by its target's schema
  }
}

function mayActOnItem(world: FollowUpWorld, asker: Asker, { body, targetId }: Wanted): Result<undefined> {
  if (body.kind === 'made') return mayMakeItem(world, asker, { body, targetId })
  const item = world.items.find(({ id }) => id === targetId)
  if (!item) return unknown
  if (!mayTend(asker, item)) return no
  // The strategic plan's order is the cooperative life's to make, and so is who carries what.
  if ((body.kind === 'axis' || body.kind === 'owners') && !keeps(asker)) return no
  if (body.kind === 'axis' && body.axisId !== null && !world.axes.some(({ id }) => id === body.axisId))
    return unknown
  if (body.kind === 'dates' && body.start > body.end) return refuse('bad-input', 'followUp.dates')
  return ok(undefined)
}

/** An item carries out what a board took up: it rests on verdicts of that recommendation that say yes. */
function mayMakeItem(
  world: FollowUpWorld,
  asker: Asker,
  made: { readonly targetId: string; readonly body: Extract<ActBody, { kind: 'made' }> },
): Result<undefined> {
  const { axisId, decisionIds, end, recommendationId, start } = made.body
  if (!keeps(asker)) return no
  if (!/^plan-[0-9a-z]{8,40}$/u.test(made.targetId)) return refuse('bad-input', 'followUp.unknown')
  if (world.items.some(({ id }) => id === made.targetId)) return refuse('conflict', 'followUp.stale')
  const saysYes = (id: string): boolean =>
    world.decisions.some(
      (one) =>
        one.id === id &&
        one.recommendationId === recommendationId &&
        (one.decision === 'accept' || one.decision === 'reformulate'),
    )
  if (!decisionIds.every(saysYes)) return unknown
  if (axisId !== null && !world.axes.some(({ id }) => id === axisId)) return unknown
  return start > end ? refuse('bad-input', 'followUp.dates') : ok(undefined)
}

function mayActOnInitiative(
  world: FollowUpWorld,
  asker: Asker,
  { body, targetId }: { readonly targetId: string; readonly body: InitiativeAct },
): Result<undefined> {
  const known = world.initiatives.find(({ id }) => id === targetId)
  const own = groupsOf(asker, world)
  switch (body.kind) {
    case 'declared': {
      if (known) return refuse('conflict', 'followUp.stale')
      if (!own.includes(body.groupId)) return no
      return mayDeclare(world, asker, body)
    }
    case 'adopted':
      if (!known) return unknown
      return own.includes(body.groupId) && body.groupId !== known.groupId ? ok(undefined) : no
    case 'left':
      if (!known) return unknown
      return own.includes(body.groupId) ? ok(undefined) : no
    default:
      if (!known) return unknown
      return mayTell(asker, known, world) ? ok(undefined) : no
  }
}

function mayDeclare(
  world: FollowUpWorld,
  { account }: Asker,
  { antennaId, draftId, recommendationIds }: Extract<InitiativeAct, { kind: 'declared' }>,
): Result<undefined> {
  const known = new Set(world.recommendations.map(({ id }) => id))
  if (recommendationIds.some((id) => !known.has(id))) return unknown
  if (antennaId !== null && !world.antennas.some(({ id }) => id === antennaId)) return unknown
  if (draftId !== null && !world.drafts.some(({ id }) => id === draftId)) return unknown
  const today = world.acts.filter(
    ({ body, by, day }) => body.kind === 'declared' && day === world.today && by === `account:${account?.id}`,
  )
  return today.length < mostDeclared ? ok(undefined) : refuse('too-many', 'followUp.tooMany')
}
