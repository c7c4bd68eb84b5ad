// A child process for tests: begins the migrations and is killed by itself in the middle of the last one.

import { sql } from 'kysely'
import { openDatabase } from '#server/adapters/sql/database.ts'
import { migrate, migrations } from '#server/adapters/sql/migrations/migrate.ts'

const [dataDir = '', databaseUrl] = process.argv.slice(2)
const database = await openDatabase({ dataDir, databaseUrl: databaseUrl || undefined })
await migrate(database, {
  ...migrations(database.kind),
  '9999-killed': {
    async up(db) {
      await sql`create table half_made (id text primary key)`.execute(db)
      process.kill(process.pid, 'SIGKILL')
      await new Promise(() => undefined)
    },
  },
})
