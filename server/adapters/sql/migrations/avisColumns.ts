// The version of the text that an avis was given on.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const avisColumns = (): Migration => ({
  async up(db) {
    await sql
      .raw('alter table instruction_own add column avis_version integer not null default 1')
      .execute(db)
  },
})
