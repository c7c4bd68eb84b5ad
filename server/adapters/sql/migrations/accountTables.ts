// Accounts of people: profiles, roles, ways in, invitations, mails, the journal of acts, long links of rooms.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  'alter table accounts add column secretary_group_ids text',
  'alter table account_sessions add column id text',
  'alter table account_sessions add column device text',
  'alter table account_sessions add column started_at bigint',
  'alter table account_sessions add column seen_at bigint',
  `create table account_profiles (
    account_id text primary key references accounts (id) on delete cascade, email text unique, email_verified bigint not null,
    language text not null, issuer text, subject text, made_at bigint not null, erased_at bigint, unique (issuer, subject))`,
  `create table account_grants (
    id text primary key, account_id text not null references accounts (id) on delete cascade, role text not null, scope text,
    from_at bigint not null, until_at bigint, given_by text not null, given_at bigint not null)`,
  'create index account_grants_by_account on account_grants (account_id)',
  `create table sign_in_links (
    hash text primary key, account_id text not null references accounts (id) on delete cascade, browser_hash text not null,
    made_at bigint not null, expires_at bigint not null, taken_at bigint)`,
  'create index sign_in_links_by_account on sign_in_links (account_id)',
  `create table sign_on_tries (
    browser_hash text primary key, state text not null, nonce text not null, verifier text not null, expires_at bigint not null,
    issuer text, subject text, account_id text references accounts (id) on delete cascade)`,
  `create table invitations (
    id text primary key, hash text not null unique, name text not null, email text, person_id text, roles text not null,
    language text not null, made_by text not null, made_at bigint not null, expires_at bigint not null, used_at bigint,
    revoked_at bigint)`,
  `create table mails (
    id text primary key, recipient text not null, account_id text, language text not null, subject text not null, body text,
    html text, made_at bigint not null, expires_at bigint not null, sent_at bigint, tries bigint not null,
    next_try_at bigint not null, problem text)`,
  'create index mails_by_account on mails (account_id)',
  `create table acts (
    seq bigint primary key, at bigint not null, made_by text not null, act text not null, about text, details text not null,
    hash text not null)`,
  'create index acts_by_maker on acts (made_by)',
  'create index acts_by_subject on acts (about)',
  'create table acts_head (id bigint primary key, seq bigint not null, hash text not null)',
  "insert into acts_head (id, seq, hash) values (1, 0, '')",
  `create table room_links (
    room_id text primary key references rooms (id) on delete cascade, generation bigint not null, hash text not null unique,
    code_until bigint)`,
]

export const accountTables = (): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})
