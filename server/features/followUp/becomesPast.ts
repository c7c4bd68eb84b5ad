// The recommendations of the standing cycle as the follow-up keeps them when another cycle follows.
import type { Cycle } from '#server/ports/cycle.ts'
import type { FollowUpRecords } from '#server/ports/followUp.ts'
import { boardFates, wholeFate } from '#shared/followUp/fate.ts'
import { standingItem } from '#shared/followUp/standingItem.ts'
import { longestPast, type PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'

interface Records {
  /** With what was made here. */
  readonly cycle: Pick<
    Cycle,
    'about' | 'boards' | 'decisions' | 'entities' | 'groups' | 'planItems' | 'recommendations'
  >
  readonly followUp: Pick<FollowUpRecords, 'acts'>
}

/** Later than every day: what is closed is closed with all of it. */
const anyDay = '9999-12-31'

/** Empty where no cycle stands. What no board ruled on is `unknown`. */
export async function becomesPast({ cycle, followUp }: Records): Promise<readonly PastRecommendation[]> {
  const about = await cycle.about()
  if (!about) return []
  const [recommendations, boards, entities, decisions, groups, imported, acts] = await Promise.all([
    ...([cycle.recommendations(), cycle.boards(), cycle.entities(), cycle.decisions()] as const),
    ...([cycle.groups(), cycle.planItems(), followUp.acts({ until: anyDay, target: 'item' })] as const),
  ])
  const items = imported.map((item) => standingItem(item, acts, []))
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]))
  const boardOf = new Map(boards.map(({ id, name }) => [id, name]))
  return recommendations.map((recommendation): PastRecommendation => {
    const { code, groupIds, id, proposition, summary, title } = recommendation
    const day = about.cycle.end
    const fates = boardFates({ recommendation, boards, entities, decisions, items, today: day })
    const fate = wholeFate(fates)
    const reasons = fates.flatMap(({ boardId, decision }) =>
      decision?.reason ? [`${boardOf.get(boardId) ?? boardId} : ${decision.reason}`] : [],
    )
    return {
      id: `${about.organisation.id}-${about.cycle.id}-${id}`,
      year: Number(day.slice(0, 4)),
      place: groupIds
        .flatMap((one) => nameOf.get(one) ?? [])
        .join(', ')
        .slice(0, longestPast.place),
      title: (code ? `${code} · ${title}` : title).slice(0, longestPast.title),
      text: [summary, proposition].filter(Boolean).join('\n\n').slice(0, longestPast.text),
      outcome: fate === 'waiting' ? 'unknown' : fate,
      reason: reasons.join('\n').slice(0, longestPast.reason),
      link: '',
    }
  })
}
