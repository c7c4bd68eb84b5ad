// Lists and boards agree on every record: what one leaves out the other does too.
import * as tldraw from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { connect } from '#shared/whiteboard/arrows.ts'
import {
  type BoardRecord,
  flatten,
  frameRecord,
  noteRecord,
  putRecord,
  recordsOf,
  seedBoard,
} from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { honest } from '#shared/whiteboard/honestRecords.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { checkRecords, recordFault, watchBoard } from '#shared/whiteboard/recordRules.ts'
import { soundRecord } from '#shared/whiteboard/soundRecord.ts'

/** Every value that one of tldraw's styles may take, and some of every other kind. */
const styles: readonly unknown[] = Object.values(tldraw).flatMap(
  (exported) => (exported instanceof tldraw.EnumStyleProp ? [...(exported.values as Iterable<unknown>)] : []), // values of any kind
)
const values: readonly unknown[] = [
  ...new Set(styles),
  ...[
    undefined,
    null,
    true,
    false,
    '',
    'x',
    'a1',
    'a1V',
    'zz',
    'z'.repeat(65),
    'x'.repeat(201),
    'x'.repeat(21_000),
  ],
  ...[0, 1, -1, 0.5, 2, 7, 100_000, 100_001, 1_000_001, 1e11, Number.NaN, Number.POSITIVE_INFINITY],
  ...[
    [],
    {},
    [1],
    ['x'],
    [0, 0],
    [1e7, 0],
    ['a/b'],
    ['a b'],
    { x: 1, y: 2 },
    { x: 1, y: 2, z: 3 },
    { x: 1 },
    { q: 1 },
  ],
  ...['page:page', 'shape:n', 'shape:never', 'asset:1', 'document:document', 'binding:1'],
  ...[
    'http://exemple.org/a?b',
    'https://é.fr',
    'mailto:a@b.c',
    'javascript:alert(1)',
    'data:text/html,x',
    '/ici',
    './ici',
    'ici',
  ],
  { type: 'doc', content: [] },
  { type: 'doc', content: [{ type: 'paragraph' }], attrs: {} },
  { type: 'doc', content: [{ type: 'image' }] },
  [{ type: 'free', points: [{ x: 1, y: 2 }] }],
  [{ type: 'curved', points: [] }],
  { a1: { id: 'a1', index: 'a1', x: 0, y: 0 } },
  { a1: { id: 'a1', index: '!', x: 0, y: 0 } },
  { topLeft: { x: 0, y: 0 }, bottomRight: { x: 1, y: 1 } },
  { topLeft: { x: 0, y: 0 }, bottomRight: { x: 1, y: 1 }, isCircle: 1 },
]

function arrow(): readonly BoardRecord[] {
  const doc = new Y.Doc()
  seedBoard(doc)
  const before = new Set(recordsOf(doc).keys())
  const [a, b] = [addNote(doc, { text: 'a' }), addNote(doc, { text: 'b' })]
  connect(doc, a, b)
  return [...recordsOf(doc)]
    .filter(([id]) => !before.has(id) && id !== a && id !== b)
    .map(([, map]) => {
      const flat = Object.fromEntries(map.entries())
      const props = Object.entries(flat).filter(([key]) => key.startsWith('props.'))
      const [x, y] = (flat['xy'] as number[] | undefined) ?? [] // written by `connect`, just above
      const rest = Object.entries(flat).filter(([key]) => key !== 'xy' && !key.startsWith('props.'))
      return Object.fromEntries([
        ...rest,
        ...(x === undefined ? [] : [['x', x] as const, ['y', y] as const]),
        ['props', Object.fromEntries(props.map(([key, value]) => [key.slice(6), value]))],
      ]) as unknown as BoardRecord // read out of a record
    })
}

const records = [...Object.values(honest).flat(), ...arrow()].filter(({ typeName }) => typeName !== 'asset')

test('there is one of each kind', () => {
  const kinds = new Set(records.map(({ typeName, type }) => (typeName === 'shape' ? type : typeName)))
  expect([...kinds].sort()).toEqual([
    'arrow',
    'binding',
    'draft',
    'draw',
    'frame',
    'geo',
    'group',
    'highlight',
    'image',
    'line',
    'note',
    'page',
    'text',
  ])
})

/** How both see a record of which one value was changed; `undefined` takes the key away. */
function seen(record: BoardRecord, key: string, value: unknown): { board: boolean; list: boolean } {
  const doc = new Y.Doc()
  const flat = new Map(flatten(record))
  if (value === undefined) flat.delete(key)
  else flat.set(key, value)
  const map = new Y.Map(flat)
  if (record['type'] === 'note') map.set('text', new Y.Text())
  recordsOf(doc).set(record.id, map)
  return {
    board: recordFault(record.id, map) === undefined,
    list: soundRecord(record.id, map) !== undefined,
  }
}

test.each(records.map((record) => [String(record['type'] ?? record.typeName), record] as const))(
  '%s: board and list agree on it, and whatever one value becomes',
  (_kind, record) => {
    expect(seen(record, 'nothing', undefined)).toEqual({ board: true, list: true })
    let refused = 0
    let accepted = 0
    for (const key of [...flatten(record).keys(), 'props.onclick', 'more', 'props.w', '__proto__'])
      for (const value of values) {
        const { board, list } = seen(record, key, value)
        expect(list, `${key} = ${JSON.stringify(value)?.slice(0, 80)}`).toBe(board)
        if (board) accepted += 1
        else refused += 1
      }
    expect(Math.min(refused, accepted)).toBeGreaterThan(5)
  },
)

test('words that are no words, ids that are no ids, and what is no record', () => {
  const doc = new Y.Doc()
  const place = { x: 0, y: 0, index: 'a1' }
  const flat = (id: string): [string, unknown][] => [...flatten({ ...noteRecord('shape:n', place), id })]
  const styled = new Y.Text()
  styled.insert(0, 'gras', { bold: true })
  const all = recordsOf(doc) as Y.Map<unknown> // poison has any type
  all.set('shape:1', new Y.Map(flat('shape:1')))
  all.set('shape:2', new Y.Map([...flat('shape:2'), ['text', styled]]))
  all.set('shape:3', new Y.Map([...flat('shape:other'), ['text', new Y.Text()]]))
  all.set('camera:1', new Y.Map([['id', 'camera:1']]))
  all.set('shape:4', 'nothing')
  for (const [id, map] of all) {
    expect(recordFault(id, map), id).toBeDefined()
    expect(soundRecord(id, map), id).toBeUndefined()
  }
})

test('a frame without area is not offered: a note added beside it is accepted', () => {
  const doc = new Y.Doc()
  const place = { x: 1, y: 2, index: 'a1' }
  seedBoard(doc)
  putRecord(doc, frameRecord('shape:bad', place, { w: 0, h: 10, name: 'Mauvais' }))
  putRecord(doc, { ...noteRecord('shape:within', place), parentId: 'shape:bad' })
  watchBoard(doc)
  const board = readBoard(doc)
  expect(board.sections.flatMap(({ frame }) => frame ?? [])).toEqual([])
  // What stands in it is not lost with it.
  expect([...board.items.keys()]).toEqual(['shape:within'])
  const touched = new Set<string>()
  doc.getMap('records').observeDeep((events) => {
    for (const event of events)
      for (const key of event.path.length > 0 ? [String(event.path[0])] : event.keys.keys()) touched.add(key)
  })
  addNote(doc, { text: 'Une note', author: 'Ana', frameId: 'shape:bad' })
  expect(touched.size).toBeGreaterThan(0)
  expect(checkRecords(doc, touched, { server: false, names: ['Ana'] })).toBeUndefined()
})
