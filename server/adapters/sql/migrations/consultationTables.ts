// The public debate: ressentis, what is written down one line after the other, who comes and which phones were let in.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table consultation_ressentis (
    id text not null primary key, recommendation_id text not null, voter text not null, day text not null,
    at bigint not null, body text not null, unique (recommendation_id, voter, day))`,
  `create table consultation_entries (
    kind text not null, subject_id text not null, n bigint not null, at bigint not null, body text not null,
    primary key (kind, subject_id, n))`,
  `create table consultation_comings (
    presentation_id text not null, author text not null, name text not null, place bigint not null,
    primary key (presentation_id, author))`,
  `create table consultation_devices (
    presentation_id text not null, device text not null, place bigint not null,
    primary key (presentation_id, device))`,
]

export const consultationTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
