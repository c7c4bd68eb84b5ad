// The tables of held sessions and of what arrives between them, as Kysely sees them.

export interface SessionRecordTables {
  held_sessions: {
    id: string
    room_id: string
    title: string
    date: string
    cycle_session_id: string | null
    started_at: number
    ended_at: number | null
    outcomes: string
  }
  held_session_groups: { session_id: string; group_id: string; place: number }
  presence_lines: {
    session_id: string
    id: string
    name: string
    side: string
    headcount: number
    source: string
    person_id: string | null
    group_id: string | null
    removed: number
  }
  started_initiatives: {
    id: string
    room_id: string
    space_id: string
    draft_id: string
    title: string
    first_step: string
    who: string
    due: string
    since: string
    withdrawn_at: number | null
  }
  started_initiative_groups: { initiative_id: string; group_id: string; place: number }
  contributions: {
    group_id: string
    id: string
    room_id: string | null
    kind: string
    text: string
    degree: number | null
    space_id: string | null
    draft_id: string | null
    name: string
    author: string
    at: number
    taken_at: number | null
  }
  personal_links: {
    id: string
    group_id: string
    room_id: string | null
    hash: string
    name: string
    member_id: string | null
    made_at: number
    expires_at: number
    last_used_at: number | null
    revoked: number
  }
  comings: { group_id: string; session_id: string; author: string; room_id: string | null; answer: string }
}
