// Takes what boards, chairs, groups and the team write down: whether they may, whether it fits what stands, then kept for good.

import type { z } from 'zod'
import { avisNow } from '#server/features/instruction/avisNow.ts'
import {
  type InstructionDeps,
  type InstructionWorld,
  readInstruction,
  seatedOf,
} from '#server/features/instruction/instructionWorld.ts'
import { settleRewordings } from '#server/features/instruction/settleRewordings.ts'
import { boardActAllowed } from '#server/features/instruction/takeBoardAct.ts'
import { groupActAllowed } from '#server/features/instruction/takeGroupAct.ts'
import type { NewInstructionAct, Unchanged } from '#server/ports/instruction.ts'
import type { Account } from '#server/ports/people.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { Seated } from '#shared/instruction/boardSeats.ts'
import {
  blockTarget,
  type InstructionBody,
  type sentActs,
  targetOf,
} from '#shared/instruction/instructionActs.ts'
import { isUnanimous } from '#shared/instruction/sittingPlan.ts'
import { standingBlock } from '#shared/instruction/standingRulings.ts'

export interface Asking {
  readonly account: Account
  readonly seated: Seated
  /** With the acts of the same sending that come before. */
  readonly world: InstructionWorld
}

/** What must be unchanged for the act to be kept; a refusal otherwise. */
export type Allowed = Result<readonly Unchanged[]>

export async function takeActs(
  deps: InstructionDeps,
  account: Account,
  sent: z.output<typeof sentActs>,
): Promise<Result<undefined>> {
  const seated = await seatedOf(deps, account)
  let world = await readInstruction(deps)
  const stamp = { day: world.today, at: deps.now(), by: `account:${account.id}`, byName: account.displayName }
  const known = new Set(world.acts.map(({ id }) => id))
  const acts = sent.acts.map(
    ({ body, id }): NewInstructionAct => ({ ...stamp, id: body.kind === 'verdict' ? `dec-${id}` : id, body }),
  )
  // Sent again after a line that broke: it is kept already.
  if (acts.every(({ id }) => known.has(id))) return ok(undefined)
  const together = await blockOf(deps, world, sent)
  if (!together.ok) return together
  const unchanged: Unchanged[] = [...together.value]
  for (const [n, act] of acts.entries()) {
    const allowed = await mayWrite(deps, { account, seated, world }, act.body)
    if (!allowed.ok) return allowed
    const seen = sent.acts[n]?.seen
    const target = targetOf(act.body)
    unchanged.push(...allowed.value, ...(seen === undefined ? [] : [{ target, acts: seen }]))
    world = { ...world, acts: [...world.acts, { ...act, place: 0 }] }
  }
  if ((await deps.store.instruction.append(acts, unchanged)) === 'stale')
    return refuse('conflict', 'instruction.stale')
  await settleRewordings(deps)
  return ok(undefined)
}

/** Several verdicts at once are the vote on the block: each stands in it, nothing was pulled out since it was looked at, and all still agree. */
async function blockOf(
  deps: InstructionDeps,
  world: InstructionWorld,
  { acts, block }: z.output<typeof sentActs>,
): Promise<Allowed> {
  const bodies = acts.flatMap(({ body }) => (body.kind === 'verdict' ? body : []))
  const [first] = bodies
  if (!first || (bodies.length === 1 && block === undefined)) return ok([])
  const standing = standingBlock(world.acts, first.boardId)
  if (block === undefined || !standing) return refuse('bad-input', 'instruction.block')
  const fits = bodies.every(
    (body) =>
      body.boardId === first.boardId &&
      body.decision === 'accept' &&
      standing.ids.includes(body.recommendationId),
  )
  return fits &&
    (await stillAgreed(deps, world, {
      boardId: first.boardId,
      ids: bodies.map(({ recommendationId }) => recommendationId),
    }))
    ? ok([{ target: blockTarget(first.boardId), acts: block }])
    : refuse('conflict', 'instruction.stale')
}

/** Whoever wished to talk since the block was proposed, or has an interest in it, is not outvoted unheard. */
async function stillAgreed(
  deps: InstructionDeps,
  world: InstructionWorld,
  { boardId, ids }: { readonly boardId: string; readonly ids: readonly string[] },
): Promise<boolean> {
  const board = world.boards.find(({ id }) => id === boardId)
  if (!board) return false
  const avis = await avisNow(deps, board, world.texts)
  return ids.every((id) =>
    isUnanimous(avis.filter(({ recommendationId }) => recommendationId === id).map((one) => one.avis)),
  )
}

async function mayWrite(deps: InstructionDeps, asking: Asking, body: InstructionBody): Promise<Allowed> {
  switch (body.kind) {
    case 'verdict':
    case 'sitting':
    case 'block':
    case 'pulled':
    case 'difference':
    case 'signed':
      return boardActAllowed(deps, asking, body)
    default:
      return groupActAllowed(deps, asking, body)
  }
}
