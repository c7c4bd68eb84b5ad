// Assemblies in SQL: where everybody looks, notes, questions; votes have a file of their own.
import { sql, type Transaction } from 'kysely'
import { sqlVotes } from '#server/adapters/sql/assemblyVotes.ts'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { forUpdate } from '#server/adapters/sql/scope.ts'
import type { AssemblyRecords } from '#server/ports/assembly.ts'
import type { ScreenState } from '#shared/assembly/assemblyAnswers.ts'
import type { Question, QuestionState } from '#shared/assembly/question.ts'

type Tx = Transaction<Schema>
type Screens = Pick<AssemblyRecords, 'revision' | 'screen' | 'show' | 'notes' | 'keepNote'>
type Questions = Pick<
  AssemblyRecords,
  'ask' | 'questions' | 'questionIdsOf' | 'moderate' | 'support' | 'supportedBy'
>

export const sqlAssembly = (database: Database): AssemblyRecords => ({
  ...sqlScreens(database),
  ...sqlQuestions(database),
  ...sqlVotes(database, changed),
})

const dark: ScreenState = { slideId: null, over: null, startedAt: null }

/** One more revision, in the transaction that makes the change. */
async function changed(tx: Tx, assemblyId: string, screen?: ScreenState): Promise<void> {
  await tx
    .insertInto('assembly_states')
    .values({ assembly_id: assemblyId, revision: 1, screen: JSON.stringify(screen ?? dark) })
    .onConflict((conflict) =>
      conflict.column('assembly_id').doUpdateSet({
        revision: sql<number>`assembly_states.revision + 1`,
        ...(screen ? { screen: JSON.stringify(screen) } : {}),
      }),
    )
    .execute()
}

function sqlScreens({ read, write }: Database): Screens {
  const row = (assemblyId: string) =>
    read.selectFrom('assembly_states').selectAll().where('assembly_id', '=', assemblyId).executeTakeFirst()
  return {
    revision: async (assemblyId) => (await row(assemblyId))?.revision ?? 0,
    async screen(assemblyId) {
      const kept = await row(assemblyId)
      return kept ? (JSON.parse(kept.screen) as ScreenState) : dark // written by `changed` only
    },
    show: (assemblyId, screen) => write.transaction().execute((tx) => changed(tx, assemblyId, screen)),
    async notes(assemblyId) {
      const rows = await read
        .selectFrom('assembly_notes')
        .select(['slide_id', 'text'])
        .where('assembly_id', '=', assemblyId)
        .execute()
      return new Map(rows.map(({ slide_id, text }) => [slide_id, text]))
    },
    async keepNote(assemblyId, slideId, text) {
      await write
        .insertInto('assembly_notes')
        .values({ assembly_id: assemblyId, slide_id: slideId, text })
        .onConflict((conflict) => conflict.columns(['assembly_id', 'slide_id']).doUpdateSet({ text }))
        .execute()
    },
  }
}

function sqlQuestions(database: Database): Questions {
  const { read, write } = database
  return {
    ask: (assemblyId, { at, id, name, text }, by) =>
      write.transaction().execute(async (tx) => {
        await tx
          .insertInto('assembly_questions')
          .values({ id, assembly_id: assemblyId, text, name, asked_by: by, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        await changed(tx, assemblyId)
      }),
    questions: (assemblyId) => questionsOf(database, assemblyId),
    async questionIdsOf(assemblyId, by) {
      const rows = await read
        .selectFrom('assembly_questions')
        .select('id')
        .where('assembly_id', '=', assemblyId)
        .where('asked_by', '=', by)
        .orderBy('at')
        .execute()
      return rows.map(({ id }) => id)
    },
    moderate: (questionId, act) =>
      ofQuestion(database, questionId, async (tx) => {
        const last = await tx
          .selectFrom('assembly_question_acts')
          .select(({ fn }) => fn.max('place').as('place'))
          .where('question_id', '=', questionId)
          .executeTakeFirst()
        const { at, byName, note, state } = act
        await tx
          .insertInto('assembly_question_acts')
          .values({
            ...{
              question_id: questionId,
              place: Number(last?.place ?? 0) + 1,
              state,
              note,
              by_name: byName,
              at,
            },
          })
          .execute()
      }),
    support: (questionId, by, on) =>
      ofQuestion(database, questionId, async (tx) => {
        const row = { question_id: questionId, supported_by: by }
        if (on)
          await tx
            .insertInto('assembly_supports')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        else
          await tx
            .deleteFrom('assembly_supports')
            .where('question_id', '=', questionId)
            .where('supported_by', '=', by)
            .execute()
      }),
    async supportedBy(assemblyId, by) {
      const rows = await read
        .selectFrom('assembly_supports')
        .innerJoin('assembly_questions', 'assembly_questions.id', 'assembly_supports.question_id')
        .select('assembly_supports.question_id')
        .where('assembly_questions.assembly_id', '=', assemblyId)
        .where('assembly_supports.supported_by', '=', by)
        .execute()
      return rows.map(({ question_id }) => question_id)
    },
  }
}

function ofQuestion(
  { kind, write }: Database,
  id: string,
  work: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  return write.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('assembly_questions')
      .select('assembly_id')
      .where('id', '=', id)
      // Locked, so that two who decide of it at the same instant take their places one after the other.
      .modifyEnd(forUpdate(kind))
      .executeTakeFirst()
    if (!found) return false
    await work(tx)
    await changed(tx, found.assembly_id)
    return true
  })
}

async function questionsOf({ read }: Database, assemblyId: string): Promise<readonly Question[]> {
  const rows = await read
    .selectFrom('assembly_questions')
    .select(['id', 'text', 'name', 'at'])
    .where('assembly_id', '=', assemblyId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const mine = <T extends { question_id: string }>(list: readonly T[], id: string): readonly T[] =>
    list.filter((one) => one.question_id === id)
  const acts = await read
    .selectFrom('assembly_question_acts')
    .innerJoin('assembly_questions', 'assembly_questions.id', 'assembly_question_acts.question_id')
    .selectAll('assembly_question_acts')
    .where('assembly_questions.assembly_id', '=', assemblyId)
    .orderBy('place')
    .execute()
  const supports = await read
    .selectFrom('assembly_supports')
    .innerJoin('assembly_questions', 'assembly_questions.id', 'assembly_supports.question_id')
    .select(({ fn }) => ['assembly_supports.question_id', fn.countAll<number>().as('count')])
    .where('assembly_questions.assembly_id', '=', assemblyId)
    .groupBy('assembly_supports.question_id')
    .execute()
  return rows.map((row) => ({
    ...row,
    support: Number(mine(supports, row.id)[0]?.count ?? 0),
    acts: mine(acts, row.id).map(({ at, by_name, note, state }) => ({
      ...{ at, note, byName: by_name },
      state: state as QuestionState, // written by `moderate` only
    })),
  }))
}
