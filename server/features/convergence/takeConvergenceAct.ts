// Carries out what somebody does to the convergence: gather, decide, keep; who was first at the same instant is followed by the other.

import { convergedDocument, keepVersions } from '#server/features/convergence/convergedDocument.ts'
import {
  askedGroups,
  type ConvergenceDeps,
  type ConvergenceGround,
  convergenceGround,
} from '#server/features/convergence/convergencePage.ts'
import { readTogether } from '#server/features/convergence/togetherRoom.ts'
import type { Account } from '#server/ports/people.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { randomId } from '#shared/contract/ids.ts'
import type { Result } from '#shared/contract/result.ts'
import { converge } from '#shared/convergence/convergence.ts'
import type { ConvergenceAct, PublishInput } from '#shared/convergence/convergenceActs.ts'
import type { ConvergenceState } from '#shared/convergence/convergenceState.ts'
import { mayWriteConvergence, reviewsFor } from '#shared/convergence/mayConverge.ts'
import { publish } from '#shared/convergence/publishing.ts'

/** Tries against others who act at the same instant: an act on something else never gets in the way. */
const tries = 12

/** Null when it was done, else why not. @throws HttpProblem 401, 403 */
export async function takeConvergenceAct(
  deps: ConvergenceDeps,
  account: Account | undefined,
  act: ConvergenceAct,
): Promise<string | null> {
  mayDo(account, act)
  return settle(deps, account, {
    deed: act,
    decide(ground) {
      if (act.act === 'review' && askedGroups(ground, act.itemId, reviewsFor(account)).length === 0)
        // An item of other groups answers like one that does not exist.
        throw new HttpProblem('not-found')
      const { state, texts, themes } = ground
      const by = { id: account.id, name: account.displayName }
      return converge(state, act, { texts, themes, by, at: deps.now(), newId: randomId })
    },
  })
}

/** @throws HttpProblem 401, 403 */
export async function publishConvergence(
  deps: ConvergenceDeps,
  account: Account | undefined,
  { knowing }: PublishInput,
): Promise<string | null> {
  mayDo(account, { act: 'publish' })
  const stillWritten = await changedTogether(deps)
  const refused = await settle(deps, account, {
    deed: { act: 'publish', knowing },
    decide({ state, texts, today: date }) {
      const made = publish(state, {
        ...{ texts, knowing, stillWritten, byName: account.displayName, at: deps.now(), date },
      })
      return made.ok ? { ok: true, value: { ...state, published: made.value } } : made
    },
  })
  const ground = await convergenceGround(deps)
  if (ground?.state.published) await keepVersions(deps, ground.state.published)
  return refused
}

/** [CV14] Items whose text people are still writing together. */
async function changedTogether(deps: ConvergenceDeps): Promise<readonly string[]> {
  const ground = await convergenceGround(deps)
  if (!ground || !deps.lane || ground.state.published) return []
  const together = await readTogether({ lane: deps.lane }, ground.cycleId, ground.state)
  return Object.keys(together).filter((id) => together[id] === 'changed')
}

/** @throws HttpProblem 401, 403 */
function mayDo(account: Account | undefined, { act }: { act: string }): asserts account is Account {
  if (!account) throw new HttpProblem('not-signed-in')
  const allowed = act === 'review' ? reviewsFor(account).length > 0 : mayWriteConvergence(account)
  if (!allowed) throw new HttpProblem('not-allowed')
}

interface Deed {
  readonly deed: object
  readonly decide: (ground: ConvergenceGround) => Result<ConvergenceState>
}

async function settle(
  deps: ConvergenceDeps,
  account: Account,
  { decide, deed }: Deed,
): Promise<string | null> {
  for (let n = 0; n < tries; n++) {
    const ground = await convergenceGround(deps)
    if (!ground || ground.texts.length === 0) return 'nothingHandedOver'
    // A document that came with a file is published already.
    if (await convergedDocument(deps, { before: ground.today })) return 'published'
    const decided = decide(ground)
    if (!decided.ok) return decided.error.reason
    if (decided.value === ground.state) return null
    const outcome = await deps.store.convergence.saveConvergence(ground.cycleId, ground.version, {
      state: decided.value,
      deed: { act: deed, by: account.id, byName: account.displayName, at: deps.now() },
    })
    if (outcome === 'saved') return null
  }
  throw new HttpProblem('not-ready')
}
