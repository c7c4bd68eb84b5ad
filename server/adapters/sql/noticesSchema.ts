// The tables of the notices, as Kysely sees them.
export interface NoticeTables {
  notice_states: {
    account_id: string
    rhythm: string | null
    own_texts: number
    told_until: number
    telling: number | null
    stop_token: string
  }
  notice_happenings: { id: string; seen_at: number }
}
