// Which letters wear whose ink, and what stands behind each sentence.
import { expect, test } from 'vitest'
import { blockInk } from '#client/features/draft/blockInk.ts'
import { sentenceEndWords } from '#client/features/draft/sentenceEndWords.ts'
import type { WordSource } from '#client/features/draft/wordSources.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import type { MarkedRun } from '#shared/merge/provenance.ts'

const nantes: WordSource = {
  wear: { ink: 'loire', pattern: 'lignes', line: 'solid', initials: 'NA' },
  initials: 'NA',
  name: 'Nantes',
}
const lyon: WordSource = {
  wear: { ink: 'brique', pattern: 'diag', line: 'dashed', initials: 'LY' },
  initials: 'LY',
  name: 'Lyon',
}
const passage = (id: string, text: string): [string, Passage] => [
  id,
  {
    kind: 'sentence',
    id,
    text,
    section: 'proposition',
    block: 0,
    sentence: 0,
    blockType: 'paragraph',
    level: 0,
    runs: [{ text }],
  },
]
const passages = new Map([
  passage('n-1', 'Chaque antenne ouvre un comité local.'),
  passage('n-2', 'Il se réunit quatre fois par an.'),
  passage('l-1', 'Le temps d’animation est indemnisé.'),
])
const sources = new Map([
  ['n-1', nantes],
  ['n-2', nantes],
  ['l-1', lyon],
])

const read = (runs: readonly MarkedRun[]) => {
  const text = runs.map((run) => run.text).join('')
  const ink = blockInk(runs, sources, passages)
  return {
    words: ink.words.map(({ from, to, source }) => [text.slice(from, to), source?.initials ?? '']),
    ends: ink.ends.map(({ at, sources: own, goesOn }) => [
      text.slice(0, at).split(' ').at(-1),
      own.map(({ initials }) => initials).join(),
      goesOn,
    ]),
  }
}

test('sentences of one group follow on one another; what was written together is one stretch', () => {
  expect(
    read([
      { text: 'Chaque antenne ouvre un comité local.', ref: 'n-1' },
      { text: ' ' },
      { text: 'Il se réunit quatre fois par an.', ref: 'n-2' },
      { text: ' Le montant est fixé. Chaque année.' },
    ]),
  ).toEqual({
    words: [
      ['Chaque antenne ouvre un comité local. Il se réunit quatre fois par an.', 'NA'],
      ['Le montant est fixé. Chaque année.', ''],
    ],
    ends: [
      ['local.', 'NA', true],
      ['an.', 'NA', false],
      ['fixé.', '', true],
      ['année.', '', false],
    ],
  })
})

test('a sentence out of two groups says both, words between them nobody’s', () => {
  const { words, ends } = read([
    { text: 'Chaque antenne ouvre un comité', ref: 'n-1' },
    { text: ' dont ' },
    { text: 'le temps d’animation est indemnisé.', ref: 'l-1' },
  ])
  expect(words).toEqual([
    ['Chaque antenne ouvre un comité', 'NA'],
    ['dont', ''],
    ['le temps d’animation est indemnisé.', 'LY'],
  ])
  expect(ends).toEqual([['indemnisé.', 'NA,LY', false]])
})

test('a mark that its passage does not bear out shows as written together', () => {
  expect(read([{ text: 'Rien de tel ne fut dit.', ref: 'n-1' }])).toEqual({
    words: [['Rien de tel ne fut dit.', '']],
    ends: [['dit.', '', false]],
  })
  expect(read([{ text: ' ' }])).toEqual({ words: [], ends: [] })
})

test('what a sentence end says is a whole phrase', () => {
  const t = ((key: string, values?: { names: string }) => (values ? `venant ${values.names}` : key)) as never // as i18next answers
  expect(sentenceEndWords(t, 'fr', { sources: [nantes, lyon] })).toBe('venant de Nantes et de Lyon')
  expect(sentenceEndWords(t, 'fr', { sources: [{ ...nantes, name: 'Angers' }] })).toBe('venant d’Angers')
  expect(sentenceEndWords(t, 'fr', { sources: [] })).toBe('provenance.together')
})
