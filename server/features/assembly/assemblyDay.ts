// The day of a cycle's assembly: as its stages announce it, else that of the vote that was held here.
import type { AssemblyRecords } from '#server/ports/assembly.ts'
import type { CycleAbout } from '#server/ports/cycle.ts'

export interface AssemblyDay {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly title: string
  /** A vote was closed here: it is no announcement. */
  readonly held: boolean
}

/** Cooperatives name their stages as they like: then what the assembly decided says when it met. `today`: votes of later days do not exist yet. */
export async function assemblyDay(
  assembly: Pick<AssemblyRecords, 'ballots'>,
  about: CycleAbout | undefined,
  today: string,
): Promise<AssemblyDay | null> {
  if (!about) return null
  const stage = about.cycle.stages.find(({ key }) => key === 'assembly')
  if (stage) return { date: stage.end, title: stage.name, held: false }
  const held = (await assembly.ballots(about.cycle.id)).flatMap(
    ({ ballot: { day, purpose, state, title } }) =>
      state === 'closed' && purpose !== 'themes' && day !== null && day <= today
        ? { date: day, title, held: true }
        : [],
  )
  return held.findLast(({ date }) => held.every((one) => one.date <= date)) ?? null
}
