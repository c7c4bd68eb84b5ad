// The follow-up's acts, follows and past recommendations in SQL.
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type { AppendOutcome, Follow, FollowUpRecords } from '#server/ports/followUp.ts'
import { type ActTarget, actBodies, type KeptAct } from '#shared/followUp/acts.ts'
import type { FollowTarget } from '#shared/followUp/followUpAnswers.ts'
import { pastRecommendation } from '#shared/pastImport/pastRecommendation.ts'

type Append = Parameters<FollowUpRecords['appendAct']>
type Acts = Pick<FollowUpRecords, 'appendAct' | 'acts'>
type Follows = Pick<FollowUpRecords, 'follow' | 'unfollow' | 'follows' | 'newsSeen' | 'sawNews'>
type Past = Pick<FollowUpRecords, 'addPast' | 'withdrawPast' | 'pastImports' | 'pastRecommendations'>

export const sqlFollowUp = (database: Database): FollowUpRecords => ({
  ...sqlActs(database),
  ...sqlFollows(database),
  ...sqlPast(database),
})

function fromRow(row: Schema['follow_up_acts']): KeptAct {
  const target = row.target as ActTarget // written by `append` only
  return {
    ...{ id: row.id, target, targetId: row.target_id, place: row.place, day: row.day, at: row.at },
    ...{ by: row.by, byName: row.by_name, body: actBodies[target].parse(JSON.parse(row.body)) },
  }
}

function sqlActs(database: Database): Acts {
  return {
    appendAct: (...given) => append(database, given),
    async acts({ target, targetId, until }) {
      let query = database.read.selectFrom('follow_up_acts').selectAll().where('day', '<=', until)
      if (target !== undefined) query = query.where('target', '=', target)
      if (targetId !== undefined) query = query.where('target_id', '=', targetId)
      return (await query.orderBy('at').orderBy('id').execute()).map(fromRow)
    },
  }
}

/** How often a place that somebody else took at the same instant is asked for again. */
const tries = 5

async function append({ read, write }: Database, [act, seen]: Append): Promise<AppendOutcome> {
  for (let n = 0; n < tries; n++) {
    const last = await read
      .selectFrom('follow_up_acts')
      .select(({ fn }) => fn.max('place').as('place'))
      .where('target', '=', act.target)
      .where('target_id', '=', act.targetId)
      .executeTakeFirst()
    const known = await read
      .selectFrom('follow_up_acts')
      .select('id')
      .where('id', '=', act.id)
      .executeTakeFirst()
    if (known) return 'kept'
    const place = Number(last?.place ?? 0)
    if (seen !== undefined && seen !== place) return 'stale'
    const made = await write
      .insertInto('follow_up_acts')
      .values({
        ...{ id: act.id, target: act.target, target_id: act.targetId, place: place + 1 },
        ...{ body: JSON.stringify(act.body), day: act.day, at: act.at, by: act.by, by_name: act.byName },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(made.numInsertedOrUpdatedRows ?? 0) === 1) return 'kept'
  }
  return 'stale'
}

function sqlFollows({ read, write }: Database): Follows {
  const seen = async (accountId: string): Promise<number> =>
    (
      await read
        .selectFrom('follow_news_seen')
        .select('at')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
    )?.at ?? 0
  return {
    async follow(account_id, { target, targetId }, at) {
      await write
        .insertInto('follows')
        .values({ account_id, target, target_id: targetId, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    async unfollow(accountId, { target, targetId }) {
      await write
        .deleteFrom('follows')
        .where('account_id', '=', accountId)
        .where('target', '=', target)
        .where('target_id', '=', targetId)
        .execute()
    },
    async follows(accountId) {
      const rows = await read
        .selectFrom('follows')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('at')
        .orderBy('target_id')
        .execute()
      return rows.map(
        (row): Follow => ({ target: row.target as FollowTarget, targetId: row.target_id }), // written by `follow` only
      )
    },
    newsSeen: seen,
    async sawNews(account_id, at) {
      if (at <= (await seen(account_id))) return
      await write
        .insertInto('follow_news_seen')
        .values({ account_id, at })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ at }))
        .execute()
    },
  }
}

function sqlPast({ read, write }: Database): Past {
  return {
    async addPast({ at, byName, id, name }, rows) {
      await write.transaction().execute(async (db) => {
        await db
          .insertInto('past_imports')
          .values({ id, name, by_name: byName, at, withdrawn_at: null, withdrawn_by: null })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        if (rows.length === 0) return
        await db
          .insertInto('past_recommendations')
          .values(
            rows.map(({ past, place }) => ({
              ...{ import_id: id, place, id: past.id, year: past.year, body: JSON.stringify(past) },
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      })
    },
    async withdrawPast(importId, at, byName) {
      await write
        .updateTable('past_imports')
        .set({ withdrawn_at: at, withdrawn_by: byName })
        .where('id', '=', importId)
        .where('withdrawn_at', 'is', null)
        .execute()
    },
    async pastImports() {
      const rows = await read
        .selectFrom('past_imports')
        .leftJoin('past_recommendations as rows', 'rows.import_id', 'past_imports.id')
        .select(['past_imports.id', 'past_imports.name', 'past_imports.by_name', 'past_imports.at'])
        .select(({ fn }) => fn.count('rows.id').as('count'))
        .where('withdrawn_at', 'is', null)
        .groupBy(['past_imports.id', 'past_imports.name', 'past_imports.by_name', 'past_imports.at'])
        .execute()
      return rows
        .map(({ at, by_name, count, id, name }) => ({ id, name, byName: by_name, at, count: Number(count) }))
        .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    },
    async pastRecommendations() {
      const rows = await read
        .selectFrom('past_recommendations')
        .innerJoin('past_imports', 'past_imports.id', 'past_recommendations.import_id')
        .select(['past_recommendations.body', 'year', 'import_id', 'place'])
        .where('withdrawn_at', 'is', null)
        .orderBy('year', 'desc')
        .orderBy('import_id')
        .orderBy('place')
        .execute()
      return rows.map(({ body }) => pastRecommendation.parse(JSON.parse(body)))
    },
  }
}
