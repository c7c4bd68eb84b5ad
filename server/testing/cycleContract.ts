// What every keeper of the cycle must do.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Cycle } from '#server/ports/cycle.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests go through files by name and break them in ways that their type forbids
export type Json = any

const data = new URL('../features/demo/data/', import.meta.url)
const read = (name: string): Json => JSON.parse(readFileSync(new URL(name, data), 'utf8'))

export const demoCycle = (): Json => read('cycle-2019-2020.json')
export const demoMoments = (): Json => read('moments.json')

/** `open` gives an empty store. */
export function cycleContract(name: string, open: () => Promise<OpenPort<Cycle>>): void {
  const withCycle = onCycle(open)
  describe(`cycle: ${name}`, () => {
    describe('import and export', () => roundTrips(withCycle))
    describe('a second import', () => secondImports(withCycle))
    test('an empty store says so', () =>
      withCycle(async (cycle) => {
        expect(await cycle.exportFile()).toBeUndefined()
        expect(await cycle.about({ before: '2020-01-01' })).toBeUndefined()
        expect(await cycle.groups()).toEqual([])
        expect(await cycle.group('NTE')).toBeUndefined()
        expect(await cycle.person('mem-001')).toBeUndefined()
        expect(await cycle.recommendations({ before: '2020-01-01' })).toEqual([])
      }))
  })
}

export const onCycle =
  (open: () => Promise<OpenPort<Cycle>>): WithCycle =>
  async (act) => {
    const { port, close } = await open()
    try {
      await act(port)
    } finally {
      await close()
    }
  }

export type WithCycle = (act: (cycle: Cycle) => Promise<void>) => Promise<void>

const imported = (added: number, changed: number, unchanged: number, kept: number) => ({
  ok: true,
  report: { added, changed, unchanged, kept },
})

function roundTrips(withCycle: WithCycle): void {
  test('of the demo are equal, and a second time nothing changes', () =>
    withCycle(async (cycle) => {
      expect(await cycle.importFile(demoCycle())).toEqual(imported(862, 0, 0, 0))
      expect(await cycle.exportFile()).toStrictEqual(demoCycle())
      expect(await cycle.importFile(demoCycle())).toEqual(imported(0, 0, 862, 0))
      expect(await cycle.exportFile()).toStrictEqual(demoCycle())
    }))

  test('of another cooperative are equal: other scripts, markup, long texts, absent fields', () =>
    withCycle(async (cycle) => {
      const before = otherCooperative()
      expect(await cycle.importFile(before)).toMatchObject({ ok: true })
      const after: Json = await cycle.exportFile()
      expect(after).toStrictEqual(otherCooperative())
      expect(JSON.parse(JSON.stringify(after))).toStrictEqual(otherCooperative())
      expect(await cycle.group('ω')).toMatchObject({ id: 'g1', code: 'Ω', entityIds: ['e/1'] })
      // Whole for the pages: what the file left out is null or empty.
      expect(await cycle.group('g2')).toMatchObject({ facilitatorIds: [], note: null, languages: [] })
      expect((await cycle.members({ groupId: 'g1' })).map(({ id }) => id)).toEqual(['m1', 'm2', '__proto__'])
      expect(await cycle.person('toString')).toMatchObject({ kind: 'team', displayName: 'عائشة' })
    }))

  test('give back what the format does not know, wherever it stands', () =>
    withCycle(async (cycle) => {
      const file: Json = demoCycle()
      file.id = 'a field of ours'
      file.extras = { absent: ['x'], deep: [{ id: 'mem-001' }, null, 1.5] }
      file.organisation.colour = '#fff'
      file.cycle.stages[2].position = 9
      file.boards[0].members[1].extras = null
      file.themes[1].__defineGetter__ = 'text'
      file.sessions[3].attendance.children = 4
      file.sessions[3].attendance.byGroup[0].late = true
      file.decisions[5].votes.spoilt = { a: 1 }
      file.recommendations[7].provenance[0].weight = -1
      Object.defineProperty(file.drafts[0], '__proto__', { value: { polluted: true }, enumerable: true })
      const text = JSON.stringify(file)
      expect(await cycle.importFile(JSON.parse(text))).toMatchObject({ ok: true })
      const after = await cycle.exportFile()
      expect(after).toStrictEqual(JSON.parse(text))
      expect(Object.hasOwn(after?.drafts?.[0] ?? {}, '__proto__')).toBe(true)
      expect(({} as Json).polluted).toBeUndefined()
      expect(await cycle.importFile(JSON.parse(text))).toEqual(imported(0, 0, 862, 0))
    }))

  test('keep absent apart from null and from empty', () =>
    withCycle(async (cycle) => {
      const file: Json = otherCooperative()
      for (const name of ['presentations', 'planItems', 'localInitiatives', 'team']) delete file[name]
      file.planItems = []
      expect(await cycle.importFile(structuredClone(file))).toMatchObject({ ok: true })
      expect(await cycle.exportFile()).toStrictEqual(file)
      expect(await cycle.presentations()).toEqual([])
      expect(await cycle.team()).toEqual([])
    }))

  test('are all or nothing', () =>
    withCycle(async (cycle) => {
      const file: Json = demoCycle()
      file.recommendations[12].nuances[0].groupId = 'grp-x'
      const outcome = await cycle.importFile(file)
      const problem = {
        path: 'recommendations[12].nuances[0].groupId',
        code: 'unknownId',
        params: { id: 'grp-x' },
      }
      expect(outcome).toEqual({ ok: false, problems: [problem], total: 1 })
      expect(await cycle.exportFile()).toBeUndefined()
    }))
}

function secondImports(withCycle: WithCycle): void {
  test('changes what differs, moves what moved, keeps what only the store has', () =>
    withCycle(async (cycle) => {
      await cycle.importFile(demoCycle())
      const file: Json = demoCycle()
      const [gone] = file.localInitiatives.splice(2, 1)
      file.members[4].displayName = 'Autre N.'
      file.recommendations[0].nuances.reverse()
      file.recommendations[1].jurisdictions = file.recommendations[1].jurisdictions.slice(0, 1)
      file.contextCards.push({ ...structuredClone(file.contextCards[0]), id: 'ctx-new' })
      ;[file.ressentis[0], file.ressentis[1]] = [file.ressentis[1], file.ressentis[0]]
      expect(await cycle.importFile(structuredClone(file))).toEqual(imported(1, 3, 858, 1))
      file.localInitiatives.push(gone)
      expect(await cycle.exportFile()).toStrictEqual(file)
    }))

  test('moves an inner record from one parent to another', () =>
    withCycle(async (cycle) => {
      await cycle.importFile(demoCycle())
      const file: Json = demoCycle()
      file.recommendations[9].nuances.unshift(file.recommendations[0].nuances.pop())
      expect(await cycle.importFile(structuredClone(file))).toEqual(imported(0, 2, 860, 0))
      expect(await cycle.exportFile()).toStrictEqual(file)
    }))

  test('is refused when what is kept would refer to what goes', () =>
    withCycle(async (cycle) => {
      await cycle.importFile(demoCycle())
      const file: Json = demoCycle()
      const [session] = file.boardSessions.splice(0, 1)
      file.decisions = file.decisions.filter((decision: Json) => decision.boardSessionId !== session.id)
      file.planItems = []
      const board = file.boards.find(({ id }: Json) => id === session.boardId)
      board.members = board.members.filter(({ id }: Json) => id !== session.presentIds[0])
      for (const other of file.boardSessions)
        other.presentIds = other.presentIds.filter((id: string) => id !== session.presentIds[0])
      const outcome = await cycle.importFile(file)
      expect(outcome).toMatchObject({
        ok: false,
        problems: [{ code: 'unknownId', params: { id: session.presentIds[0] } }],
      })
      expect(await cycle.exportFile()).toStrictEqual(demoCycle())
    }))

  test('of another organisation or cycle is refused, unless it is to replace', () =>
    withCycle(async (cycle) => {
      await cycle.importFile(demoCycle())
      expect(await cycle.importFile(otherCooperative())).toMatchObject({
        ok: false,
        problems: [{ code: 'otherOrganisation' }],
      })
      const next: Json = demoCycle()
      next.cycle.id = 'cyc-2021'
      expect(await cycle.importFile(next)).toMatchObject({
        ok: false,
        problems: [{ path: 'cycle.id', code: 'otherCycle' }],
      })
      expect(await cycle.exportFile()).toStrictEqual(demoCycle())
      expect(await cycle.importFile(otherCooperative(), { replace: true })).toMatchObject({
        ok: true,
        report: { kept: 0 },
      })
      expect(await cycle.exportFile()).toStrictEqual(otherCooperative())
      expect(await cycle.importFile(demoCycle(), { replace: true })).toMatchObject({ ok: true })
      expect(await cycle.exportFile()).toStrictEqual(demoCycle())
    }))
}
