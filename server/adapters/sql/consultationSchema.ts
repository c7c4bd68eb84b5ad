// The tables of the public debate, as Kysely sees them.
export interface ConsultationTables {
  consultation_ressentis: {
    id: string
    recommendation_id: string
    voter: string
    day: string
    at: number
    /** JSON of what was felt and said. */
    body: string
  }
  consultation_entries: {
    kind: string
    subject_id: string
    n: number
    at: number
    /** JSON of the entry's body. */
    body: string
  }
  consultation_comings: { presentation_id: string; author: string; name: string; place: number }
  consultation_devices: { presentation_id: string; device: string; place: number }
}
