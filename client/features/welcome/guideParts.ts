// The guide's lines in their order, each with what its button does; a line without one names the button in its words.

export const guideActs = [
  'agenda',
  'share',
  'screen',
  'seats',
  'write',
  'vote',
  'consent',
  'speak',
  'gather',
] as const
export type GuideAct = (typeof guideActs)[number]

interface GuideLine {
  readonly line: string
  readonly act?: GuideAct
}

export const guideParts: Readonly<Record<'before' | 'during' | 'after', readonly GuideLine[]>> = {
  before: [
    { line: 'prepare', act: 'agenda' },
    { line: 'invite', act: 'share' },
    { line: 'screen', act: 'screen' },
    { line: 'seats', act: 'seats' },
    { line: 'call' },
  ],
  during: [
    { line: 'begin' },
    { line: 'write', act: 'write' },
    { line: 'timer' },
    { line: 'speak', act: 'speak' },
    { line: 'vote', act: 'vote' },
    { line: 'consent', act: 'consent' },
    { line: 'gather', act: 'gather' },
    { line: 'together', act: 'agenda' },
  ],
  after: [{ line: 'end' }, { line: 'decided', act: 'agenda' }, { line: 'again' }],
}
