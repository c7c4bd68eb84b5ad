// What was made of a cycle, in SQL: the tables that a demo empties when it begins afresh.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { YearRecords } from '#server/ports/yearRecords.ts'

/** What refers to others comes before them. */
const tables = [
  ...(['recommendation_versions', 'convergence_deeds', 'convergences'] as const),
  ...([
    'consultation_ressentis',
    'consultation_entries',
    'consultation_comings',
    'consultation_devices',
  ] as const),
  ...(['instruction_own', 'instruction_acts', 'follow_up_acts', 'theme_acts', 'notice_happenings'] as const),
  ...(['assembly_question_acts', 'assembly_supports', 'assembly_questions', 'assembly_open_papers'] as const),
  ...(['assembly_counts', 'assembly_voters', 'assembly_ballot_acts', 'assembly_ballots'] as const),
  ...(['assembly_notes', 'assembly_states'] as const),
] satisfies readonly (keyof Schema)[]

export const sqlYearRecords = ({ write }: Database): YearRecords => ({
  forgetYear: () =>
    write.transaction().execute(async (tx) => {
      for (const table of tables) await tx.deleteFrom(table).execute()
    }),
})
