// The stages of a cycle, by whatever names and however many, and where it stands on a day. Pure.
import type { CycleSource } from '#server/features/cycle/cycleSource.ts'
import type { CycleAnswer, StageLine } from '#shared/cyclePage/cycleAnswers.ts'

const day = 24 * 3_600_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / day)

export function cycleStages({
  about,
  today,
}: Pick<CycleSource, 'about' | 'today'>): Pick<CycleAnswer, 'cycle' | 'stages'> {
  if (!about) return { cycle: null, stages: [] }
  const { cycle, organisation } = about
  const inOrder = [...cycle.stages].sort((a, b) => a.order - b.order)
  const now = inOrder.findIndex(({ key }) => key === cycle.currentStage)
  const stages = inOrder.map(({ end, key, name, start }, at): StageLine => {
    // Stages may overlap, and their order need not be that of their dates.
    const behind = at !== now && (end < today || (at < now && start < today))
    return { ...{ key, name, start, end }, when: at === now ? 'now' : behind ? 'behind' : 'ahead' }
  })
  const stage = stages[now] ?? null
  const next = [...cycle.milestones]
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0]
  return {
    cycle: {
      ...{ name: cycle.name, cooperative: organisation.name, start: cycle.start, end: cycle.end, stage },
      daysLeft: stage && stage.end >= today ? daysBetween(today, stage.end) : null,
      nextMilestone: next ? { date: next.date, label: next.label } : null,
    },
    stages,
  }
}
