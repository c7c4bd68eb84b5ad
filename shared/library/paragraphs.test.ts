import { expect, test } from 'vitest'
import {
  countParagraphs,
  documentBlocks,
  documentIdOf,
  paragraphAddress,
} from '#shared/library/paragraphs.ts'

const numbers = (text: string): unknown[] =>
  documentBlocks(text).map((block) => (block.kind === 'heading' ? `h${block.level}` : block.number))

test('[D1] blank lines part paragraphs, headings carry no number, a list is one place', () => {
  const text =
    '# Statuts\n\n## Titre I\nArticle 1. La société.\n\nElle veut :\n- une voix ;\n- un quorum\n  d’un dixième.\n\nFin.'
  expect(documentBlocks(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Statuts' },
    { kind: 'heading', level: 2, text: 'Titre I' },
    { kind: 'paragraph', number: 1, text: 'Article 1. La société.' },
    { kind: 'paragraph', number: 2, text: 'Elle veut :' },
    { kind: 'list', number: 3, items: ['une voix ;', 'un quorum d’un dixième.'] },
    { kind: 'paragraph', number: 4, text: 'Fin.' },
  ])
})

test('[D2] numbers run through the whole document', () => {
  expect(numbers('Un\n\n### Deux\n\nTrois\r\n\r\nQuatre')).toEqual([1, 'h3', 2, 3])
  expect(countParagraphs('Un\n\n# Titre\n\nDeux')).toBe(2)
  expect(numbers(' \n\n ')).toEqual([])
})

test.each([
  ['Texte **fort** et *penché*', 'Texte fort et penché'],
  ['3 * 4 * 5 et snake_case_name', '3 * 4 * 5 et snake_case_name'],
  ['coupé\nsur deux lignes', 'coupé sur deux lignes'],
])('[D3] emphasis goes, words stay: %s', (text, plain) => {
  expect(documentBlocks(text)).toEqual([{ kind: 'paragraph', number: 1, text: plain }])
})

test('a document is named by its title, a paragraph by document, version and number', () => {
  expect(documentIdOf('Projet politique')).toBe('projet-politique')
  expect(documentIdOf('  Règlement du comité d’éthique !')).toBe('reglement-du-comite-d-ethique')
  expect(documentIdOf('Ω')).toBe('document')
  expect(paragraphAddress('statuts', 2, 12)).toBe('/library/statuts?version=2#p12')
})
