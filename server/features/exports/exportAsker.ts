// Who asks for an export, and whether they may have it: the same answer as on the page that shows it.
import type { Request } from 'express'
import { type FollowUpDeps, type FollowUpWorld, readWorld } from '#server/features/followUp/followUpWorld.ts'
import { type GroupVisitor, groupVisitor, type VisitorDeps } from '#server/features/group/groupVisitor.ts'
import { type NamedGroup, namedGroup } from '#server/features/group/namedGroup.ts'
import { seatedOf } from '#server/features/instruction/instructionWorld.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { Board } from '#shared/cycle/cycleFile.ts'
import type { ExportAsked } from '#shared/exports/exportAsked.ts'
import { isPublished, mayTakeDossier, mayTakeList } from '#shared/exports/exportPolicy.ts'
import { mayReadDesk, rules } from '#shared/instruction/boardSeats.ts'

export type ExportDeps = VisitorDeps & FollowUpDeps & Pick<Deps, 'identify'>

/** What may be read now, by whoever asked; reading it may take a while. */
export type Granted =
  | {
      readonly content: 'list'
      readonly asked: ExportAsked
      readonly named: NamedGroup
      readonly visitor: GroupVisitor
    }
  | {
      readonly content: 'document' | 'dossier' | 'queue' | 'decisions' | 'follow-up'
      readonly asked: ExportAsked
      readonly world: FollowUpWorld
      readonly account: Account | undefined
    }

/** @throws HttpProblem */
export async function granted(deps: ExportDeps, request: Request, asked: ExportAsked): Promise<Granted> {
  const { content } = asked
  if (content === 'list') {
    const named = await namedGroup(deps, asked.key)
    const visitor = await groupVisitor(deps, request, named)
    if (!mayTakeList(visitor.standing))
      throw new HttpProblem(visitor.account ? 'not-allowed' : 'not-signed-in')
    return { content, asked, named, visitor }
  }
  const { account } = await deps.identify(request)
  if ((content === 'dossier' || content === 'queue') && !mayTakeDossier(account?.standing))
    throw new HttpProblem(account ? 'not-allowed' : 'not-signed-in')
  const world = await readWorld(deps)
  // Before the document is there nothing of it is told, not even that it will be.
  if (!isPublished(world.recommendations)) throw new HttpProblem('not-found')
  if (account && (content === 'dossier' || content === 'queue')) {
    const boards = boardsNamed(world, asked)
    if (boards.length === 0) throw new HttpProblem('not-found')
    const seated = await seatedOf(deps, account)
    if (!boards.some((board) => mayReadDesk(seated, board))) throw new HttpProblem('not-allowed')
  }
  return { content, asked, world, account }
}

/** On whose desk it lies: the board's own queue, or each board that rules on the text. */
function boardsNamed(
  { boards, entities, recommendations }: FollowUpWorld,
  { content, key }: ExportAsked,
): readonly Board[] {
  if (content === 'queue') return boards.filter(({ id }) => id === key)
  const text = recommendations.find((one) => isCalled(one, key))
  return text ? boards.filter((board) => rules(board, entities, text)) : []
}

/** By id or by code, however they are typed. */
export function isCalled(
  { code, id }: { readonly code: string | null; readonly id: string },
  key: string | undefined,
): boolean {
  const plain = (key ?? '').trim().toLocaleLowerCase('fr')
  return id.toLocaleLowerCase('fr') === plain || code?.toLocaleLowerCase('fr') === plain
}
