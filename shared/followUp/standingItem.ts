// A plan item as it stands: what was imported, and every act about it since, in their order.
import type { PlanItem } from '#shared/cycle/cycleFile.ts'
import { type AxisAct, actsOn, type ItemAct, type KeptAct } from '#shared/followUp/acts.ts'
import type { StandingItem } from '#shared/followUp/fate.ts'

export interface NewsLine {
  readonly date: string
  readonly text: string
  /** Who wrote it; empty for what was imported. */
  readonly byName: string
}

/** What was changed, by whom: shown beside the news, so that a later change never hides an earlier one. */
export interface ChangeLine {
  readonly date: string
  readonly byName: string
  readonly change: Exclude<ItemAct, { kind: 'news' | 'made' }>
}

export interface ShownItem extends StandingItem {
  readonly title: string
  readonly owners: readonly string[]
  readonly ownerTeamId: string | null
  readonly ownerMemberIds: readonly string[]
  readonly axisId: string | null
  readonly news: readonly NewsLine[]
  readonly changes: readonly ChangeLine[]
  /** How many acts stand behind it: whoever changes it says which they saw. */
  readonly version: number
}

export function standingItem(
  item: PlanItem,
  acts: readonly KeptAct[],
  imported: readonly { readonly id: string; readonly name: string }[],
): ShownItem {
  const own = actsOn<ItemAct>(acts, 'item', item.id)
  const last = <Kind extends ItemAct['kind']>(kind: Kind): Extract<ItemAct, { kind: Kind }> | undefined =>
    own.findLast(({ body }) => body.kind === kind)?.body as Extract<ItemAct, { kind: Kind }> | undefined // its kind was compared
  const [made, state, owners] = [last('made'), last('state'), last('owners')]
  const [dates, axis] = [last('dates'), last('axis')]
  const news = own.flatMap(({ body, day, byName }) =>
    body.kind === 'news' ? [{ date: day, text: body.text, byName }] : [],
  )
  const changes = own.flatMap(({ body, day, byName }) =>
    body.kind === 'news' || body.kind === 'made' ? [] : [{ date: day, byName, change: body }],
  )
  const names = owners?.owners ?? made?.owners ?? imported.map(({ name }) => name)
  // Who is no longer named carries it no longer; a name that was only typed is nobody's account.
  const still = new Set(imported.flatMap(({ id, name }) => (names.includes(name) ? [id] : [])))
  return {
    ...{ id: item.id, recommendationId: item.recommendationId, title: item.title },
    ...{ decisionIds: item.decisionIds, entityIds: item.entityIds },
    ownerTeamId: item.ownerTeamId !== null && still.has(item.ownerTeamId) ? item.ownerTeamId : null,
    ownerMemberIds: item.ownerMemberIds.filter((id) => still.has(id)),
    state: state?.state ?? item.status,
    progress: state?.progress ?? item.progress,
    start: dates?.start ?? item.start,
    end: dates?.end ?? item.end,
    owners: names,
    axisId: (axis ?? made)?.axisId ?? null,
    news: [...item.updates.map((update) => ({ ...update, byName: '' })), ...news],
    changes,
    version: own.length,
  }
}

/** Items that were made here, as the cycle's own: of two acts with one id the first stands. */
export function madeItems(
  acts: readonly KeptAct[],
  entityOf: (decisionId: string) => string | undefined,
): PlanItem[] {
  return acts.flatMap(({ body, place, target, targetId }): PlanItem[] => {
    if (target !== 'item' || body.kind !== 'made' || place !== 1) return []
    const { decisionIds, end, recommendationId, start, title } = body
    return [
      {
        ...{ id: targetId, recommendationId, decisionIds, title, start, end },
        entityIds: [...new Set(decisionIds.flatMap((id) => entityOf(id) ?? []))],
        ...{ ownerTeamId: null, ownerMemberIds: [], status: 'not_started', progress: 0, updates: [] },
      },
    ]
  })
}

export interface Axis {
  readonly id: string
  readonly title: string
  readonly order: number
}

/** The axes in use, in their order. */
export function standingAxes(acts: readonly KeptAct[], cycleId: string): Axis[] {
  const axes = new Map<string, Axis>()
  for (const { body } of actsOn<AxisAct>(acts, 'axes', cycleId)) {
    if (body.kind === 'axis-removed') axes.delete(body.axisId)
    else axes.set(body.axisId, { id: body.axisId, title: body.title, order: body.order })
  }
  return [...axes.values()].sort((a, b) => a.order - b.order || (a.title < b.title ? -1 : 1))
}
