// The tables of the follow-up, as Kysely sees them.
export interface FollowUpTables {
  follow_up_acts: {
    id: string
    target: string
    target_id: string
    place: number
    /** JSON of what was said. */
    body: string
    day: string
    at: number
    by: string
    by_name: string
  }
  follows: { account_id: string; target: string; target_id: string; at: number }
  follow_news_seen: { account_id: string; at: number }
  past_imports: {
    id: string
    name: string
    by_name: string
    at: number
    withdrawn_at: number | null
    withdrawn_by: string | null
  }
  past_recommendations: {
    import_id: string
    place: number
    id: string
    year: number
    /** JSON of the recommendation. */
    body: string
  }
}
