// Lists that groups handed over, with their rooms.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table handovers (
    id text primary key, room_id text not null references rooms (id) on delete cascade, group_id text not null,
    number bigint not null, outcome text not null, text_count bigint not null, fingerprint text not null, at bigint not null,
    date text not null, body text not null, taken_back_at bigint, taken_back_by text, taken_back_reason text)`,
  'create index handovers_by_group on handovers (group_id)',
]

export const handoverTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
