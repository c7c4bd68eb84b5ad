// The table of handed-over lists, as Kysely sees it.
export interface HandoverTables {
  handovers: {
    id: string
    room_id: string
    group_id: string
    number: number
    outcome: string
    text_count: number
    fingerprint: string
    at: number
    date: string
    /** JSON of the texts, what stayed behind and who signed. */
    body: string
    taken_back_at: number | null
    taken_back_by: string | null
    taken_back_reason: string | null
  }
}
