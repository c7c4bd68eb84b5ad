// Invitations to joint sessions on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { jointRecordsContract } from '#server/testing/jointRecordsContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  jointRecordsContract(kind, async () => {
    await fresh.store.database.write.deleteFrom('joint_invitations').execute()
    await fresh.store.database.write.deleteFrom('rooms').execute()
    return fresh.store
  })
})
