// The library's entries on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { libraryContract } from '#server/testing/libraryContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  libraryContract(kind, async () => {
    await fresh.store.database.write.deleteFrom('library_entries').execute()
    return fresh.store
  })
})
