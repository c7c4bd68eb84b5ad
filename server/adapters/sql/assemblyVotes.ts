// Votes of an assembly in SQL. A paper and its voter are written in one transaction, into tables that nothing joins.
import { sql, type Transaction } from 'kysely'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { forUpdate } from '#server/adapters/sql/scope.ts'
import type { AssemblyRecords, Casting, CastOutcome, KeptBallot } from '#server/ports/assembly.ts'
import type { Ballot } from '#shared/assembly/ballot.ts'

type Votes = Pick<
  AssemblyRecords,
  'saveBallot' | 'ballot' | 'ballots' | 'cast' | 'voterCounts' | 'votedOf' | 'counted' | 'openPapers'
>
type Tx = Transaction<Schema>

export const sqlVotes = (
  database: Database,
  changed: (tx: Tx, assemblyId: string) => Promise<void>,
): Votes => ({
  saveBallot: (assemblyId, kept, about) =>
    database.write
      .transaction()
      .execute(async (tx) => {
        await keep(tx, assemblyId, kept)
        const { act, at, by } = about
        await tx
          .insertInto('assembly_ballot_acts')
          .values({ ballot_id: kept.ballot.id, version: kept.version + 1, act, done_by: by, at })
          .execute()
        if (kept.ballot.state === 'closed') await shuffleRows(tx, kept.ballot.id)
        await changed(tx, assemblyId)
        return 'saved' as const
      })
      .catch((error: unknown) => {
        if (error instanceof Stale) return 'stale' as const
        throw error
      }),
  cast: (casting) => cast(database, changed, casting),
  ...readings(database),
})

/** Undoes the whole transaction. */
class Stale extends Error {}

async function keep(tx: Tx, assemblyId: string, { ballot, version }: KeptBallot): Promise<void> {
  const { id, state } = ballot
  const values = { version: version + 1, state, body: JSON.stringify(ballot) }
  if (version > 0) {
    const done = await tx
      .updateTable('assembly_ballots')
      .set(values)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new Stale()
    return
  }
  const last = await tx
    .selectFrom('assembly_ballots')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('assembly_id', '=', assemblyId)
    .executeTakeFirst()
  const made = await tx
    .insertInto('assembly_ballots')
    .values({ id, assembly_id: assemblyId, place: Number(last?.place ?? 0) + 1, ...values })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new Stale()
}

/**
 * Writes the rows of a closed vote anew in the order of their keys. PostgreSQL gives rows that were written together the same hidden
 * transaction number: from now on all of them bear the one of the closing.
 */
async function shuffleRows(tx: Tx, ballotId: string): Promise<void> {
  for (const table of ['assembly_voters', 'assembly_counts'] as const) {
    const rows = await tx.selectFrom(table).selectAll().where('ballot_id', '=', ballotId).execute()
    await tx.deleteFrom(table).where('ballot_id', '=', ballotId).execute()
    const sorted = rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    for (const row of sorted) await tx.insertInto(table).values(row).execute()
  }
}

async function cast(
  { kind, write }: Database,
  changed: (tx: Tx, assemblyId: string) => Promise<void>,
  { ballotId, name, paper, voterId, weight }: Casting,
): Promise<CastOutcome> {
  return write.transaction().execute(async (tx): Promise<CastOutcome> => {
    // Locked, so that no paper comes after the closing that counts them.
    const ballot = await tx
      .selectFrom('assembly_ballots')
      .select(['state', 'assembly_id'])
      .where('id', '=', ballotId)
      .modifyEnd(forUpdate(kind))
      .executeTakeFirst()
    if (ballot?.state !== 'open') return 'closed'
    const voter = await tx
      .insertInto('assembly_voters')
      .values({ ballot_id: ballotId, voter_id: voterId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (voter.numInsertedOrUpdatedRows === 0n) return 'already'
    await count(tx, { ballotId, paper, weight })
    if (name !== undefined)
      await tx
        .insertInto('assembly_open_papers')
        .values({ ballot_id: ballotId, voter_id: voterId, name, paper, weight })
        .execute()
    await changed(tx, ballot.assembly_id)
    return 'counted'
  })
}

/** All sums of the vote are written again, so that none of them shows by its hidden transaction number which one was raised. */
async function count(
  tx: Tx,
  { ballotId, paper, weight }: Pick<Casting, 'ballotId' | 'paper' | 'weight'>,
): Promise<void> {
  await tx
    .insertInto('assembly_counts')
    .values({ ballot_id: ballotId, paper, count: 0, weight: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const isOurs = sql<number>`case when paper = ${paper} then 1 else 0 end`
  await tx
    .updateTable('assembly_counts')
    .set({
      count: sql<number>`count + ${isOurs}`,
      weight: sql<number>`weight + ${isOurs} * ${sql.lit(weight)}`,
    })
    .where('ballot_id', '=', ballotId)
    .execute()
}

function readings({ read }: Database): Omit<Votes, 'saveBallot' | 'cast'> {
  return {
    async ballot(id) {
      const row = await read
        .selectFrom('assembly_ballots')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && keptOf(row)
    },
    async ballots(assemblyId) {
      const rows = await read
        .selectFrom('assembly_ballots')
        .selectAll()
        .where('assembly_id', '=', assemblyId)
        .orderBy('place')
        .orderBy('id')
        .execute()
      return rows.map(keptOf)
    },
    async voterCounts(assemblyId) {
      const rows = await read
        .selectFrom('assembly_voters')
        .innerJoin('assembly_ballots', 'assembly_ballots.id', 'assembly_voters.ballot_id')
        .select(({ fn }) => ['assembly_voters.ballot_id', fn.countAll<number>().as('count')])
        .where('assembly_ballots.assembly_id', '=', assemblyId)
        .groupBy('assembly_voters.ballot_id')
        .execute()
      return new Map(rows.map(({ ballot_id, count }) => [ballot_id, Number(count)]))
    },
    async votedOf(ballotId, personIds) {
      if (personIds.length === 0) return []
      const rows = await read
        .selectFrom('assembly_voters')
        .select('voter_id')
        .where('ballot_id', '=', ballotId)
        .where('voter_id', 'in', [...personIds])
        .execute()
      return rows.map(({ voter_id }) => voter_id)
    },
    async counted(ballotId) {
      const rows = await read
        .selectFrom('assembly_counts')
        .selectAll()
        .where('ballot_id', '=', ballotId)
        .orderBy('paper')
        .execute()
      return rows.map(({ count: papers, paper, weight }) => ({ paper, count: papers, weight }))
    },
    openPapers: (ballotId) =>
      read
        .selectFrom('assembly_open_papers')
        .select(['name', 'paper', 'weight'])
        .where('ballot_id', '=', ballotId)
        .orderBy('name')
        .orderBy('voter_id')
        .execute(),
  }
}

const keptOf = ({ body, version }: Schema['assembly_ballots']): KeptBallot => ({
  ballot: JSON.parse(body) as Ballot, // written by `keep` only
  version,
})
