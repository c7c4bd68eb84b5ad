// The fingerprint: fixed vectors, and what must or must not change it.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  createDraft,
  type DraftMap,
  draftsOf,
  paragraph,
  type ReadDraft,
  readDraft,
} from '#shared/draft/draftModel.ts'
import { canonicalText, fingerprint } from '#shared/draft/fingerprint.ts'

function made(change?: (draft: DraftMap) => void, title = 'Un comité à Nantes'): ReadDraft {
  const doc = new Y.Doc()
  createDraft(doc, {
    id: 'd',
    title,
    summary: 'Huit places.',
    constat: ['Entre deux cycles, rien.'],
    proposition: [
      {
        type: 'paragraph',
        level: 0,
        runs: [{ text: 'Il ' }, { text: 'reste', bold: true }, { text: ' ouvert.' }],
      },
      { type: 'bullet', level: 1, runs: [{ text: 'huit places' }] },
      { type: 'bullet', level: 2, runs: [{ text: 'dont deux libres' }] },
    ],
    jurisdictions: ['FR', 'BE'],
    countryPassages: { BE: 'En néerlandais aussi.', FR: '' },
  })
  const draft = draftsOf(doc).get('d') as DraftMap
  change?.(draft)
  return readDraft('d', draft) as ReadDraft
}

test('the canonical text and its SHA-256 are fixed for ever', () => {
  expect(canonicalText(made())).toBe(
    '{"constat":[{"level":0,"runs":[{"text":"Entre deux cycles, rien."}],"type":"paragraph"}],' +
      '"countryPassages":{"BE":"En néerlandais aussi."},"jurisdictions":["BE","FR"],"moyens":[],"nuances":{},' +
      '"proposition":[{"level":0,"runs":[{"text":"Il "},{"bold":true,"text":"reste"},{"text":" ouvert."}],"type":"paragraph"},' +
      '{"level":1,"runs":[{"text":"huit places"}],"type":"bullet"},{"level":2,"runs":[{"text":"dont deux libres"}],"type":"bullet"}],' +
      '"summary":"Huit places.","title":"Un comité à Nantes"}',
  )
  expect(fingerprint(made())).toBe('8d42608f7f10401bbadb824ebf22dcde5f25b3b9dd5a57ed49a53d87d900c3d8')
})

test('composed and decomposed accents are the same words', () => {
  expect(fingerprint(made(undefined, 'Un comite\u0301 à Nantes'))).toBe(fingerprint(made()))
})

test('order, code, status, authors and empty lines are not text', () => {
  const moved = made((draft) => {
    draft.set('order', 'a9')
    draft.set('code', 'R7')
    draft.set('status', 'ready')
    ;(draft.get('authorIds') as Y.Map<true>).set('mem-1', true)
    ;(draft.get('sources') as Y.Map<string>).set('r:shape:1', 'x')
    ;(draft.get('constat') as Y.XmlFragment).push([paragraph()])
  })
  expect(fingerprint(moved)).toBe(fingerprint(made()))
})

test('every word, mark, nuance, country and passage is', () => {
  const words = (draft: DraftMap) =>
    ((draft.get('proposition') as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText
  const changes: ((draft: DraftMap) => void)[] = [
    (draft) => (draft.get('title') as Y.Text).insert(0, 'x'),
    (draft) => (draft.get('summary') as Y.Text).insert(0, 'x'),
    (draft) => words(draft).insert(0, 'x'),
    (draft) => words(draft).format(0, 2, { italic: {} }),
    (draft) => words(draft).format(0, 2, { link: { href: 'https://exemple.org' } }),
    (draft) => (draft.get('jurisdictions') as Y.Map<true>).delete('BE'),
    (draft) => (draft.get('countryPassages') as Y.Map<Y.Text>).get('FR')?.insert(0, 'x'),
  ]
  const prints = [fingerprint(made()), ...changes.map((change) => fingerprint(made(change)))]
  expect(new Set(prints).size).toBe(prints.length)
})
