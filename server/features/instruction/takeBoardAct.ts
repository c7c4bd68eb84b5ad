// What those who sit on a board may write down: verdicts, sittings, the block, and why two boards differ.
import { avisNow } from '#server/features/instruction/avisNow.ts'
import {
  type InstructionDeps,
  type InstructionWorld,
  queueOf,
  versionsFor,
} from '#server/features/instruction/instructionWorld.ts'
import type { Allowed, Asking } from '#server/features/instruction/takeActs.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import type { Board } from '#shared/cycle/cycleFile.ts'
import { boardsOf, isChair, mayRecord } from '#shared/instruction/boardSeats.ts'
import type { BodyOf } from '#shared/instruction/instructionActs.ts'
import { isUnanimous } from '#shared/instruction/sittingPlan.ts'
import {
  differ,
  standingBlock,
  standingRulings,
  standingSittings,
} from '#shared/instruction/standingRulings.ts'
import { checkVerdict, isSentence } from '#shared/instruction/verdictRules.ts'

type BoardBody = BodyOf<'verdict' | 'sitting' | 'block' | 'pulled' | 'difference' | 'signed'>

export const no = refuse('not-allowed', 'instruction.notYours')
export const unknown = refuse('not-found', 'instruction.unknown')
export const stale = refuse('conflict', 'instruction.stale')

export async function boardActAllowed(
  deps: InstructionDeps,
  asking: Asking,
  body: BoardBody,
): Promise<Allowed> {
  const { seated, world } = asking
  const board = world.boards.find(({ id }) => id === body.boardId)
  if (!board || boardsOf(seated, [board]).length === 0) return no
  switch (body.kind) {
    case 'verdict':
      return mayRecord(seated, board) ? verdictAllowed(deps, asking, { board, body }) : no
    case 'sitting':
      return mayRecord(seated, board) ? sittingAllowed(deps, world, { board, body }) : no
    case 'block':
      return isChair(seated, board) ? blockAllowed(deps, asking, { board, body }) : no
    case 'pulled':
      return standingBlock(world.acts, board.id)?.ids.includes(body.recommendationId) ? ok([]) : stale
    case 'difference':
    case 'signed':
      return isChair(seated, board) ? differenceAllowed(deps, world, { board, body }) : no
  }
}

interface Of<Kind extends BoardBody['kind']> {
  readonly board: Board
  readonly body: BodyOf<Kind>
}

async function verdictAllowed(
  { store }: InstructionDeps,
  { account, world }: Asking,
  { board, body }: Of<'verdict'>,
): Promise<Allowed> {
  const standing = queueOf(world, board).find(
    ({ recommendation }) => recommendation.id === body.recommendationId,
  )
  if (!standing) return unknown
  const own = (await store.instruction.ownLines(account.id)).find(
    (line) => line.boardId === board.id && line.recommendationId === body.recommendationId,
  )
  // Whoever has an interest of their own in it leaves the pen to somebody else.
  if (own?.avis === 'conflict') return refuse('not-allowed', 'instruction.conflict')
  if (body.version !== standing.version) return stale
  const { contextIds } = standing.recommendation
  if (body.contextIds.some((id) => !contextIds.includes(id))) return unknown
  const sitting = standingSittings(world.acts, board.id).find(({ id }) => id === body.sittingId)
  const checked = checkVerdict(body, {
    today: world.today,
    present: sitting?.date === world.today ? sitting.presentIds.length : 0,
    text: standing.recommendation,
  })
  return checked.ok ? ok([{ recommendationId: body.recommendationId, version: body.version }]) : checked
}

async function sittingAllowed(
  { now, store }: InstructionDeps,
  world: InstructionWorld,
  { board, body }: Of<'sitting'>,
): Promise<Allowed> {
  if (!/^bs-[\w-]{8,}$/u.test(body.sittingId)) return refuse('bad-input', 'instruction.sitting')
  const elsewhere = world.acts.some(
    (act) =>
      act.body.kind === 'sitting' && act.body.sittingId === body.sittingId && act.body.boardId !== board.id,
  )
  const taken = (await store.cycle.boardSessions()).find(({ id }) => id === body.sittingId)
  if (elsewhere || (taken && taken.boardId !== board.id)) return unknown
  // Who was there is written down on the day itself.
  if (body.date < world.today || (body.presentIds.length > 0 && body.date !== world.today))
    return refuse('bad-input', 'instruction.sitting')
  if (await seatsAllowed({ now, store }, board, body.presentIds)) return ok([])
  return unknown
}

async function seatsAllowed(
  { now, store }: Pick<InstructionDeps, 'now' | 'store'>,
  board: Board,
  presentIds: readonly string[],
): Promise<boolean> {
  const grants = await store.accounts.grantsAt(now())
  const given = new Set(
    grants.flatMap(({ accountId, role, scope }) => (role === 'board' && scope === board.id ? accountId : [])),
  )
  const accounts = given.size > 0 ? await store.accounts.all() : []
  const seats = new Set([
    ...board.members.map(({ id }) => id),
    ...accounts.flatMap(({ accountId, personId }) => (given.has(accountId) ? personId : [])),
  ])
  return new Set(presentIds).size === presentIds.length && presentIds.every((id) => seats.has(id))
}

/** A chair proposes what everybody who gave an avis agrees on, their own among them. */
async function blockAllowed(
  deps: InstructionDeps,
  { account, world }: Asking,
  { board, body }: Of<'block'>,
): Promise<Allowed> {
  const texts = queueOf(world, board)
  const avis = await avisNow(deps, board, texts)
  const queue = new Set(texts.map(({ recommendation }) => recommendation.id))
  const fits = body.recommendationIds.every((id) => {
    const own = avis.filter(({ recommendationId }) => recommendationId === id)
    return (
      queue.has(id) &&
      own.some(({ accountId }) => accountId === account.id) &&
      isUnanimous(own.map((one) => one.avis))
    )
  })
  return fits ? ok([]) : refuse('wrong-state', 'instruction.notUnanimous')
}

async function differenceAllowed(
  deps: InstructionDeps,
  world: InstructionWorld,
  { board, body }: Of<'difference' | 'signed'>,
): Promise<Allowed> {
  const standing = world.texts.find(({ recommendation }) => recommendation.id === body.recommendationId)
  if (!standing) return unknown
  const rulings = standingRulings(world, await versionsFor(deps, standing))
  const ruled = rulings.boards.some(({ boardId, verdicts }) => boardId === board.id && verdicts.length > 0)
  if (!ruled || !differ(rulings)) return refuse('wrong-state', 'instruction.notDifferent')
  if (body.kind === 'difference')
    return isSentence(body.text) ? ok([]) : refuse('bad-input', 'instruction.reason')
  return rulings.difference?.id === body.differenceId ? ok([]) : stale
}
