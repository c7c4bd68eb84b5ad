// Remarks on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { remarksContract } from '#server/testing/remarksContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  remarksContract(kind, async () => {
    await fresh.store.database.write.deleteFrom('remark_looks').execute()
    await fresh.store.database.write.deleteFrom('rooms').execute()
    return fresh.store
  })
})
