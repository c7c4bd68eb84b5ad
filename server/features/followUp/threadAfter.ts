// A thread's later rows: handing over, publication, ressentis, verdicts, assembly, plan, news, and what is announced.
import type { Asker } from '#server/features/followUp/followUpAsker.ts'
import { fatesOf, nameFor, shownItem } from '#server/features/followUp/followUpList.ts'
import type { FollowUpDeps, FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { ThreadSubject } from '#server/features/followUp/threadSubject.ts'
import { handedRows, versionRows } from '#server/features/followUp/threadVersions.ts'
import { fewest } from '#shared/consultation/toldInSteps.ts'
import type { Ressenti } from '#shared/cycle/cycleFile.ts'
import { type RecommendationAsOf, turnsOf } from '#shared/cycle/moment.ts'
import { actsOn } from '#shared/followUp/acts.ts'
import type { FollowUpItem, ThreadRow } from '#shared/followUp/followUpAnswers.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

/** Comments told under one presentation; the page of the consultation has all of them. */
const commentsTold = 2

/** Days of the whole cycle: each only where the cycle has such a day and it lies behind. */
export function stageRows(
  world: FollowUpWorld,
  { drafts, recommendation }: ThreadSubject,
  versions: readonly PublishedVersion[],
): ThreadRow[] {
  const { about, assembly, today } = world
  if (!about) return []
  const turns = turnsOf(about.cycle)
  const behind = (day: string | null | undefined): day is string => typeof day === 'string' && day < today
  const handed = handedRows(world.handovers, drafts)
  const told = new Set(handed.flatMap(({ groupIds }) => groupIds))
  const rest = drafts.filter(({ groupId }) => !told.has(groupId))
  const rows: ThreadRow[] = [...handed]
  if (behind(turns.handedOver) && rest.length > 0)
    rows.push({
      ...{ kind: 'handed-over', id: 'handed-over', date: turns.handedOver, count: rest.length },
      groupIds: [...new Set(rest.map(({ groupId }) => groupId))],
    })
  if (!recommendation) return rows
  rows.push(...versionRows(recommendation, versions, turns.recommendations))
  // A vote that was closed here is of this day or of one behind it; a stage's end is only announced until then.
  const met = assembly && (assembly.held || assembly.date < today)
  if (met)
    rows.push({ kind: 'assembly', id: 'assembly', date: assembly.date, title: assembly.title, groupIds: [] })
  return rows
}

/** One row for each presentation at which it was felt about, and one for what came afterwards. */
export async function feltRows(
  { store }: FollowUpDeps,
  { today }: FollowUpWorld,
  { groupIds, id }: RecommendationAsOf,
): Promise<ThreadRow[]> {
  const [felt, presentations] = await Promise.all([
    store.cycle.ressentis({ recommendationId: id, before: today }),
    store.cycle.presentations({ before: today }),
  ])
  const keys = [...new Set(felt.map(({ presentationId }) => presentationId ?? ''))]
  const parts = new Map(
    keys.map((key) => [key, felt.filter(({ presentationId }) => (presentationId ?? '') === key)]),
  )
  const hidden = hiddenParts(parts)
  return [...parts].map(([key, own]): ThreadRow => {
    const presentation = presentations.find((one) => one.id === key)
    const days = own.map(({ date }) => date).sort()
    return {
      ...{ kind: 'felt', id: `felt-${key}`, date: presentation?.date ?? days[0] ?? '', groupIds },
      title: presentation?.title ?? '',
      ...{ feelings: hidden.has(key) ? {} : countedFeelings(own), comments: commentsOf(own) },
      room: presentation?.attendance.room ?? 0,
      remote: presentation?.attendance.remote ?? 0,
    }
  })
}

/**
 * Of few ressentis the feelings could be told apart by who was there: only their number is told. The whole of a text is public, so that
 * what stands hidden must be many together: the next smallest part is hidden with a lonely one.
 */
function hiddenParts(parts: ReadonlyMap<string, readonly Ressenti[]>): ReadonlySet<string> {
  const hidden = new Set<string>()
  let people = 0
  for (const [key, own] of [...parts].sort(([, a], [, b]) => a.length - b.length)) {
    const alone = hidden.size > 0 && people < fewest
    if (own.length >= fewest && !alone) break
    hidden.add(key)
    people += own.length
  }
  return hidden
}

function countedFeelings(felt: readonly Ressenti[]): Partial<Record<Ressenti['feeling'], number>> {
  const counts: Partial<Record<Ressenti['feeling'], number>> = {}
  for (const { feeling } of felt) counts[feeling] = (counts[feeling] ?? 0) + 1
  return counts
}

const commentsOf = (felt: readonly Ressenti[]): string[] =>
  felt
    .map(({ comment }) => comment ?? '')
    .filter((comment) => comment.trim() !== '')
    .slice(0, commentsTold)

/** Every verdict stays; an earlier one of the same board says that a later one counts. */
export function decidedRows(world: FollowUpWorld, recommendation: RecommendationAsOf): ThreadRow[] {
  return fatesOf(world, recommendation).flatMap(({ boardId, decision, earlier }) =>
    [...earlier, ...(decision ? [decision] : [])].map(
      (one): ThreadRow => ({
        ...{ kind: 'verdict', id: one.id, date: one.date, groupIds: recommendation.groupIds, boardId },
        ...{ decision: one.decision, reason: one.reason, basis: one.basis, votes: one.votes },
        ...{ newWording: one.newWording, postponedUntil: one.postponedUntil },
        textOf: recommendation.updatedAt <= one.date ? recommendation.updatedAt : null,
        superseded: one.id !== decision?.id,
      }),
    ),
  )
}

export function planRows(
  world: FollowUpWorld,
  asker: Asker,
  { groupIds, id }: RecommendationAsOf,
): ThreadRow[] {
  const items = world.items.filter(({ recommendationId }) => recommendationId === id)
  const own = actsOn<{ readonly kind: 'news'; readonly text: string }>(world.acts, 'recommendation', id)
  return [
    ...items.flatMap((item) => itemRows(shownItem(world, asker, item), groupIds)),
    ...own.map(
      (act): ThreadRow => ({
        ...{ kind: 'news', id: act.id, date: act.day, groupIds, text: act.body.text, about: '' },
        byName: nameFor(asker, act),
      }),
    ),
  ]
}

function itemRows(item: FollowUpItem, groupIds: readonly string[]): ThreadRow[] {
  const about = item.title
  return [
    { kind: 'plan', id: item.id, date: item.start, groupIds, item },
    ...item.news.map(
      ({ byName, date, text }, n): ThreadRow => ({
        ...{ kind: 'news', id: `${item.id}-news-${n}`, date, groupIds, text, byName, about },
      }),
    ),
    ...item.changes.map(
      ({ byName, change, date }, n): ThreadRow => ({
        ...{ kind: 'change', id: `${item.id}-change-${n}`, date, groupIds, change, byName, about },
      }),
    ),
  ]
}

/** What is announced: the end of each item that still runs, the days on which postponed texts are looked at again. */
export function toComeRows(world: FollowUpWorld, recommendation: RecommendationAsOf): ThreadRow[] {
  const { groupIds, id } = recommendation
  const ends = world.items
    .filter((item) => item.recommendationId === id && item.state !== 'done' && item.state !== 'abandoned')
    .map(
      (item): ThreadRow => ({
        ...{ kind: 'to-come', id: `end-${item.id}`, date: item.end, groupIds, what: 'end' },
        ...{ about: item.title, late: item.end < world.today },
      }),
    )
  const reviews = fatesOf(world, recommendation).flatMap(({ boardId, decision, late }): ThreadRow[] =>
    decision?.decision === 'postpone' && decision.postponedUntil
      ? [
          {
            ...{ kind: 'to-come', id: `review-${decision.id}`, date: decision.postponedUntil, groupIds },
            ...{ what: 'review', about: boardId, late },
          },
        ]
      : [],
  )
  return [...ends, ...reviews]
}
