// What groups learnt: what their members said, and what the minutes of their sessions tell under that heading.
import { todayOf } from '#server/features/home/day.ts'
import { minutesDocument } from '#server/features/minutes/minutesWriter.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { type LearnedLine, learnedLines } from '#shared/library/learned.ts'
import { gathered, learnedInMinutes } from '#shared/library/learnedMinutes.ts'
import { listMinutes } from '#shared/minutes/minutesModel.ts'

export type LearnedDeps = Pick<Deps, 'store' | 'demo' | 'now'> & { readonly lane: Pick<Deps['lane'], 'read'> }

export interface LearnedAsked {
  /** Whose own lines may be taken back. */
  readonly by: string | undefined
  /** Absent for the whole cycle. */
  readonly groupId?: string
}

/** Minutes stay where they are written: a correction there is one here, and nothing is kept twice. */
export async function learnedHere(deps: LearnedDeps, { by, groupId }: LearnedAsked): Promise<LearnedLine[]> {
  const { cycle, library, rooms } = deps.store
  const [entries, all, groups, today] = await Promise.all([
    library.entries('learned', groupId === undefined ? {} : { groupId }),
    rooms.all(),
    cycle.groups(),
    todayOf(deps),
  ])
  const held = all.filter(
    (room) => room.kind !== 'convergence' && (groupId === undefined || room.groupIds.includes(groupId)),
  )
  const themeOf = (room: Room): string => groups.find(({ id }) => room.groupIds.includes(id))?.themeId ?? ''
  const told = await Promise.all(
    held.map(async (room) => {
      const name = minutesDocument(room)
      const minutes = name === undefined ? undefined : await deps.lane.read(name, listMinutes)
      return (minutes ?? [])
        .filter(({ day }) => day <= today)
        .flatMap((one) => learnedInMinutes({ minutes: one, groupIds: room.groupIds, themeId: themeOf(room) }))
    }),
  )
  return gathered(learnedLines(entries, by), told.flat())
}
