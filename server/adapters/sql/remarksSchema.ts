// The tables of remarks, as Kysely sees them.
/** Names are the participants': whoever is erased there is erased here. */
interface Spoken {
  participant_id: string
  account_id: string | null
  group_id: string | null
  standing: string
  at: number
  text: string
}

export interface RemarkTables {
  remarks: Spoken & {
    id: string
    room_id: string
    space_id: string
    draft_id: string
    kind: string
    /** JSON; null for the draft as a whole. */
    anchor: string | null
    proposal: string | null
    edited_at: number | null
    status: string
    /** A participant's id. */
    closed_by: string | null
    closed_at: number | null
    closed_reason: string | null
    /** JSON of an acceptance that is decided and not yet in the text. */
    accepting: string | null
  }
  remark_replies: Spoken & { id: string; remark_id: string }
  /** `reply_id` is empty for what the remark itself says. */
  remark_mentions: {
    remark_id: string
    reply_id: string
    place: number
    kind: string
    named_id: string
    name: string
    at: number
  }
  remark_acts: {
    remark_id: string
    n: number
    act: string
    participant_id: string
    at: number
    /** JSON of what the act changed. */
    change: string
  }
  /** Until when a viewer has read what was said of a draft. */
  remark_looks: { viewer: string; space_id: string; draft_id: string; at: number }
}
