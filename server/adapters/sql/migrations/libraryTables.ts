// What people add to the library, entry after entry.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // What is said of a group goes with its room.
  `create table library_entries (
    kind text not null, subject text not null, version bigint not null, group_id text,
    room_id text references rooms (id) on delete cascade, body text not null, day text not null, at bigint not null,
    by text not null, by_name text not null, primary key (kind, subject, version))`,
  'create index library_entries_by_group on library_entries (kind, group_id)',
]

export const libraryTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
