// What every keeper of the boards' work must do.
import { beforeEach, describe, expect, test } from 'vitest'
import type { InstructionRecords, NewInstructionAct } from '#server/ports/instruction.ts'
import type { People } from '#server/ports/people.ts'
import type { Publications } from '#server/ports/publications.ts'
import type { Recommendation } from '#shared/cycle/cycleFile.ts'
import { blockTarget } from '#shared/instruction/instructionActs.ts'
import { importedVersion } from '#shared/publication/publishedVersion.ts'

export interface InstructionStore {
  readonly instruction: InstructionRecords
  readonly people: People
  readonly publications: Publications
}

const pulled = (id: string, recommendationId: string, boardId = 'board'): NewInstructionAct => ({
  ...{ id, day: '2020-06-10', at: 5, by: 'account:a', byName: 'A.' },
  body: { kind: 'pulled', boardId, recommendationId },
})

const text: Recommendation = {
  ...{
    id: 'rec-v',
    code: 'V',
    themeId: 'th',
    title: 'T',
    summary: '',
    constat: '',
    proposition: 'P',
    moyens: '',
  },
  ...{ nuances: [], jurisdictions: [], kind: 'tool', maturity: 'ready', contextIds: [], groupIds: [] },
  ...{ provenance: [], status: null, updatedAt: '2020-05-01' },
}

export function instructionContract(name: string, open: () => Promise<InstructionStore>): void {
  describe(`instruction: ${name}`, () => {
    let store: InstructionStore
    beforeEach(async () => {
      store = await open()
    })

    test('acts come back in their order, the same again is kept once, and all of a sending are kept or none', async () => {
      const { instruction } = store
      expect(await instruction.append([pulled('a1', 'r1'), pulled('a2', 'r2')], [])).toBe('kept')
      expect(await instruction.append([pulled('a1', 'r1'), pulled('a2', 'r2')], [])).toBe('kept')
      const stale = await instruction.append(
        [pulled('a3', 'r3')],
        [{ target: blockTarget('board'), acts: 1 }],
      )
      expect(stale).toBe('stale')
      expect(await instruction.append([pulled('a4', 'r4'), pulled('a1', 'r1')], [])).not.toBe('kept')
      const acts = await instruction.acts()
      expect(acts.map(({ id, place }) => [id, place])).toEqual([
        ['a1', 1],
        ['a2', 2],
      ])
      expect(acts[0]).toEqual({ ...pulled('a1', 'r1'), place: 1 })
    })

    test('of two who saw the same, one is stale; so is whoever read another version of the text', async () => {
      const { instruction, publications } = store
      const unchanged = [{ target: blockTarget('board'), acts: 0 }]
      const both = await Promise.all(
        ['b1', 'b2'].map((id) => instruction.append([pulled(id, 'r')], unchanged)),
      )
      expect([...both].sort()).toEqual(['kept', 'stale'])
      const read = (version: number) => [{ recommendationId: text.id, version }]
      expect(await instruction.append([pulled('b3', 'r')], read(1))).toBe('kept')
      const first = importedVersion(text)
      await publications.addVersions([first, { ...first, version: 2, fingerprint: 'other' }])
      expect(await instruction.append([pulled('b4', 'r')], read(1))).toBe('stale')
      expect(await instruction.append([pulled('b4', 'r')], read(2))).toBe('kept')
    })

    test('an own line changes what is given and that alone, and an avis is told without the note', async () => {
      const { instruction, people } = store
      const account = { groupIds: [], facilitatesGroupIds: [], standing: 'board' as const, personId: 'bm' }
      for (const id of ['ana', 'bea']) await people.saveAccount({ ...account, id, displayName: id })
      const key = { accountId: 'ana', boardId: 'board', recommendationId: 'r' }
      await instruction.keepOwn(key, { note: 'secret', readVersion: 2, openedAt: 7 })
      await instruction.keepOwn({ ...key, accountId: 'bea' }, { note: 'else' })
      expect(await instruction.avisOf('board')).toEqual([])
      await instruction.keepOwn(key, { avis: 'discuss', line: 'why', avisVersion: 3 })
      await instruction.keepOwn(key, { readVersion: 2, avisVersion: 4 })
      await instruction.keepOwn(key, {})
      expect(await instruction.ownLines('ana')).toEqual([
        { ...key, avis: 'discuss', avisVersion: 3, line: 'why', note: 'secret', readVersion: 2, openedAt: 7 },
      ])
      expect(await instruction.avisOf('board')).toEqual([
        { ...key, avis: 'discuss', avisVersion: 3, line: 'why' },
      ])
      await instruction.keepOwn(key, { avis: null })
      expect(await instruction.avisOf('board')).toEqual([])
      await instruction.forgetOwn('ana')
      expect(await instruction.ownLines('ana')).toEqual([])
      expect(await instruction.ownLines('bea')).toHaveLength(1)
    })
  })
}
