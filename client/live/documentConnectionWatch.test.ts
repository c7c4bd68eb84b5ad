// Silence, and nothing else, tells that a line is dead.
import { expect, test } from 'vitest'
import { judgeLine, type LineFacts, type LineVerdict } from '#client/live/documentConnectionWatch.ts'

const now = 1_000_000
const healthy: LineFacts = {
  now,
  open: true,
  joined: true,
  heardAt: now - 100,
  probedAt: undefined,
  lastProbeAt: 0,
  waiting: undefined,
  opening: 2_500,
  patience: 1,
}
const waiting = (since: number, bytes = 50) => ({ since: now - since, bytes })

test.each<[string, Partial<LineFacts>, LineVerdict]>([
  ['a healthy line', {}, { act: 'wait', silent: false }],
  ['opening', { open: false, joined: false, heardAt: now - 2_000 }, { act: 'wait', silent: false }],
  [
    'opening for too long',
    { open: false, joined: false, heardAt: now - 2_600 },
    { act: 'cut', silent: false },
  ],
  ['a long document is coming', { joined: false, heardAt: now - 6_000 }, { act: 'wait', silent: true }],
  ['no document comes', { joined: false, heardAt: now - 13_000 }, { act: 'cut', silent: true }],
  [
    'no document comes, but the last line was given up too soon',
    { joined: false, heardAt: now - 13_000, patience: 2 },
    { act: 'wait', silent: true },
  ],
  ['idle, the server speaks every 20 s', { heardAt: now - 21_000 }, { act: 'wait', silent: false }],
  ['idle for too long', { heardAt: now - 26_000 }, { act: 'probe', silent: false }],
  [
    'idle and no answer to the probe',
    { heardAt: now - 31_000, probedAt: now - 5_000, lastProbeAt: now - 5_000 },
    { act: 'cut', silent: false },
  ],
  [
    'just sent after a long pause',
    { heardAt: now - 19_000, waiting: waiting(500) },
    { act: 'wait', silent: false },
  ],
  [
    'not acknowledged for two seconds',
    { heardAt: now - 2_000, waiting: waiting(2_000) },
    { act: 'probe', silent: false },
  ],
  [
    'asked a moment ago',
    { heardAt: now - 3_000, waiting: waiting(3_000), probedAt: now - 1_000, lastProbeAt: now - 1_000 },
    { act: 'wait', silent: false },
  ],
  [
    'no sign for four seconds',
    { heardAt: now - 4_100, waiting: waiting(4_100) },
    { act: 'cut', silent: true },
  ],
  [
    'no sign for four seconds on a line known to be slow',
    {
      heardAt: now - 4_100,
      waiting: waiting(4_100),
      patience: 2,
      lastProbeAt: now - 1_000,
      probedAt: now - 1_000,
    },
    { act: 'wait', silent: true },
  ],
  [
    'a megabyte is under way',
    {
      heardAt: now - 20_000,
      waiting: waiting(20_000, 1_000_000),
      lastProbeAt: now - 1_000,
      probedAt: now - 1_000,
    },
    { act: 'wait', silent: false },
  ],
  [
    'others are heard, but our probe is not answered',
    { waiting: waiting(13_000), probedAt: now - 11_000, lastProbeAt: now - 11_000 },
    { act: 'cut', silent: true },
  ],
])('%s', (_name, facts, verdict) => {
  expect(judgeLine({ ...healthy, ...facts })).toEqual(verdict)
})
