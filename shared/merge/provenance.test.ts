import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '#shared/draft/draftModel.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import { type MarkedRun, markedBlocks, provenanceOf } from '#shared/merge/provenance.ts'

const passage = (id: string, text: string): Passage => ({
  kind: 'sentence',
  id,
  text,
  section: 'constat',
  block: 0,
  sentence: 0,
  blockType: 'paragraph',
  level: 0,
  runs: [{ text }],
})
const source = 'Entre deux cycles, tout s’éteint jusqu’au suivant : la porte se ferme.'
const passages = new Map([
  ['n-0', passage('n-0', source)],
  ['l-0', passage('l-0', 'La porte reste ouverte.')],
])

/** Marked words as `[n-0|words]`, typed ones plain. */
const runsOf = (written: string): MarkedRun[] =>
  [...written.matchAll(/\[([^|\]]+)\|([^\]]*)\]|([^[]+)/gu)].map(([, ref, marked, typed]) =>
    ref === undefined ? { text: typed ?? '' } : { text: marked ?? '', ref },
  )
/** What is proven, in brackets. */
const proven = (written: string): string =>
  provenanceOf(runsOf(written), passages)
    .map(({ text, from }) => (from === null ? text : `[${from}|${text}]`))
    .join('')

test.each([
  ['a whole sentence', `[n-0|${source}]`, `[n-0|${source}]`],
  ['typed words between', '[n-0|Entre deux ]longs [n-0|cycles]', '[n-0|Entre deux ]longs [n-0|cycles]'],
  ['words that are gone', '[n-0|Entre cycles, tout]', '[n-0|Entre cycles, tout]'],
  [
    'another case and apostrophe',
    "[n-0|ENTRE deux cycles, tout s'éteint]",
    "[n-0|ENTRE deux cycles, tout s'éteint]",
  ],
  ['a typed first letter', 'e[n-0|ntre deux cycles]', 'e[n-0|ntre deux cycles]'],
  ['half a word that became another', 'cont[n-0|re deux cycles]', 'contre[n-0| deux cycles]'],
  [
    'a word with a letter gone',
    '[n-0|Entre deux cyles, tout s’éteint]',
    '[n-0|Entre deux ]cyles[n-0|, tout s’éteint]',
  ],
  ['a mark of nobody', '[x-9|Entre deux cycles]', 'Entre deux cycles'],
  ['a mark on foreign words', '[n-0|Nous ne voulons rien de cela]', 'Nous ne voulons rien de cela'],
  ['the words of somebody else', '[l-0|Entre deux cycles]', 'Entre deux cycles'],
  ['an order that was never said', '[n-0|cycles deux la Entre]', 'cycles[n-0| deux ]la Entre'],
  [
    'two stretches the other way round',
    '[n-0|la porte se ferme entre deux cycles]',
    '[n-0|la porte se ferme] [n-0|entre deux cycles]',
  ],
  [
    'two sources side by side',
    '[n-0|Entre deux cycles, ][l-0|la porte reste ouverte.]',
    '[n-0|Entre deux cycles, ][l-0|la porte reste ouverte.]',
  ],
  ['a sign that the source does not have', '[n-0|Entre deux cycles !]', '[n-0|Entre deux cycles] !'],
  ['nothing', '', ''],
])('a mark is a claim, held against the passage: %s', (_case, written, expected) => {
  const compact = (text: string): string => text.replaceAll(/\]\[n-0\|/gu, '')
  expect(compact(proven(written))).toBe(expected)
})

test('formatting cuts runs and changes no provenance', () => {
  const runs: MarkedRun[] = [
    { text: 'Entre ', ref: 'n-0' },
    { text: 'deux', ref: 'n-0', bold: true },
    { text: ' cycles', ref: 'n-0' },
  ]
  expect(provenanceOf(runs, passages)).toEqual(runs.map((run) => ({ ...run, from: 'n-0' })))
})

test('marked blocks are the blocks that readers see, with their marks', () => {
  const doc = new Y.Doc()
  const section = doc.getXmlFragment('section')
  const text = (pieces: { insert: string; attributes?: object }[]) => {
    const words = new Y.XmlText()
    words.applyDelta(pieces)
    return words
  }
  const element = (name: string, children: (Y.XmlElement | Y.XmlText)[]) => {
    const made = new Y.XmlElement(name)
    made.insert(0, children)
    return made
  }
  const heading = element('heading', [text([{ insert: 'Titre' }])])
  heading.setAttribute('level', 3 as unknown as string) // Yjs keeps any JSON value
  const inner = element('orderedList', [
    element('listItem', [element('paragraph', [text([{ insert: 'deux' }])])]),
  ])
  section.insert(0, [
    heading,
    element('paragraph', [
      text([
        { insert: 'Entre', attributes: { src: { ref: 'n-0' }, bold: {} } },
        { insert: ' nous', attributes: { link: { href: 'https://a.fr' } } },
      ]),
    ]),
    element('bulletList', [element('listItem', [element('paragraph', [text([{ insert: 'un' }])]), inner])]),
  ])
  const marked = markedBlocks(section)
  expect(marked.flatMap(({ runs }) => runs.flatMap(({ ref }) => ref ?? []))).toEqual(['n-0'])
  const plain = marked.map((block) => ({
    ...block,
    runs: block.runs.map(({ ref: _ref, ...run }) => run),
  }))
  expect(plain).toEqual(readBlocks(section))
  expect(plain.map(({ type, level }) => `${type} ${level}`)).toEqual([
    'heading 3',
    'paragraph 0',
    'bullet 1',
    'numbered 2',
  ])
})
