// The tables of the boards' desks, as Kysely sees them.
export interface InstructionTables {
  instruction_acts: {
    id: string
    target: string
    place: number
    /** JSON of what was written down. */
    body: string
    day: string
    at: number
    by: string
    by_name: string
  }
  /** Private: read by their account, save avis and line, which the chair reads. */
  instruction_own: {
    account_id: string
    board_id: string
    recommendation_id: string
    avis: string | null
    avis_version: number
    line: string
    note: string
    read_version: number
    opened_at: number
  }
}
