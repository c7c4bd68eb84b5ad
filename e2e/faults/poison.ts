// Poison for whiteboards and drafts: changes that an honest editor cannot make, one per class of harm. For gates and for boards that already hold some.
import * as Y from 'yjs'
import { createDraft, type DraftMap, draftsOf, paragraph } from '#shared/draft/draftModel.ts'
import {
  type BoardRecord,
  draftShapeRecord,
  firstPageId,
  flatten,
  frameRecord,
  noteRecord,
  putRecord,
  recordsOf,
} from '#shared/whiteboard/boardModel.ts'

/** `where`: the end of the poisoned record's id, or the id of the poisoned draft; the first draft when absent. */
export type Poison = (doc: Y.Doc, where?: string) => void

/** The update that a client with an id of its own would send to poison a document in this state. */
export function poisonedUpdate(state: Uint8Array, ...poisons: readonly ((doc: Y.Doc) => void)[]): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const before = Y.encodeStateVector(doc)
  for (const poison of poisons) doc.transact(() => poison(doc))
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}

const place = { x: 40, y: 40, index: 'a1' }
const note = (props: object = {}, more: object = {}): BoardRecord => ({
  ...noteRecord('shape:poison', place, props),
  ...more,
})
const shape = (type: string, props: object, more: object = {}): BoardRecord => ({
  ...noteRecord('shape:poison', place),
  type,
  props,
  ...more,
})
const named = (id: string, where = 'poison'): string => id.replace('poison', where)
const put =
  (...records: BoardRecord[]): Poison =>
  (doc, where) => {
    for (const record of records) {
      const { parentId } = record
      putRecord(doc, {
        ...record,
        id: named(record.id, where),
        ...(typeof parentId === 'string' ? { parentId: named(parentId, where) } : {}),
      })
    }
  }
/** `value` is made anew for each document: a Yjs type belongs to one. */
const set =
  (id: string, value: (id: string) => unknown): Poison =>
  (doc, where) =>
    void (recordsOf(doc) as Y.Map<unknown>).set(named(id, where), value(named(id, where))) // poison has any type
const flatNote = (id: string, more: readonly (readonly [string, unknown])[] = []): Y.Map<unknown> =>
  new Y.Map([...flatten({ ...note(), id }), ['text', new Y.Text()] as const, ...more])
const geo = {
  geo: 'rectangle',
  dash: 'draw',
  url: '',
  w: 100,
  h: 80,
  growY: 0,
  scale: 1,
  labelColor: 'black',
  color: 'blue',
  fill: 'none',
  size: 'm',
  font: 'draw',
  align: 'middle',
  verticalAlign: 'middle',
  richText: { type: 'doc', content: [{ type: 'paragraph' }] },
}
const words = (href: string): BoardRecord =>
  shape('text', {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w: 100,
    scale: 1,
    autoSize: true,
    richText: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'ici', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    },
  })
const asset = (props: object): BoardRecord => ({
  id: 'asset:poison',
  typeName: 'asset',
  type: 'image',
  meta: {},
  props: {
    w: 10,
    h: 10,
    name: 'a.png',
    isAnimated: false,
    mimeType: 'image/png',
    src: '/assets/abc',
    fileSize: 9,
    ...props,
  },
})
const deep = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((inner) => ({ a: inner }), {})

/** Refused by the gate; in a board that holds one, skipped by whoever draws it. */
export const boardPoisons: Readonly<Record<string, Poison>> = {
  'a string instead of a record': set('shape:poison', () => 'x'),
  'plain JSON instead of a map': set('shape:poison', (id) => ({ ...note(), id })),
  'a record of no type': set('shape:poison', (id) => new Y.Map([['id', id]])),
  'a record under another’s id': set('shape:other-poison', () => flatNote('shape:somebody')),
  'the id __proto__': set(
    '__proto__',
    (id) =>
      new Y.Map([
        ['id', id],
        ['typeName', 'shape'],
      ]),
  ),
  'an unknown shape': put(shape('video', { w: 1, h: 1 })),
  'x is NaN': put(note({}, { x: Number.NaN })),
  'x is a string': set('shape:poison', (id) => flatNote(id, [['xy', ['1', 2]]])),
  'too far away': put(note({}, { x: 1_000_001 })),
  'negative size': put(note({ w: -1 })),
  'size zero': put(frameRecord('shape:poison', place, { w: 0, h: 10, name: '' })),
  'opacity 7': put(note({}, { opacity: 7 })),
  'a bad index': put(note({}, { index: 'zzz!' })),
  'its own parent': put(shape('group', {}, { parentId: 'shape:poison' })),
  'a parent that never was': put(note({}, { parentId: 'shape:never' })),
  'an extra prop': put(note({ onclick: 'alert(1)' })),
  'an unknown colour': put(note({ colour: 'red' })),
  'javascript: in an address': put(shape('geo', { ...geo, url: 'javascript:alert(1)' })),
  'a javascript: link': put(words('javascript:alert(1)')),
  'a disguised javascript: link': put(words(' java\tscript:alert(1)')),
  'a data: link': put(words('data:text/html,<script>alert(1)</script>')),
  'an embed': put(shape('embed', { w: 9, h: 9, url: 'http://169.254.169.254/' })),
  'a remote picture': put(asset({ src: 'https://evil.example/pixel.png' })),
  'a picture that is a document': put(asset({ src: 'data:image/svg+xml,<svg onload=alert(1)>' })),
  'an SVG': put(asset({ mimeType: 'image/svg+xml' })),
  'meta of 5 kB': put(note({}, { meta: { a: 'x'.repeat(5_000) } })),
  'meta 5,000 deep': put(note({}, { meta: deep(5_000) as Record<string, unknown> })),
  'a second document': put({ id: 'document:two', typeName: 'document', gridSize: 10, name: '', meta: {} }),
  'a camera': put({ id: 'camera:page:page', typeName: 'camera', x: 0, y: 0, z: 1, meta: {} }),
  'a note without words': set('shape:poison', (id) => new Y.Map([...flatten({ ...note(), id })])),
  'a note that holds an embed': set('shape:poison', (id) => {
    const record = flatNote(id)
    const text = new Y.Text()
    text.insertEmbed(0, { image: 'x' })
    record.set('text', text)
    return record
  }),
  'a note in another’s name': put(note({ author: 'Quelqu’un d’autre' })),
  'a card of a path': put(draftShapeRecord('shape:poison', place, { spaceId: '../x', draftId: 'a' })),
  'the document deleted': (doc) => recordsOf(doc).delete('document:document'),
  'the last page deleted': (doc) => recordsOf(doc).delete(firstPageId),
  'another root': (doc) => void doc.getMap('elsewhere').set('a', 1),
}

const draftId = (doc: Y.Doc, where?: string): string => where ?? [...draftsOf(doc).keys()][0] ?? ''
const draftAt = (doc: Y.Doc, where?: string): DraftMap => {
  const draft = draftsOf(doc).get(draftId(doc, where))
  if (!draft) throw new Error('a document without drafts cannot be poisoned')
  return draft
}
const section = (doc: Y.Doc, where?: string): Y.XmlFragment =>
  draftAt(doc, where).get('proposition') as Y.XmlFragment // drafts have one
const element = (name: string, children: (Y.XmlElement | Y.XmlText)[] = [], attributes: object = {}) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string) // poison has any type
  return made
}
const node =
  (...given: Parameters<typeof element>): Poison =>
  (doc, where) =>
    section(doc, where).insert(0, [element(...given)])
const nested = (depth: number): Y.XmlElement =>
  depth === 0
    ? paragraph('au fond')
    : element('bulletList', [element('listItem', [paragraph('un'), nested(depth - 1)])])
const marked =
  (attributes: object): Poison =>
  (doc, where) => {
    const line = paragraph('des mots')
    section(doc, where).insert(0, [line])
    ;(line.get(0) as Y.XmlText).format(0, 3, attributes) // a paragraph holds words
  }
const said =
  (text: string): Poison =>
  (doc, where) =>
    section(doc, where).insert(0, [paragraph('x'), element('paragraph', [new Y.XmlText(text)])])

export const draftPoisons: Readonly<Record<string, Poison>> = {
  'an iframe': node('iframe', [], { srcdoc: '<script>alert(1)</script>' }),
  'a picture of an internal address': node('image', [], { src: 'http://169.254.169.254/' }),
  'a node named constructor': node('constructor'),
  'a style': node('paragraph', [new Y.XmlText('x')], { style: 'position:fixed' }),
  'an event attribute': node('paragraph', [new Y.XmlText('x')], { onclick: 'alert(1)' }),
  'a heading of level 1': node('heading', [new Y.XmlText('x')], { level: 1 }),
  'words outside a paragraph': (doc, where) => section(doc, where).insert(0, [new Y.XmlText('x')]),
  'an item outside a list': node('listItem', [paragraph('x')]),
  'a paragraph in a paragraph': node('paragraph', [paragraph('x')]),
  '40 lists deep': (doc, where) => section(doc, where).insert(0, [nested(40)]),
  'a javascript: link': marked({ link: { href: 'javascript:alert(1)' } }),
  'a disguised javascript: link': marked({ link: { href: ' java\tscript:alert(1)' } }),
  'a data: link': marked({ link: { href: 'data:text/html,<script>alert(1)</script>' } }),
  'a link with an event': marked({ link: { href: 'https://exemple.org', onclick: 'x' } }),
  'an unknown mark': marked({ textStyle: { color: 'red' } }),
  'a made up provenance': marked({ src: { ref: 'wd-1/constat/0/0' } }),
  'a paragraph of 20,001 letters': said('x'.repeat(20_001)),
  'a control character': said('a\u0000b'),
  'words that turn around': said('\u202eon'),
  'an embed': (doc, where) => {
    const line = paragraph('')
    section(doc, where).insert(0, [line])
    ;(line.get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }) // a paragraph holds words
  },
  'a title that is a string': (doc, where) => void draftAt(doc, where).set('title', 'Autre'),
  'no title': (doc, where) => draftAt(doc, where).delete('title'),
  'a bold title': (doc, where) => (draftAt(doc, where).get('title') as Y.Text).format(0, 2, { bold: true }), // drafts have one
  'an unknown key': (doc, where) => void draftAt(doc, where).set('html', '<b>'),
  'a key named __proto__': (doc, where) => void draftAt(doc, where).set('__proto__', {}),
  'an unknown addressee': (doc, where) => void draftAt(doc, where).set('addressee', 'everybody'),
  'a date that is none': (doc, where) => void draftAt(doc, where).set('deletedAt', Number.NaN),
  'half a draft': (doc, where) =>
    void draftsOf(doc).set(where ? `half-${where}` : 'poison', new Y.Map([['title', new Y.Text('x')]])),
  'a draft erased': (doc, where) => {
    const id = draftId(doc, where)
    draftsOf(doc).delete(id)
  },
  'a draft replaced': (doc, where) => {
    const id = draftId(doc, where)
    createDraft(doc, { id, title: 'x' })
  },
  'another root': (doc) => void doc.getMap('elsewhere').set('a', 1),
}
