// What is laid over an imported cycle: whatever people typed stays text, what leads nowhere is left out, what nobody touched stays itself.
import { expect, test } from 'vitest'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'
import { type FileEntry, standingFile } from '#shared/exports/standingFile.ts'

const hostile = [
  '=cmd|"/C calc"!A0',
  '<script>alert(1)</script><img src="file:///etc/passwd">',
  '../../etc/passwd\u202egpj',
  '{"__proto__":{"admin":true}}',
  "'; DROP TABLE drafts; --",
].join(' ')
const imported = otherCooperative()
const first = <T>(list: readonly T[] | undefined): T => {
  const [one] = list ?? []
  if (one === undefined) throw new Error('the list is empty')
  return one
}
const [group, recommendation, board] = [
  first(imported.groups),
  first(imported.recommendations),
  first(imported.boards),
]
const of = (...entries: FileEntry[]) => standingFile(imported, { entries, plannedUntil: null })
const votes = { for: 1, against: 0, abstain: 0 }
const decision = (id: string, recommendationId: string): FileEntry => ({
  kind: 'decisions',
  record: {
    ...{ id, boardId: board.id, boardSessionId: 'no-sitting', recommendationId, decision: 'accept' },
    ...{ reason: hostile, basis: [], contextIds: ['no-card'], date: '2020-01-01', votes },
  },
})

test('a cycle over which nothing was laid is the very same', () => {
  expect(of().file).toBe(imported)
})

test('hostile words stand in every field as they were typed, and no key of theirs reaches an object', () => {
  const draft = {
    ...{ id: 'dr-here', groupId: group.id, date: '2020-01-01', title: hostile, text: hostile },
    ...(JSON.parse('{"__proto__": {"admin": true}}') as object),
  }
  const words = { title: hostile, summary: hostile, constat: hostile, proposition: hostile, moyens: hostile }
  const { file, leftOut } = of(
    { kind: 'drafts', record: draft },
    { kind: 'recommendations', record: { id: recommendation.id, ...words } },
    decision('dec-here', recommendation.id),
  )
  expect(leftOut).toEqual([])
  const read = JSON.parse(JSON.stringify(file)) as typeof file
  expect(checkCycleFile(read)).toMatchObject({ ok: true })
  expect(read.recommendations?.find(({ id }) => id === recommendation.id)).toMatchObject(words)
  expect(read.drafts?.at(-1)).toMatchObject({ title: hostile, text: hostile })
  expect({}).not.toHaveProperty('admin')
  expect(read.drafts?.at(-1)).not.toHaveProperty('admin')
})

test('references that lead nowhere are taken away; a record that cannot stand without one is left out and named', () => {
  const { file, leftOut } = of(
    decision('dec-here', recommendation.id),
    decision('dec-lost', 'rec-of-another-cycle'),
    { kind: 'groups', record: { id: group.id, note: hostile } },
    { kind: 'groups', record: { id: 'grp-gone', note: hostile } },
  )
  expect([...leftOut].sort()).toEqual(['dec-lost', 'grp-gone'])
  expect(file.decisions?.at(-1)).toMatchObject({ id: 'dec-here', boardSessionId: null, contextIds: [] })
  expect(file.groups).toHaveLength(imported.groups.length)
  expect(file.groups[0]).toEqual({ ...group, note: hostile })
})

test('a new text tells its sources, its theme and its drafts; a source of another group’s list is theirs', () => {
  const draft = first(imported.drafts)
  const { id: _id, ...words } = recommendation
  const provenance = [
    { draftId: draft.id, groupId: draft.groupId, relation: 'kept' },
    { draftId: draft.id, groupId: 'grp-gone', relation: 'kept' },
    { draftId: 'dr-gone', groupId: draft.groupId, relation: 'kept' },
  ]
  const nuances = [{ id: 'nu-here', groupId: 'grp-gone', type: 'nuance', text: hostile }]
  const { file, leftOut } = of({
    kind: 'recommendations',
    record: { ...words, id: 'rec-here', provenance, nuances },
  })
  expect(leftOut).toEqual([])
  const made = file.recommendations?.at(-1)
  expect(made?.provenance).toEqual(provenance.slice(0, 1))
  expect(made?.nuances?.[0]?.groupId).toBeNull()
  expect(file.drafts?.find(({ id }) => id === draft.id)?.recommendationIds).toContain('rec-here')
})
