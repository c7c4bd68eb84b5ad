// Gate G5: what honest editors do passes, what lies outside the schema does not, and a keystroke costs little.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNuance, createDraft, type DraftMap, draftsOf, paragraph } from '#shared/draft/draftModel.ts'
import { checkAllDrafts, checkTouchedDrafts } from '#shared/draft/draftRules.ts'

const room = () => {
  const doc = new Y.Doc()
  createDraft(doc, {
    id: 'd1',
    title: 'Un comité',
    proposition: ['Huit places, dont deux libres.', 'Une réunion par mois.'],
    jurisdictions: ['FR'],
    countryPassages: { BE: 'Pour la Belgique' },
    nuances: [{ type: 'minority', text: 'Pas d’accord', groupId: 'grp-1' }],
    questions: ['Qui garde le cahier ?'],
  })
  return doc
}

/** Applies what a client did as one update on a server's copy and gives the gate's verdict. */
function verdict(change: (doc: Y.Doc, draft: DraftMap) => void, start = room()): string | undefined {
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(start))
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(start))
  const before = Y.encodeStateVector(client)
  client.transact(() => change(client, draftsOf(client).get('d1') as DraftMap))
  let checked = 0
  let fault: string | undefined
  // Yjs may follow an update with a transaction of its own that tidies marks: the first fault counts.
  server.on('afterTransaction', (transaction: Y.Transaction) => {
    checked += 1
    fault ??= checkTouchedDrafts(transaction)
  })
  Y.applyUpdate(server, Y.encodeStateAsUpdate(client, before))
  return checked === 0 ? 'never checked' : fault
}

const section = (draft: DraftMap) => draft.get('proposition') as Y.XmlFragment
const words = (draft: DraftMap, at = 0) => (section(draft).get(at) as Y.XmlElement).get(0) as Y.XmlText
const element = (
  name: string,
  children: (Y.XmlElement | Y.XmlText)[] = [],
  attributes: Record<string, unknown> = {},
) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string) // poison has any type
  return made
}
const nested = (depth: number): Y.XmlElement =>
  depth === 0
    ? paragraph('au fond')
    : element('bulletList', [element('listItem', [paragraph('un'), nested(depth - 1)])])

test('what an honest editor writes passes', () => {
  const honest: Record<string, (doc: Y.Doc, draft: DraftMap) => void> = {
    typing: (_, draft) => words(draft).insert(4, ' bonnes'),
    title: (_, draft) => (draft.get('title') as Y.Text).insert(0, 'Oui : '),
    bold: (_, draft) => words(draft).format(0, 4, { bold: {} }),
    unbold: (_, draft) => words(draft).format(0, 4, { bold: null }),
    link: (_, draft) => words(draft).format(0, 4, { link: { href: 'https://exemple.org/a?b=c#d' } }),
    mail: (_, draft) => words(draft).format(0, 4, { link: { href: 'mailto:vie@exemple.org' } }),
    paragraph: (_, draft) => section(draft).insert(1, [paragraph('Encore')]),
    empty: (_, draft) => section(draft).insert(1, [element('paragraph')]),
    heading: (_, draft) =>
      section(draft).insert(0, [element('heading', [new Y.XmlText('Titre')], { level: 2 })]),
    list: (_, draft) =>
      section(draft).insert(0, [
        element('orderedList', [element('listItem', [paragraph('un')])], { start: 3 }),
      ]),
    nested: (_, draft) => section(draft).insert(0, [nested(4)]),
    break: (_, draft) =>
      (section(draft).get(0) as Y.XmlElement).insert(1, [element('hardBreak'), new Y.XmlText('suite')]),
    'all gone': (_, draft) => section(draft).delete(0, 2),
    nuance: (_, draft) => void addNuance(draft, { type: 'nuance', text: '', groupId: null }),
    'nuance out': (_, draft) => {
      const nuances = draft.get('nuances') as Y.Map<Y.Map<unknown>>
      const [id, nuance] = [...nuances.entries()][0] as [string, Y.Map<unknown>]
      ;(nuance.get('text') as Y.Text).insert(0, 'encore ')
      nuances.delete(id)
    },
    passage: (_, draft) =>
      void (draft.get('countryPassages') as Y.Map<Y.Text>).set('FR', new Y.Text('En France')),
    country: (_, draft) => void (draft.get('jurisdictions') as Y.Map<true>).set('BE', true),
    'country out': (_, draft) => (draft.get('jurisdictions') as Y.Map<true>).delete('FR'),
    value: (_, draft) => void draft.set('addressee', 'boards'),
    hidden: (_, draft) => void draft.set('deletedAt', 1_586_000_000_000),
    source: (_, draft) =>
      void (draft.get('sources') as Y.Map<string>).set('room1:shape:abc', 'Je viens pour les services'),
    'new draft': (doc) => void createDraft(doc, { title: 'Un autre' }),
  }
  for (const [name, change] of Object.entries(honest))
    expect({ name, fault: verdict(change) }).toEqual({ name, fault: undefined })
})

test('what is outside the schema is refused', () => {
  const link = (href: unknown) => (_: Y.Doc, draft: DraftMap) => words(draft).format(0, 4, { link: { href } })
  const inside = (node: Y.XmlElement | Y.XmlText) => (_: Y.Doc, draft: DraftMap) =>
    section(draft).insert(0, [node])
  const poison: Record<string, (doc: Y.Doc, draft: DraftMap) => void> = {
    'javascript link': link('javascript:alert(1)'),
    'spaced link': link(' java\tscript:alert(1)'),
    'data link': link('data:text/html,<script>alert(1)</script>'),
    'newline link': link('https://exemple.org/\njavascript:alert(1)'),
    'bidi link': link('https://exemple.org/\u202egro.live'),
    'backslash link': link('https:\\\\exemple.org'),
    'relative link': link('//exemple.org'),
    'object link': link({ toString: 'x' }),
    'long link': link(`https://exemple.org/${'a'.repeat(3000)}`),
    'link with a target': (_, draft) =>
      words(draft).format(0, 4, { link: { href: 'https://exemple.org', onclick: 'x' } }),
    'unknown mark': (_, draft) => words(draft).format(0, 4, { textStyle: { color: 'red' } }),
    'bold with attributes': (_, draft) => words(draft).format(0, 4, { bold: { style: 'x' } }),
    'made up provenance': (_, draft) => words(draft).format(0, 4, { src: { ref: 'wd-1/constat/0/0' } }),
    iframe: inside(element('iframe', [], { srcdoc: '<script>' })),
    image: inside(element('image', [], { src: 'http://169.254.169.254/' })),
    constructor: inside(element('constructor')),
    style: inside(element('paragraph', [new Y.XmlText('x')], { style: 'position:fixed' })),
    onclick: inside(element('paragraph', [new Y.XmlText('x')], { onclick: 'alert(1)' })),
    'heading of level 1': inside(element('heading', [new Y.XmlText('x')], { level: 1 })),
    'heading of text level': inside(element('heading', [new Y.XmlText('x')], { level: '2' })),
    'words without a paragraph': inside(new Y.XmlText('x')),
    'item without a list': inside(element('listItem', [paragraph('x')])),
    'paragraph in a list': inside(element('bulletList', [paragraph('x')])),
    'words in a list': inside(element('bulletList', [new Y.XmlText('x')])),
    'item that begins with a list': inside(element('bulletList', [element('listItem', [nested(1)])])),
    'paragraph in a paragraph': inside(element('paragraph', [paragraph('x')])),
    deep: inside(nested(40)),
    'deep by addition': (_, draft) => {
      let at: Y.XmlFragment = section(draft)
      for (let i = 0; i < 30; i++) {
        const item = element('listItem', [paragraph('x')])
        at.push([element('bulletList', [item])])
        at = item
      }
    },
    'long paragraph': (_, draft) => words(draft).insert(0, 'x'.repeat(20_001)),
    'control characters': (_, draft) => words(draft).insert(0, 'a\u0000b'),
    'turned words': (_, draft) => words(draft).insert(0, '\u202eon'),
    embed: (_, draft) => words(draft).insertEmbed(0, { image: 'x' }),
    'text attribute': (_, draft) => words(draft).setAttribute('style', 'x'),
    hook: (_, draft) => section(draft).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]), // poison
    map: (_, draft) => void draft.set('nuances', new Y.Map()),
    'a new title': (_, draft) => void draft.set('title', new Y.Text('Autre')),
    'a title that is a string': (_, draft) => void draft.set('title', 'Autre'),
    'no title': (_, draft) => draft.delete('title'),
    'bold title': (_, draft) => (draft.get('title') as Y.Text).format(0, 2, { bold: true }),
    'long title': (_, draft) => (draft.get('title') as Y.Text).insert(0, 'x'.repeat(441)),
    'unknown key': (_, draft) => void draft.set('html', '<b>'),
    'prototype key': (_, draft) => void draft.set('__proto__', {}),
    'unknown value': (_, draft) => void draft.set('addressee', 'everybody'),
    'value of another type': (_, draft) => void draft.set('status', { toString: 'writing' }),
    'date that is none': (_, draft) => void draft.set('deletedAt', Number.NaN),
    'set of objects': (_, draft) => void (draft.get('jurisdictions') as Y.Map<unknown>).set('BE', { a: 1 }),
    'id that is a prototype': (_, draft) =>
      void (draft.get('jurisdictions') as Y.Map<unknown>).set('__proto__', true),
    'half a nuance': (_, draft) =>
      void (draft.get('nuances') as Y.Map<unknown>).set('n', new Y.Map([['type', 'nuance']])),
    'nuance of another kind': (_, draft) =>
      void addNuance(draft, { type: 'shout' as 'nuance', text: '', groupId: null }),
    'removed draft': (doc) => draftsOf(doc).delete('d1'),
    'replaced draft': (doc) => void createDraft(doc, { id: 'd1', title: 'x' }),
    'half a draft': (doc) => void draftsOf(doc).set('d2', new Y.Map([['title', new Y.Text('x')]])),
    'draft that is an array': (doc) => void draftsOf(doc).set('d2', new Y.Array() as unknown as DraftMap), // poison
    'other root': (doc) => void doc.getMap('others').set('a', 1),
    'list in the root': (doc) =>
      doc.getMap('drafts')._item ?? (doc.getArray('elsewhere') as Y.Array<number>).insert(0, [1]),
  }
  for (const [name, change] of Object.entries(poison))
    expect({ name, refused: verdict(change) !== undefined }).toEqual({ name, refused: true })
})

test('provenance may move with its words, and only then', () => {
  const start = room()
  const draft = draftsOf(start).get('d1') as DraftMap
  words(draft).format(0, 4, { src: { ref: 'wd-1/constat/0/0' } })
  expect(verdict((_, moved) => section(moved).insert(2, [paragraph('x')]), start)).toBeUndefined()
  expect(
    verdict((_, moved) => words(moved, 1).format(0, 3, { src: { ref: 'wd-1/constat/0/0' } }), start),
  ).toBeUndefined()
  expect(
    verdict((_, moved) => words(moved, 1).format(0, 3, { src: { ref: 'wd-2/constat/0/0' } }), start),
  ).toBe('mark-source')
})

test('a document poisoned earlier does not refuse honest typing elsewhere, and an audit finds it', () => {
  const start = room()
  section(draftsOf(start).get('d1') as DraftMap).push([element('iframe')])
  expect(verdict((_, draft) => words(draft).insert(0, 'a'), start)).toBeUndefined()
  expect(checkAllDrafts(start)).toBe('node-name')
  expect(checkAllDrafts(room())).toBeUndefined()
})

test('a keystroke in a document of 76 drafts is checked well under 5 ms at the 95th percentile', () => {
  const doc = new Y.Doc()
  const lines = Array.from({ length: 30 }, (_, i) => `Phrase ${i}. `.repeat(20))
  for (let i = 0; i < 76; i++)
    createDraft(doc, { id: `d${i}`, title: `Texte ${i}`, constat: lines, proposition: lines, moyens: lines })
  const times: number[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const began = performance.now()
    expect(checkTouchedDrafts(transaction)).toBeUndefined()
    times.push(performance.now() - began)
  })
  for (let i = 0; i < 500; i++)
    words(draftsOf(doc).get(`d${i % 76}`) as DraftMap, i % 30).insert(i % 7, i % 2 ? 'a' : 'é')
  expect(times.sort((a, b) => a - b)[474]).toBeLessThan(5)
})
