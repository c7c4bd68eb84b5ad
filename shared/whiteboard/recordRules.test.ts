import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { connect } from '#shared/whiteboard/arrows.ts'
import {
  type BoardRecord,
  draftShapeRecord,
  flatten,
  frameRecord,
  noteRecord,
  noteText,
  putRecord,
  recordsOf,
  seedBoard,
  unflatten,
} from '#shared/whiteboard/boardModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import {
  asset,
  base,
  drawProps,
  geoProps,
  honest,
  note,
  page,
  paragraph,
  place,
  rich,
  textProps,
} from '#shared/whiteboard/honestRecords.ts'
import { readRecords } from '#shared/whiteboard/place.ts'
import { boardLimits } from '#shared/whiteboard/recordForm.ts'
import { checkRecords, recordFault, watchBoard } from '#shared/whiteboard/recordRules.ts'

const ana = { server: false, names: ['Ana'] }

function board(): Y.Doc {
  const doc = new Y.Doc()
  seedBoard(doc)
  watchBoard(doc)
  return doc
}

/** Changes a board as an update would, and answers what the gate says. */
function judge(
  doc: Y.Doc,
  change: () => void,
  by: { server: boolean; names: readonly string[] } = ana,
): string | undefined {
  const touched = new Set<string>()
  const see = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events)
      if (event.path.length > 0) touched.add(String(event.path[0]))
      else for (const key of event.keys.keys()) touched.add(key)
  }
  recordsOf(doc).observeDeep(see)
  doc.transact(change)
  recordsOf(doc).unobserveDeep(see)
  return checkRecords(doc, touched, by)
}

describe('honest records', () => {
  test.each(Object.entries(honest))('%s is accepted', (_tool, records) => {
    const doc = board()
    expect(judge(doc, () => records.forEach((record) => putRecord(doc, record)))).toBeUndefined()
  })

  test('arrows between two notes are accepted, and stay when somebody deletes one of the notes', () => {
    const doc = board()
    let ids: string[] = []
    expect(
      judge(doc, () => {
        ids = [addNote(doc, { text: 'a', author: 'Ana' }), addNote(doc, { text: 'b' })]
        connect(doc, ids[0] ?? '', ids[1] ?? '')
      }),
    ).toBeUndefined()
    expect(judge(doc, () => recordsOf(doc).delete(ids[1] ?? ''))).toBeUndefined()
    const binding = [...recordsOf(doc).keys()].find((id) => id.startsWith('binding:')) ?? ''
    expect(judge(doc, () => recordsOf(doc).get(binding)?.set('meta', {}))).toBeUndefined()
  })

  test('typing in a note, moving it, and moving it into a frame that somebody deletes at that moment', () => {
    const doc = board()
    judge(doc, () => {
      putRecord(doc, frameRecord('shape:f', place, { w: 100, h: 100, name: 'A' }))
      putRecord(doc, note())
    })
    expect(judge(doc, () => noteText(doc, 'shape:n')?.insert(0, 'Se voir'))).toBeUndefined()
    expect(judge(doc, () => recordsOf(doc).get('shape:n')?.set('xy', [1, 2]))).toBeUndefined()
    expect(
      judge(doc, () => {
        recordsOf(doc).delete('shape:f')
        recordsOf(doc).get('shape:n')?.set('parentId', 'shape:f')
      }),
    ).toBeUndefined()
    expect(readRecords(doc).get('shape:n')?.['parentId']).toBe(page)
  })
})

const asText = (richText: object): BoardRecord[] => [base('text', 'shape:t', textProps(richText))]
const deep = (levels: number): object => {
  let value: object = {}
  for (let i = 0; i < levels; i++) value = { a: value }
  return value
}
const linkTo = (href: string): BoardRecord[] =>
  asText(rich(paragraph('ici', [{ type: 'link', attrs: { href } }])))
const raw =
  (id: string, entries: [string, unknown][]) =>
  (doc: Y.Doc): void =>
    void recordsOf(doc).set(id, new Y.Map(entries))
const withKey =
  (key: string, value: unknown) =>
  (doc: Y.Doc): void =>
    raw('shape:n', [...flatten(note()), ['text', new Y.Text()], [key, value]])(doc)
const chain =
  (length: number) =>
  (doc: Y.Doc): void => {
    for (let i = 0; i < length; i++)
      putRecord(doc, base('group', `shape:c${i}`, {}, i === 0 ? {} : { parentId: `shape:c${i - 1}` }))
  }

/** The classes of poison measured for SECURITY 2.6, and those that our own form of a record adds. */
const poisons: Readonly<Record<string, BoardRecord[] | ((doc: Y.Doc) => void)>> = {
  'id __proto__': raw('__proto__', [
    ['id', '__proto__'],
    ['typeName', 'shape'],
  ]),
  'id constructor': raw('constructor', [
    ['id', 'constructor'],
    ['typeName', 'shape'],
  ]),
  'empty id': raw('', [
    ['id', ''],
    ['typeName', 'shape'],
  ]),
  'a string instead of a record': (doc) => void (recordsOf(doc) as Y.Map<unknown>).set('shape:n', 'x'),
  'a number instead of a record': (doc) => void (recordsOf(doc) as Y.Map<unknown>).set('shape:n', 7),
  'null instead of a record': (doc) => void (recordsOf(doc) as Y.Map<unknown>).set('shape:n', null),
  'plain JSON instead of a map': (doc) =>
    void (recordsOf(doc) as Y.Map<unknown>).set('shape:n', { ...note() }),
  'a text instead of a record': (doc) =>
    void (recordsOf(doc) as unknown as Y.Map<unknown>).set('shape:n', new Y.Text('x')),
  'unknown record type': [{ ...note(), id: 'thing:x', typeName: 'thing' } as BoardRecord],
  'unknown shape type': [base('video', 'shape:v', { w: 1, h: 1 })],
  'x is NaN': [note({}, { x: Number.NaN })],
  'x is Infinity': [note({}, { x: Number.POSITIVE_INFINITY })],
  'x is a string': withKey('xy', ['1', 2]),
  'rotation is a string': withKey('rotation', '1'),
  'negative size': [note({ w: -1 })],
  'size zero': [frameRecord('shape:f', place, { w: 0, h: 100, name: '' })],
  'opacity 7': [note({}, { opacity: 7 })],
  'bad index': [note({}, { index: 'zzz!' })],
  'parent with a bad prefix': [note({}, { parentId: 'asset:x' })],
  'extra prop': [note({ evil: 1 } as object)],
  'missing prop': raw('shape:n', [
    ...[...flatten(note())].filter(([key]) => key !== 'props.colour'),
    ['text', new Y.Text()],
  ]),
  'unknown colour': [base('geo', 'shape:g', { ...geoProps, color: 'ultraviolet' })],
  'unknown colour of a note': [note({ colour: 'red' } as object)],
  'javascript: in url': [base('geo', 'shape:g', { ...geoProps, url: 'javascript:alert(1)' })],
  'data: in url': [base('geo', 'shape:g', { ...geoProps, url: 'data:text/html,x' })],
  'depth 5000': [note({}, { meta: deep(5_000) })],
  'rich text of depth 5000': asText(deep(5_000)),
  'second document': [{ id: 'document:two', typeName: 'document', gridSize: 10, name: '', meta: {} }],
  'a camera': [{ id: 'camera:page:page', typeName: 'camera', x: 0, y: 0, z: 1, meta: {} } as BoardRecord],
  'an instance': [{ id: 'instance:instance', typeName: 'instance', meta: {} } as BoardRecord],
  'a pointer': [
    {
      id: 'pointer:pointer',
      typeName: 'pointer',
      x: 0,
      y: 0,
      lastActivityTimestamp: 0,
      meta: {},
    } as BoardRecord,
  ],
  'a presence': [{ id: 'instance_presence:x', typeName: 'instance_presence' } as BoardRecord],
  'a page state': [{ id: 'instance_page_state:page:page', typeName: 'instance_page_state' } as BoardRecord],
  bigint: withKey('meta', { a: 1n }),
  binary: withKey('meta', new Uint8Array(8)),
  undefined: withKey('meta', [undefined]),
  '(1) key is not the id': raw('shape:other', [...flatten(note()), ['text', new Y.Text()]]),
  '(2) too far': [note({}, { x: 1_000_001 })],
  '(3) too large': [frameRecord('shape:f', place, { w: 100_001, h: 1, name: '' })],
  '(4) index of 65 letters': [note({}, { index: `a0${'V'.repeat(63)}` })],
  '(5) own parent': [base('group', 'shape:g', {}, { parentId: 'shape:g' })],
  '(5) ring of parents': [
    base('group', 'shape:a', {}, { parentId: 'shape:b' }),
    base('group', 'shape:b', {}, { parentId: 'shape:a' }),
  ],
  '(5) 17 levels': chain(17),
  '(6) parent that never was': [note({}, { parentId: 'shape:never' })],
  '(6) page that never was': [note({}, { parentId: 'page:never' })],
  'a note as parent': [note(), base('geo', 'shape:g', geoProps, { parentId: 'shape:n' })],
  '(7) text of 20,001 letters': asText(rich(paragraph('a'.repeat(20_001)))),
  '(7) arrow label of 20,001 letters': [
    base('geo', 'shape:g', { ...geoProps, url: `https://example.org/${'a'.repeat(20_001)}` }),
  ],
  '(8) javascript: link': linkTo('javascript:alert(1)'),
  '(8) disguised javascript: link': linkTo(' java\tscript:alert(1)'),
  '(8) data: link': linkTo('data:text/html,<script>'),
  '(8) file: link': linkTo('file:///etc/passwd'),
  'unknown node in rich text': asText(rich({ type: 'iframe', attrs: { src: 'https://example.org' } })),
  'unknown mark in rich text': asText(rich(paragraph('x', [{ type: 'blink' }]))),
  'event attribute in rich text': asText(rich({ type: 'paragraph', attrs: { onclick: 'alert(1)' } })),
  'empty text node in rich text': asText(rich({ type: 'paragraph', content: [{ type: 'text', text: '' }] })),
  'text outside a paragraph': asText(rich({ type: 'text', text: 'x' })),
  '(9) meta of 5 kB': [note({}, { meta: { a: 'x'.repeat(5_000) } })],
  '(10) meta with constructor': [note({}, { meta: { a: { constructor: 1 } } })],
  '(10) meta with prototype': [note({}, { meta: { a: { prototype: 1 } } })],
  '(10) meta with __proto__': [note({}, { meta: JSON.parse('{"__proto__":{"a":1}}') as object })],
  '(11) embed': [base('embed', 'shape:e', { w: 100, h: 100, url: 'https://example.org' })],
  '(12) embed of an internal address': [
    base('embed', 'shape:e', { w: 100, h: 100, url: 'http://127.0.0.1' }),
  ],
  '(13) bookmark of an internal address': [
    {
      id: 'asset:1234',
      typeName: 'asset',
      type: 'bookmark',
      meta: {},
      props: { src: 'http://169.254.169.254', title: '', description: '', image: '', favicon: '' },
    },
  ],
  '(14) asset with data:': [asset({ src: 'data:image/svg+xml,<svg onload=alert(1)>' })],
  '(14) asset outside the assets': [asset({ src: '/assets/../healthz' })],
  '(15) remote asset': [asset({ src: 'https://evil.example/pixel.png' })],
  '(15) remote asset without scheme': [asset({ src: '//evil.example/pixel.png' })],
  'asset without source': [asset({ src: null })],
  '(16) SVG': [asset({ mimeType: 'image/svg+xml' })],
  '(16) HTML': [asset({ mimeType: 'text/html' })],
  'a video asset': [asset({ mimeType: 'video/mp4' }, { type: 'video' })],
  '(17) 10,001 points': [base('draw', 'shape:d', drawProps(10_001))],
  '(17) 41 pages': Array.from({ length: 40 }, (_, i) => ({
    id: `page:p${i}`,
    typeName: 'page',
    name: '',
    index: 'a1',
    meta: {},
  })),
  'a map inside a record': withKey('meta', new Y.Map()),
  'a key of tldraw that is not flat': withKey('x', 3),
  'a prop named __proto__': withKey('props.__proto__', { a: 1 }),
  'words on a shape that is no note': (doc) =>
    raw('shape:g', [...flatten(base('geo', 'shape:g', geoProps)), ['text', new Y.Text()]])(doc),
  'a note without words': raw('shape:n', [...flatten(note())]),
  'a note whose words are a value': raw('shape:n', [...flatten(note()), ['text', 'x']]),
  'a note with an embed': (doc) => {
    putRecord(doc, note())
    noteText(doc, 'shape:n')?.insertEmbed(0, { image: 'x' })
  },
  'a note with a format': (doc) => {
    putRecord(doc, note())
    noteText(doc, 'shape:n')?.insert(0, 'x', { bold: true })
  },
  'a note of 3,000 letters': (doc) => {
    putRecord(doc, note())
    noteText(doc, 'shape:n')?.insert(0, 'x'.repeat(3_000))
  },
  "a note in somebody else's name": [note({ author: 'Inès' })],
  'a card of a path': [draftShapeRecord('shape:d', place, { spaceId: '../x', draftId: 'a' })],
  'a binding to nothing': [
    {
      id: 'binding:b',
      typeName: 'binding',
      type: 'arrow',
      fromId: 'shape:never',
      toId: 'shape:never2',
      meta: {},
      props: {
        terminal: 'start',
        normalizedAnchor: { x: 0, y: 0 },
        isExact: false,
        isPrecise: false,
        snap: 'none',
      },
    },
  ],
  'the document deleted': (doc) => recordsOf(doc).delete('document:document'),
  'the last page deleted': (doc) => recordsOf(doc).delete(page),
}

describe('poison', () => {
  test('covers the 44 measured classes and more', () =>
    expect(Object.keys(poisons).length).toBeGreaterThanOrEqual(44))

  test.each(Object.entries(poisons))('%s is refused', (_name, poison) => {
    const doc = board()
    const code = judge(doc, () =>
      Array.isArray(poison) ? poison.forEach((record) => putRecord(doc, record)) : poison(doc),
    )
    expect(code).toMatch(/^[a-z0-9-]+$/)
  })

  test('17: 4,001 shapes', () => {
    const doc = board()
    const add = (from: number, to: number) => (): void => {
      for (let i = from; i < to; i++) putRecord(doc, { ...noteRecord(`shape:n${i}`, place) })
    }
    expect(judge(doc, add(0, boardLimits.shapes))).toBeUndefined()
    expect(judge(doc, add(boardLimits.shapes, boardLimits.shapes + 1))).toBe('too-many-shapes')
  })

  test('a tree is not made deeper than 16 by moving its root', () => {
    const doc = board()
    expect(judge(doc, () => chain(10)(doc))).toBeUndefined()
    expect(
      judge(doc, () => {
        for (let i = 0; i < 8; i++)
          putRecord(doc, base('group', `shape:k${i}`, {}, i === 0 ? {} : { parentId: `shape:k${i - 1}` }))
      }),
    ).toBeUndefined()
    expect(judge(doc, () => recordsOf(doc).get('shape:c0')?.set('parentId', 'shape:k7'))).toBe('too-deep')
  })

  test('a frame that holds something does not become a note', () => {
    const doc = board()
    judge(doc, () => {
      putRecord(doc, frameRecord('shape:f', place, { w: 9, h: 9, name: '' }))
      putRecord(doc, base('geo', 'shape:g', geoProps, { parentId: 'shape:f' }))
    })
    const asNote = (): void => {
      recordsOf(doc).set(
        'shape:f',
        new Y.Map([...flatten({ ...note(), id: 'shape:f' }), ['text', new Y.Text()]] as [string, unknown][]),
      )
    }
    expect(judge(doc, asNote)).toBe('parent-type')
  })
})

test('authors: the server may name anyone, a person only themselves; moving and undoing keep the name', () => {
  const doc = board()
  expect(
    judge(doc, () => putRecord(doc, note({ author: 'Inès' })), { server: true, names: [] }),
  ).toBeUndefined()
  expect(judge(doc, () => recordsOf(doc).get('shape:n')?.set('xy', [5, 5]))).toBeUndefined()
  expect(judge(doc, () => recordsOf(doc).delete('shape:n'))).toBeUndefined()
  expect(judge(doc, () => putRecord(doc, note({ author: 'Inès' })))).toBeUndefined()
  expect(judge(doc, () => recordsOf(doc).get('shape:n')?.set('props.author', 'Ana'))).toBeUndefined()
  expect(judge(doc, () => recordsOf(doc).get('shape:n')?.set('props.author', 'Awa'))).toBe('author')
})

test('a check reads what was touched and its parents, whatever the size of the board', () => {
  const reads = (size: number): number => {
    const doc = board()
    putRecord(doc, frameRecord('shape:f', place, { w: 10, h: 10, name: '' }))
    for (let i = 0; i < size; i++)
      putRecord(doc, noteRecord(`shape:n${i}`, { ...place, parentId: 'shape:f' }))
    checkRecords(doc, recordsOf(doc).keys(), ana)
    recordsOf(doc).get('shape:n1')?.set('xy', [7, 7])
    const records = recordsOf(doc)
    const get = vi.spyOn(records, 'get')
    const all = [vi.spyOn(records, 'keys'), vi.spyOn(records, 'entries'), vi.spyOn(records, 'forEach')]
    expect(checkRecords(doc, ['shape:n1'], ana)).toBeUndefined()
    expect(all.every((spy) => spy.mock.calls.length === 0)).toBe(true)
    return get.mock.calls.length
  }
  expect(reads(2_000)).toBe(reads(20))
})

test('flatten and unflatten are opposites', () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  const keys = fc
    .stringMatching(/^[a-z]{1,8}$/)
    .filter((key) => !['x', 'y', 'xy', 'id', 'props', 'type', 'text', 'typename'].includes(key))
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(finite, finite, fc.dictionary(keys, json), fc.dictionary(keys, json), (x, y, top, props) => {
      const doc = new Y.Doc()
      const record = { ...top, id: 'shape:r', typeName: 'shape', type: 'geo', x, y, props } as BoardRecord
      putRecord(doc, record)
      expect(unflatten(recordsOf(doc).get('shape:r'))).toEqual(record)
    }),
  )
})

test('a record at fault is named by itself too, for browsers that open a poisoned board', () => {
  const doc = board()
  putRecord(doc, note({}, { x: Number.NaN }))
  expect(recordFault('shape:n', recordsOf(doc).get('shape:n'))).toBe('place')
  expect(recordFault(page, recordsOf(doc).get(page))).toBeUndefined()
})
