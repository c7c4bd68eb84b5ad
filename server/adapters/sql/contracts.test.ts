// Every port's contract on both databases.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import { tableKeys } from '#server/adapters/sql/cycle/tableKeys.ts'
import type { Store } from '#server/adapters/sql/openStore.ts'
import { consultationContract } from '#server/testing/consultationContract.ts'
import { convergenceContract } from '#server/testing/convergenceContract.ts'
import { cycleContract } from '#server/testing/cycleContract.ts'
import { cycleMomentsContract } from '#server/testing/cycleMomentsContract.ts'
import { documentLogContract, type OpenPort } from '#server/testing/documentLogContract.ts'
import { filesContract, settingsContract } from '#server/testing/filesContract.ts'
import { peopleContract, roomsOfPeople } from '#server/testing/peopleContract.ts'
import { publicationsContract } from '#server/testing/publicationsContract.ts'
import { roomsContract } from '#server/testing/roomsContract.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'

const tables = [
  'document_generations',
  'documents',
  'participants',
  'accounts',
  'rooms',
  'files',
  'settings',
] as const

/** One store serves all tests of a database: opening one for each would take most of the time. */
async function empty({ database }: Store): Promise<void> {
  await database.write.transaction().execute(async (db) => {
    for (const table of tables) await db.deleteFrom(table).execute()
    for (const table of tableKeys.keys()) await sql`delete from ${sql.table(table)}`.execute(db)
  })
}

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())

  const opening =
    <Port>(pick: (store: Store) => Port, prepare: (store: Store) => Promise<void> = async () => undefined) =>
    async (): Promise<OpenPort<Port>> => {
      await empty(fresh.store)
      await prepare(fresh.store)
      return { port: pick(fresh.store), close: async () => undefined }
    }

  const makeRooms = async ({ rooms }: Store) => {
    const room = { kind: 'group', groupIds: [], spaces: [], doorOpen: true, sessionId: null } as const
    for (const id of roomsOfPeople) await rooms.saveRoom({ ...room, id, code: id, title: id })
  }

  documentLogContract(
    kind,
    opening(({ documentLog }) => documentLog),
  )
  roomsContract(
    kind,
    opening(({ rooms }) => rooms),
  )
  peopleContract(
    kind,
    opening(({ people }) => people, makeRooms),
  )
  filesContract(
    kind,
    opening(({ files }) => files),
  )
  cycleContract(
    kind,
    opening(({ cycle }) => cycle),
  )
  cycleMomentsContract(
    kind,
    opening(({ cycle }) => cycle),
  )
  publicationsContract(
    kind,
    opening(({ publications }) => publications),
  )
  convergenceContract(
    kind,
    opening(({ convergence }) => convergence),
  )
  consultationContract(
    kind,
    opening(({ consultation }) => consultation),
  )
  settingsContract(
    kind,
    opening(({ settings }) => settings),
  )
})
