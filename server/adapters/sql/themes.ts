// Theme proposals in SQL, one row an act.
import type { Database } from '#server/adapters/sql/database.ts'
import type { ThemeRecords } from '#server/ports/themes.ts'
import { themeActBody } from '#shared/themes/proposal.ts'

export const sqlThemes = ({ read, write }: Database): ThemeRecords => ({
  async addThemeAct(cycleId, act) {
    return write.transaction().execute(async (tx) => {
      const known = await tx.selectFrom('theme_acts').select('id').where('id', '=', act.id).executeTakeFirst()
      if (known) return 'kept'
      const last = await tx
        .selectFrom('theme_acts')
        .select(({ fn }) => fn.max('place').as('place'))
        .where('cycle_id', '=', cycleId)
        .executeTakeFirst()
      if (act.place !== Number(last?.place ?? 0) + 1) return 'stale'
      const made = await tx
        .insertInto('theme_acts')
        .values({
          ...{ id: act.id, cycle_id: cycleId, place: act.place, body: JSON.stringify(act.body) },
          ...{ done_by: act.by, by_name: act.byName, at: act.at, day: act.day },
        })
        // Somebody else's at the same instant, on a database where transactions run side by side.
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return made.numInsertedOrUpdatedRows === 0n ? 'stale' : 'kept'
    })
  },
  async themeActs(cycleId) {
    const rows = await read
      .selectFrom('theme_acts')
      .selectAll()
      .where('cycle_id', '=', cycleId)
      .orderBy('place')
      .execute()
    return rows.map(({ at, body, by_name, day, done_by, id, place }) => ({
      ...{ id, place, at, day, by: done_by, byName: by_name },
      body: themeActBody.parse(JSON.parse(body)),
    }))
  },
})
