// What every keeper of convergences must do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConvergenceRecords } from '#server/ports/convergence.ts'
import type { OpenPort } from '#server/testing/documentLogContract.ts'
import { type ConvergenceState, nothingConverged } from '#shared/convergence/convergenceState.ts'

const withFamily = (title: string): ConvergenceState => ({
  ...nothingConverged,
  families: [{ id: 'f', title, items: [] }],
})
const next = (title: string, at = 5) => ({
  state: withFamily(title),
  deed: { act: { act: 'add-families', titles: [title] }, by: 'acc-1', byName: 'Nora', at },
})

export function convergenceContract(name: string, open: () => Promise<OpenPort<ConvergenceRecords>>): void {
  describe(`convergence: ${name}`, () => {
    let port: ConvergenceRecords
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      port = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())

    test('a cycle begins with nothing; what was kept comes back whole, with its deeds, and no other cycle sees it', async () => {
      expect(await port.convergence('cv-a')).toEqual({ state: nothingConverged, version: 0 })
      expect(await port.saveConvergence('cv-a', 0, next('L’égalité'))).toBe('saved')
      expect(await port.saveConvergence('cv-a', 1, next('Ouvrir', 1_700_000_000_000))).toBe('saved')
      expect(await port.convergence('cv-a')).toEqual({ state: withFamily('Ouvrir'), version: 2 })
      expect(await port.convergenceDeeds('cv-a')).toEqual([
        { ...next('L’égalité').deed, version: 1 },
        { ...next('Ouvrir', 1_700_000_000_000).deed, version: 2 },
      ])
      expect(await port.convergence('cv-b')).toMatchObject({ version: 0 })
    })

    test('of two who act at once one is stale, and nothing of it is kept', async () => {
      const both = await Promise.all(
        ['Un', 'Deux'].map((title) => port.saveConvergence('cv-c', 0, next(title))),
      )
      expect([...both].sort()).toEqual(['saved', 'stale'])
      expect(await port.convergenceDeeds('cv-c')).toHaveLength(1)
      expect(await port.saveConvergence('cv-c', 0, next('Trois'))).toBe('stale')
      expect((await port.convergence('cv-c')).version).toBe(1)
    })
  })
}
