// Questions and counter-proposals on a public text, and what its groups answered.
import type { ConsultationDeps, ConsultationWorld } from '#server/features/consultation/consultationWorld.ts'
import { moderated } from '#server/features/consultation/moderation.ts'
import type { ShownQuestion, ShownReply } from '#shared/consultation/consultationAnswers.ts'

export async function shownQuestions(
  { store }: ConsultationDeps,
  { moderations }: ConsultationWorld,
  { moderates, recommendationId }: { readonly recommendationId: string; readonly moderates: boolean },
): Promise<ShownQuestion[]> {
  const [asked, replies] = await Promise.all([
    store.consultation.entries('question', recommendationId),
    store.consultation.entries('reply'),
  ])
  return asked.map(({ body: { date, id, kind, name, text, version } }) => {
    const standing = moderated(moderations, { target: 'question', id, text }, moderates)
    return {
      ...{ id, kind, date, version, ...standing },
      // A name stands with the words that it signs.
      name: standing.hidden && !moderates ? '' : name,
      replies: replies
        .filter(({ subjectId }) => subjectId === id)
        .map(
          ({ body }): ShownReply => ({
            ...{ id: body.id, byName: body.byName, groupId: body.groupId, date: body.date },
            ...moderated(moderations, { target: 'reply', id: body.id, text: body.text }, moderates),
          }),
        ),
    }
  })
}

/** What a moderator is about to judge: whether it is there, and its words. */
export async function moderableText(
  { store }: ConsultationDeps,
  world: ConsultationWorld,
  {
    target,
    targetId,
  }: {
    readonly target: 'ressenti' | 'question' | 'reply' | 'presentation'
    readonly targetId: string
  },
): Promise<string | undefined> {
  if (target === 'ressenti') {
    const found = world.ressentis.find(({ id }) => id === targetId)
    return found && (found.comment ?? '')
  }
  // Nobody's words: what is moderated is whether its answers count.
  if (target === 'presentation')
    return (await store.consultation.entries(target, targetId)).length > 0 ? '' : undefined
  const all = await store.consultation.entries(target)
  return all.find(({ body }) => body.id === targetId)?.body.text
}
