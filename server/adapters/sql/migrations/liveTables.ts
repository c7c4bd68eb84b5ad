// Documents, people, rooms, files and settings.
import { type Kysely, sql } from 'kysely'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'

const statements = (bytes: 'blob' | 'bytea'): readonly string[] => [
  `create table documents (
    id bigint primary key, name text not null unique, generation bigint not null, head_seq bigint not null,
    head_hash ${bytes} not null, clients_digest ${bytes} not null, log_bytes bigint not null, created_at bigint not null)`,
  'create table document_generations (name text primary key, generation bigint not null, live bigint not null)',
  `create table document_log (
    document bigint not null references documents (id) on delete cascade, seq bigint not null, author text not null,
    at bigint not null, bytes ${bytes} not null, hash ${bytes} not null, primary key (document, seq))`,
  `create table document_snapshots (
    document bigint not null references documents (id) on delete cascade, seq bigint not null, state ${bytes} not null,
    log_hash ${bytes} not null, checksum ${bytes} not null, primary key (document, seq))`,
  `create table document_clients (
    document bigint not null references documents (id) on delete cascade, client bigint not null, participant text not null,
    primary key (document, client))`,

  `create table accounts (
    id text primary key, person_id text not null, display_name text not null, standing text not null,
    group_ids text not null, facilitates_group_ids text not null)`,
  `create table account_sessions (
    hash text primary key, account_id text not null references accounts (id) on delete cascade, expires_at bigint not null)`,
  'create index account_sessions_by_account on account_sessions (account_id)',

  `create table rooms (
    id text primary key, code text not null unique, title text not null, kind text not null, group_ids text not null,
    spaces text not null, door_open bigint not null, session_id text)`,
  `create table room_states (
    room_id text primary key references rooms (id) on delete cascade, version bigint not null, state text not null)`,
  `create table journal (
    room_id text not null references rooms (id) on delete cascade, command_id text not null, version bigint not null,
    command text not null, participant_id text not null, input text, answer text, at bigint not null,
    primary key (room_id, command_id))`,
  'create unique index journal_by_version on journal (room_id, version)',
  `create table participants (
    id text primary key, room_id text not null references rooms (id) on delete cascade, name text not null,
    presence text not null, standing text not null, role text not null, group_ids text not null, headcount bigint not null,
    seats text not null, epoch bigint not null, removed bigint not null,
    account_id text references accounts (id) on delete set null, device_hash text,
    unique (room_id, device_hash), unique (room_id, account_id))`,
  'create index participants_by_account on participants (account_id)',

  `create table files (
    id text primary key, room_id text not null, mime text not null, bytes bigint not null, width bigint not null,
    height bigint not null, uploaded_by text not null, sha256 text not null)`,
  'create index files_by_room on files (room_id)',
  'create table settings (key text primary key, value text not null)',
]

export const liveTables = (kind: DatabaseKind) => ({
  // Migrations run against a schema that is not yet what the code's types say.
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements(kind === 'sqlite' ? 'blob' : 'bytea'))
      await sql.raw(statement).execute(db)
  },
})
