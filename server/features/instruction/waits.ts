// What the boards' work asks of a person: texts to read before the sitting, a rewording to answer, a difference to sign.
import {
  type InstructionDeps,
  type InstructionWorld,
  queueOf,
  readInstruction,
  seatedOf,
  versionsFor,
} from '#server/features/instruction/instructionWorld.ts'
import type { Account } from '#server/ports/people.ts'
import type { Board } from '#shared/cycle/cycleFile.ts'
import type { Waits } from '#shared/home/waits.ts'
import { boardsOf, isChair, mayRecord, type Seated } from '#shared/instruction/boardSeats.ts'
import type { PublicRulings } from '#shared/instruction/instructionAnswers.ts'
import { standingRulings, standingSittings } from '#shared/instruction/standingRulings.ts'

export async function instructionWaits(deps: InstructionDeps, account: Account): Promise<readonly Waits[]> {
  const seated = await seatedOf(deps, account)
  if (
    account.standing !== 'board' &&
    account.facilitatesGroupIds.length === 0 &&
    seated.grantedBoardIds.length === 0
  )
    return []
  const world = await readInstruction(deps)
  const rulings = await allRulings(deps, world)
  const boards = await Promise.all(
    boardsOf(seated, world.boards).map((board) => ofBoard(deps, account, { board, rulings, seated, world })),
  )
  return [...boards.flat(), ...ofGroups(seated, rulings)]
}

async function allRulings(
  deps: InstructionDeps,
  world: InstructionWorld,
): Promise<ReadonlyMap<string, PublicRulings>> {
  const all = await Promise.all(
    world.texts.map(
      async (one): Promise<[string, PublicRulings]> => [
        one.recommendation.id,
        standingRulings(world, await versionsFor(deps, one)),
      ],
    ),
  )
  return new Map(all)
}

interface BoardAbout {
  readonly board: Board
  readonly rulings: ReadonlyMap<string, PublicRulings>
  readonly seated: Seated
  readonly world: InstructionWorld
}

const page = (boardId: string): string => `/instruction?${new URLSearchParams({ board: boardId })}`

async function ofBoard(
  { store }: InstructionDeps,
  account: Account,
  { board, rulings, seated, world }: BoardAbout,
): Promise<Waits[]> {
  const own = await store.instruction.ownLines(account.id)
  const read = new Map(
    own.filter(({ boardId }) => boardId === board.id).map((one) => [one.recommendationId, one.readVersion]),
  )
  const toRule = queueOf(world, board).filter(({ recommendation: { id } }) =>
    rulings.get(id)?.boards.some((one) => one.boardId === board.id && one.verdicts.length === 0),
  )
  const unread = toRule.filter(({ recommendation: { id }, version }) => (read.get(id) ?? 0) < version)
  const planned = standingSittings(world.acts, board.id).find(({ date }) => date >= world.today)
  const day = planned?.date ?? world.stageEnds
  const toSign = [...rulings.values()].filter(
    ({ boards, difference }) =>
      difference !== null &&
      !difference.signedBy.includes(board.id) &&
      boards.some((one) => one.boardId === board.id && one.verdicts.length > 0),
  )
  const all: [string, number, boolean][] = [
    ['toRead', unread.length, true],
    ['toRule', toRule.length, mayRecord(seated, board)],
    ['toSign', toSign.length, isChair(seated, board)],
  ]
  return all.flatMap(([text, count, theirs]) =>
    theirs && count > 0
      ? [{ text: `instruction:waits.${text}`, count, subject: board.name, day, page: page(board.id) }]
      : [],
  )
}

function ofGroups(seated: Seated, rulings: ReadonlyMap<string, PublicRulings>): Waits[] {
  const verdicts = [...rulings.values()].flatMap(({ boards }) => boards.flatMap((one) => one.verdicts))
  return seated.facilitatesGroupIds.flatMap((groupId) => {
    const count = verdicts.filter(({ awaiting }) => awaiting.includes(groupId)).length
    return count > 0
      ? [{ text: 'instruction:waits.redline', count, subject: '', day: null, page: '/instruction' }]
      : []
  })
}
