// The documents that each moment seeds: whole, within the gates, and laid out so that nothing covers anything.

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { convergenceBoardAt, groupBoardAt, jointBoardAt } from '#server/features/demo/boardPlans.ts'
import { readDemoData } from '#server/features/demo/demoData.ts'
import { convergenceDraftsAt, groupDraftsAt, jointDraftsAt } from '#server/features/demo/demoDrafts.ts'
import { draftsUpdate, whiteboardUpdate } from '#server/features/demo/seedDocuments.ts'
import { readDrafts } from '#shared/draft/draftModel.ts'
import { checkAllDrafts } from '#shared/draft/draftRules.ts'
import { type BoardRecord, noteText, recordsOf } from '#shared/whiteboard/boardModel.ts'
import { type Box, boxOf, overlaps } from '#shared/whiteboard/pageGeometry.ts'
import { readRecords } from '#shared/whiteboard/place.ts'
import { checkRecords } from '#shared/whiteboard/recordRules.ts'

const data = await readDemoData()
const days = data.moments.map(({ date }) => date)
const [nantes, lyon, equality] = ['grp-nantes-partagee', 'grp-lyon-partagee', 'grp-enligne-egalite'] as const
const evening = '2020-04-14'

const docOf = (update: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

const boardsAt = (today: string): Record<string, Y.Doc> => ({
  NANTES: docOf(whiteboardUpdate(groupBoardAt(data, nantes, today, 'sn'))),
  LYON: docOf(whiteboardUpdate(groupBoardAt(data, lyon, today, 'sl'))),
  EGALITE: docOf(whiteboardUpdate(groupBoardAt(data, equality, today, 'se'))),
  'NANTES-LYON': docOf(
    whiteboardUpdate(jointBoardAt(data, today, { joint: 'sj', left: [nantes, 'sn'], right: [lyon, 'sl'] })),
  ),
  CONVERGENCE: docOf(whiteboardUpdate(convergenceBoardAt(data, today, 'sc'))),
})

const shapes = (doc: Y.Doc, type: string): BoardRecord[] =>
  [...readRecords(doc).values()].filter((record) => record['type'] === type)
const named = (doc: Y.Doc, name: string): BoardRecord | undefined =>
  shapes(doc, 'frame').find((frame) => (frame['props'] as { name: string }).name === name)
const inFrame = (doc: Y.Doc, type: string, frame: BoardRecord | undefined): BoardRecord[] =>
  shapes(doc, type).filter(({ parentId }) => parentId === frame?.id)

function boxed(doc: Y.Doc, type: string): [string, Box][] {
  const records = readRecords(doc)
  return shapes(doc, type).map(({ id }) => {
    const box = boxOf(records, id)
    if (!box) throw new Error(`${id} has no box`)
    return [id, box]
  })
}

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

test.each(days)('on %s nothing covers anything, and what is in a frame stands inside it', (today) => {
  for (const [room, doc] of Object.entries(boardsAt(today))) {
    const records = readRecords(doc)
    const frames = boxed(doc, 'frame')
    const things = ['note', 'draft', 'text'].flatMap((type) => boxed(doc, type))
    for (const set of [frames, things]) {
      for (const [i, [a, boxA]] of set.entries()) {
        for (const [b, boxB] of set.slice(i + 1))
          expect(overlaps(boxA, boxB), `${room}: ${a} and ${b}`).toBe(false)
      }
    }
    for (const [id, box] of things) {
      const parent = frames.find(([frame]) => frame === records.get(id)?.['parentId'])
      if (parent) expect(within(box, parent[1]), `${room}: ${id} in its frame`).toBe(true)
      else
        for (const [frame, outer] of frames)
          expect(overlaps(box, outer), `${room}: ${id} on ${frame}`).toBe(false)
    }
    expect(frames.length).toBeGreaterThan(1)
    const places = [...records.values()].flatMap(({ typeName, parentId, index }) =>
      typeName === 'shape' ? [`${String(parentId)} ${String(index)}`] : [],
    )
    expect(new Set(places).size, `${room}: one index each`).toBe(places.length)
  }
})

test.each(days)('on %s every record passes the gate of the whiteboards', (today) => {
  for (const [room, doc] of Object.entries(boardsAt(today))) {
    const ids = [...recordsOf(doc).keys()]
    expect(ids.length).toBeGreaterThan(4)
    expect(checkRecords(doc, ids, { server: true, names: [] }), room).toBeUndefined()
  }
})

test('the evening of 14 April: notes, clusters and points of the three workshops', () => {
  const boards = boardsAt(evening)
  for (const [room, groupId] of [
    ['NANTES', nantes],
    ['LYON', lyon],
    ['EGALITE', equality],
  ] as const) {
    const doc = boards[room] as Y.Doc
    const board = data.boards.find((one) => one.groupId === groupId)
    if (!board) throw new Error(`no workshop of ${groupId}`)
    const words = shapes(doc, 'note').map(({ id }) => noteText(doc, id)?.toString())
    expect([...words].sort()).toEqual(board.stickies.map(({ text }) => text).sort())
    for (const { id, title, points } of board.clusters) {
      const frame = named(doc, title)
      expect(frame?.['meta']).toEqual({ dots: points })
      expect(inFrame(doc, 'note', frame)).toHaveLength(
        board.stickies.filter(({ clusterId }) => clusterId === id).length,
      )
    }
    expect(JSON.stringify(shapes(doc, 'text'))).toContain(board.question)
    const authors = new Set(shapes(doc, 'note').map(({ props }) => (props as { author: string }).author))
    if (board.anonymous) expect([...authors]).toEqual([''])
    else expect(authors.has('')).toBe(false)
  }
  const first = readRecords(boards['NANTES'] as Y.Doc).get('shape:st-nte-02')
  expect(first?.['props']).toMatchObject({ colour: 'blue', dots: 0, draftRefs: ['sn/wd-nte-02'] })
})

test('the joint evening: eight cards of both groups in their lanes, none in common yet; the next days the joint texts', () => {
  const joint = boardsAt(evening)['NANTES-LYON'] as Y.Doc
  const cardsIn = (doc: Y.Doc, lane: string): unknown[] =>
    inFrame(doc, 'draft', named(doc, lane)).map(({ props }) => {
      const { spaceId, draftId } = props as { spaceId: string; draftId: string }
      return `${spaceId}/${draftId}`
    })
  expect(cardsIn(joint, 'Nantes')).toEqual(['sn/wd-nte-01', 'sn/wd-nte-02', 'sn/wd-nte-03', 'sn/wd-nte-04'])
  expect(cardsIn(joint, 'Lyon')).toEqual(['sl/wd-lyn-01', 'sl/wd-lyn-02', 'sl/wd-lyn-03', 'sl/wd-lyn-04'])
  expect(cardsIn(joint, 'En commun')).toEqual([])
  expect(cardsIn(boardsAt('2020-04-20')['NANTES-LYON'] as Y.Doc, 'En commun')).toEqual([
    'sj/ms-comite',
    'sj/ms-suites',
    'sj/ms-forum',
  ])
})

test('before and on the day of its workshop a whiteboard is blank; only on the day its question is known', () => {
  const boards = boardsAt('2020-01-23')
  const questionOn = (room: string): string => JSON.stringify(shapes(boards[room] as Y.Doc, 'text'))
  for (const room of ['NANTES', 'EGALITE']) {
    expect(shapes(boards[room] as Y.Doc, 'note')).toEqual([])
    expect(shapes(boards[room] as Y.Doc, 'draft')).toEqual([])
    expect(named(boards[room] as Y.Doc, 'Ce qui nous freine')).toBeDefined()
  }
  const question = (groupId: string): string =>
    data.boards.find((one) => one.groupId === groupId)?.question ?? ''
  expect(questionOn('NANTES')).toContain(question(nantes))
  expect(questionOn('EGALITE')).not.toContain(question(equality))
  expect(shapes(boards['LYON'] as Y.Doc, 'note')).toHaveLength(29)
})

test.each(days)(
  'on %s the drafts of every space are whole, within the gate, and none is told twice',
  (today) => {
    for (const { id } of data.cycle.groups) {
      const doc = docOf(draftsUpdate(groupDraftsAt(data, id, today, 'room')))
      expect(checkAllDrafts(doc)).toBeUndefined()
      const drafts = readDrafts(doc)
      expect(drafts.map(({ code }) => code)).toEqual(drafts.map((_, n) => `R${n + 1}`))
      const short = drafts.flatMap(({ shortDraftId }) => shortDraftId ?? [])
      expect(new Set(short).size).toBe(short.length)
      const onList = data.cycle.drafts
        .filter(({ groupId, date }) => groupId === id && date < today)
        .map((draft) => draft.id)
      expect([...short].sort()).toEqual(onList.sort())
    }
    for (const drafts of [jointDraftsAt(data, today), convergenceDraftsAt(data, today)]) {
      const doc = docOf(draftsUpdate(drafts))
      expect(checkAllDrafts(doc)).toBeUndefined()
      expect(readDrafts(doc)).toHaveLength(drafts.length)
    }
  },
)

test('a full text arrives whole: paragraphs, passages, nuances in order, questions and sources', () => {
  const doc = docOf(draftsUpdate(groupDraftsAt(data, lyon, evening, 'room1')))
  const [first] = readDrafts(doc)
  const source = data.drafts.find(({ id }) => id === 'wd-lyn-01')
  expect(first).toMatchObject({
    id: 'wd-lyn-01',
    code: 'R1',
    title: source?.title,
    summary: source?.summary,
    addressee: 'boards',
    status: 'ready',
    shortDraftId: 'dr-065',
  })
  expect(first?.sections.proposition.map((block) => block.runs.map(({ text }) => text).join(''))).toEqual(
    source?.proposition.paragraphs.map((sentences) => sentences.join(' ')),
  )
  expect(first?.nuances.map(({ text }) => text)).toEqual(source?.nuances.map(({ text }) => text))
  expect(Object.keys(first?.countryPassages ?? {})).toEqual(['BE', 'FR'])
  expect(first?.questions.map(({ text }) => text)).toEqual(source?.openQuestions)
  expect(first?.sources['room1:shape:st-lyn-01']).toBe('Un comité par antenne')
})

test('the convergence: nothing before the hand-over, 76 texts after it', () => {
  expect(convergenceDraftsAt(data, evening)).toEqual([])
  expect(convergenceDraftsAt(data, '2020-04-20')).toHaveLength(76)
  const board = boardsAt('2020-04-20')['CONVERGENCE'] as Y.Doc
  expect(shapes(board, 'draft')).toHaveLength(76)
  expect(JSON.stringify(shapes(board, 'text'))).toContain('Mutualistes')
})
