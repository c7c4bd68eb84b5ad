// What is on the wall of a presentation now, and what was felt of it there.
import {
  type ConsultationDeps,
  type ConsultationWorld,
  ressentisOf,
} from '#server/features/consultation/consultationWorld.ts'
import { sayingOf } from '#server/features/consultation/ownSaying.ts'
import { runningStep } from '#server/features/consultation/presentations.ts'
import { feltDay, presenceDigest, voterDigest } from '#server/features/consultation/voter.ts'
import type { LiveAnswer } from '#shared/consultation/consultationAnswers.ts'
import type { Entry } from '#shared/consultation/consultationEntries.ts'
import { countsOf } from '#shared/consultation/feelings.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface LiveAsked {
  readonly presentation: Entry<'presentation'>
  readonly token: string | undefined
  readonly world: ConsultationWorld
}

export async function liveAnswer(deps: ConsultationDeps, asked: LiveAsked): Promise<LiveAnswer> {
  const { presentation, token, world } = asked
  const { body, subjectId: id } = presentation
  const { consultation } = deps.store
  const [step, devices] = await Promise.all([runningStep(deps, id), consultation.entered(id)])
  const text = world.texts.find(({ recommendation }) => recommendation.id === step?.body.recommendationId)
  return {
    ...{ id, title: body.title, open: step !== undefined, devices, entities: world.entities },
    language: world.about?.language ?? 'fr',
    inside: token !== undefined && (await consultation.hasEntered(id, presenceDigest(token, id))),
    shown: text ? await shownText(deps, asked, text) : null,
  }
}

async function shownText(
  { now, store }: ConsultationDeps,
  { presentation, token, world }: LiveAsked,
  { recommendation, version }: PublishedVersion,
): Promise<LiveAnswer['shown']> {
  const { code, id, summary, title } = recommendation
  const felt = ressentisOf(world, id).filter(
    ({ presentationId }) => presentationId === presentation.subjectId,
  )
  const [own] =
    token === undefined
      ? []
      : await store.consultation.ressentis({
          recommendationId: id,
          voter: voterDigest(token, id, feltDay(now())),
        })
  return {
    ...{ id, code: code ?? '', title, summary, version, total: felt.length },
    feelings: countsOf(felt),
    own: own ? sayingOf(own) : null,
  }
}

/** The texts of the themes that it is about; all of them where it names none. */
export const textsOf = (
  { texts }: ConsultationWorld,
  themeIds: readonly string[],
): readonly PublishedVersion[] =>
  texts.filter(({ recommendation }) => themeIds.length === 0 || themeIds.includes(recommendation.themeId))
