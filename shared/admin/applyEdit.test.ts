// An edit of one record keeps the whole file true; what would break it is found by the file's own checks.
import { expect, test } from 'vitest'
import { applyEdit, recordIn, seenOf } from '#shared/admin/applyEdit.ts'
import { compareFiles } from '#shared/admin/comparedFiles.ts'
import { completeRecord } from '#shared/admin/completeRecord.ts'
import { editedFields, editedKinds, mayEditRecord, wrongFields } from '#shared/admin/editedRecords.ts'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

const problems = (file: CycleFile): string[] => {
  const checked = checkCycleFile(file)
  return checked.ok ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`)
}

test('a group moved to another theme is listed there, with its facilitators as members, in a file that holds', () => {
  const file = otherCooperative()
  const before = JSON.stringify(file)
  const old = recordIn(file, 'groups', 'g2')
  if (!old) throw new Error('the group is gone')
  const record = { ...old, themeId: 'th-empty', facilitatorIds: ['m4'], antennaId: 'a1' }
  const next = applyEdit(file, { kind: 'groups', id: 'g2', record })
  expect(problems(next)).toEqual([])
  expect(recordIn(next, 'themes', 'th')?.['groupIds']).toEqual(['g1'])
  expect(recordIn(next, 'themes', 'th-empty')?.['groupIds']).toEqual(['g2'])
  expect(recordIn(next, 'groups', 'g2')).toMatchObject({ onlineOnly: false, memberIds: ['m2', 'm4'] })
  expect(next.members.find(({ id }) => id === 'm4')?.groupIds).toEqual(['g2'])
  expect(JSON.stringify(file)).toBe(before)
})

test('a new entity is the organisation’s, its board is its own, and taking both away leaves the file as it was', () => {
  const file = otherCooperative()
  const entity = applyEdit(file, {
    ...{ kind: 'entities', id: 'e/4' },
    record: { id: 'e/4', name: 'Québec', code: 'QC', boardId: null },
  })
  const both = applyEdit(entity, {
    ...{ kind: 'boards', id: 'b 4' },
    record: { id: 'b 4', entityId: 'e/4', name: 'Conseil', members: [] },
  })
  expect(problems(both)).toEqual([])
  expect(both.organisation.entityIds).toEqual(['e/3', 'e/1', 'e/2', 'e/4'])
  expect(recordIn(both, 'entities', 'e/4')?.['boardId']).toBe('b 4')
  const gone = applyEdit(applyEdit(both, { kind: 'boards', id: 'b 4', record: null }), {
    ...{ kind: 'entities', id: 'e/4', record: null },
  })
  expect(gone).toEqual(file)
})

test('what others refer to cannot be taken away: the check says where', () => {
  const file = otherCooperative()
  const without = (kind: 'entities' | 'themes' | 'antennas' | 'groups', id: string) =>
    problems(applyEdit(file, { kind, id, record: null }))
  expect(without('entities', 'e/1')).toContain('boards[0].entityId unknownId')
  expect(without('themes', 'th')).toContain('groups[0].themeId unknownId')
  expect(without('antennas', 'a1')).toContain('groups[0].antennaId unknownId')
  expect(without('themes', 'th-empty')).toEqual(['contextCards[0].themeIds[0] unknownId'])
  expect(
    without('groups', 'g2').every((one) => !one.startsWith('themes') && !one.startsWith('members')),
  ).toBe(true)
})

test('fields that no form knows stay, lines without an id get one, a stage that is gone is not the current one', () => {
  const file = otherCooperative()
  const changed = applyEdit(file, {
    ...{ kind: 'organisation', id: file.organisation.id },
    record: { id: file.organisation.id, name: 'Ένωση' },
  })
  expect(changed.organisation).toEqual({ ...file.organisation, name: 'Ένωση' })
  let made = 0
  const newId = (prefix: string) => `${prefix}-${++made}`
  const board = completeRecord(
    'boards',
    { id: 'b 1', members: [{ id: 'bm1' }, { displayName: 'Zoé' }] },
    newId,
  )
  expect(board['members']).toEqual([{ id: 'bm1' }, { displayName: 'Zoé', id: 'bm-1' }])
  const cycle = completeRecord(
    'cycle',
    { id: 'c', currentStage: 'σκέψη', stages: [{ key: 'only other' }, { name: 'Neu' }] },
    newId,
  )
  expect(cycle).toMatchObject({
    currentStage: null,
    stages: [
      { key: 'only other', order: 1 },
      { key: 'stage-2', name: 'Neu', order: 2 },
    ],
  })
})

test('a record that is not what it must be is told by its fields; every kind has fields, and its own editors', () => {
  expect(wrongFields('cycle', { id: 'c', name: '', start: '2024-02-30', end: '2025-01-01' })).toEqual([
    'name',
    'start',
  ])
  const file = otherCooperative()
  expect(wrongFields('groups', file.groups[0])).toEqual([])
  for (const kind of editedKinds) {
    expect(editedFields[kind].length, kind).toBeGreaterThan(2)
    expect(mayEditRecord({ standing: 'admin' }, kind)).toBe(true)
    for (const standing of ['member', 'team', 'board', 'guest'] as const)
      expect(mayEditRecord({ standing }, kind)).toBe(false)
  }
  expect(editedKinds.filter((kind) => mayEditRecord({ standing: 'cooperative-life' }, kind))).toEqual([
    'antennas',
    'cycle',
    'themes',
    'groups',
  ])
})

test('the comparison counts every record once, whatever the order of its fields', () => {
  const file = otherCooperative()
  const present = otherCooperative()
  const shuffled = Object.fromEntries(Object.entries(present.groups[0] ?? {}).reverse())
  present.groups[0] = shuffled as CycleFile['groups'][number] // the same record, its fields turned about
  if (present.groups[1]) present.groups[1].name = 'Autre'
  present.antennas.push({ id: 'a9', name: 'Ici' })
  const lines = new Map(compareFiles(present, file).map(({ name, ...counts }) => [name, counts]))
  expect(lines.get('groups')).toEqual({ added: 0, changed: 1, unchanged: 1, onlyHere: 0 })
  expect(lines.get('antennas')).toEqual({ added: 0, changed: 0, unchanged: 1, onlyHere: 1 })
  expect(lines.get('organisation')).toEqual({ added: 0, changed: 0, unchanged: 1, onlyHere: 0 })
  expect(compareFiles(undefined, file).every(({ changed, unchanged }) => changed + unchanged === 0)).toBe(
    true,
  )
  expect(seenOf({ a: 1 })).not.toBe(seenOf({ a: 2 }))
})
