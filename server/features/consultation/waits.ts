// What the public debate waits for: texts of which something was felt, to be amended or kept by whoever leads their group.
import {
  type ConsultationDeps,
  consultationWorld,
  ressentisOf,
} from '#server/features/consultation/consultationWorld.ts'
import type { Account } from '#server/ports/people.ts'
import { mayDecideFor } from '#shared/consultation/consultationRights.ts'
import type { Ressenti } from '#shared/cycle/cycleFile.ts'
import type { Waits } from '#shared/home/waits.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export async function consultationWaits(deps: ConsultationDeps, account: Account): Promise<readonly Waits[]> {
  if (account.facilitatesGroupIds.length === 0) return []
  const world = await consultationWorld(deps)
  const [kept, decisions, made] = await Promise.all([
    deps.store.consultation.entries('kept'),
    deps.store.cycle.decisions({ before: world.today }),
    deps.store.consultation.ressentis(),
  ])
  const versionSeen = new Map(made.map(({ id, version }) => [id, version]))
  const waiting = world.texts.filter((text) => {
    const { groupIds, id } = text.recommendation
    if (!mayDecideFor(account, groupIds)) return false
    if (decisions.some(({ recommendationId }) => recommendationId === id)) return false
    if (kept.some(({ body, subjectId }) => subjectId === id && body.fingerprint === text.fingerprint))
      return false
    return ressentisOf(world, id).some((one) => isOfVersion(one, text, versionSeen.get(one.id)))
  })
  const [first] = waiting
  if (!first) return []
  return [
    {
      ...{ text: 'consultation:waits.decide', count: waiting.length, subject: first.recommendation.title },
      day: world.days.closesOn !== null && world.days.closesOn >= world.today ? world.days.closesOn : null,
      page:
        waiting.length === 1
          ? `/consultation/${encodeURIComponent(first.recommendation.id)}`
          : '/consultation?mine=1',
    },
  ]
}

/** What was felt of a version before this one has had its answer: this version. An imported one has its day alone. */
const isOfVersion = ({ date }: Ressenti, text: PublishedVersion, seen: number | undefined): boolean =>
  seen === undefined ? text.cause === 'import' && date >= text.date : seen === text.version
