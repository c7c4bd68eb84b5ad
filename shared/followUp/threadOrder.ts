// The order of a thread's rows: by day; of one day, in the order in which things happen in a cycle.
import type { ThreadRow } from '#shared/followUp/followUpAnswers.ts'

const order: readonly ThreadRow['kind'][] = [
  ...(['notes', 'initiative', 'draft', 'joint-session', 'merge', 'adopted', 'handed-over'] as const),
  ...([
    'published',
    'felt',
    'final',
    'version',
    'verdict',
    'assembly',
    'plan',
    'change',
    'news',
    'to-come',
  ] as const),
]

export const inThreadOrder = (rows: readonly ThreadRow[]): ThreadRow[] =>
  [...rows].sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
