import { expect, test } from 'vitest'
import { type GlossaryTerm, glosser } from '#shared/library/glossary.ts'

const term = (id: string, fr: string, en = id, nl = id): GlossaryTerm => {
  const said = (word: string) => ({ term: word, definition: `définition de ${word}` })
  return { id, category: 'process', fr: said(fr), en: said(en), nl: said(nl) }
}
const terms = [
  term('societaire', 'sociétaire', 'member-owner', 'vennoot'),
  term('seance', 'séance', 'session', 'sessie'),
  term('commune', 'séance commune', 'joint session', 'gezamenlijke sessie'),
  term('animateur', 'animateur·rice', 'facilitator', 'begeleid(st)er'),
  term('conseil', "conseil d'administration", 'board', 'raad van bestuur'),
  term('reserve', 'réserve', 'reservation', 'voorbehoud'),
  term('statuts', 'statuts', 'articles', 'statuten'),
]
const marked = (text: string, language: 'fr' | 'en' | 'nl' = 'fr'): string[] =>
  glosser(
    terms,
    language,
  )(text).flatMap(({ text: words, term: found }) => (found ? `${words}=${found.id}` : []))

test.each([
  ['Des SOCIETAIRES de Nantes', ['SOCIETAIRES=societaire']],
  ['Les animateur·rices, puis les animateurs', ['animateur·rices=animateur']],
  ['Un conseil d’administration', ['conseil d’administration=conseil']],
  ['Les conseils d’administration', ['conseils d’administration=conseil']],
  ['réserver une salle', []],
  ['Une réserve', ['réserve=reserve']],
  ['le statut des membres', []],
  ['les STATUTS', ['STATUTS=statuts']],
])('[W1] plurals, accents and inclusive writing: %s', (text, found) => {
  expect(marked(text)).toEqual(found)
})

test('[W1] in Dutch and in English', () => {
  expect(marked('De vennoten en de raad van bestuur', 'nl')).toEqual([
    'vennoten=societaire',
    'raad van bestuur=conseil',
  ])
  expect(marked('Two joint sessions of the boards', 'en')).toEqual([
    'joint sessions=commune',
    'boards=conseil',
  ])
})

test('[W2] the longest term wins, and never reaches over the end of a sentence', () => {
  expect(marked('La séance commune')).toEqual(['séance commune=commune'])
  expect(marked('Fin de séance. Commune de Nantes')).toEqual(['séance=seance'])
})

test('[W3] a term is marked where it stands first', () => {
  expect(marked('Une séance, puis des séances')).toEqual(['séance=seance'])
})

test('[W4] the words of the text come back unchanged', () => {
  for (const text of ['', 'Rien ici', 'La séance commune des sociétaires : une réserve !', '😀 séance'])
    expect(
      glosser(
        terms,
        'fr',
      )(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
})
