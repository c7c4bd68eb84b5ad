// The notices on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { noticesContract } from '#server/testing/noticesContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

const accountIds = ['acc-1', 'acc-2'] as const

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
    for (const id of accountIds)
      await fresh.store.people.saveAccount({
        ...{ id, personId: id, displayName: id, standing: 'member', groupIds: [], facilitatesGroupIds: [] },
      })
  })
  afterAll(() => fresh.close())

  noticesContract(kind, async () => {
    const { database, notices } = fresh.store
    for (const table of ['notice_states', 'notice_happenings'] as const)
      await database.write.deleteFrom(table).execute()
    return { port: notices, accountIds, close: async () => undefined }
  })
})
