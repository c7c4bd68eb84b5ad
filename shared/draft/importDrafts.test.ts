// Pasted lists, as people keep them: Markdown, numbered texts, mails, plain lists.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blockText, createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { checkAllDrafts } from '#shared/draft/draftRules.ts'
import { importDrafts, partNamed } from '#shared/draft/importDrafts.ts'

const words = (pasted: string) => {
  const doc = new Y.Doc()
  return importDrafts(pasted).map((draft) => {
    const read = readDraft('x', draftsOf(doc).get(createDraft(doc, draft)))
    if (!read) throw new Error('not a draft')
    const section = (name: 'constat' | 'proposition' | 'moyens') =>
      read.sections[name].map((b) => `${b.type[0]}${b.level} ${blockText(b)}`)
    return {
      ...read,
      constat: section('constat'),
      proposition: section('proposition'),
      moyens: section('moyens'),
    }
  })
}

test('Markdown: one draft per heading, parts by their names in three languages', () => {
  const drafts = words(`# Nos recommandations

## R1 : Un comité à Nantes
### Constat
Entre deux cycles, rien.

### Proposition :
- huit **places**
  - dont deux libres
- une réunion

### Moyens
600 € par an.

## Suivre une recommandation
Résumé : une page publique.
Une page où chaque recommandation a sa ligne.
### Avis minoritaires
Une personne ne veut aucun nom.
### Open questions
Qui la tient à jour ?

## Een forum
### Vaststelling
Niemand weet het.
### Middelen
Een middag.
`)
  expect(drafts.map((d) => [d.code, d.title])).toEqual([
    ['R1', 'Un comité à Nantes'],
    ['', 'Suivre une recommandation'],
    ['', 'Een forum'],
  ])
  expect(drafts[0]?.constat).toEqual(['p0 Entre deux cycles, rien.'])
  expect(drafts[0]?.proposition).toEqual(['b1 huit places', 'b2 dont deux libres', 'b1 une réunion'])
  expect(drafts[0]?.sections.proposition[0]?.runs[1]).toEqual({ text: 'places', bold: true })
  expect(drafts[0]?.moyens).toEqual(['p0 600 € par an.'])
  expect(drafts[1]?.summary).toBe('une page publique.')
  expect(drafts[1]?.nuances[0]).toMatchObject({ type: 'minority', text: 'Une personne ne veut aucun nom.' })
  expect(drafts[1]?.questions[0]?.text).toBe('Qui la tient à jour ?')
  expect(drafts[2]).toMatchObject({ constat: ['p0 Niemand weet het.'], moyens: ['p0 Een middag.'] })
})

test('numbered titles without headings, each with its text', () => {
  const drafts = words(
    '1. Un comité\nHuit places.\n- une cagnotte\n\n2. Un forum\nOn se parle.\n3) Des repas',
  )
  expect(drafts.map((d) => [d.title, d.proposition])).toEqual([
    ['Un comité', ['p0 Huit places.', 'b1 une cagnotte']],
    ['Un forum', ['p0 On se parle.']],
    ['Des repas', ['p0 ']],
  ])
})

test('a plain list is one draft a line; blocks begin with their title', () => {
  expect(words('- Un comité\n- Un forum\n• Des repas').map((d) => d.title)).toEqual([
    'Un comité',
    'Un forum',
    'Des repas',
  ])
  expect(words('Un comité\nUn forum').map((d) => d.title)).toEqual(['Un comité', 'Un forum'])
  const mail = words(
    'Un comité à Nantes\nHuit places, dont deux libres.\n\nIl se réunit une fois par mois.\n\nUn forum\nConstat : on ne se voit plus.',
  )
  expect(mail.map((d) => [d.title, d.proposition, d.constat])).toEqual([
    [
      'Un comité à Nantes',
      ['p0 Huit places, dont deux libres.', 'p0 Il se réunit une fois par mois.'],
      ['p0 '],
    ],
    ['Un forum', ['p0 '], ['p0 on ne se voit plus.']],
  ])
})

test('one heading with parts is one draft; underlined headings count; a title that is too long keeps its words', () => {
  expect(
    words('# Un comité\n## Constat\nRien.\n## Moyens\nPeu.').map((d) => [d.title, d.constat, d.moyens]),
  ).toEqual([['Un comité', ['p0 Rien.'], ['p0 Peu.']]])
  expect(
    words('Un comité\n=========\nHuit places.\n\nUn forum\n========\nOn se parle.').map((d) => d.title),
  ).toEqual(['Un comité', 'Un forum'])
  const long =
    'Un comité de sociétaires ouvert à toutes et tous, qui tourne, qui se réunit, qui rend compte et qui ne devient pas un petit conseil'
  const [draft] = words(`# ${long}\n# Un autre`)
  expect(draft?.title.length).toBeLessThanOrEqual(110)
  expect(draft?.proposition).toEqual([`p0 ${long}`])
})

test('links are kept only when they are safe', () => {
  const [draft] = words(
    '# Un comité\nVoir [ici](https://exemple.org/a) et [là](javascript:alert(1)) et _vite_.',
  )
  expect(draft?.sections.proposition[0]?.runs).toEqual([
    { text: 'Voir ' },
    { text: 'ici', link: 'https://exemple.org/a' },
    { text: ' et là et ' },
    { text: 'vite', italic: true },
    { text: '.' },
  ])
})

test('names of parts', () => {
  expect(
    ['**Constat**', 'Moyens\u00a0:', '2. Proposition', 'Nous proposons :', 'Why'].map((h) =>
      partNamed(h.replaceAll('*', '')),
    ),
  ).toEqual(['constat', 'moyens', 'proposition', 'proposition', 'constat'])
  expect(partNamed('Un comité de proposition')).toBeUndefined()
})

test('whatever is pasted gives drafts that the gate accepts, and never takes long', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '# ',
      '## ',
      '- ',
      '1. ',
      '    * ',
      '\n',
      '\n\n',
      '**',
      '_',
      '[a](',
      ')',
      'Constat :',
      '=====',
      '\u202e',
      '\u0000',
      '😀',
      'x'.repeat(300),
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const doc = new Y.Doc()
      for (const draft of importDrafts(pieces.join(''))) createDraft(doc, draft)
      expect(checkAllDrafts(doc)).toBeUndefined()
    }),
    { numRuns: 300 },
  )
  const began = performance.now()
  importDrafts(`${'*a '.repeat(100_000)}\n${'[a]('.repeat(100_000)}\n${'_'.repeat(100_000)}`)
  expect(performance.now() - began).toBeLessThan(5000)
})
