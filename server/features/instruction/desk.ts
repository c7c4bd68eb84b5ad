// A board's desk: its queue, each text with all that helps to rule upon it, and what is the asker's own.

import { readWorld } from '#server/features/followUp/followUpWorld.ts'
import { avisNow } from '#server/features/instruction/avisNow.ts'
import { readVotes, type VotesHere, votesOn } from '#server/features/instruction/groupVotes.ts'
import {
  boardName,
  type InstructionDeps,
  type InstructionWorld,
  queueOf,
  rulingItem,
  versionsFor,
} from '#server/features/instruction/instructionWorld.ts'
import type { OwnLine } from '#server/ports/instruction.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { countsOf } from '#shared/consultation/feelings.ts'
import type { Board, ContextCard, Recommendation, Ressenti } from '#shared/cycle/cycleFile.ts'
import type { StandingInitiative } from '#shared/followUp/standingInitiatives.ts'
import { boardsOf, isChair, mayAddNote, mayRecord, type Seated } from '#shared/instruction/boardSeats.ts'
import type { Avis } from '#shared/instruction/instructionActs.ts'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'
import { minutesOf, shortened, wordCount } from '#shared/instruction/readingTime.ts'
import { holdsOn, isUnanimous } from '#shared/instruction/sittingPlan.ts'
import {
  publicPart,
  standingBlock,
  standingRulings,
  standingSittings,
} from '#shared/instruction/standingRulings.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface DeskAsked {
  readonly account: Account
  readonly seated: Seated
  readonly board: Board
  readonly pdf: boolean
}

/** Comments told beside a text; the page of the consultation has all of them. */
const commentsTold = 3

export async function deskOf(
  deps: InstructionDeps & Pick<Deps, 'lane'>,
  world: InstructionWorld,
  asked: DeskAsked,
): Promise<DeskAnswer> {
  const { account, board, pdf, seated } = asked
  const sits = boardsOf(seated, [board]).length > 0
  const chair = isChair(seated, board)
  const [own, avis, beside] = await Promise.all([
    sits ? deps.store.instruction.ownLines(account.id) : [],
    chair ? avisByText(deps, board, world) : new Map<string, ShownAvis[]>(),
    readBeside(deps, world.today),
  ])
  const mine = new Map(
    own.filter(({ boardId }) => boardId === board.id).map((line) => [line.recommendationId, line]),
  )
  const items = await Promise.all(
    queueOf(world, board).map(async (standing) =>
      deskItem(standing, {
        ...{ world, board, beside, versions: await versionsFor(deps, standing) },
        mine: mine.get(standing.recommendation.id),
        avis: avis.get(standing.recommendation.id) ?? [],
        ...{ sits, chair },
      }),
    ),
  )
  const sittings = standingSittings(world.acts, board.id)
  const latest = [...mine.values()].sort((a, b) => b.openedAt - a.openedAt)[0]
  return {
    ...{ language: world.language, today: world.today, board: boardName(world, board), pdf, items, sittings },
    members: await membersOf(deps, board),
    boards: world.boards.map((one) => boardName(world, one)),
    you: {
      seated: sits,
      chair,
      records: mayRecord(seated, board),
      notes: mayAddNote(seated),
      notesFor: seated.readsGroupIds ?? null,
    },
    themes: world.themes.map(({ id, title }) => ({ id, title })),
    groups: [...world.shown.values()],
    readBy: sittings.find(({ date }) => date >= world.today)?.date ?? world.stageEnds,
    block: sits ? standingBlock(world.acts, board.id) : null,
    unanimous: items
      .filter(
        ({ avis, state }) => avis !== null && state !== 'ruled' && isUnanimous(avis.map((one) => one.avis)),
      )
      .map(({ id }) => id),
    openAt: latest && latest.openedAt > 0 ? latest.recommendationId : null,
  }
}

type ShownAvis = { readonly name: string; readonly avis: Avis; readonly line: string; readonly own?: boolean }

async function avisByText(
  deps: InstructionDeps,
  board: Board,
  world: InstructionWorld,
): Promise<Map<string, ShownAvis[]>> {
  const all = await avisNow(deps, board, world.texts)
  const names = new Map((await deps.store.accounts.all()).map((one) => [one.accountId, one.displayName]))
  const found = new Map<string, ShownAvis[]>()
  for (const { accountId, avis, line, recommendationId } of all) {
    const own = { name: names.get(accountId) ?? '', avis, line }
    found.set(recommendationId, [...(found.get(recommendationId) ?? []), own])
  }
  return found
}

/** The board's list, and whoever was given a seat without standing on it. */
async function membersOf({ now, store }: InstructionDeps, board: Board): Promise<DeskAnswer['members']> {
  const [grants, accounts] = await Promise.all([store.accounts.grantsAt(now()), store.accounts.all()])
  const listed = board.members.map(({ displayName, id, role }) => ({
    id,
    name: displayName,
    role: role ?? '',
  }))
  const known = new Set(listed.map(({ id }) => id))
  const given = new Set(
    grants.flatMap(({ accountId, role, scope }) => (role === 'board' && scope === board.id ? accountId : [])),
  )
  const others = accounts
    .filter(({ accountId, personId }) => given.has(accountId) && !known.has(personId))
    .map(({ displayName, personId }) => ({ id: personId, name: displayName, role: '' }))
  return [...listed, ...others]
}

interface Beside {
  readonly cards: ReadonlyMap<string, ContextCard>
  readonly felt: ReadonlyMap<string, readonly Ressenti[]>
  readonly initiatives: readonly StandingInitiative[]
  readonly votes: VotesHere
}

async function readBeside(deps: InstructionDeps & Pick<Deps, 'lane'>, before: string): Promise<Beside> {
  const [cards, felt, { initiatives }, votes] = await Promise.all([
    deps.store.cycle.contextCards({ before }),
    deps.store.cycle.ressentis({ before }),
    readWorld(deps),
    readVotes(deps, before),
  ])
  const byText = new Map<string, Ressenti[]>()
  for (const one of felt) byText.set(one.recommendationId, [...(byText.get(one.recommendationId) ?? []), one])
  return { cards: new Map(cards.map((card) => [card.id, card])), felt: byText, initiatives, votes }
}

interface ItemAbout {
  readonly world: InstructionWorld
  readonly board: Board
  readonly beside: Beside
  readonly versions: readonly PublishedVersion[]
  readonly mine: OwnLine | undefined
  readonly avis: readonly ShownAvis[]
  readonly sits: boolean
  readonly chair: boolean
}

function deskItem(standing: PublishedVersion, about: ItemAbout): DeskItem {
  const { avis, beside, board, chair, mine, sits, versions, world } = about
  const { recommendation, version } = standing
  const whole = standingRulings(world, versions)
  // Chairs see what another chair proposes to them; nobody else does.
  const rulings = chair ? whole : publicPart(whole)
  const verdicts = rulings.boards.find(({ boardId }) => boardId === board.id)?.verdicts ?? []
  const last = verdicts.at(-1)
  const felt = beside.felt.get(recommendation.id) ?? []
  return {
    ...rulingItem(standing, rulings),
    ...wordsOf(recommendation),
    versions: versions.map(({ date, version: n, why }) => ({ version: n, date, why })),
    cards: recommendation.contextIds.flatMap((id) => shownCard(beside.cards.get(id))),
    felt: {
      ...{ total: felt.length, feelings: countsOf(felt) },
      comments: felt.flatMap(({ comment }) => comment?.trim() || []).slice(0, commentsTold),
    },
    votes: votesOn(recommendation, beside.votes),
    initiatives: beside.initiatives
      .filter(({ recommendationIds }) => recommendationIds.includes(recommendation.id))
      .map(({ adopted, id, since, title }) => ({ id, title, since, adopted: adopted.length })),
    seen: verdicts.filter((one) => one.version !== null).length,
    state: !last ? 'to-rule' : (last.version ?? 1) < version ? 'changed' : 'ruled',
    mine: sits
      ? {
          ...{
            avis: avisOn(mine, version),
            avisOn: mine?.avis ? mine.avisVersion : null,
            line: mine?.line ?? '',
            note: mine?.note ?? '',
          },
          readVersion: mine?.readVersion ?? 0,
        }
      : null,
    avis: chair && avisOn(mine, version) ? avis : null,
  }
}

/** [S7] What the member said of the words that stand. */
const avisOn = (mine: OwnLine | undefined, version: number): Avis | null =>
  mine?.avis && holdsOn({ avis: mine.avis, version: mine.avisVersion }, version) ? mine.avis : null

function wordsOf({ constat, moyens, nuances, proposition, summary, title }: Recommendation) {
  const parts = { title, summary, constat, proposition, moyens }
  const all = [...Object.values(parts), ...nuances.map(({ text }) => text)].join('\n')
  return { short: shortened(summary || proposition), parts, nuances, minutes: minutesOf(wordCount(all)) }
}

const shownCard = (card: ContextCard | undefined): DeskItem['cards'] =>
  card
    ? [
        {
          id: card.id,
          kind: card.kind,
          title: card.title,
          text: card.text,
          source: card.source ?? '',
          date: card.date,
        },
      ]
    : []
