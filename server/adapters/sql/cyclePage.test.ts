// Registrations, marks and calendars on both databases.
import { afterAll, beforeAll, describe } from 'vitest'
import { cyclePageContract } from '#server/testing/cyclePageContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

const tables = [
  ...['comings', 'registration_names', 'session_places', 'cycle_marks', 'calendar_feeds', 'told_sessions'],
  'rooms',
] as const

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  cyclePageContract(kind, async () => {
    for (const table of tables) await fresh.store.database.write.deleteFrom(table as 'rooms').execute() // each is a table
    return fresh.store
  })
})
