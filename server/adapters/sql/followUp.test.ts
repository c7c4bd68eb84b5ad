// The follow-up's records on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { followUpContract } from '#server/testing/followUpContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  followUpContract(kind, async () => {
    const { write } = fresh.store.database
    for (const table of ['follow_up_acts', 'follows', 'follow_news_seen', 'past_imports'] as const)
      await write.deleteFrom(table).execute()
    return fresh.store
  })
})
