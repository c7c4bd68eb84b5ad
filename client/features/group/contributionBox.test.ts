// What waits for the line: kept over a reload, sent once under its own id, never lost to a refusal.
import { expect, test } from 'vitest'
import { createContributionBox, nothingTyped } from '#client/features/group/contributionBox.ts'
import type { ContributionInput } from '#shared/group/groupPage.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

const note = { kind: 'note', text: 'Apporter des chaises' } as const
const words = (input: ContributionInput): string => input.text

test('what was typed and what waits are there after a reload, under any spelling of the group', () => {
  const disk = storage()
  const before = createContributionBox('NANTES', disk)
  before.type({ ...nothingTyped, kind: 'note', text: 'à moitié' })
  before.put(note)
  const after = createContributionBox('nantes', disk)
  expect(after.typed()).toMatchObject({ kind: 'note', text: 'à moitié' })
  expect(after.waiting().map(({ input }) => words(input))).toEqual(['Apporter des chaises'])
  expect(createContributionBox('LYON', disk).waiting()).toEqual([])
})

test('without a line nothing is lost, and the next try sends the same id, oldest first', async () => {
  const box = createContributionBox('nantes', storage())
  box.put(note)
  box.put({ ...note, text: 'Et du thé' })
  const tried: string[] = []
  expect(await box.flush(async ({ id }) => (tried.push(id), 'away'))).toBe(0)
  expect(tried).toHaveLength(1)
  const sent: ContributionInput[] = []
  expect(await box.flush(async (input) => (sent.push(input), 'done'))).toBe(2)
  expect(sent.map(words)).toEqual(['Apporter des chaises', 'Et du thé'])
  expect(sent[0]?.id).toBe(tried[0])
  expect(box.waiting()).toEqual([])
})

test('two flushes at once send each one once', async () => {
  const box = createContributionBox('nantes', storage())
  box.put(note)
  const sent: string[] = []
  const send = async ({ id }: ContributionInput): Promise<'done'> => {
    await Promise.resolve()
    sent.push(id)
    return 'done'
  }
  await Promise.all([box.flush(send), box.flush(send)])
  expect(sent).toHaveLength(1)
})

test('a refused one stays with its author, stops no other, and may be tried again', async () => {
  const box = createContributionBox('nantes', storage())
  box.put(note)
  box.put({ ...note, text: 'Et du thé' })
  const arrived = await box.flush(async ({ text }) => (text === note.text ? 'refused' : 'done'))
  expect(arrived).toBe(1)
  const [left] = box.waiting()
  expect(left).toMatchObject({ refused: true, input: note })
  box.retry(left?.input.id ?? '')
  expect(await box.flush(async () => 'done')).toBe(1)
})

test('a browser that keeps nothing still keeps it until the page is closed', async () => {
  const box = createContributionBox('nantes', undefined)
  box.put(note)
  expect(box.waiting()).toHaveLength(1)
  expect(await box.flush(async () => 'done')).toBe(1)
})

test('what is not a contribution under our keys is left alone', () => {
  const disk = storage()
  disk.setItem('faire-ensemble.waiting|nantes|x', '{"input":{"kind":"note"},"order":1}')
  disk.setItem('faire-ensemble.typed|nantes', '{"kind":7,"text":[]}')
  const box = createContributionBox('nantes', disk)
  expect(box.waiting()).toEqual([])
  expect(box.typed()).toEqual(nothingTyped)
})
