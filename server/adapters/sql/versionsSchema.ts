// The tables of adopted versions, as Kysely sees them.
export interface VersionTables {
  adopted_versions: {
    id: string
    room_id: string
    space_id: string
    draft_id: string
    number: number
    title: string
    fingerprint: string
    at: number
    date: string
    /** JSON of what was left open; null where nothing was. */
    reserved: string | null
    /** JSON of the text, where it comes from and whose work it is. */
    body: string
    withdrawn_at: number | null
    withdrawn_by: string | null
    withdrawn_reason: string | null
  }
  adopted_version_groups: { version_id: string; group_id: string; place: number }
  consented_texts: { room_id: string; fingerprint: string; body: string }
}
