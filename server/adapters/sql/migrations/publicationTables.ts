// Recommendations that were published or changed here.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table recommendation_versions (
    recommendation_id text not null, version bigint not null, fingerprint text not null, body text not null,
    primary key (recommendation_id, version))`,
]

export const publicationTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
