// The cycle as the administration reads and changes it: one record at a time, each change judged with the whole cycle.
import type { Cycle } from '#server/ports/cycle.ts'
import type { Account } from '#server/ports/people.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import { applyEdit, type CycleEdit, recordIn, seenOf } from '#shared/admin/applyEdit.ts'
import type { CycleAdminAnswer, RefusedCycle, SeenRecord } from '#shared/admin/cycleAdmin.ts'
import {
  type EditedKind,
  type EditedRecord,
  editedKinds,
  isSingle,
  mayEditRecord,
  mayMoveOrganisation,
  type StartInput,
} from '#shared/admin/editedRecords.ts'
import { type CycleErrorLanguage, describeCycleProblem } from '#shared/cycle/cycleErrors.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import type { CycleProblem } from '#shared/cycle/cycleProblem.ts'

export interface DeskStore {
  readonly cycle: Pick<Cycle, 'exportFile' | 'importFile'>
  readonly rooms: Pick<Rooms, 'all'>
}

export async function cycleAdminAnswer(store: DeskStore, by: Account): Promise<CycleAdminAnswer> {
  const [file, rooms] = await Promise.all([store.cycle.exportFile(), store.rooms.all()])
  const members = file?.members ?? []
  return {
    begun: file !== undefined,
    records: Object.fromEntries(
      editedKinds.map((kind) => [kind, file ? recordsOf(file, kind) : []]),
    ) as unknown as CycleAdminAnswer['records'], // one list for each kind
    members: members.map(({ id, displayName, groupIds }) => ({
      ...{ id, name: displayName, groupIds: groupIds ?? [] },
    })),
    editable: editedKinds.filter((kind) => mayEditRecord(by, kind)),
    mayMove: mayMoveOrganisation(by),
    groupsWithRoom: rooms.filter(({ kind }) => kind === 'group').flatMap(({ groupIds }) => groupIds),
  }
}

function recordsOf(file: CycleFile, kind: EditedKind): SeenRecord[] {
  const list = isSingle(kind) ? [file[kind]] : file[kind]
  return (list as readonly EditedRecord[]).map((record) => ({ record, seen: seenOf(record) }))
}

export type EditOutcome = { readonly kind: 'done' } | { readonly kind: 'stale' } | RefusedEdit
export interface RefusedEdit {
  readonly kind: 'refused'
  readonly problems: readonly CycleProblem[]
  readonly total: number
}

/** How often two people who change other records at the same instant are made one after the other. */
const mostTries = 8

/** `seen` is what the asker looked at; null for a record that must not be there yet. */
export async function edit(
  { cycle }: Pick<DeskStore, 'cycle'>,
  asked: CycleEdit & { readonly seen: string | null },
): Promise<EditOutcome> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const file = await cycle.exportFile()
    const standing = file && recordIn(file, asked.kind, asked.id)
    if (!file || (standing ? seenOf(standing) : null) !== asked.seen) return { kind: 'stale' }
    const next = applyEdit(file, asked)
    // Replaced whole, so that what was taken away goes; only the rows that differ are written.
    const outcome = await cycle.importFile(next, { replace: true, over: seenOf(file) })
    if (outcome.ok) return { kind: 'done' }
    if (!outcome.stale) return { kind: 'refused', problems: outcome.problems, total: outcome.total }
  }
  return { kind: 'stale' }
}

/** The smallest cooperative: one entity, no group yet. False where one is here already. */
export async function begin(
  { cycle }: Pick<DeskStore, 'cycle'>,
  input: StartInput,
  newId: (prefix: string) => string,
): Promise<EditOutcome> {
  const entityId = newId('ent')
  const file: CycleFile = {
    ...{ format: 'coop-cycle', formatVersion: 1, language: input.language },
    organisation: {
      ...{ id: newId('org'), name: input.organisation },
      ...{ entityIds: [entityId], languages: [input.language] },
    },
    entities: [{ id: entityId, ...input.entity, boardId: null, languages: [input.language] }],
    cycle: { id: newId('cycle'), ...input.cycle, currentStage: null, stages: [], milestones: [] },
    ...{ boards: [], antennas: [], themes: [], groups: [], members: [] },
  }
  const outcome = await cycle.importFile(file, { over: null })
  if (outcome.ok) return { kind: 'done' }
  return outcome.stale
    ? { kind: 'stale' }
    : { kind: 'refused', problems: outcome.problems, total: outcome.total }
}

export const refusedWith = (
  { problems, total }: { readonly problems: readonly CycleProblem[]; readonly total: number },
  language: CycleErrorLanguage,
): RefusedCycle => ({
  ok: false,
  total,
  problems: problems.map((problem) => ({
    path: problem.path,
    words: describeCycleProblem({ ...problem, path: '' }, language),
  })),
  other: problems.some(({ code }) => code === 'otherOrganisation' || code === 'otherCycle'),
})
