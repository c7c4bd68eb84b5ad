// One published text with everything that stands beside it: versions, what was felt, questions and their answers.
import { commonAnswer } from '#server/features/consultation/consultationList.ts'
import {
  type ConsultationAsker,
  type ConsultationDeps,
  type ConsultationWorld,
  ressentisOf,
} from '#server/features/consultation/consultationWorld.ts'
import { moderated } from '#server/features/consultation/moderation.ts'
import { sayingOf } from '#server/features/consultation/ownSaying.ts'
import { shownQuestions } from '#server/features/consultation/questions.ts'
import { feltDay, voterDigest } from '#server/features/consultation/voter.ts'
import { withoutNames } from '#server/features/consultation/withoutNames.ts'
import { versionsOf } from '#server/features/publication/texts.ts'
import type {
  ShownComment,
  ShownVersion,
  TextAnswer,
  TextGroup,
} from '#shared/consultation/consultationAnswers.ts'
import { keepsConsultation, mayAnswerFor, mayDecideFor } from '#shared/consultation/consultationRights.ts'
import { resultsOf } from '#shared/consultation/results.ts'
import { textChanges } from '#shared/consultation/textChanges.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export async function textPage(
  deps: ConsultationDeps,
  { text, world }: { readonly world: ConsultationWorld; readonly text: PublishedVersion },
  asker: ConsultationAsker,
): Promise<TextAnswer> {
  const { recommendation } = text
  const { id } = recommendation
  const at = world.texts.indexOf(text)
  const [common, versions, questions, kept, ruled] = await Promise.all([
    commonAnswer(deps, world, asker),
    versionsOf(deps, recommendation),
    shownQuestions(deps, world, { recommendationId: id, moderates: keepsConsultation(asker.account) }),
    deps.store.consultation.entries('kept', id),
    isRuled(deps, world.today, id),
  ])
  const answer: TextAnswer = {
    ...common,
    text: recommendation,
    ...{ code: recommendation.code ?? '', place: at + 1, of: world.texts.length },
    before: world.texts[at - 1]?.recommendation.id ?? null,
    after: world.texts[at + 1]?.recommendation.id ?? null,
    ...{ version: text.version, fingerprint: text.fingerprint, versions: shownVersions(versions) },
    summaryBy: text.about?.summaryBy ?? null,
    // Without names: whose group it is says enough.
    reviews: (text.about?.reviews ?? []).map(({ groupId, verdict }) => ({ groupId, verdict })),
    results: resultsOf(ressentisOf(world, id), world.feltDay),
    comments: comments(world, id, keepsConsultation(asker.account)),
    questions,
    writtenBy: await writtenBy(deps, world, { groupIds: recommendation.groupIds, asker }),
    context: await contextOf(deps, world, recommendation.contextIds),
    kept: kept.map(({ body: { byName, date, groupId, version, why } }) => ({
      byName,
      date,
      groupId,
      version,
      why,
    })),
    own: await ownRessenti(deps, id, asker),
    mayDecide: mayDecideFor(asker.account, recommendation.groupIds) && !ruled,
    mayReply: mayAnswerFor(asker.account, recommendation.groupIds),
    ruled,
  }
  // The demo's names are nobody's.
  return deps.demo || asker.account ? answer : withoutNames(answer)
}

/** A board has ruled on it: its groups answered before that, or not at all. */
export async function isRuled(
  { store }: ConsultationDeps,
  today: string,
  recommendationId: string,
): Promise<boolean> {
  return (await store.cycle.decisions({ before: today, recommendationId })).length > 0
}

const shownVersions = (versions: readonly PublishedVersion[]): ShownVersion[] =>
  versions.map(({ byName, cause, date, recommendation, version, why }, at) => {
    const before = versions[at - 1]
    return {
      ...{ version, date, cause, why, byName },
      changes: before ? textChanges(before.recommendation, recommendation) : null,
    }
  })

/** Newest first, without a place: from comments with places one could reckon how many there are of each. [S1] */
const comments = (world: ConsultationWorld, id: string, moderates: boolean): ShownComment[] =>
  ressentisOf(world, id)
    .flatMap((one): ShownComment[] => {
      const standing = moderated(
        world.moderations,
        { target: 'ressenti', id: one.id, text: one.comment ?? '' },
        moderates,
      )
      return standing.text === '' && !standing.hidden
        ? []
        : [{ id: one.id, feeling: one.feeling, ...standing }]
    })
    .reverse()

async function writtenBy(
  { demo, store }: ConsultationDeps,
  { today }: ConsultationWorld,
  { asker, groupIds }: { readonly groupIds: readonly string[]; readonly asker: ConsultationAsker },
): Promise<TextGroup[]> {
  const groups = (await store.cycle.groups({ before: today })).filter(({ id }) => groupIds.includes(id))
  const leading = groups.flatMap(({ facilitatorIds }) => facilitatorIds)
  // People's names are for the cooperative's own; the demo's are nobody's.
  const named =
    leading.length > 0 && (demo || asker.account) ? await store.cycle.members({ ids: leading }) : []
  return groups.map(({ facilitatorIds, id, memberIds }) => ({
    ...{ id, members: memberIds.length },
    facilitators: named
      .filter((one) => facilitatorIds.includes(one.id))
      .map(({ displayName }) => displayName),
  }))
}

async function contextOf(
  { store }: ConsultationDeps,
  { today }: ConsultationWorld,
  ids: readonly string[],
): Promise<TextAnswer['context']> {
  if (ids.length === 0) return []
  const cards = await store.cycle.contextCards({ before: today })
  return cards.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }))
}

async function ownRessenti(
  { now, store }: ConsultationDeps,
  recommendationId: string,
  { token }: ConsultationAsker,
): Promise<TextAnswer['own']> {
  if (token === undefined) return null
  const voter = voterDigest(token, recommendationId, feltDay(now()))
  const [own] = await store.consultation.ressentis({ recommendationId, voter })
  return own ? sayingOf(own) : null
}
