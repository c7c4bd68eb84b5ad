// The table of theme proposals, as Kysely sees it.
export interface ThemeTables {
  theme_acts: {
    id: string
    cycle_id: string
    place: number
    body: string
    done_by: string
    by_name: string
    at: number
    day: string
  }
}
