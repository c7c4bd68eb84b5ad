// The boards' desks in SQL: acts in a row for each target, and one private line for each member and recommendation.
import type { Transaction } from 'kysely'
import type { Database } from '#server/adapters/sql/database.ts'
import { inOwnOrder } from '#server/adapters/sql/inOwnOrder.ts'
import type { InstructionTables } from '#server/adapters/sql/instructionSchema.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import type {
  InstructionRecords,
  NewInstructionAct,
  OwnLine,
  RulingOutcome,
  Unchanged,
} from '#server/ports/instruction.ts'
import {
  type Avis,
  type InstructionBody,
  type KeptInstructionAct,
  targetOf,
} from '#shared/instruction/instructionActs.ts'

export function sqlInstruction(database: Database): InstructionRecords {
  const { read, write } = database
  return {
    append: (acts, unchanged) =>
      write
        .transaction()
        .execute((tx) => appendAll(tx, acts, unchanged))
        .catch((error: unknown): RulingOutcome => {
          if (error instanceof Stale) return 'stale'
          throw error
        }),
    async acts() {
      const rows = await read
        .selectFrom('instruction_acts')
        .selectAll()
        .orderBy('at')
        .orderBy('place')
        .orderBy('id')
        .execute()
      const inOrder = inOwnOrder(
        rows,
        ({ target }) => target,
        ({ place }) => place,
      )
      return inOrder.map(actFrom)
    },
    ...ownLines(database),
  }
}

/** Undoes the whole transaction. */
class Stale extends Error {}

type Tx = Transaction<Schema>

async function appendAll(
  tx: Tx,
  acts: readonly NewInstructionAct[],
  unchanged: readonly Unchanged[],
): Promise<RulingOutcome> {
  const ids = acts.map(({ id }) => id)
  const known = await tx.selectFrom('instruction_acts').select('id').where('id', 'in', ids).execute()
  if (known.length === ids.length) return 'kept'
  for (const one of unchanged) {
    const standing =
      'target' in one ? await lastPlace(tx, one.target) : await newestVersion(tx, one.recommendationId)
    if (standing !== ('target' in one ? one.acts : one.version)) throw new Stale()
  }
  for (const { at, body, by, byName, day, id } of acts) {
    const target = targetOf(body)
    const place = (await lastPlace(tx, target)) + 1
    const made = await tx
      .insertInto('instruction_acts')
      .values({ id, target, place, body: JSON.stringify(body), day, at, by, by_name: byName })
      // Somebody else's at the same instant, on a database where transactions run side by side.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(made.numInsertedOrUpdatedRows ?? 0) !== 1) throw new Stale()
  }
  return 'kept'
}

async function lastPlace(tx: Tx, target: string): Promise<number> {
  const last = await tx
    .selectFrom('instruction_acts')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('target', '=', target)
    .executeTakeFirst()
  return Number(last?.place ?? 0)
}

/** 1 where nothing was changed here: the text of an imported file. */
async function newestVersion(tx: Tx, recommendationId: string): Promise<number> {
  const newest = await tx
    .selectFrom('recommendation_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('recommendation_id', '=', recommendationId)
    .executeTakeFirst()
  return Number(newest?.version ?? 1)
}

type Own = Pick<InstructionRecords, 'keepOwn' | 'ownLines' | 'avisOf' | 'forgetOwn'>

function ownLines({ read, write }: Database): Own {
  return {
    async keepOwn(
      { accountId, boardId, recommendationId },
      { avis, avisVersion, line, note, openedAt, readVersion },
    ) {
      const change = {
        ...(avis === undefined ? {} : { avis, avis_version: avisVersion ?? 1 }),
        ...(line === undefined ? {} : { line }),
        ...(note === undefined ? {} : { note }),
        ...(readVersion === undefined ? {} : { read_version: readVersion }),
        ...(openedAt === undefined ? {} : { opened_at: openedAt }),
      }
      const key = { account_id: accountId, board_id: boardId, recommendation_id: recommendationId }
      const empty = { avis: null, avis_version: 1, line: '', note: '', read_version: 0, opened_at: 0 }
      await write
        .insertInto('instruction_own')
        .values({ ...key, ...empty, ...change })
        .onConflict((conflict) => {
          const same = conflict.columns(['account_id', 'board_id', 'recommendation_id'])
          return Object.keys(change).length > 0 ? same.doUpdateSet(change) : same.doNothing()
        })
        .execute()
    },
    async ownLines(accountId) {
      const rows = await read
        .selectFrom('instruction_own')
        .selectAll()
        .where('account_id', '=', accountId)
        .execute()
      return rows.map(ownFrom)
    },
    async avisOf(boardId) {
      const rows = await read
        .selectFrom('instruction_own')
        .select(['account_id', 'board_id', 'recommendation_id', 'avis', 'avis_version', 'line'])
        .where('board_id', '=', boardId)
        .where('avis', 'is not', null)
        .execute()
      return rows.map((row) => ({
        ...{ ...keyOf(row), line: row.line, avisVersion: Number(row.avis_version) },
        avis: row.avis as Avis, // written by `keepOwn` only
      }))
    },
    async forgetOwn(accountId) {
      await write.deleteFrom('instruction_own').where('account_id', '=', accountId).execute()
    },
  }
}

type ActRow = InstructionTables['instruction_acts']
type OwnRow = InstructionTables['instruction_own']

const actFrom = ({ at, body, by, by_name, day, id, place }: ActRow): KeptInstructionAct => ({
  ...{ id, day, by, byName: by_name, at: Number(at), place: Number(place) },
  body: JSON.parse(body) as InstructionBody, // written by `append` only
})

const keyOf = (row: Pick<OwnRow, 'account_id' | 'board_id' | 'recommendation_id'>) => ({
  ...{ accountId: row.account_id, boardId: row.board_id, recommendationId: row.recommendation_id },
})

const ownFrom = (row: OwnRow): OwnLine => ({
  ...keyOf(row),
  avis: row.avis as Avis | null, // written by `keepOwn` only
  avisVersion: Number(row.avis_version),
  ...{ line: row.line, note: row.note },
  ...{ readVersion: Number(row.read_version), openedAt: Number(row.opened_at) },
})
