// The convergence in SQL: one row as it stands, one row a deed. The deed's number decides who was first.
import type { Database } from '#server/adapters/sql/database.ts'
import type { ConvergenceRecords } from '#server/ports/convergence.ts'
import { type ConvergenceState, nothingConverged } from '#shared/convergence/convergenceState.ts'

export const sqlConvergence = ({ read, write }: Database): ConvergenceRecords => ({
  async convergence(cycleId) {
    const row = await read
      .selectFrom('convergences')
      .selectAll()
      .where('cycle_id', '=', cycleId)
      .executeTakeFirst()
    if (!row) return { state: nothingConverged, version: 0 }
    return { state: JSON.parse(row.body) as ConvergenceState, version: row.version } // written below only
  },

  saveConvergence: (cycleId, seen, { deed, state }) =>
    write.transaction().execute(async (tx) => {
      const version = seen + 1
      const made = await tx
        .insertInto('convergence_deeds')
        .values({
          ...{ cycle_id: cycleId, version, act: JSON.stringify(deed.act) },
          ...{ by: deed.by, by_name: deed.byName, at: deed.at },
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (Number(made.numInsertedOrUpdatedRows ?? 0) === 0) return 'stale'
      const body = JSON.stringify(state)
      await tx
        .insertInto('convergences')
        .values({ cycle_id: cycleId, version, body })
        .onConflict((conflict) => conflict.column('cycle_id').doUpdateSet({ version, body }))
        .execute()
      return 'saved'
    }),

  async convergenceDeeds(cycleId) {
    const rows = await read
      .selectFrom('convergence_deeds')
      .selectAll()
      .where('cycle_id', '=', cycleId)
      .orderBy('version')
      .execute()
    return rows.map(({ act, at, by, by_name, version }) => ({
      ...{ version, by, byName: by_name, at },
      act: JSON.parse(act) as object, // written above only
    }))
  },
})
