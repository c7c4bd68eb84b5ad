// The list of published texts, and what of it stands on every page of the consultation.
import {
  type ConsultationAsker,
  type ConsultationDeps,
  type ConsultationWorld,
  ressentisOf,
  youIn,
} from '#server/features/consultation/consultationWorld.ts'
import { shownPresentations } from '#server/features/consultation/presentations.ts'
import type { ConsultationAnswer, TextLine } from '#shared/consultation/consultationAnswers.ts'
import { countsOf } from '#shared/consultation/feelings.ts'
import { resultsOfAll } from '#shared/consultation/results.ts'

export async function consultationList(
  deps: ConsultationDeps,
  world: ConsultationWorld,
  asker: ConsultationAsker,
): Promise<ConsultationAnswer> {
  return {
    ...(await commonAnswer(deps, world, asker)),
    texts: world.texts.map(({ recommendation, version }, at): TextLine => {
      const felt = ressentisOf(world, recommendation.id)
      const { code, groupIds, id, summary, themeId, title } = recommendation
      return {
        ...{ id, code: code ?? '', place: at + 1, title, summary, themeId, groupIds, version },
        ...{ total: felt.length, feelings: countsOf(felt) },
      }
    }),
    results: resultsOfAll(
      new Map(world.texts.map(({ recommendation: { id } }) => [id, ressentisOf(world, id)])),
      world.feltDay,
    ),
  }
}

export async function commonAnswer(
  deps: ConsultationDeps,
  world: ConsultationWorld,
  asker: ConsultationAsker,
): Promise<Omit<ConsultationAnswer, 'texts' | 'results'>> {
  return {
    language: world.about?.language ?? 'fr',
    today: world.today,
    cooperative: world.about?.organisation.name ?? '',
    ...{ days: world.days, entities: world.entities },
    themes: [...world.themes].sort((a, b) => a.order - b.order).map(({ id, title }) => ({ id, title })),
    groups: [...world.groups.values()],
    you: youIn(asker),
    presentations: await shownPresentations(deps, world, asker),
  }
}
