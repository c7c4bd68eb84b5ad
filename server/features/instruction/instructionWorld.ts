// Everything that boards rule upon, as it stands on the day that is looked from, and who the asker is to it.
import { todayOf } from '#server/features/home/day.ts'
import { roomGroups } from '#server/features/home/roomGroups.ts'
import { standingTexts } from '#server/features/publication/texts.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { Board, Decision, Entity, Theme } from '#shared/cycle/cycleFile.ts'
import { rules, type Seated } from '#shared/instruction/boardSeats.ts'
import type { KeptInstructionAct } from '#shared/instruction/instructionActs.ts'
import type { PublicRulings, RulingItem } from '#shared/instruction/instructionAnswers.ts'
import { publicPart, standingRulings } from '#shared/instruction/standingRulings.ts'
import { counts } from '#shared/people/roles.ts'
import { importedVersion, type PublishedVersion } from '#shared/publication/publishedVersion.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export type InstructionDeps = Pick<Deps, 'store' | 'demo' | 'now'>

export interface InstructionWorld {
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly language: string
  readonly stageEnds: string | null
  readonly boards: readonly Board[]
  readonly entities: readonly Entity[]
  readonly themes: readonly Theme[]
  readonly shown: ReadonlyMap<string, RoomGroup>
  /** In their newest version, in the document's order. */
  readonly texts: readonly PublishedVersion[]
  readonly decisions: readonly Decision[]
  readonly acts: readonly KeptInstructionAct[]
}

export async function readInstruction(deps: InstructionDeps): Promise<InstructionWorld> {
  const today = await todayOf(deps)
  const asOf = { before: today }
  const { cycle, instruction } = deps.store
  const [about, boards, entities, themes, shown] = await Promise.all([
    cycle.about(asOf),
    cycle.boards(),
    cycle.entities(),
    cycle.themes(asOf),
    roomGroups(deps.store),
  ])
  const [texts, decisions, acts] = await Promise.all([
    standingTexts(deps, asOf),
    cycle.decisions(asOf),
    instruction.acts(),
  ])
  // The stage under way says until when there is time, whatever a cooperative calls it.
  const stage = about?.cycle.stages.find(({ key }) => key === about.cycle.currentStage)
  const stageEnds = stage && stage.end >= today ? stage.end : null
  return {
    ...{ today, stageEnds, language: about?.language ?? 'fr' },
    ...{ boards, entities, themes, shown, texts, decisions, acts },
  }
}

/** The person as the rules see them; a role that ended gives no seat. */
export async function seatedOf({ now, store }: InstructionDeps, account: Account): Promise<Seated> {
  const grants = await store.accounts.grants(account.id)
  const seatsAreGiven = grants.some(({ role }) => role === 'board')
  return {
    ...{ standing: account.standing, personId: account.personId },
    ...{ groupIds: account.groupIds, facilitatesGroupIds: account.facilitatesGroupIds },
    ...{ seatsAreGiven, readsGroupIds: account.readsGroupIds ?? null },
    grantedBoardIds: grants.flatMap((grant) =>
      grant.role === 'board' && grant.scope !== null && counts(grant, now()) ? grant.scope : [],
    ),
  }
}

/** What a board rules upon, in the document's order. */
export const queueOf = (
  world: Pick<InstructionWorld, 'texts' | 'entities'>,
  board: Board,
): readonly PublishedVersion[] =>
  world.texts.filter(({ recommendation }) => rules(board, world.entities, recommendation))

/** All versions of a text, oldest first; only what was changed here has more than the one that stands. */
export async function versionsFor(
  { store }: InstructionDeps,
  standing: PublishedVersion,
): Promise<readonly PublishedVersion[]> {
  if (standing.version === 1 && standing.cause === 'import') return [standing]
  const kept = await store.publications.versionsKept(standing.recommendation.id)
  return kept.length > 0 ? kept : [importedVersion(standing.recommendation)]
}

export const rulingItem = (
  { recommendation, version }: PublishedVersion,
  rulings: PublicRulings,
): RulingItem => ({
  ...{ id: recommendation.id, code: recommendation.code ?? recommendation.id, title: recommendation.title },
  ...{ themeId: recommendation.themeId, groupIds: recommendation.groupIds, version, rulings },
})

/** One text with what was ruled upon it, as anybody may read it. */
export async function publicItem(
  deps: InstructionDeps,
  world: InstructionWorld,
  standing: PublishedVersion,
): Promise<RulingItem> {
  return rulingItem(standing, publicPart(standingRulings(world, await versionsFor(deps, standing))))
}

export const boardName = (world: Pick<InstructionWorld, 'entities'>, { entityId, id, name }: Board) => ({
  ...{ id, name, code: world.entities.find((entity) => entity.id === entityId)?.code ?? '' },
})
