// Which tests run where: rules beside the code, ports on real databases, journeys in real browsers.
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Journeys that print figures have the machine for themselves. */
const measured = ['e2e/journeys/{bigBoard,lateJoiner}.test.ts']

/** What lasts longest: begun last, it would be waited for alone. */
const long = [
  'crawlDesk',
  'nantesLyon',
  'wholeLife',
  'typingTogether',
  'crawlPhone',
  'wholeSession',
  'groupPage',
  'joining',
  'phone',
  'documentWire',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,client,server/live,e2e/network}/**/*.test.ts'],
          testTimeout: 20_000,
          maxWorkers: 2,
          // They share nothing but their modules, whose loading costs as much as all of them together.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: [
            'server/{adapters,features,http,launch,transport}/**/*.test.ts',
            'server/*.test.ts',
            'e2e/wire/**/*.test.ts',
          ],
          globalSetup: ['server/testing/globalSetup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Many of them wait for processes that were killed.
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/journeys/**/*.test.ts'],
          exclude: measured,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'measured',
          include: measured,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
