// How the source groups voted on what became a recommendation: on the list that they handed over, and on texts adopted together.
import type { KeptHandover } from '#server/ports/handovers.ts'
import type { KeptVersion } from '#server/ports/versions.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { SpokenConsent } from '#shared/adoption/adoptionState.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import type { GroupVote } from '#shared/instruction/instructionAnswers.ts'

export interface VotesHere {
  readonly handovers: readonly KeptHandover[]
  readonly versions: ReadonlyMap<string, KeptVersion>
}

/** Lists that stand on the day that is looked from, with the joint texts in them. */
export async function readVotes({ store }: Pick<Deps, 'store'>, today: string): Promise<VotesHere> {
  const handovers = (await store.handovers.standingHandovers()).filter(({ date }) => date <= today)
  const ids = handovers.flatMap(({ body }) => body.texts.flatMap(({ versionId }) => versionId ?? []))
  const versions = await Promise.all([...new Set(ids)].map((id) => store.versions.version(id)))
  return {
    handovers,
    versions: new Map(versions.flatMap((one) => (one && !one.withdrawn ? [[one.id, one]] : []))),
  }
}

/** What was said stays with the group, with its names: a board reads how many said what. */
export function votesOn(
  { provenance }: Pick<Recommendation, 'provenance'>,
  { handovers, versions }: VotesHere,
): GroupVote[] {
  const from = new Set(provenance.map(({ draftId }) => draftId))
  const found = handovers.flatMap(({ body, date, groupId, id }): GroupVote[] => {
    const texts = body.texts.filter(
      ({ draft, draftId }) => from.has(draftId) || from.has(draft.shortDraftId ?? ''),
    )
    if (texts.length === 0) return []
    const { consent, facilitators, members } = body.signatures
    const signed = new Set([...members, ...facilitators]).size
    return [
      vote(consent, { id, groupId, date, about: 'list', signed }),
      ...texts.flatMap(({ versionId }) => jointVotes(versions.get(versionId ?? ''))),
    ]
  })
  // Groups that adopted a text together each handed it over.
  return [...new Map(found.map((one) => [`${one.id}/${one.groupId}`, one])).values()]
}

function jointVotes(version: KeptVersion | undefined): GroupVote[] {
  if (!version) return []
  const { credits } = version.body
  return credits.groups.flatMap(({ consent, id: groupId, members }) =>
    consent
      ? [
          vote(consent, {
            ...{ id: version.id, groupId, date: version.date, about: 'text', signed: members.length },
          }),
        ]
      : [],
  )
}

const vote = (
  { counts, outcome, rule, voices }: SpokenConsent,
  about: Pick<GroupVote, 'id' | 'groupId' | 'date' | 'about' | 'signed'>,
): GroupVote => ({ ...about, rule: rule.kind, outcome, counts, voices })
