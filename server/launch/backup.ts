// `npm run backup [-- FOLDER]`: the whole store, its pictures and its secret in a folder, also while a server runs.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyPostgres, schemaOfPostgres } from '#server/adapters/sql/copyPostgres.ts'
import { copySqlite, schemaOfSqlite } from '#server/adapters/sql/copySqlite.ts'
import { makeBackup } from '#server/features/backup/backupFolder.ts'
import { backupWords } from '#server/launch/backupWords.ts'

const words = backupWords(process.env)

async function run(): Promise<void> {
  const [asked, ...rest] = process.argv.slice(2)
  if (rest.length > 0 || asked?.startsWith('-')) throw new Error(words.backupUsage)
  const dataDir = resolve(process.env['DATA_DIR'] || './data')
  const url = process.env['DATABASE_URL'] || undefined
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const folder = resolve(asked ?? join(dataDir, 'backups', `faire-ensemble-${stamp}`))
  mkdirSync(join(folder, '..'), { recursive: true })
  const { parts, schema } = await makeBackup(folder, {
    ...{ dataDir, kind: url === undefined ? 'sqlite' : 'postgres' },
    async fill(target) {
      if (url === undefined) copySqlite(dataDir, target)
      else await copyPostgres(url, target)
      return url === undefined ? schemaOfSqlite(target) : await schemaOfPostgres(url)
    },
  })
  const bytes = parts.reduce((sum, { size }) => sum + size, 0)
  process.stdout.write(`${words.saved({ folder, bytes, parts: parts.length, schema })}\n`)
}

process.exitCode = await run().then(
  () => 0,
  (error: unknown) => {
    process.stderr.write(`${words.failure(error)}\n`)
    return 1
  },
)
