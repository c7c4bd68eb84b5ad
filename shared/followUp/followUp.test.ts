// Acts that follow one another, initiatives and where they are, filters, shares, rails and feeds.
import { expect, test } from 'vitest'
import type { LocalInitiative, PlanItem } from '#shared/cycle/cycleFile.ts'
import type { ActBody, ActTarget, KeptAct } from '#shared/followUp/acts.ts'
import { atomFeed } from '#shared/followUp/atomFeed.ts'
import { filteredLines, noFilter, sharesByCycle } from '#shared/followUp/filterLines.ts'
import type { FollowUpAnswer, FollowUpLine, ThreadRow } from '#shared/followUp/followUpAnswers.ts'
import { placesUnderWay, standingInitiatives } from '#shared/followUp/standingInitiatives.ts'
import { standingAxes, standingItem } from '#shared/followUp/standingItem.ts'
import { inThreadOrder } from '#shared/followUp/threadOrder.ts'
import { threadRails } from '#shared/followUp/threadRails.ts'

let places = 0
const act = (target: ActTarget, targetId: string, body: ActBody): KeptAct => {
  places += 1
  return {
    id: `a${places}`,
    target,
    targetId,
    place: places,
    body,
    day: '2020-12-15',
    at: places,
    by: 'account:a',
    byName: 'Ana',
  }
}

const item = {
  ...{
    id: 'plan',
    recommendationId: 'r',
    decisionIds: [],
    title: 'Projet',
    entityIds: [],
    ownerTeamId: 'team',
  },
  ...{ ownerMemberIds: ['mem'], start: '2020-07-01', end: '2021-01-01', status: 'in_progress', progress: 20 },
  updates: [{ date: '2020-09-01', text: 'Importée' }],
} as PlanItem // the whole record has no other field

test('what stands of an item follows from every act, and none of them is lost', () => {
  const owners = [
    { id: 'team', name: 'Nora' },
    { id: 'mem', name: 'Anton' },
  ]
  const acts = [
    act('item', 'plan', { kind: 'state', state: 'blocked', progress: 30, reason: 'permis' }),
    act('item', 'other', { kind: 'state', state: 'done', progress: 100, reason: '' }),
    act('item', 'plan', { kind: 'news', text: 'Nouvelle' }),
    act('item', 'plan', { kind: 'owners', owners: ['Anton', 'Zoé'] }),
    act('item', 'plan', { kind: 'state', state: 'abandoned', progress: 30, reason: 'refusé' }),
  ]
  expect(standingItem(item, [], owners)).toMatchObject({
    state: 'in_progress',
    progress: 20,
    owners: ['Nora', 'Anton'],
    version: 0,
  })
  const now = standingItem(item, acts.toReversed(), owners)
  expect(now).toMatchObject({ state: 'abandoned', progress: 30, owners: ['Anton', 'Zoé'], version: 4 })
  // Who is no longer named carries it no longer, and a typed name is nobody's account.
  expect([now.ownerTeamId, now.ownerMemberIds]).toEqual([null, ['mem']])
  expect(now.news.map(({ byName, text }) => [text, byName])).toEqual([
    ['Importée', ''],
    ['Nouvelle', 'Ana'],
  ])
  expect(now.changes.map(({ change }) => change.kind)).toEqual(['state', 'owners', 'state'])
})

test('axes are renamed, put in order and taken out of use', () => {
  const named = (axisId: string, title: string, order: number) =>
    act('axes', 'cyc', { kind: 'axis-named', axisId, title, order })
  const acts = [named('a', 'Un', 1), named('b', 'Deux', 2), named('a', 'Un bis', 3), named('c', 'Trois', 4)]
  const gone = act('axes', 'cyc', { kind: 'axis-removed', axisId: 'c' })
  expect(standingAxes([...acts, gone], 'cyc').map(({ title }) => title)).toEqual(['Deux', 'Un bis'])
})

test('an initiative is counted once for each antenna where it is under way, and no more once it ended', () => {
  const imported = [
    {
      id: 'ini',
      title: 'Soupes',
      groupId: 'g1',
      antennaId: 'a1',
      startedOn: '2020-02-01',
      status: 'active',
      recommendationIds: ['r'],
    },
  ]
  const adopt = (groupId: string, antennaId: string | null) =>
    act('initiative', 'ini', { kind: 'adopted', groupId, antennaId, text: '' })
  const told = (acts: readonly KeptAct[]) =>
    standingInitiatives(imported as unknown as LocalInitiative[], acts) // as the file has it
  expect([...placesUnderWay(told([adopt('g2', 'a2'), adopt('g3', 'a1'), adopt('g4', null)]))]).toEqual([
    'a1',
    'a2',
    'g4',
  ])
  const twice = told([
    adopt('g2', 'a2'),
    adopt('g2', 'a2'),
    act('initiative', 'ini', { kind: 'left', groupId: 'g2' }),
  ])
  expect(twice[0]?.adopted).toEqual([])
  expect(
    placesUnderWay(
      told([adopt('g2', 'a2'), act('initiative', 'ini', { kind: 'state', state: 'ended', people: null })]),
    ).size,
  ).toBe(0)
  expect(told([act('initiative', 'new', { kind: 'news', text: 'sans début' })])).toHaveLength(1)
})

const line = (code: string, more: Partial<FollowUpLine> = {}): FollowUpLine => ({
  ...{
    id: code,
    code,
    title: `Des salarié·es ${code}`,
    summary: '',
    themeId: 'th',
    groupIds: ['g1'],
    fate: 'under-way',
  },
  ...{ late: false, items: [], news: [], places: [] },
  boards: [
    {
      boardId: 'X',
      fate: 'under-way',
      late: false,
      decision: 'accept',
      reason: 'Été',
      date: null,
      postponedUntil: null,
    },
    {
      boardId: 'Y',
      fate: 'refused',
      late: false,
      decision: 'refuse',
      reason: 'Budget',
      date: null,
      postponedUntil: null,
    },
  ],
  ...more,
})
const page = {
  lines: [line('R1'), line('R2', { boards: [], fate: 'waiting', groupIds: ['g2'] })],
  you: { groupIds: ['g2'] },
} as unknown as FollowUpAnswer // what filters read

test('[F7] one refused by a single board is found among the refused, under that board alone', () => {
  const found = (more: object) => filteredLines(page, { ...noFilter, ...more }).map(({ code }) => code)
  expect(found({ fate: 'refused' })).toEqual(['R1'])
  expect(found({ fate: 'refused', boardId: 'Y' })).toEqual(['R1'])
  expect(found({ fate: 'refused', boardId: 'X' })).toEqual([])
  expect(found({ mine: true })).toEqual(['R2'])
  expect(found({ words: 'SALARIEES ete' })).toEqual(['R1'])
  expect(found({ words: 'introuvable' })).toEqual([])
})

test('shares: each recommendation once, earlier years after this cycle', () => {
  const past = [2016, 2018, 2018].map((year, n) => ({
    id: String(n),
    year,
    outcome: n === 0 ? 'unknown' : 'done',
  }))
  const shares = sharesByCycle({
    ...page,
    cycle: { id: 'c', name: 'Ce cycle', year: 2020 },
    past,
  } as unknown as FollowUpAnswer) // as above
  expect(
    shares.map(({ parts, title, total }) => [
      title,
      total,
      parts.map(({ count, fate }) => `${count} ${fate}`).join(),
    ]),
  ).toEqual([
    ['Ce cycle', 2, '1 under-way,1 waiting'],
    ['2018', 2, '2 done'],
    ['2016', 1, ''],
  ])
})

const row = (kind: string, date: string, ...groupIds: string[]) =>
  ({ kind, date, id: `${kind}${date}`, groupIds }) as unknown as ThreadRow // what order and rails read

test('rails begin with their group, run apart, and are together from the day the texts became one', () => {
  const rows = inThreadOrder([
    row('verdict', '2020-06-01', 'a', 'b'),
    row('published', '2020-04-27', 'a', 'b'),
    row('draft', '2020-02-01', 'b'),
    row('draft', '2020-01-01', 'a'),
    row('notes', '2020-01-01', 'a'),
  ])
  expect(rows.map(({ kind }) => kind)).toEqual(['notes', 'draft', 'draft', 'published', 'verdict'])
  const rails = threadRails(rows, ['a', 'b'])
  expect(rails.map(({ pieces }) => pieces.length)).toEqual([1, 1, 2, 2, 2])
  expect(rails.map(({ joinedAt }) => joinedAt !== null)).toEqual([false, false, false, true, true])
  expect(rails[2]?.pieces.map(({ fresh }) => fresh)).toEqual([false, true])
  const bend = rails[3]?.pieces ?? []
  expect(Math.abs((bend[1]?.from ?? 0) - (bend[0]?.from ?? 0))).toBeGreaterThan(
    Math.abs((bend[1]?.to ?? 0) - (bend[0]?.to ?? 0)),
  )
  expect(rails[4]?.pieces.every(({ from, to }) => from === to)).toBe(true)
})

test('a feed is text in XML, whatever people wrote', () => {
  const entry = {
    id: 'urn:1',
    title: 'A & B <b>',
    text: '<script>\u0000"\u000b',
    url: 'http://x/?a&b',
    at: 0,
  }
  const xml = atomFeed({
    id: 'urn',
    title: 'T',
    author: 'C',
    language: 'fr',
    selfUrl: 'http://x',
    pageUrl: 'http://x',
    madeAt: 0,
    entries: [entry],
  })
  expect(xml).toContain('<title>A &amp; B &lt;b&gt;</title>')
  expect(xml).toContain('&lt;script&gt;&quot;</content>')
  expect(xml).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})
