// The table of published recommendations, as Kysely sees it.
export interface PublicationTables {
  recommendation_versions: {
    recommendation_id: string
    version: number
    fingerprint: string
    /** JSON of the text, its cause, who answers for it and where it stands in the document. */
    body: string
  }
}
