// Whole transactions by name. On the embedded store each is one round trip to the writer's thread; on PostgreSQL one transaction.
import { appendRows } from '#server/adapters/sql/appendRows.ts'
import { importCycle } from '#server/adapters/sql/cycle/importCycle.ts'
import { saveRoomState } from '#server/adapters/sql/saveRoomState.ts'

/** Inputs and answers are posted between threads: plain data only. */
export const procedures = { appendRows, saveRoomState, importCycle }

export type ProcedureName = keyof typeof procedures
export type ProcedureInput<N extends ProcedureName> = Parameters<(typeof procedures)[N]>[1]
export type ProcedureAnswer<N extends ProcedureName> = Awaited<ReturnType<(typeof procedures)[N]>>
