// What the convergence asks of a person, said by the home page.

import { convergedDocument } from '#server/features/convergence/convergedDocument.ts'
import { type ConvergenceDeps, convergenceGround } from '#server/features/convergence/convergencePage.ts'
import type { Account } from '#server/ports/people.ts'
import { coverageOf, fateOf } from '#shared/convergence/coverage.ts'
import { mayWriteConvergence, reviewsFor } from '#shared/convergence/mayConverge.ts'
import { lacksOf } from '#shared/convergence/publishing.ts'
import { groupReviews } from '#shared/convergence/reviews.ts'
import type { Waits } from '#shared/home/waits.ts'

export const convergenceAddress = '/cycle/convergence'

export async function convergenceWaits(deps: ConvergenceDeps, account: Account): Promise<readonly Waits[]> {
  const reviewFor = reviewsFor(account)
  if (!mayWriteConvergence(account) && reviewFor.length === 0) return []
  const ground = await convergenceGround(deps)
  if (!ground || ground.texts.length === 0) return []
  if (await convergedDocument(deps, { before: ground.today })) return []
  const about = await deps.store.cycle.about({ before: ground.today })
  const day = about?.cycle.stages.find(({ end, start }) => start <= ground.today && ground.today <= end)?.end
  const wait = (key: string, count: number): Waits[] =>
    count === 0
      ? []
      : [{ text: `convergence:waits.${key}`, count, subject: '', day: day ?? null, page: convergenceAddress }]
  const { state, texts } = ground
  if (reviewFor.length > 0) {
    // Only what can be read through: an item without a summary is still being written.
    const asked = Object.values(state.items).filter(
      (item) =>
        item.summary !== '' &&
        groupReviews(state, texts, item).some(
          ({ groupId, verdict }) => verdict === 'none' && reviewFor.includes(groupId),
        ),
    )
    return wait('toReview', asked.length)
  }
  const { placed, total } = coverageOf(texts.map((text) => fateOf(state, texts, text)))
  if (placed < total) return wait('toPlace', total - placed)
  const { summaries } = lacksOf(state, texts)
  return summaries.length > 0 ? wait('toSummarise', summaries.length) : wait('toPublish', 1)
}
