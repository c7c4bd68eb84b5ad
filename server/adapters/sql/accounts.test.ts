// Accounts, acts and mails on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { accountsContract } from '#server/testing/accountsContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  accountsContract(kind, async () => {
    const { write } = fresh.store.database
    for (const table of ['rooms', 'accounts', 'invitations', 'mails', 'acts', 'sign_on_tries'] as const)
      await write.deleteFrom(table).execute()
    await write.updateTable('acts_head').set({ seq: 0, hash: '' }).execute()
    return fresh.store
  })
})
