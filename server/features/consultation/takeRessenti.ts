// Takes what a browser felt of a published text: whether it is open, whether this address still counts, then kept once.
import type {
  ConsultationDeps,
  ConsultationWorld,
  FeltHere,
} from '#server/features/consultation/consultationWorld.ts'
import type { DayCounter } from '#server/features/consultation/feelingLimits.ts'
import { runningStep } from '#server/features/consultation/presentations.ts'
import { feltDay, presenceDigest, voterDigest } from '#server/features/consultation/voter.ts'
import type { RessentiInput } from '#shared/consultation/consultationInputs.ts'
import { randomId } from '#shared/contract/ids.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

export interface Feeler {
  readonly token: string
  readonly address: string
  readonly limits: DayCounter
}

export async function takeRessenti(
  deps: ConsultationDeps,
  {
    input,
    text,
    world,
  }: { readonly world: ConsultationWorld; readonly text: PublishedVersion; readonly input: RessentiInput },
  { address, limits, token }: Feeler,
): Promise<Result<FeltHere>> {
  const { id: recommendationId } = text.recommendation
  if (world.days.status !== 'open') return refuse('wrong-state', 'consultation.closed')
  if (!isKnown(world, input)) return refuse('bad-input', 'consultation.unknown')
  const inTheRoom = input.live !== null && (await isShownTo(deps, input.live, { token, recommendationId }))
  const day = feltDay(deps.now())
  const voter = voterDigest(token, recommendationId, day)
  const { consultation } = deps.store
  const [before] = await consultation.ressentis({ recommendationId, voter })
  const counts = !before && !inTheRoom
  if (counts && !limits.has(address, recommendationId, day)) return refuse('too-many', 'consultation.address')
  // Before the first wait: of three hundred at the same instant five count.
  if (counts) limits.count(address, recommendationId, day)
  const { comment, entityId, feeling, groupId, inGroup } = input
  const presentationId = inTheRoom ? input.live : (before?.presentationId ?? null)
  const said = { feeling, comment, entityId, inGroup: inGroup || groupId !== null, groupId, presentationId }
  const felt = { id: before?.id ?? `res-${randomId()}`, recommendationId, day, date: world.today }
  const version = Math.min(input.version, text.version)
  await consultation.feel({ ...felt, ...said, voter, at: deps.now(), version })
  return ok({ ...felt, ...said, comment: comment === '' ? null : comment })
}

const isKnown = ({ entities, groups }: ConsultationWorld, { entityId, groupId }: RessentiInput): boolean =>
  (entityId === null || entities.some(({ id }) => id === entityId)) &&
  (groupId === null || groups.has(groupId))

/** [F3] This phone was let in, the presentation runs, and this text is or was on its wall. */
async function isShownTo(
  deps: ConsultationDeps,
  presentationId: string,
  { recommendationId, token }: { readonly token: string; readonly recommendationId: string },
): Promise<boolean> {
  const { consultation } = deps.store
  if (!(await runningStep(deps, presentationId))) return false
  if (!(await consultation.hasEntered(presentationId, presenceDigest(token, presentationId)))) return false
  const steps = await consultation.entries('step', presentationId)
  return steps.some(({ body }) => body.recommendationId === recommendationId)
}
