// Which lines are told to somebody who catches up: at most seven, of every kind something, in the order in which one needs them.
import type { CatchUpLine } from '#shared/group/groupPage.ts'

const most = 7
/** Beyond these, questions are read in the drafts. */
const mostQuestions = 3
const order = ['decided', 'initiative', 'text-new', 'text-changed', 'question', 'next'] as const

/** Each list in the order of its weight. When there are too many, one of each kind is taken in turn, the next date first of all. */
export function catchUpLines(lines: readonly CatchUpLine[]): CatchUpLine[] {
  const ofKind = order.map((kind) =>
    lines.filter((line) => line.kind === kind).slice(0, kind === 'question' ? mostQuestions : undefined),
  )
  const chosen = new Set<CatchUpLine>(ofKind.at(-1)?.slice(0, 1))
  for (let turn = 0; turn < most; turn++)
    for (const list of ofKind.slice(0, -1)) {
      const line = list[turn]
      if (line && chosen.size < most) chosen.add(line)
    }
  return ofKind.flatMap((list) => list.filter((line) => chosen.has(line)))
}
