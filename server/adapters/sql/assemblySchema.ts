// The tables of assemblies, as Kysely sees them.
export interface AssemblyTables {
  assembly_states: { assembly_id: string; revision: number; screen: string }
  assembly_notes: { assembly_id: string; slide_id: string; text: string }
  assembly_questions: {
    id: string
    assembly_id: string
    text: string
    name: string
    asked_by: string
    at: number
  }
  assembly_question_acts: {
    question_id: string
    place: number
    state: string
    note: string
    by_name: string
    at: number
  }
  assembly_supports: { question_id: string; supported_by: string }
  assembly_ballots: {
    id: string
    assembly_id: string
    version: number
    place: number
    state: string
    /** JSON of all that was settled and counted by hand; no paper of anybody. */
    body: string
  }
  assembly_ballot_acts: { ballot_id: string; version: number; act: string; done_by: string; at: number }
  /** Who has voted: neither when nor what. */
  assembly_voters: { ballot_id: string; voter_id: string }
  /** What was voted, in sums: no line is anybody's. */
  assembly_counts: { ballot_id: string; paper: string; count: number; weight: number }
  /** Of votes that are open to all. */
  assembly_open_papers: { ballot_id: string; voter_id: string; name: string; paper: string; weight: number }
}
