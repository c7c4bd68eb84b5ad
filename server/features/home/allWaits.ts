// What waits for a person in every part of the product.
import { adminWaits } from '#server/features/admin/waits.ts'
import { assemblyWaits } from '#server/features/assembly/waits.ts'
import { consultationWaits } from '#server/features/consultation/waits.ts'
import { convergenceWaits } from '#server/features/convergence/waits.ts'
import { groupWaits } from '#server/features/group/waits.ts'
import { instructionWaits } from '#server/features/instruction/waits.ts'
import { libraryWaits } from '#server/features/library/waits.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { mostUrgent, type Waits } from '#shared/home/waits.ts'

/** One line for each part. */
const parts: readonly ((deps: Deps, account: Account) => Promise<readonly Waits[]>)[] = [
  assemblyWaits,
  consultationWaits,
  instructionWaits,
  convergenceWaits,
  libraryWaits,
  groupWaits,
  adminWaits,
]

/** Told at once on the home page. */
const most = 4

/** What one part cannot read does not take the home page away from anybody. */
export async function allWaits(deps: Deps, account: Account): Promise<readonly Waits[]> {
  const told = await Promise.allSettled(parts.map((part) => part(deps, account)))
  for (const one of told)
    if (one.status === 'rejected')
      deps.logger.error({ error: one.reason }, 'what waits for somebody could not be read')
  return mostUrgent(
    told.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    most,
  )
}
