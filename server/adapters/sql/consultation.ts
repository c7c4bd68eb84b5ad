// The public debate in SQL.
import { type ConsultationPlaces, consultationPlaces } from '#server/adapters/sql/consultationPlaces.ts'
import type { ConsultationTables } from '#server/adapters/sql/consultationSchema.ts'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Consultation } from '#server/ports/consultation.ts'
import type { Entry, EntryKind, KeptRessenti } from '#shared/consultation/consultationEntries.ts'

export const sqlConsultation = (database: Database): Consultation => ({
  ...ressentis(database),
  ...entries(database),
  ...(consultationPlaces(database) satisfies ConsultationPlaces),
})

function ressentis({ read, write }: Database): Pick<Consultation, 'feel' | 'ressentis'> {
  return {
    feel: (ressenti) =>
      write.transaction().execute(async (db) => {
        const { at, day, id, recommendationId, voter } = ressenti
        const body = bodyOf(ressenti)
        const made = await db
          .insertInto('consultation_ressentis')
          .values({ id, recommendation_id: recommendationId, voter, day, at, body })
          .onConflict((conflict) => conflict.columns(['recommendation_id', 'voter', 'day']).doNothing())
          .executeTakeFirst()
        if (made.numInsertedOrUpdatedRows === 1n) return 'new'
        await db
          .updateTable('consultation_ressentis')
          .set({ at, body })
          .where('recommendation_id', '=', recommendationId)
          .where('voter', '=', voter)
          .where('day', '=', day)
          .execute()
        return 'changed'
      }),
    async ressentis({ recommendationId, voter } = {}) {
      let query = read.selectFrom('consultation_ressentis').selectAll()
      if (recommendationId !== undefined) query = query.where('recommendation_id', '=', recommendationId)
      if (voter !== undefined) query = query.where('voter', '=', voter)
      return (await query.orderBy('at').orderBy('id').execute()).map(ressentiOf)
    },
  }
}

type RessentiRow = ConsultationTables['consultation_ressentis']
type Body = Omit<KeptRessenti, 'id' | 'recommendationId' | 'voter' | 'day' | 'at'>

function bodyOf({
  id: _id,
  recommendationId: _text,
  voter: _voter,
  day: _day,
  at: _at,
  ...body
}: KeptRessenti): string {
  return JSON.stringify(body satisfies Body)
}

const ressentiOf = ({ at, body, day, id, recommendation_id, voter }: RessentiRow): KeptRessenti => ({
  ...(JSON.parse(body) as Body), // written by `bodyOf` only
  ...{ id, recommendationId: recommendation_id, voter, day, at },
})

function entries({ read, write }: Database): Pick<Consultation, 'addEntry' | 'entries'> {
  const last = async (kind: string, subjectId: string): Promise<number> => {
    const row = await write
      .selectFrom('consultation_entries')
      .select(({ fn }) => fn.max('n').as('n'))
      .where('kind', '=', kind)
      .where('subject_id', '=', subjectId)
      .executeTakeFirst()
    return Number(row?.n ?? 0)
  }
  return {
    async addEntry({ at, body, kind, subjectId }, seen) {
      // Of those that come at the same instant one is kept at each turn: everybody's turn comes, however many they are.
      for (;;) {
        const before = await last(kind, subjectId)
        if (seen !== undefined && seen !== before) return 'stale'
        const made = await write
          .insertInto('consultation_entries')
          .values({ kind, subject_id: subjectId, n: before + 1, at, body: JSON.stringify(body) })
          // Somebody else's at the same instant.
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (made.numInsertedOrUpdatedRows === 1n) return 'kept'
      }
    },
    async entries<Kind extends EntryKind>(kind: Kind, subjectId?: string) {
      let query = read.selectFrom('consultation_entries').selectAll().where('kind', '=', kind)
      if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId)
      const rows = await query.orderBy('subject_id').orderBy('n').execute()
      return rows.map(
        ({ at, body, n, subject_id }): Entry<Kind> => ({
          ...{ kind, subjectId: subject_id, n, at },
          body: JSON.parse(body) as Entry<Kind>['body'], // written by `addEntry` only, under its kind
        }),
      )
    },
  }
}
