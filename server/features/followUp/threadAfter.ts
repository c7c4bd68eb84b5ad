// A thread's later rows: handing over, publication, ressentis, verdicts, assembly, plan, news, and what is announced.
import type { Asker } from '#server/features/followUp/followUpAsker.ts'
import { fatesOf, nameFor, shownItem } from '#server/features/followUp/followUpList.ts'
import type { FollowUpDeps, FollowUpWorld } from '#server/features/followUp/followUpWorld.ts'
import type { ThreadSubject } from '#server/features/followUp/threadSubject.ts'
import type { Ressenti } from '#shared/cycle/cycleFile.ts'
import { type RecommendationAsOf, turnsOf } from '#shared/cycle/moment.ts'
import { actsOn } from '#shared/followUp/acts.ts'
import type { FollowUpItem, ThreadRow } from '#shared/followUp/followUpAnswers.ts'

/** Comments told under one presentation; the page of the consultation has all of them. */
const commentsTold = 2
/** With fewer ressentis their feelings could be told apart by who was there: only their number is told. */
const fewestFelt = 3

/** Days of the whole cycle: each only where the cycle has such a day and it lies behind. */
export function stageRows(world: FollowUpWorld, { drafts, recommendation }: ThreadSubject): ThreadRow[] {
  const { about, today } = world
  if (!about) return []
  const turns = turnsOf(about.cycle)
  const groupIds = [...new Set(drafts.map(({ groupId }) => groupId))]
  const assembly = about.cycle.stages.find(({ key }) => key === 'assembly')
  const rows: ThreadRow[] = []
  const behind = (day: string | null | undefined): day is string => typeof day === 'string' && day < today
  if (behind(turns.handedOver) && drafts.length > 0)
    rows.push({
      kind: 'handed-over',
      id: 'handed-over',
      date: turns.handedOver,
      groupIds,
      count: drafts.length,
    })
  if (!recommendation) return rows
  const { code, groupIds: authors, id, nuances, updatedAt, final } = recommendation
  const published = turns.recommendations ?? updatedAt
  rows.push({
    ...{ kind: 'published', id: 'published', date: published, groupIds: authors },
    ...{ code: code ?? id, nuances: nuances.length },
  })
  if (final && updatedAt > published)
    rows.push({ kind: 'final', id: 'final', date: updatedAt, groupIds: authors })
  if (assembly && behind(assembly.end))
    rows.push({ kind: 'assembly', id: 'assembly', date: assembly.end, groupIds: [], title: assembly.name })
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
  return keys.map((key): ThreadRow => {
    const own = felt.filter(({ presentationId }) => (presentationId ?? '') === key)
    const presentation = presentations.find((one) => one.id === key)
    const days = own.map(({ date }) => date).sort()
    return {
      ...{ kind: 'felt', id: `felt-${key}`, date: presentation?.date ?? days[0] ?? '', groupIds },
      title: presentation?.title ?? '',
      ...{ feelings: countedFeelings(own), comments: commentsOf(own) },
      room: presentation?.attendance.room ?? 0,
      remote: presentation?.attendance.remote ?? 0,
    }
  })
}

function countedFeelings(felt: readonly Ressenti[]): Partial<Record<Ressenti['feeling'], number>> {
  if (felt.length < fewestFelt) return {}
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
