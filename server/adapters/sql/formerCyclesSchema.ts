// The table of former cycles, as Kysely sees it.
export interface FormerCycleTables {
  former_rows: {
    /** JSON of the ids of the organisation and of the cycle in which it was made. */
    cycle: string
    of_table: string
    place: number
    /** JSON of the whole row, by column. */
    body: string
  }
}
