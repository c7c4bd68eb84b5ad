import { expect, test } from 'vitest'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import { cycleErrorLanguages, describeCycleProblem } from '#shared/cycle/cycleErrors.ts'
import { type CycleProblem, cycleProblemCodes } from '#shared/cycle/cycleProblem.ts'
import { otherCooperative } from '#shared/cycle/otherCooperative.ts'
import { parseCycleJson } from '#shared/cycle/parseCycleJson.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break the file in ways that its type forbids
type Broken = any

/** The problems of a file that was broken in one way, as English lines. */
function problemsWhen(breakIt: (file: Broken) => void): string[] {
  const file: Broken = otherCooperative()
  breakIt(file)
  const checked = checkCycleFile(file)
  return checked.ok ? [] : checked.problems.map((problem) => describeCycleProblem(problem, 'en'))
}

test('another cooperative’s file is right as it is', () => {
  expect(problemsWhen(() => undefined)).toEqual([])
})

test.each<[string, (file: Broken) => void, string]>([
  ['not a cycle file', (f) => delete f.format, 'format: missing field'],
  ['another format', (f) => (f.format = 'coop-moments'), 'format: this is not a "coop-cycle" file'],
  [
    'another version',
    (f) => (f.formatVersion = 2),
    'formatVersion: unknown version 2; this program reads version 1',
  ],
  ['a list that is missing', (f) => delete f.groups, 'groups: missing field'],
  ['a field that is missing', (f) => delete f.entities[1].name, 'entities[1].name: missing field'],
  [
    'a number in place of a text',
    (f) => (f.themes[0].title = 7),
    'themes[0].title: unexpected type: 7 (expected: string)',
  ],
  [
    'a text in place of a list',
    (f) => (f.members = 'all'),
    'members: unexpected type: "all" (expected: array)',
  ],
  [
    'null in place of a record',
    (f) => (f.sessions[1] = null),
    'sessions[1]: unexpected type: null (expected: object)',
  ],
  [
    'an unknown word',
    (f) => (f.decisions[0].decision = 'maybe'),
    'decisions[0].decision: unknown value "maybe" (allowed: accept, reformulate, postpone, refuse)',
  ],
  [
    'a number beyond its range',
    (f) => (f.antennas[0].lat = 91),
    'antennas[0].lat: value out of range: 91 (expected: <= 90)',
  ],
  [
    'a day that does not exist',
    (f) => (f.sessions[0].date = '2023-02-29'),
    'sessions[0].date: impossible date: "2023-02-29" (expected: YYYY-MM-DD)',
  ],
  [
    'a date with a time',
    (f) => (f.cycle.start = '2023-01-01T00:00'),
    'cycle.start: impossible date: "2023-01-01T00:00" (expected: YYYY-MM-DD)',
  ],
  [
    'an hour that does not exist',
    (f) => (f.sessions[0].startTime = '24:00'),
    'sessions[0].startTime: impossible time: "24:00" (expected: HH:MM)',
  ],
  [
    'NUL',
    (f) => (f.groups[0].note = 'a\u0000b'),
    'groups[0].note: characters that cannot be kept (NUL or half a character)',
  ],
  [
    'half a character',
    (f) => (f.groups[0].note = 'a\ud83d'),
    'groups[0].note: characters that cannot be kept (NUL or half a character)',
  ],
  ['an empty name', (f) => (f.groups[0].name = ' \n'), 'groups[0].name: empty text'],
  ['an endless id', (f) => (f.antennas[0].id = 'x'.repeat(201)), 'antennas[0].id: more than 200 characters'],
  [
    'an unknown id',
    (f) => (f.recommendations[0].nuances[0].groupId = 'grp-x'),
    'recommendations[0].nuances[0].groupId: unknown id "grp-x"',
  ],
  [
    'an id of the wrong kind',
    (f) => f.drafts[0].authorIds.push('g1'),
    'drafts[0].authorIds[0]: "g1" is one of groups, an id of members is needed',
  ],
  [
    'an unknown code',
    (f) => f.themes[0].jurisdictions.push('FR'),
    'themes[0].jurisdictions[2]: no entity has the code "FR"',
  ],
  [
    'an id given twice',
    (f) => (f.recommendations[0].nuances[1].id = 'm1'),
    'recommendations[0].nuances[1].id: id "m1" is already taken by members[0].id',
  ],
  [
    'a code given twice',
    (f) => (f.entities[2].code = 'GR'),
    'entities[2].code: the code "GR" is already another entity’s',
  ],
  [
    'an id twice in a list',
    (f) => f.organisation.entityIds.push('e/3'),
    'organisation.entityIds[3]: "e/3" stands twice in the list',
  ],
  [
    'a name in a map',
    (f) => (f.sessions[0].numberInGroup['m 9'] = 1),
    'sessions[0].numberInGroup["m 9"]: unknown id "m 9"',
  ],
  [
    'an unknown stage',
    (f) => (f.cycle.currentStage = 'plan'),
    'cycle.currentStage: no stage has the key "plan"',
  ],
  [
    'an end before its start',
    (f) => (f.planItems[0].end = '2023-06-30'),
    'planItems[0].end: the end (2023-06-30) comes before the start (2023-07-01)',
  ],
  [
    'a member whose group does not know them',
    (f) => (f.members[3].groupIds = ['g1']),
    'members[3].groupIds[0]: "g1" does not name "m4" in memberIds',
  ],
  [
    'a group whose member does not know it',
    (f) => f.groups[0].memberIds.push('m4'),
    'groups[0].memberIds[3]: "m4" does not name "g1" in groupIds',
  ],
  [
    'a facilitator who is no member',
    (f) => (f.groups[1].facilitatorIds = ['m1']),
    'groups[1].facilitatorIds[0]: "m1" is not a member of the group',
  ],
  [
    'a session that does not know its group',
    (f) => (f.groups[1].sessionIds = ['s1']),
    'groups[1].sessionIds[0]: "s1" does not name "g2" in groupIds',
  ],
  [
    'someone in two places',
    (f) => (f.sessions[0].remoteMemberIds = ['m1']),
    'sessions[0].remoteMemberIds[0]: "m1" is both in the room and remote',
  ],
  [
    'a count that does not fit',
    (f) => (f.sessions[0].attendance.room = 3),
    'sessions[0].attendance.room: 3 people counted, 2 named',
  ],
  [
    'a session that is not joint',
    (f) => (f.sessions[1].joint = true),
    'sessions[1].joint: a session is joint when it gathers two groups or more (1 here)',
  ],
  [
    'a draft of another group',
    (f) => (f.recommendations[0].provenance[0].groupId = 'g2'),
    'recommendations[0].provenance[0].groupId: draft "d1" is of group "g1"',
  ],
  [
    'a feeling in no group',
    (f) => (f.ressentis[0].inGroup = true),
    'ressentis[0].inGroup: "inGroup" and "groupId" contradict each other',
  ],
  [
    'a decision of another board',
    (f) => (f.decisions[0].boardId = 'b 2'),
    'decisions[0].boardSessionId: session "bs" is of board "b 1"',
  ],
])('%s is found where it stands', (_, breakIt, line) => {
  expect(problemsWhen(breakIt)).toContain(line)
})

test.each([null, 7, 'text', [], [1], {}])('%j is not a cycle file', (json) => {
  expect(checkCycleFile(json).ok).toBe(false)
})

test('several problems are told at once, twenty at most, and all are counted', () => {
  const file: Broken = otherCooperative()
  file.groups[0].memberIds = Array.from({ length: 45 }, (_, i) => `nobody-${i}`)
  file.organisation.entityIds = ['nowhere']
  const checked = checkCycleFile(file)
  expect(checked).toMatchObject({ ok: false, total: 46 })
  if (!checked.ok)
    expect(checked.problems.map(({ path }) => path)).toEqual([
      'organisation.entityIds[0]',
      ...Array.from({ length: 19 }, (_, i) => `groups[0].memberIds[${i}]`),
    ])
})

test('nesting without end is refused, not followed', () => {
  const file: Broken = otherCooperative()
  let deep: unknown = 1
  for (let i = 0; i < 200_000; i++) deep = [deep]
  file.themes[0].more = deep
  expect(checkCycleFile(file)).toMatchObject({ ok: false, problems: [{ code: 'tooDeep' }] })
})

test('unknown fields are allowed everywhere', () => {
  expect(
    problemsWhen((file) => {
      file.mine = { id: 'm1', groupId: 'nowhere' }
      file.themes[0].colour = ['red']
      file.decisions[0].votes.spoilt = 2
    }),
  ).toEqual([])
})

test.each(cycleErrorLanguages)('every problem has words in %s, with every value it names', (language) => {
  for (const code of cycleProblemCodes) {
    const problem: CycleProblem = { path: 'groups[3].id', code, params: {} }
    const line = describeCycleProblem(problem, language)
    expect(line).toMatch(/^groups\[3\]\.id\s?: .*\p{Letter}{3}/u)
    const names = (of: 'fr' | typeof language) =>
      [
        ...describeCycleProblem(
          { ...problem, params: new Proxy({}, { get: (_, name) => `{${String(name)}}` }) },
          of,
        ).matchAll(/\{\w+\}/g),
      ]
        .map(String)
        .sort()
    expect(names(language)).toEqual(names('fr'))
  }
})

test('text that is not JSON is told with line and column', () => {
  expect(parseCycleJson('\uFEFF{"a": 1}')).toEqual({ ok: true, json: { a: 1 } })
  expect(parseCycleJson('{\n  "a": 1,\n  nope\n}')).toMatchObject({
    ok: false,
    problem: { code: 'notJson', params: { line: 3, column: 3 } },
  })
  expect(parseCycleJson('{"a": [1,')).toMatchObject({
    ok: false,
    problem: { params: { line: 1, column: 10 } },
  })
  expect(parseCycleJson('')).toMatchObject({ ok: false, problem: { params: { line: 1, column: 1 } } })
})
