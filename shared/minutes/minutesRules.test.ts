import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { isOfMinutes, minutesOf } from '#shared/minutes/minutesModel.ts'
import { checkTouchedMinutes } from '#shared/minutes/minutesRules.ts'
import { writeMinutes } from '#shared/minutes/writeMinutes.ts'

const blocks = [{ key: 'present', type: 'paragraph' as const, text: 'onze personnes' }]
const whole = { title: 't', blocks, writtenAt: 1, closedAt: null, language: 'fr' as const, day: '2020-01-23' }

function begun(): Y.Doc {
  const doc = new Y.Doc()
  createDraft(doc, { id: 'd1', title: 'Un texte' })
  writeMinutes(doc, { sessionId: 's1', ...whole })
  return doc
}

/** What both gates say of a change that comes from elsewhere as an update. */
function verdict(change: (doc: Y.Doc) => void, { server = false, at = begun() } = {}): string | undefined {
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(at))
  const before = Y.encodeStateVector(theirs)
  theirs.transact(() => change(theirs))
  let said: string | undefined = 'nothing was touched'
  at.once('afterTransaction', (transaction: Y.Transaction) => {
    said = checkTouchedDrafts(transaction, isOfMinutes) ?? checkTouchedMinutes(transaction, { server })
  })
  Y.applyUpdate(at, Y.encodeStateAsUpdate(theirs, before))
  return said
}

const entry = (doc: Y.Doc): Y.Map<unknown> => minutesOf(doc).get('s1') as Y.Map<unknown>
const body = (doc: Y.Doc): Y.XmlFragment => entry(doc).get('body') as Y.XmlFragment

describe('people', () => {
  test('write in the title and in the words', () => {
    expect(verdict((doc) => (entry(doc).get('title') as Y.Text).insert(0, 'Notre '))).toBeUndefined()
    expect(
      verdict((doc) => ((body(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Nous ')),
    ).toBeUndefined()
    expect(verdict((doc) => body(doc).insert(0, [new Y.XmlElement('paragraph')]))).toBeUndefined()
    expect(verdict((doc) => draftsOf(doc).get('d1')?.set('code', 'R1'))).toBeUndefined()
  })

  test('[M6] neither begin minutes, nor date them, nor touch what the server remembers', () => {
    expect(verdict((doc) => void writeMinutes(doc, { sessionId: 's2', ...whole }))).toBe('minutes-rights')
    expect(verdict((doc) => entry(doc).set('writtenAt', 5))).toBe('minutes-rights')
    expect(verdict((doc) => entry(doc).set('title', new Y.Text()))).toBe('minutes-rights')
    expect(verdict((doc) => entry(doc).set('body', new Y.XmlFragment()))).toBe('minutes-rights')
    expect(verdict((doc) => (entry(doc).get('written') as Y.Map<string>).set('x', 'y'))).toBe(
      'minutes-rights',
    )
    expect(verdict((doc) => minutesOf(doc).delete('s1'))).toBe('minutes-rights')
    expect(verdict((doc) => entry(doc).delete('body'))).toBe('minutes-rights')
  })

  test('in a document without minutes neither', () => {
    const empty = new Y.Doc()
    expect(verdict((doc) => void writeMinutes(doc, { sessionId: 's2', ...whole }), { at: empty })).toBe(
      'minutes-rights',
    )
    expect(verdict((doc) => doc.getArray('minutes').push(['x']), { at: new Y.Doc() })).toBe('minutes-rights')
    expect(verdict((doc) => doc.getText('minutes').insert(0, 'x'), { at: new Y.Doc() })).toBe(
      'minutes-rights',
    )
  })
})

describe('hostile shapes in the words are refused as in a draft', () => {
  const shapes: Readonly<Record<string, (doc: Y.Doc) => void>> = {
    script: (doc) => body(doc).insert(0, [new Y.XmlElement('script')]),
    attribute: (doc) => (body(doc).get(0) as Y.XmlElement).setAttribute('onclick', 'x'),
    'words outside a paragraph': (doc) => body(doc).insert(0, [new Y.XmlText('x')]),
    'unsafe link': (doc) =>
      ((body(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, {
        link: { href: 'javascript:x' },
      }),
    'unknown mark': (doc) =>
      ((body(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, { size: 90 }),
    'embedded thing': (doc) =>
      ((body(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }),
    'hidden letters': (doc) => ((body(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, '\u202e'),
    'a paragraph without end': (doc) =>
      ((body(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x'.repeat(20_001)),
    'a thousand levels': (doc) => {
      let inner = new Y.XmlElement('paragraph')
      for (let n = 0; n < 40; n++) {
        const outer = new Y.XmlElement(n % 2 ? 'bulletList' : 'listItem')
        outer.insert(0, [inner])
        inner = outer
      }
      body(doc).insert(0, [inner])
    },
    'marks in the title': (doc) => (entry(doc).get('title') as Y.Text).format(0, 1, { bold: true }),
    'a title without end': (doc) => (entry(doc).get('title') as Y.Text).insert(0, 'x'.repeat(801)),
  }
  test.each(Object.keys(shapes))('%s', (name) => {
    expect(verdict(shapes[name] ?? (() => undefined))).toEqual(expect.any(String))
    expect(verdict(shapes[name] ?? (() => undefined))).not.toBe('nothing was touched')
  })
})

describe('the server itself', () => {
  test('begins, dates and remembers', () => {
    expect(
      verdict((doc) => void writeMinutes(doc, { sessionId: 's2', ...whole }), { server: true }),
    ).toBeUndefined()
    expect(verdict((doc) => entry(doc).set('closedAt', 5), { server: true })).toBeUndefined()
    expect(
      verdict(
        (doc) =>
          void writeMinutes(doc, { sessionId: 's1', ...whole, blocks: [{ ...blocks[0]!, text: 'douze' }] }),
        {
          server: true,
        },
      ),
    ).toBeUndefined()
  })

  test('keeps to the shape and to its bounds', () => {
    const server = true
    expect(verdict((doc) => minutesOf(doc).set('s2', new Y.Map()), { server })).toBe('minutes-not-whole')
    expect(verdict((doc) => entry(doc).set('extra', 1), { server })).toBe('minutes-structure')
    expect(verdict((doc) => entry(doc).set('language', 'de'), { server })).toBe('minutes-value')
    expect(verdict((doc) => entry(doc).set('day', '23/01'), { server })).toBe('minutes-value')
    expect(verdict((doc) => minutesOf(doc).delete('s1'), { server })).toBe('minutes-removed')
    expect(
      verdict((doc) => (entry(doc).get('written') as Y.Map<string>).set('k'.repeat(161), 'x'), { server }),
    ).toBe('block-key')
    const many = (doc: Y.Doc): void => {
      for (let n = 0; n < 100; n++) writeMinutes(doc, { sessionId: `n${n}`, ...whole })
    }
    expect(verdict(many, { server })).toBe('too-many-minutes')
  })
})
