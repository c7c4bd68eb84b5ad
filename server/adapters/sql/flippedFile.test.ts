// One byte changed anywhere in the embedded store's file: what is read is what was written, or reading fails. Never anything else.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { type Database, storeFile } from '#server/adapters/sql/database.ts'
import { sqlDocumentLog } from '#server/adapters/sql/documentLog.ts'
import { openStore } from '#server/adapters/sql/openStore.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { localDriver } from '#server/adapters/sql/sqliteConnection.ts'
import { sqliteDialect } from '#server/adapters/sql/sqliteDialect.ts'
import { DamagedLog, type KeptDocument } from '#server/ports/documentLog.ts'
import { freshPlace } from '#server/testing/stores.ts'

const rounds = 250
const names = ['drafts/a', 'whiteboard/b']

/** The same bytes in every run: mulberry32. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function writeStore(dataDir: string): Promise<(KeptDocument | undefined)[]> {
  const { documentLog, close } = await openStore({ dataDir })
  const next = random(1)
  for (const name of names) {
    await documentLog.create(name)
    for (let i = 1; i <= 60; i++) {
      const update = Uint8Array.from({ length: 40 + Math.floor(next() * 300) }, () => next() * 256)
      await documentLog.append(name, [{ author: `p${i % 4}`, update }], new Map([[i % 4, `p${i % 4}`]]))
      // The second document has no snapshot: all its rows count.
      if (i % 25 === 0 && name === 'drafts/a')
        await documentLog.saveSnapshot(name, { seq: i, state: new Uint8Array(2_000).fill(i) })
    }
  }
  const honest = await Promise.all(names.map((name) => documentLog.load(name)))
  await close()
  return honest
}

/** What each document gives when only the file is there to be read. */
async function readStore(file: string): Promise<unknown[]> {
  const reader = new SqliteDatabase(file, { readonly: true })
  const read = new Kysely<Schema>({ dialect: sqliteDialect(() => localDriver(reader)) })
  const log = sqlDocumentLog({ kind: 'sqlite', read } as Database) // loading only reads
  const loaded = await Promise.all(names.map((name) => log.load(name).catch((error: unknown) => error)))
  reader.close()
  return loaded
}

/** A document that fell back to an older snapshot says the same in more rows. */
const says = (kept: KeptDocument): unknown => ({
  ...kept,
  snapshot: kept.snapshot?.seq,
  rows: kept.rows.at(-1),
})

test(`${rounds} changed bytes, one at a time`, async () => {
  const place = await freshPlace('sqlite')
  const honest = await writeStore(place.settings.dataDir)
  const bytes = readFileSync(storeFile(place.settings.dataDir))
  // Most of a young store is empty pages.
  const written = [...bytes.keys()].filter((at) => bytes[at] !== 0)
  const copy = join(place.settings.dataDir, 'flipped.sqlite')
  const next = random(2)
  let found = 0
  for (let round = 0; round < rounds; round++) {
    const at = written[Math.floor(next() * written.length)] ?? 0
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(next() * 8))
    writeFileSync(copy, flipped)
    const loaded = await readStore(copy).catch((error: unknown) => [error, error])
    for (const [index, outcome] of loaded.entries()) {
      if (outcome instanceof Error) {
        if (outcome instanceof DamagedLog) found++
        continue
      }
      const kept = outcome as KeptDocument | undefined // what `load` gives when it does not throw
      const expected = honest[index]
      expect(kept, `byte ${at}`).toBeDefined()
      if (!kept || !expected) continue
      const fellBack = kept.snapshot?.seq !== expected.snapshot?.seq
      if (fellBack) found++
      expect(
        fellBack ? { ...(says(kept) as object), snapshot: expected.snapshot?.seq } : kept,
        `byte ${at}`,
      ).toEqual(fellBack ? says(expected) : expected)
    }
  }
  place.remove()
  // Otherwise the bytes were changed where nobody looks.
  expect(found).toBeGreaterThan(rounds / 20)
})
