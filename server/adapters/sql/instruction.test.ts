// The boards' records on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { instructionContract } from '#server/testing/instructionContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  instructionContract(kind, async () => {
    const { write } = fresh.store.database
    for (const table of ['instruction_acts', 'instruction_own', 'recommendation_versions'] as const)
      await write.deleteFrom(table).execute()
    return fresh.store
  })
})
