// The convergence of each cycle and its deeds.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  'create table convergences (cycle_id text primary key, version bigint not null, body text not null)',
  `create table convergence_deeds (
    cycle_id text not null, version bigint not null, act text not null, by text not null, by_name text not null,
    at bigint not null, primary key (cycle_id, version))`,
]

export const convergenceTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
