// Published recommendations in SQL, one row a version.
import type { Database } from '#server/adapters/sql/database.ts'
import type { PublicationTables } from '#server/adapters/sql/publicationsSchema.ts'
import type { AddOutcome, Publications } from '#server/ports/publications.ts'
import type { PublishedVersion } from '#shared/publication/publishedVersion.ts'

type Row = PublicationTables['recommendation_versions']

export function sqlPublications({ read, write }: Database): Publications {
  return {
    addVersions: (versions) =>
      write
        .transaction()
        .execute(async (tx): Promise<AddOutcome> => {
          for (const one of versions) {
            const { id } = one.recommendation
            const rows = await tx
              .selectFrom('recommendation_versions')
              .select(['version', 'fingerprint'])
              .where('recommendation_id', '=', id)
              .orderBy('version', 'desc')
              .execute()
            if (rows.some((row) => row.version === one.version && row.fingerprint === one.fingerprint))
              continue
            if (one.version !== (rows[0]?.version ?? 0) + 1) throw new Stale()
            const made = await tx
              .insertInto('recommendation_versions')
              .values(rowOf(one))
              // Somebody else's at the same instant, on a database where transactions run side by side.
              .onConflict((conflict) => conflict.doNothing())
              .executeTakeFirst()
            if (made.numInsertedOrUpdatedRows === 0n) throw new Stale()
          }
          return 'kept'
        })
        .catch((error: unknown) => {
          if (error instanceof Stale) return 'stale'
          throw error
        }),
    async newestVersions() {
      const rows = await read
        .selectFrom('recommendation_versions')
        .selectAll()
        .orderBy('recommendation_id')
        .orderBy('version')
        .execute()
      return rows
        .filter((row, n) => rows[n + 1]?.recommendation_id !== row.recommendation_id)
        .map(versionOf)
        .sort(byPlace)
    },
    async versionsKept(recommendationId) {
      const rows = await read
        .selectFrom('recommendation_versions')
        .selectAll()
        .where('recommendation_id', '=', recommendationId)
        .orderBy('version')
        .execute()
      return rows.map(versionOf)
    },
  }
}

/** Undoes the whole transaction. */
class Stale extends Error {}

const byPlace = (one: PublishedVersion, other: PublishedVersion): number =>
  (one.about?.place ?? 0) - (other.about?.place ?? 0)

const rowOf = ({ recommendation, version, fingerprint, ...rest }: PublishedVersion): Row => ({
  ...{ recommendation_id: recommendation.id, version, fingerprint },
  body: JSON.stringify({ recommendation, ...rest }),
})

const versionOf = ({ body, version, fingerprint }: Row): PublishedVersion => ({
  ...(JSON.parse(body) as Omit<PublishedVersion, 'version' | 'fingerprint'>), // written by `rowOf` only
  ...{ version, fingerprint },
})
