import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inSimilarOrder, meaningOf, similarGroups } from '#shared/notes/similarNotes.ts'

const groups = (texts: readonly string[]) => similarGroups(texts, (text) => text)

test('accents, capitals, plurals, elisions and small words do not part what says the same', () => {
  expect(meaningOf('L’équipe n’a pas assez de réunions')).toEqual(meaningOf('EQUIPES : assez peu de réunion'))
  expect(meaningOf('De vergaderingen zijn te lang')).toEqual(meaningOf('vergadering lang'))
  expect(meaningOf('We need longer breaks')).toEqual(meaningOf('need longer break'))
  expect(meaningOf('Et le, la, les — de')).toEqual(new Set())
})

test('notes about the same thing come together, whatever stood between them', () => {
  const texts = [
    'Peu de temps payé pour participer',
    'Le trajet jusqu’à Nantes est long',
    'Manque de temps payé',
    'Accueillir les nouveaux sociétaires',
    'Trop de trajets',
    'Un meilleur accueil pour les nouvelles personnes sociétaires',
  ]
  expect(groups(texts)).toEqual([
    ['Peu de temps payé pour participer', 'Manque de temps payé'],
    ['Le trajet jusqu’à Nantes est long', 'Trop de trajets'],
    ['Accueillir les nouveaux sociétaires', 'Un meilleur accueil pour les nouvelles personnes sociétaires'],
  ])
})

test('a word that every note has does not make one heap of them', () => {
  const texts = [
    'gouvernance et salaires',
    'gouvernance et vacances',
    'gouvernance et outils numériques',
    'gouvernance et formation interne',
  ]
  expect(groups(texts)).toHaveLength(4)
})

test('equal words are always neighbours, and nothing is lost or made', () => {
  const word = fc.constantFrom('temps', 'trajet', 'accueil', 'salaire', 'formation', 'outil', 'le', 'de')
  const text = fc.array(word, { minLength: 0, maxLength: 5 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
      const items = texts.map((words, id) => ({ id, words }))
      const ordered = inSimilarOrder(items, ({ words }) => words)
      expect([...ordered].sort((a, b) => a.id - b.id)).toEqual(items)
      const parted = groups(texts)
      for (const one of new Set(texts))
        if (meaningOf(one).size > 0)
          expect(parted.filter((group) => group.includes(one)).length, one).toBeLessThanOrEqual(1)
    }),
  )
})

test('a thousand notes are ordered, and none is lost or told twice', () => {
  const words = Array.from({ length: 300 }, (_, i) => `mot${String.fromCharCode(97 + (i % 26))}${i}`)
  const texts = Array.from({ length: 1000 }, (_, i) =>
    Array.from({ length: 20 }, (_, j) => words[(i * 7 + j * j * 13) % words.length]).join(' '),
  )
  expect([...inSimilarOrder(texts, (text) => text)].sort()).toEqual([...texts].sort())
})
