// `npm run restore -- FOLDER`: puts a backup in the place of the store, which stands aside; refuses what is damaged or newer.
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { restorePostgres } from '#server/adapters/sql/copyPostgres.ts'
import { replaceStore } from '#server/adapters/sql/copySqlite.ts'
import { openDatabase, storeFile } from '#server/adapters/sql/database.ts'
import { migrate, migrations } from '#server/adapters/sql/migrations/migrate.ts'
import { type Manifest, putBeside, readBackup, storeParts } from '#server/features/backup/backupFolder.ts'
import { backupWords } from '#server/launch/backupWords.ts'

const words = backupWords(process.env)
const dataDir = resolve(process.env['DATA_DIR'] || './data')
const databaseUrl = process.env['DATABASE_URL'] || undefined

async function run(): Promise<void> {
  const [asked, ...rest] = process.argv.slice(2)
  if (asked === undefined || rest.length > 0 || asked.startsWith('-')) throw new Error(words.restoreUsage)
  const folder = resolve(asked)
  const backup = await readBackup(folder)
  const kind = databaseUrl === undefined ? 'sqlite' : 'postgres'
  if (backup.kind !== kind) throw new Error(words.otherKind(backup.kind))
  if (!(backup.schema in migrations(kind))) throw new Error(words.newer(backup.schema))
  const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '')
  const aside = join(dataDir, `before-restore-${stamp}`)
  const source = join(folder, storeParts[kind])
  const moved = await replaceStore(dataDir, aside, async () => {
    if (databaseUrl === undefined) await cp(source, storeFile(dataDir))
    else await intoPostgres(source, backup, `before_restore_${stamp}`)
    await putBeside(folder, dataDir)
  })
  const kept = databaseUrl === undefined ? aside : `before_restore_${stamp}`
  process.stdout.write(
    `${words.restored({ madeAt: backup.madeAt, kept, any: moved.length > 0 || kind === 'postgres' })}\n`,
  )
}

/** In the shape that the copy has; the next start of the server brings it to today's. */
async function intoPostgres(source: string, { schema }: Manifest, aside: string): Promise<void> {
  const url = databaseUrl ?? ''
  const known = Object.entries(migrations('postgres')).filter(([name]) => name <= schema)
  await restorePostgres(url, source, {
    aside,
    async makeTables() {
      const database = await openDatabase({ dataDir, databaseUrl: url })
      try {
        await migrate(database, Object.fromEntries(known))
      } finally {
        await database.close()
      }
    },
  })
}

process.exitCode = await run().then(
  () => 0,
  (error: unknown) => {
    process.stderr.write(`${words.failure(error)}\n`)
    return 1
  },
)
