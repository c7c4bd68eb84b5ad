// The tables of the convergence, as Kysely sees them.
export interface ConvergenceTables {
  convergences: {
    cycle_id: string
    version: number
    /** JSON of the state. */
    body: string
  }
  convergence_deeds: {
    cycle_id: string
    version: number
    /** JSON of the act. */
    act: string
    by: string
    by_name: string
    at: number
  }
}
