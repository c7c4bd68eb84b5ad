// The whole organisation out and in again: what was made here is in the file, and an empty store that takes it shows the same.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { demoSpaces, ensureDemo } from '#server/features/demo/loadDemo.ts'
import { standingCycle } from '#server/features/exports/standingCycle.ts'
import { livingStore } from '#server/features/publication/livingStore.ts'
import { demoCycle } from '#server/testing/cycleContract.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import type { CycleFile, Recommendation } from '#shared/cycle/cycleFile.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import type { KeptAct } from '#shared/followUp/acts.ts'
import { type PublishedVersion, recommendationFingerprint } from '#shared/publication/publishedVersion.ts'

const now = Date.UTC(2026, 0, 5)
const by = { at: now, by: 'account:a', byName: 'Ana' }
const demo = demoCycle() as CycleFile // the shipped file
let from: FreshStore
let into: FreshStore
beforeAll(async () => {
  ;[from, into] = await Promise.all([freshStore('sqlite'), freshStore('sqlite')])
  await ensureDemo(from.store)
})
afterAll(() => Promise.all([from.close(), into.close()]))

const exported = async (): Promise<{ file: CycleFile; leftOut: readonly string[] }> => {
  const standing = await standingCycle(livingStore(from.store), now)
  if (!standing) throw new Error('there is nothing to export')
  return JSON.parse(JSON.stringify(standing)) as typeof standing // as the file reads
}
const first = <T>(list: readonly T[] | undefined): T => {
  const [one] = list ?? []
  if (one === undefined) throw new Error('the list is empty')
  return one
}
const found = <T extends { readonly id: string }>(list: readonly T[] | undefined, id: string): T =>
  first(list?.filter((one) => one.id === id))

test('a demo that nobody touched comes out as it was shipped, its documents and all', async () => {
  const { file, leftOut } = await exported()
  expect(file).toStrictEqual(demo)
  expect(leftOut).toEqual([])
})

const group = found(demo.groups, first(demo.drafts).groupId)
const shared = first(demo.recommendations?.filter(({ jurisdictions = [] }) => jurisdictions.length > 1))
const board = first(demo.boards)
const own: Recommendation = {
  ...{ id: 'rec-here', code: 'Z1', themeId: group.themeId, title: 'Écrite ici', summary: 'Un résumé' },
  ...{ constat: 'c', proposition: 'p', moyens: 'm', nuances: [], jurisdictions: ['FR'], kind: 'tool' },
  ...{ maturity: 'ready', contextIds: ['ctx-here'], groupIds: [group.id], status: null },
  ...{ provenance: [{ draftId: 'handed-here', groupId: group.id, relation: 'kept' }] },
  updatedAt: '2020-04-20',
}
const version = (recommendation: Recommendation, n: number): PublishedVersion => ({
  ...{ recommendation, version: n, fingerprint: recommendationFingerprint(recommendation) },
  ...{ cause: n === 1 ? 'publication' : 'amendment', why: '', byName: 'Ana', at: now, date: '2020-04-20' },
  about: n === 1 ? { family: 'F', place: 1, summaryBy: null, reviews: [] } : null,
})

async function makeYear(): Promise<void> {
  const { store } = from
  await handOver()
  await store.library.addEntry(
    {
      ...{ kind: 'card', subject: 'ctx-here', groupId: null, roomId: null, day: '2020-04-15', ...by },
      body: {
        ...{ kind: 'budget', title: 'Carte d’ici', jurisdictions: ['FR'], themeIds: [group.themeId] },
        ...{ text: 'Mots', source: 'S', date: '2020-04-15', imported: false, fictional: true, why: '' },
      },
    },
    0,
  )
  const before = found(demo.recommendations, shared.id) as Recommendation // the demo's have every field
  await store.publications.addVersions([version(own, 1)])
  await store.publications.addVersions([
    { ...version(before, 1), cause: 'import', about: null },
    version({ ...before, title: 'Un autre titre' }, 2),
  ])
  await store.consultation.feel({
    ...{ id: 'res-here', recommendationId: own.id, voter: 'v', day: '2020-05-02', date: '2020-05-02' },
    ...{ at: now, version: 1, feeling: 'favorable', comment: '=1+1 <b>', entityId: board.entityId },
    ...{ inGroup: true, groupId: group.id, presentationId: 'pre-never-held' },
  })
  await store.consultation.addEntry({
    ...{ kind: 'moderation', subjectId: `ressenti:${first(demo.ressentis).id}`, at: now },
    body: {
      ...{ by: 'a', byName: 'Ana', target: 'ressenti', hide: true, reason: 'r', text: 't' },
      date: '2020-05-02',
    },
  })
  await rule()
  await actOnPlan()
}

async function handOver(): Promise<void> {
  const doc = new Y.Doc()
  createDraft(doc, {
    id: 'handed-here',
    title: 'Remis ici',
    summary: 'Le résumé',
    proposition: ['La phrase'],
  })
  const draft = first(readDrafts(doc))
  await from.store.rooms.saveRoom({
    ...{ id: 'here', code: 'HERE', title: 'Ici', kind: 'group', groupIds: [group.id], doorOpen: true },
    ...{ spaces: [{ spaceId: 'space-here', groupId: group.id }], sessionId: null },
  })
  const empty = { members: [], facilitators: [], secretaries: [], consent: { kind: 'none' } }
  await from.store.handovers.keepHandover({
    ...{ id: 'ho', roomId: 'here', groupId: group.id, number: 1, outcome: 'list', textCount: 1 },
    ...{ fingerprint: 'f', at: now, date: '2020-04-17', takenBack: null },
    body: {
      texts: [{ key: 'handed-here', draftId: 'handed-here', draft }],
      ...{ left: [], merged: [], why: '', questions: [], signatures: empty },
    } as unknown as Parameters<typeof from.store.handovers.keepHandover>[0]['body'], // what an export reads of it
  })
  const { sessionRecords } = from.store
  await sessionRecords.hold({
    ...{ id: 'held-here', roomId: 'here', groupIds: [group.id], title: 'Une soirée', date: '2020-04-10' },
    ...{ cycleSessionId: null, startedAt: now - 3_600_000, endedAt: now, outcomes: [] },
  })
  const line = { side: 'room', source: 'noticed', groupId: group.id } as const
  await sessionRecords.notice('held-here', [
    { ...line, id: 'l1', name: 'A', headcount: 1, personId: first(group.memberIds) },
    { ...line, id: 'l2', name: 'B', headcount: 3, personId: null },
  ])
  await sessionRecords.startInitiative({
    ...{ id: 'ini-here', roomId: 'here', groupIds: [group.id], firstStep: 'Un pot', who: 'Ana', when: '' },
    draft: { spaceId: 'space-here', draftId: 'handed-here', title: 'Un pot en ville' },
    ...{ since: '2020-04-11', withdrawnAt: null },
  })
}

async function rule(): Promise<void> {
  const votes = { for: 1, against: 0, abstain: 0 }
  const verdict = { boardId: board.id, version: 1, basis: [], contextIds: ['ctx-here'], rewording: {} }
  await from.store.instruction.append(
    [
      {
        ...{ id: 'sit-act', day: '2020-06-10', ...by },
        body: {
          ...{ kind: 'sitting', boardId: board.id, sittingId: 'sit-here', date: '2020-06-10' },
          ...{ mode: 'online', minutes: 60, presentIds: [first(board.members).id] },
        },
      },
      ...['dec-here', 'dec-lost'].map((id) => ({
        ...{ id, day: '2020-06-10', ...by },
        body: {
          ...{
            kind: 'verdict' as const,
            ...verdict,
            decision: 'accept' as const,
            reason: 'Oui',
            possibleIf: '',
          },
          ...{ hereNow: '', postponedUntil: null, votes, sittingId: 'sit-here' },
          recommendationId: id === 'dec-here' ? own.id : 'rec-of-another-cycle',
        },
      })),
    ],
    [],
  )
}

const item = first(demo.planItems)
async function actOnPlan(): Promise<void> {
  const { followUp, people } = from.store
  await people.saveAccount({
    ...{ id: 'a', personId: 'p', displayName: 'Ana', standing: 'member', groupIds: [] },
    facilitatesGroupIds: [],
  })
  const act = (id: string, more: Pick<KeptAct, 'target' | 'targetId' | 'body'>) =>
    followUp.appendAct({ id, day: '2021-02-03', ...by, ...more })
  await act('f1', {
    ...{ target: 'item', targetId: item.id },
    body: { kind: 'state', state: 'abandoned', progress: 30, reason: 'Plus d’argent' },
  })
  await act('f2', {
    ...{ target: 'item', targetId: 'plan-here' },
    body: {
      ...{ kind: 'made', recommendationId: own.id, decisionIds: ['dec-here'], title: 'Un projet' },
      ...{ owners: ['Quelqu’un'], axisId: null, start: '2020-09-01', end: '2021-06-01' },
    },
  })
  await act('f3', {
    ...{ target: 'initiative', targetId: first(demo.localInitiatives).id },
    body: { kind: 'adopted', groupId: group.id, antennaId: group.antennaId ?? null, text: 'Chez nous aussi' },
  })
}

/** A person writes in the documents of two groups: in a short text that was loaded, and a new one. */
async function write(): Promise<{ loaded: string; groupId: string }> {
  const { documentLog, settings } = from.store
  const spaces = Object.entries(await demoSpaces(settings)).filter(([id]) => id !== group.id)
  for (const [groupId, spaceId] of spaces) {
    const name = documentName({ kind: 'drafts', id: spaceId })
    const doc = new Y.Doc()
    draftsOf(doc)
    for await (const row of documentLog.history(name)) Y.applyUpdate(doc, row.update)
    const short = readDrafts(doc).find(({ id }) => demo.drafts?.some((draft) => draft.id === id))
    const title = short && draftsOf(doc).get(short.id)?.get('title')
    if (!short || !(title instanceof Y.Text)) continue
    const state = Y.encodeStateVector(doc)
    title.insert(0, 'Réécrit : ')
    createDraft(doc, { id: 'written-here', title: 'En cours', summary: 'Encore un brouillon' })
    const update = Y.encodeStateAsUpdate(doc, state)
    await documentLog.append(name, [{ author: 'participant', update }])
    return { loaded: short.id, groupId }
  }
  throw new Error('no group has a short text')
}

test('what was made here stands in the file, and an empty organisation that takes the file gives it back, equal', async () => {
  await makeYear()
  const { groupId, loaded } = await write()
  const { file, leftOut } = await exported()
  expect(leftOut).toEqual(['dec-lost'])
  expect(checkCycleFile(file)).toMatchObject({ ok: true })

  expect(found(file.recommendations, own.id)).toEqual(own)
  expect(found(file.recommendations, shared.id)).toEqual({ ...shared, title: 'Un autre titre' })
  expect(found(file.drafts, 'handed-here')).toMatchObject({
    ...{ groupId: group.id, title: 'Remis ici', text: 'Le résumé\nLa phrase', date: '2020-04-17' },
    ...{ status: 'kept', recommendationIds: [own.id] },
  })
  expect(found(file.drafts, loaded)).toEqual({
    ...found(demo.drafts, loaded),
    title: `Réécrit : ${found(demo.drafts, loaded).title}`,
  })
  expect(found(file.drafts, 'written-here')).toMatchObject({ groupId, title: 'En cours' })
  expect(file.drafts).toHaveLength((demo.drafts ?? []).length + 2)
  expect(found(file.groups, group.id).sessionIds?.at(-1)).toBe('held-here')
  expect(found(file.sessions, 'held-here').attendance).toMatchObject({ room: 4, remote: 0 })
  expect(found(file.ressentis, 'res-here')).toMatchObject({ comment: '=1+1 <b>', presentationId: null })
  expect(found(file.ressentis, first(demo.ressentis).id).comment).toBe('')
  expect(found(file.boardSessions, 'sit-here').presentIds).toHaveLength(1)
  expect(found(file.decisions, 'dec-here')).toMatchObject({ boardSessionId: 'sit-here' })
  expect(found(file.contextCards, 'ctx-here').title).toBe('Carte d’ici')
  expect(found(file.planItems, item.id)).toMatchObject({ status: 'blocked', progress: 30 })
  expect(found(file.planItems, item.id).updates?.at(-1)).toEqual({
    date: '2021-02-03',
    text: 'Plus d’argent',
  })
  expect(found(file.planItems, 'plan-here').decisionIds).toEqual(['dec-here'])
  expect(found(file.localInitiatives, 'ini-here')).toMatchObject({ groupId: group.id })
  expect(file.localInitiatives?.map(({ id }) => id)).toContain(
    `${first(demo.localInitiatives).id}--${group.id}`,
  )
  expect(file.cycle.dataAsOf).toBe('2021-02-03')

  expect(await into.store.cycle.importFile(file)).toMatchObject({ ok: true })
  const again = await standingCycle(into.store, now)
  expect(JSON.parse(JSON.stringify(again))).toStrictEqual({ file, leftOut: [] })
  const [here, there] = [livingStore(from.store).cycle, livingStore(into.store).cycle]
  const ids = async (cycle: typeof here) => ({
    recommendations: (await cycle.recommendations()).map(({ id }) => id).sort(),
    ressentis: (await cycle.ressentis()).map(({ id }) => id).sort(),
    cards: (await cycle.contextCards()).map(({ id }) => id).sort(),
    sittings: (await cycle.boardSessions()).map(({ id }) => id).sort(),
    decisions: (await cycle.decisions())
      .map(({ id }) => id)
      .filter((id) => id !== 'dec-lost')
      .sort(),
    plan: (await cycle.planItems()).map(({ id }) => id).sort(),
  })
  expect(await ids(there)).toEqual(await ids(here))
})

test('a file that is brought back to where it came from doubles nothing', async () => {
  const { file } = await exported()
  const cycle = livingStore(from.store).cycle
  const count = async () =>
    Promise.all([cycle.recommendations(), cycle.ressentis(), cycle.decisions(), cycle.contextCards()]).then(
      (lists) => lists.map(({ length }) => length),
    )
  const before = await count()
  expect(await from.store.cycle.importFile(file)).toMatchObject({ ok: true })
  expect(await count()).toEqual(before)
})
