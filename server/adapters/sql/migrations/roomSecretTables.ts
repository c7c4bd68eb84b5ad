// What only the server knows of a room, and what remains to be done after a decision.

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table room_secrets (
    room_id text not null references rooms (id) on delete cascade, slice text not null, value text not null,
    primary key (room_id, slice))`,
  `create table room_effects (
    id text primary key, room_id text not null references rooms (id) on delete cascade, slice text not null,
    kind text not null, input text not null, version bigint not null, place bigint not null)`,
  'create index room_effects_by_room on room_effects (room_id)',
]

export const roomSecretTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
