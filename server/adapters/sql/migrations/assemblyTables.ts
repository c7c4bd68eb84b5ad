// Assemblies: where everybody looks, questions, and votes that keep who voted apart from what was voted.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'

/** In the embedded store a table of its own key has no hidden row numbers, which would tell in which order people and papers came. */
const unnumbered = (kind: DatabaseKind): string => (kind === 'sqlite' ? ' without rowid' : '')

const statements = (kind: DatabaseKind): readonly string[] => [
  'create table assembly_states (assembly_id text primary key, revision bigint not null, screen text not null)',
  `create table assembly_notes (
    assembly_id text not null, slide_id text not null, text text not null, primary key (assembly_id, slide_id))`,
  `create table assembly_questions (
    id text primary key, assembly_id text not null, text text not null, name text not null, asked_by text not null,
    at bigint not null)`,
  'create index assembly_questions_by_assembly on assembly_questions (assembly_id)',
  `create table assembly_question_acts (
    question_id text not null references assembly_questions (id) on delete cascade, place bigint not null, state text not null,
    note text not null, by_name text not null, at bigint not null, primary key (question_id, place))`,
  `create table assembly_supports (
    question_id text not null references assembly_questions (id) on delete cascade, supported_by text not null,
    primary key (question_id, supported_by))`,
  `create table assembly_ballots (
    id text primary key, assembly_id text not null, version bigint not null, place bigint not null, state text not null,
    body text not null)`,
  `create table assembly_ballot_acts (
    ballot_id text not null, version bigint not null, act text not null, done_by text not null, at bigint not null,
    primary key (ballot_id, version))`,
  `create table assembly_voters (
    ballot_id text not null, voter_id text not null, primary key (ballot_id, voter_id))${unnumbered(kind)}`,
  `create table assembly_counts (
    ballot_id text not null, paper text not null, count bigint not null, weight bigint not null,
    primary key (ballot_id, paper))${unnumbered(kind)}`,
  `create table assembly_open_papers (
    ballot_id text not null, voter_id text not null, name text not null, paper text not null, weight bigint not null,
    primary key (ballot_id, voter_id))`,
]

export const assemblyTables = (kind: DatabaseKind): Migration => ({
  async up(db) {
    for (const statement of statements(kind)) await sql.raw(statement).execute(db)
  },
})
