// What groups began in their sessions, in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { SessionRecords } from '#server/ports/sessionRecords.ts'

type Initiatives = Pick<SessionRecords, 'startInitiative' | 'withdrawInitiative' | 'initiatives'>

export function sqlStartedInitiatives({ read, write }: Database): Initiatives {
  return {
    async startInitiative(initiative) {
      const { id, draft } = initiative
      await write.transaction().execute(async (db) => {
        await db
          .insertInto('started_initiatives')
          .values({
            ...{ id, room_id: initiative.roomId, space_id: draft.spaceId, draft_id: draft.draftId },
            ...{ title: draft.title, first_step: initiative.firstStep, who: initiative.who },
            ...{ due: initiative.when, since: initiative.since, withdrawn_at: initiative.withdrawnAt },
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        if (initiative.groupIds.length === 0) return
        await db
          .insertInto('started_initiative_groups')
          .values(initiative.groupIds.map((group_id, place) => ({ initiative_id: id, group_id, place })))
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      })
    },
    async withdrawInitiative(id, at) {
      await write
        .updateTable('started_initiatives')
        .set({ withdrawn_at: at })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .execute()
    },
    async initiatives(groupId) {
      const rows = await read
        .selectFrom('started_initiatives')
        .innerJoin('started_initiative_groups as mine', 'mine.initiative_id', 'started_initiatives.id')
        .innerJoin('started_initiative_groups as any', 'any.initiative_id', 'started_initiatives.id')
        .selectAll('started_initiatives')
        .select(['any.group_id as any_group', 'any.place as any_place'])
        .where('mine.group_id', '=', groupId)
        .execute()
      const ids = [...new Set(rows.map(({ id }) => id))]
      const found = ids.flatMap((id) => {
        const theirs = rows.filter((row) => row.id === id).sort((a, b) => a.any_place - b.any_place)
        const row = theirs[0]
        if (!row) return []
        return {
          ...{ id, roomId: row.room_id, groupIds: theirs.map(({ any_group }) => any_group) },
          draft: { spaceId: row.space_id, draftId: row.draft_id, title: row.title },
          ...{ firstStep: row.first_step, who: row.who, when: row.due, since: row.since },
          withdrawnAt: row.withdrawn_at,
        }
      })
      return found.sort((a, b) => (a.since + a.id < b.since + b.id ? -1 : 1))
    },
  }
}
