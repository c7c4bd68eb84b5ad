// What every table holds of a person with an account: which rows are theirs, what of them they may take along, what erasure does.
import type { Schema } from '#server/adapters/sql/schema.ts'

/** How a column says whose a row is: by the account's id, by `account:` and that id, or by the id of the person of the cycle. */
export type KeyKind = 'id' | 'author' | 'person'

export interface PersonTable {
  readonly table: keyof Schema
  readonly key: readonly [column: string, kind: KeyKind]
  /** Columns that « my data » shows; hashes and cookies are no data of the person, and a way in. */
  readonly shown: readonly string[]
  /**
   * `delete`: the rows go. A column's name: what it says becomes the name of nobody. `keep`: the row stays under an id that
   * leads to no name any more.
   */
  readonly erased: 'delete' | 'keep' | { readonly name: string }
}

const own = (table: keyof Schema, key: PersonTable['key'], ...shown: string[]) => ({ table, key, shown })
const gone = { erased: 'delete' } as const
const kept = { erased: 'keep' } as const
const unnamed = { erased: { name: 'by_name' } } as const
const called = { erased: { name: 'name' } } as const

export const personTables: readonly PersonTable[] = [
  { ...own('follows', ['account_id', 'id'], 'target', 'target_id', 'at'), ...gone },
  { ...own('follow_news_seen', ['account_id', 'id'], 'at'), ...gone },
  { ...own('notice_states', ['account_id', 'id'], 'rhythm', 'own_texts', 'told_until'), ...gone },
  { ...own('calendar_feeds', ['author', 'author'], 'group_id', 'made_at', 'revoked'), ...gone },
  { ...own('registration_names', ['author', 'author'], 'session_id', 'name', 'at'), ...gone },
  { ...own('comings', ['author', 'author'], 'group_id', 'session_id', 'answer'), ...gone },
  { ...own('consultation_comings', ['author', 'author'], 'presentation_id', 'name'), ...gone },
  {
    ...own(
      'instruction_own',
      ['account_id', 'id'],
      ...['board_id', 'recommendation_id', 'avis', 'line', 'note', 'read_version', 'opened_at'],
    ),
    ...gone,
  },
  { ...own('remark_looks', ['viewer', 'author'], 'space_id', 'draft_id', 'at'), ...gone },
  {
    ...own('instruction_acts', ['by', 'author'], 'target', 'body', 'day', 'at', 'by_name'),
    ...unnamed,
  },
  {
    ...own('follow_up_acts', ['by', 'author'], 'target', 'target_id', 'body', 'day', 'at', 'by_name'),
    ...unnamed,
  },
  { ...own('library_entries', ['by', 'author'], 'kind', 'subject', 'body', 'day', 'at'), ...unnamed },
  { ...own('theme_acts', ['done_by', 'id'], 'body', 'day', 'at', 'by_name'), ...unnamed },
  { ...own('convergence_deeds', ['by', 'id'], 'act', 'at', 'by_name'), ...unnamed },
  { ...own('contributions', ['author', 'author'], 'group_id', 'kind', 'text', 'at', 'name'), ...called },
  { ...own('assembly_questions', ['asked_by', 'author'], 'assembly_id', 'text', 'name', 'at'), ...called },
  { ...own('assembly_supports', ['supported_by', 'author'], 'question_id'), ...kept },
  { ...own('assembly_ballot_acts', ['done_by', 'author'], 'ballot_id', 'act', 'at'), ...kept },
  // A vote that was given counts, and nobody votes twice.
  { ...own('assembly_voters', ['voter_id', 'person'], 'ballot_id'), ...kept },
  {
    ...own('assembly_open_papers', ['voter_id', 'person'], 'ballot_id', 'name', 'paper', 'weight'),
    ...called,
  },
  { ...own('remarks', ['account_id', 'id'], 'space_id', 'draft_id', 'kind', 'text', 'at'), ...kept },
  { ...own('remark_replies', ['account_id', 'id'], 'remark_id', 'text', 'at'), ...kept },
  { ...own('joint_acts', ['by', 'author'], 'invitation_id', 'act', 'group_id', 'at'), ...kept },
  { ...own('cycle_marks', ['by', 'author'], 'kind', 'target_id', 'is_on', 'day', 'at'), ...kept },
]

/** Tables whose JSON bears names beside or in place of an id: each is walked, and what is the person's is unnamed. */
export const namingJson: readonly (readonly [table: keyof Schema, column: string])[] = [
  ['assembly_ballots', 'body'],
  ['consultation_entries', 'body'],
  ['convergences', 'body'],
  ['convergence_deeds', 'act'],
  ['follow_up_acts', 'body'],
  ['instruction_acts', 'body'],
  ['joint_invitations', 'body'],
  ['library_entries', 'body'],
  ['recommendation_versions', 'body'],
  ['theme_acts', 'body'],
]

/** Columns that bear a name and no id: unnamed where nobody else in the store is called so. */
export const namingColumns: readonly (readonly [table: keyof Schema, column: string])[] = [
  ['assembly_question_acts', 'by_name'],
  ['past_imports', 'by_name'],
  ['past_imports', 'withdrawn_by'],
  ['remark_mentions', 'name'],
  ['started_initiatives', 'who'],
  ['presence_lines', 'name'],
  ['registration_names', 'name'],
]

/** Tables with a column about people that neither list names, and why. The page of one's own data says in words what stays. */
export const elsewhere: Readonly<Partial<Record<keyof Schema, string>>> = {
  accounts: 'The account itself: shown as « account », its row stays under an id without a name.',
  account_profiles: 'Shown as « account »; the address and the sign-on go.',
  account_grants: 'Shown as « roles »; they end.',
  account_sessions: 'Shown as « sessions »; they go.',
  sign_in_links: 'Ways in; they go.',
  sign_on_tries: 'Ways in; they go.',
  invitations: 'Shown as « invitations »; names and addresses go.',
  mails: 'Shown as « mails »; they go.',
  acts: 'Shown as « acts »; a chain of hashes over ids, without names.',
  participants: 'Shown as « rooms »; names and seats go.',
  personal_links: 'Of members without an account; a group’s facilitator takes them back.',
  held_sessions: 'What a session decided is its group’s.',
  handovers: 'A list that was signed stays as it was signed.',
  adopted_versions: 'A version that was consented to stays as it was signed.',
  files: 'A picture belongs to its room; `uploaded_by` is a participant without a name.',
  journal: 'What was done in a room, by participants without a name: said on the page.',
  document_clients: 'Numbers of documents tied to participants without a name.',
  document_log: 'What was written in rooms: said on the page.',
  remark_acts: 'By participants, whose names go.',
  consultation_ressentis: 'Digests that lead to nobody.',
  consultation_devices: 'Digests that lead to nobody.',
  cycle_marks: 'Listed above.',
}
