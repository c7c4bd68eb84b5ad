// What every export says of the cooperative and its cycle, as it stood on the day that is looked from.
import type { FollowUpDeps } from '#server/features/followUp/followUpWorld.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import type { SliceRecords } from '#shared/exports/cycleSlice.ts'
import type { ExportLanguage } from '#shared/exports/exportDocument.ts'
import type { ExportFrame } from '#shared/exports/exportFrame.ts'

export type SourceDeps = FollowUpDeps & Pick<Deps, 'store' | 'lane'>

export async function frameOf(
  { store }: Pick<SourceDeps, 'store'>,
  language: ExportLanguage,
  day: string,
): Promise<ExportFrame> {
  const about = await store.cycle.about({ before: day })
  return {
    ...{ language, day, saidIn: about?.language ?? language },
    ...{ organisation: about?.organisation.name ?? '', cycle: about?.cycle.name ?? '' },
  }
}

/** The house without what was written and decided in it. */
export async function sliceBase({ store }: Pick<SourceDeps, 'store'>, day: string): Promise<SliceRecords> {
  const { cycle } = store
  const asOf = { before: day }
  const about = await cycle.about(asOf)
  if (!about) throw new HttpProblem('not-found')
  const [entities, boards, antennas, themes, groups] = await Promise.all([
    cycle.entities(),
    cycle.boards(),
    cycle.antennas(),
    cycle.themes(asOf),
    cycle.groups(asOf),
  ])
  return {
    ...{ language: about.language, fictional: about.fictional, disclaimer: about.disclaimer },
    ...{ organisation: about.organisation, cycle: about.cycle, entities, boards, antennas, themes, groups },
    ...{
      drafts: [],
      recommendations: [],
      contextCards: [],
      decisions: [],
      planItems: [],
      localInitiatives: [],
    },
  }
}
