// Places at an open videoconference, in SQL: who comes to be told of it, and which phones were let in.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Consultation } from '#server/ports/consultation.ts'

export type ConsultationPlaces = Pick<
  Consultation,
  'register' | 'unregister' | 'registered' | 'enter' | 'hasEntered' | 'entered'
>

type Table = 'consultation_comings' | 'consultation_devices'

export function consultationPlaces({ read, write }: Database): ConsultationPlaces {
  /** Numbers only keep the order of coming. Undefined where all are taken. */
  const nextPlace = async (
    table: Table,
    presentationId: string,
    most: number,
  ): Promise<number | undefined> => {
    const row = await write
      .selectFrom(table)
      .select(({ fn }) => [fn.max('place').as('last'), fn.countAll().as('taken')])
      .where('presentation_id', '=', presentationId)
      .executeTakeFirst()
    return Number(row?.taken ?? 0) >= most ? undefined : Number(row?.last ?? 0) + 1
  }
  const hasEntered = async (presentationId: string, device: string): Promise<boolean> => {
    const row = await read
      .selectFrom('consultation_devices')
      .select('device')
      .where('presentation_id', '=', presentationId)
      .where('device', '=', device)
      .executeTakeFirst()
    return row !== undefined
  }
  return {
    async register(presentationId, { author, name }, most) {
      const renamed = await write
        .updateTable('consultation_comings')
        .set({ name })
        .where('presentation_id', '=', presentationId)
        .where('author', '=', author)
        .executeTakeFirst()
      if (renamed.numUpdatedRows > 0n) return 'kept'
      const place = await nextPlace('consultation_comings', presentationId, most)
      if (place === undefined) return 'full'
      await write
        .insertInto('consultation_comings')
        .values({ presentation_id: presentationId, author, name, place })
        .onConflict((conflict) => conflict.columns(['presentation_id', 'author']).doUpdateSet({ name }))
        .execute()
      return 'kept'
    },
    async unregister(presentationId, author) {
      await write
        .deleteFrom('consultation_comings')
        .where('presentation_id', '=', presentationId)
        .where('author', '=', author)
        .execute()
    },
    registered: (presentationId) =>
      read
        .selectFrom('consultation_comings')
        .select(['author', 'name'])
        .where('presentation_id', '=', presentationId)
        .orderBy('place')
        .orderBy('author')
        .execute(),
    async enter(presentationId, device, most) {
      if (await hasEntered(presentationId, device)) return true
      const place = await nextPlace('consultation_devices', presentationId, most)
      if (place === undefined) return false
      await write
        .insertInto('consultation_devices')
        .values({ presentation_id: presentationId, device, place })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return true
    },
    hasEntered,
    async entered(presentationId) {
      const row = await read
        .selectFrom('consultation_devices')
        .select(({ fn }) => fn.countAll().as('taken'))
        .where('presentation_id', '=', presentationId)
        .executeTakeFirst()
      return Number(row?.taken ?? 0)
    },
  }
}
