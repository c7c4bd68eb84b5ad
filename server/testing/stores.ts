// A fresh, empty store on each database, for tests: with the embedded store in a folder of its own, with PostgreSQL in a database of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { DatabaseSettings } from '#server/adapters/sql/database.ts'
import { openStore, type Store } from '#server/adapters/sql/openStore.ts'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'
import { newDatabase } from '#server/testing/postgres.ts'
import '#server/testing/globalSetup.ts'

export const databaseKinds: readonly DatabaseKind[] = ['sqlite', 'postgres']

export interface FreshPlace {
  readonly settings: DatabaseSettings
  /** After every store in it was closed. */
  remove(): void
}

/** Somewhere for stores to be opened, several times over. */
export async function freshPlace(kind: DatabaseKind): Promise<FreshPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'faire-ensemble-store-'))
  const databaseUrl = kind === 'postgres' ? await newDatabase(inject('postgresUrl')) : undefined
  return {
    settings: { dataDir, databaseUrl },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

export interface FreshStore {
  readonly store: Store
  close(): Promise<void>
}

export async function freshStore(kind: DatabaseKind): Promise<FreshStore> {
  const place = await freshPlace(kind)
  const store = await openStore(place.settings)
  return {
    store,
    async close() {
      await store.close()
      place.remove()
    },
  }
}
