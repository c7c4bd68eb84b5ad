// What can be wrong with a cycle file, and where.

export const cycleProblemCodes = [
  'notJson',
  'format',
  'version',
  'tooDeep',
  'missing',
  'wrongType',
  'notAllowed',
  'outOfRange',
  'characters',
  'empty',
  'tooLong',
  'date',
  'time',
  'duplicateId',
  'repeated',
  'unknownId',
  'wrongKind',
  'unknownCode',
  'duplicateCode',
  'unknownStage',
  'endBeforeStart',
  'notReciprocal',
  'notMember',
  'bothModes',
  'attendance',
  'joint',
  'otherGroup',
  'inGroup',
  'otherBoard',
  'otherRecommendation',
  'otherOrganisation',
  'otherCycle',
] as const

export type CycleProblemCode = (typeof cycleProblemCodes)[number]

/** Problems told at once; the rest is only counted. */
export const mostProblems = 20

export interface CycleProblem {
  /** The place in the file, as in `recommendations[12].nuances[0].groupId`; empty for the file as a whole. */
  readonly path: string
  readonly code: CycleProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/** `a.b[3].c` from `['a', 'b', 3, 'c']`; names that are not plain words are quoted. */
export function placeOf(path: readonly PropertyKey[]): string {
  let place = ''
  for (const part of path) {
    if (typeof part === 'number') place += `[${part}]`
    else if (/^[A-Za-z_]\w*$/.test(String(part))) place += place === '' ? String(part) : `.${String(part)}`
    else place += `[${JSON.stringify(String(part))}]`
  }
  return place
}
