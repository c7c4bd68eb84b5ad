// The table of the library's entries, as Kysely sees it.
export interface LibraryTables {
  library_entries: {
    kind: string
    subject: string
    version: number
    group_id: string | null
    room_id: string | null
    /** JSON. */
    body: string
    day: string
    at: number
    by: string
    by_name: string
  }
}
