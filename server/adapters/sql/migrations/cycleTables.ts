// Organisation, groups, meetings, recommendations, consultation, decisions. The SQL is the same on both databases.
import { type Kysely, sql } from 'kysely'
import type { DatabaseKind } from '#server/adapters/sql/scope.ts'

/** Checked at the end of the transaction: records refer to each other in circles, and an import writes them in any order. */
const to = (table: string): string => `references ${table} (id) deferrable initially deferred`

const record = (name: string, columns: string): string =>
  `create table ${name} (id text primary key, position bigint not null, ${columns}, extras text)`

/** Rows without an id of their own, at a place in their parent's list. */
const part = (name: string, parent: string, parentTable: string, columns: string): string =>
  `create table ${name} (${parent} text not null ${to(parentTable)}, position bigint not null, ${columns}, extras text,
    primary key (${parent}, position))`

/** A list of ids. */
const list = (name: string, parent: string, parentTable: string, value: string, valueTable: string): string =>
  `create table ${name} (${parent} text not null ${to(parentTable)}, ${value} text not null ${to(valueTable)},
    position bigint not null, primary key (${parent}, ${value}))`

const organisation = [
  record(
    'cycle_file',
    'format text not null, format_version bigint not null, language text not null, fictional bigint, disclaimer text',
  ),
  record('organisation', 'name text not null, short_name text, kind text, description text, languages text'),
  record(
    'entities',
    `name text not null, code text not null, country text, board_id text ${to('boards')}, legal_form text, languages text`,
  ),
  record('boards', `entity_id text not null ${to('entities')}, name text not null`),
  record(
    'board_members',
    `board_id text not null ${to('boards')}, display_name text not null, role text, category text, term_ends bigint, volunteer bigint`,
  ),
  record('team', `display_name text not null, entity_id text ${to('entities')}, role text`),
  record(
    'antennas',
    `name text not null, city text, country text, entity_id text ${to('entities')}, lat double precision, lon double precision`,
  ),
  record(
    'cycle',
    'name text not null, edition double precision, "start" text not null, "end" text not null, data_as_of text, current_stage text',
  ),
  part(
    'cycle_stages',
    'cycle_id',
    'cycle',
    'key text not null, name text not null, "start" text not null, "end" text not null, "order" double precision not null',
  ),
  part('cycle_milestones', 'cycle_id', 'cycle', 'date text not null, label text not null'),
  list('organisation_entities', 'organisation_id', 'organisation', 'entity_id', 'entities'),
]

const groups = [
  record(
    'themes',
    `"order" double precision not null, title text not null, question text, why_prioritised text, prioritised_by text,
    recommendation_count bigint, outcome_note text`,
  ),
  list('theme_jurisdictions', 'theme_id', 'themes', 'entity_id', 'entities'),
  list('theme_groups', 'theme_id', 'themes', 'group_id', 'groups'),
  list('theme_context_cards', 'theme_id', 'themes', 'context_card_id', 'context_cards'),
  record(
    'groups',
    `code text not null, name text not null, theme_id text not null ${to('themes')}, antenna_id text ${to('antennas')},
    online_only bigint, languages text, note text, delivered_recommendations bigint`,
  ),
  list('group_entities', 'group_id', 'groups', 'entity_id', 'entities'),
  list('group_partners', 'group_id', 'groups', 'partner_group_id', 'groups'),
  `create table group_members (group_id text not null ${to('groups')}, member_id text not null ${to('members')},
    position_in_group bigint, position_in_member bigint, facilitator_position bigint, primary key (group_id, member_id))`,
  'create index group_members_by_member on group_members (member_id)',
  record(
    'members',
    `display_name text not null, entity_id text ${to('entities')}, antenna_id text ${to('antennas')}, trade text,
    mode_preference text, language text, member_since bigint, distance_km double precision, is_facilitator bigint`,
  ),
]

const meetings = [
  record(
    'sessions',
    `date text not null, start_time text, duration_min double precision, mode text, joint bigint, subject text, tools text,
    attendance_room bigint not null, attendance_remote bigint not null`,
  ),
  'create index sessions_by_date on sessions (date)',
  `create table session_groups (session_id text not null ${to('sessions')}, group_id text not null ${to('groups')},
    position_in_session bigint, position_in_group bigint, number_in_group bigint, primary key (session_id, group_id))`,
  'create index session_groups_by_group on session_groups (group_id)',
  part(
    'session_group_attendance',
    'session_id',
    'sessions',
    `group_id text not null ${to('groups')}, room bigint not null, remote bigint not null`,
  ),
  list('session_antennas', 'session_id', 'sessions', 'antenna_id', 'antennas'),
  `create table session_attendance (session_id text not null ${to('sessions')}, member_id text not null ${to('members')},
    room_position bigint, remote_position bigint, primary key (session_id, member_id))`,
  record(
    'occasional_meetings',
    `antenna_id text ${to('antennas')}, theme_id text ${to('themes')}, note text`,
  ),
  part(
    'occasional_meeting_dates',
    'occasional_meetings_id',
    'occasional_meetings',
    'date text not null, mode text, attendance_room bigint not null, attendance_remote bigint not null, subject text',
  ),
  record(
    'context_cards',
    'kind text not null, title text not null, text text not null, source text, date text not null, fictional bigint',
  ),
  list('context_card_jurisdictions', 'context_card_id', 'context_cards', 'entity_id', 'entities'),
  list('context_card_themes', 'context_card_id', 'context_cards', 'theme_id', 'themes'),
]

const recommendations = [
  record(
    'drafts',
    `group_id text not null ${to('groups')}, session_id text ${to('sessions')}, date text not null, title text not null,
    text text not null, status text`,
  ),
  'create index drafts_by_group on drafts (group_id)',
  list('draft_authors', 'draft_id', 'drafts', 'member_id', 'members'),
  list('draft_recommendations', 'draft_id', 'drafts', 'recommendation_id', 'recommendations'),
  record(
    'recommendations',
    `code text, theme_id text not null ${to('themes')}, title text not null, summary text not null, constat text not null,
    proposition text not null, moyens text not null, kind text, maturity text, status text, updated_at text not null`,
  ),
  record(
    'nuances',
    `recommendation_id text not null ${to('recommendations')}, group_id text ${to('groups')}, type text not null, text text not null`,
  ),
  'create index nuances_by_recommendation on nuances (recommendation_id)',
  list('recommendation_jurisdictions', 'recommendation_id', 'recommendations', 'entity_id', 'entities'),
  list(
    'recommendation_context_cards',
    'recommendation_id',
    'recommendations',
    'context_card_id',
    'context_cards',
  ),
  list('recommendation_groups', 'recommendation_id', 'recommendations', 'group_id', 'groups'),
  part(
    'recommendation_provenance',
    'recommendation_id',
    'recommendations',
    `draft_id text not null ${to('drafts')}, group_id text not null ${to('groups')}, relation text not null`,
  ),
]

const consultation = [
  record(
    'presentations',
    `date text not null, start_time text, duration_min double precision, mode text, title text not null,
    attendance_room bigint not null, attendance_remote bigint not null, summary text`,
  ),
  part(
    'presentation_entity_attendance',
    'presentation_id',
    'presentations',
    `entity_id text not null ${to('entities')}, room bigint, remote bigint`,
  ),
  list('presentation_themes', 'presentation_id', 'presentations', 'theme_id', 'themes'),
  list('presentation_hosts', 'presentation_id', 'presentations', 'team_id', 'team'),
  record(
    'ressentis',
    `recommendation_id text not null ${to('recommendations')}, presentation_id text ${to('presentations')},
    feeling text not null, comment text, entity_id text ${to('entities')}, in_group bigint, group_id text ${to('groups')},
    date text not null`,
  ),
  'create index ressentis_by_recommendation on ressentis (recommendation_id)',
]

const decisions = [
  record(
    'board_sessions',
    `board_id text not null ${to('boards')}, date text not null, mode text, subject text`,
  ),
  list('board_session_presents', 'board_session_id', 'board_sessions', 'board_member_id', 'board_members'),
  record(
    'decisions',
    `board_id text not null ${to('boards')}, board_session_id text ${to('board_sessions')},
    recommendation_id text not null ${to('recommendations')}, decision text not null, reason text not null, basis text,
    new_wording text, postponed_until text, date text not null, votes_for bigint, votes_against bigint, votes_abstain bigint`,
  ),
  'create index decisions_by_recommendation on decisions (recommendation_id)',
  list('decision_context_cards', 'decision_id', 'decisions', 'context_card_id', 'context_cards'),
  record(
    'plan_items',
    `recommendation_id text not null ${to('recommendations')}, title text not null, owner_team_id text ${to('team')},
    "start" text not null, "end" text not null, status text not null, progress double precision not null`,
  ),
  list('plan_item_decisions', 'plan_item_id', 'plan_items', 'decision_id', 'decisions'),
  list('plan_item_entities', 'plan_item_id', 'plan_items', 'entity_id', 'entities'),
  list('plan_item_owners', 'plan_item_id', 'plan_items', 'member_id', 'members'),
  part('plan_item_updates', 'plan_item_id', 'plan_items', 'date text not null, text text not null'),
  record(
    'local_initiatives',
    `title text not null, description text, kind text, group_id text ${to('groups')}, antenna_id text ${to('antennas')},
    started_on text not null, status text, people_count bigint`,
  ),
  list(
    'local_initiative_recommendations',
    'local_initiative_id',
    'local_initiatives',
    'recommendation_id',
    'recommendations',
  ),
]

const tables = [organisation, groups, meetings, recommendations, consultation, decisions].flat()

const reference = /(\w+)( text(?: not null)?) (references \w+ \(id\) deferrable initially deferred)/g

/** PostgreSQL wants a referred table to exist, and these refer to each other in circles: there, references are added at the end. */
function referencesLast(statements: readonly string[]): string[] {
  const constraints: string[] = []
  const bare = statements.map((statement) => {
    const table = /^create table (\w+)/.exec(statement)?.[1]
    return statement.replace(reference, (_, column: string, type: string, target: string) => {
      constraints.push(`alter table ${table} add foreign key (${column}) ${target}`)
      return `${column}${type}`
    })
  })
  return [...bare, ...constraints]
}

export const cycleTables = (kind: DatabaseKind) => ({
  // Migrations run against a schema that is not yet what the code's types say.
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of kind === 'postgres' ? referencesLast(tables) : tables)
      await sql.raw(statement).execute(db)
  },
})
