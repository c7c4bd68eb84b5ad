// Reads what a board rules on: one recommendation with all that is known beside it, or everything that waits for the board.

import { boardNames } from '#server/features/exports/boardNames.ts'
import { sourcesOf, textsOf, textWorld } from '#server/features/exports/documentSource.ts'
import { type ExportDeps, isCalled } from '#server/features/exports/exportAsker.ts'
import type { Exported, GrantedYear } from '#server/features/exports/exportSource.ts'
import { frameOf, sliceBase } from '#server/features/exports/sliceBase.ts'
import { boardsOf, fatesOf, placeName } from '#server/features/followUp/followUpList.ts'
import { type FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { ContextCard, Ressenti } from '#shared/cycle/cycleFile.ts'
import { type Dossier, dossierDocument } from '#shared/exports/dossierDocument.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

/** Kinds of context that are somebody's work under way. */
const running: ReadonlySet<ContextCard['kind']> = new Set(['project', 'pilot'])

export async function dossierExport(deps: ExportDeps, grant: GrantedYear): Promise<Exported> {
  const { asked, content, world } = grant
  const asOf = { before: world.today }
  const [frame, base, texts, cards, felt] = await Promise.all([
    frameOf(deps, asked.language, world.today),
    sliceBase(deps, world.today),
    textsOf(deps, world),
    deps.store.cycle.contextCards(asOf),
    deps.store.cycle.ressentis(asOf),
  ])
  const board = content === 'queue' ? boardNamed(world, asked.key) : null
  const wanted = board === null ? [oneNamed(texts, asked.key)] : queueOf(world, texts, board.id)
  const dossiers = wanted.map((text) => dossierOf(world, text, { cards, felt }))
  const document = dossierDocument({
    ...(await textWorld(deps, frame, world)),
    ...{ dossiers, board: board?.name ?? null },
  })
  const named = new Set(wanted.flatMap(({ recommendation }) => recommendation.contextIds))
  const ids = new Set(wanted.map(({ recommendation }) => recommendation.id))
  return {
    ...{ document, name: [document.title, board?.entity ?? '', world.today] },
    slice: {
      ...{ ...base, contextCards: cards.filter(({ id }) => named.has(id)) },
      drafts: sourcesOf(world, wanted),
      recommendations: wanted.map(({ recommendation }) => recommendation),
      decisions: world.decisions.filter(({ recommendationId }) => ids.has(recommendationId)),
    },
  }
}

function boardNamed(world: FollowUpWorld, key: string | undefined) {
  const found = boardsOf(world).find(({ id }) => id === key)
  if (!found) throw new HttpProblem('not-found')
  return found
}

function oneNamed(texts: readonly PublishedVersion[], key: string | undefined): PublishedVersion {
  const found = texts.find(({ recommendation }) => isCalled(recommendation, key))
  if (!found) throw new HttpProblem('not-found')
  return found
}

/** What the board has not ruled on yet, and what it postponed to a day that has come; in the document's order. */
function queueOf(
  world: FollowUpWorld,
  texts: readonly PublishedVersion[],
  boardId: string,
): PublishedVersion[] {
  return texts.filter(({ recommendation }) =>
    fatesOf(world, { ...recommendation, final: true }).some(
      (one) => one.boardId === boardId && (one.fate === 'waiting' || (one.fate === 'postponed' && one.late)),
    ),
  )
}

interface Beside {
  readonly cards: readonly ContextCard[]
  readonly felt: readonly Ressenti[]
}

function dossierOf(world: FollowUpWorld, text: PublishedVersion, { cards, felt }: Beside): Dossier {
  const { contextIds, id, jurisdictions, themeId } = text.recommendation
  const own = cards.filter((card) => contextIds.includes(card.id))
  const concerns = (card: ContextCard): boolean =>
    card.themeIds.includes(themeId) && card.jurisdictions.some((code) => jurisdictions.includes(code))
  return {
    ...{ text, theme: world.themes.find((theme) => theme.id === themeId)?.title ?? '' },
    context: own.filter(({ kind }) => !running.has(kind)),
    running: cards.filter((card) => running.has(card.kind) && (own.includes(card) || concerns(card))),
    felt: felt.filter(({ recommendationId }) => recommendationId === id),
    initiatives: world.initiatives
      .filter(({ recommendationIds }) => recommendationIds.includes(id))
      .map((one) => ({
        ...{ title: one.title, text: one.text, place: placeName(world, one), since: one.since },
        alsoIn: one.adopted.map((adoption) => placeName(world, adoption)).filter(Boolean),
      })),
    verdicts: fatesOf(world, { ...text.recommendation, final: true }).map(
      ({ boardId, decision, earlier }) => ({
        ...{ decision, earlier, board: boardNames(world).get(boardId) ?? boardId },
      }),
    ),
  }
}
