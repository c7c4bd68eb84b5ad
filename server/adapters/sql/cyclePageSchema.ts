// The tables of the cycle's page, as Kysely sees them.
export interface CyclePageTables {
  registration_names: {
    session_id: string
    author: string
    name: string
    at: number
    room_id: string | null
  }
  session_places: { session_id: string; room: number | null; remote: number | null; room_id: string | null }
  cycle_marks: {
    kind: string
    target_id: string
    version: number
    is_on: number
    by: string
    day: string
    at: number
    room_id: string | null
  }
  calendar_feeds: {
    id: string
    hash: string
    author: string
    group_id: string | null
    made_at: number
    revoked: number
  }
  told_sessions: { session_id: string; sequence: number; fingerprint: string; body: string }
}
