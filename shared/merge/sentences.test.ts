import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '#shared/merge/sentences.ts'

const cut = (text: string): string[] => sentencesOf(text).map((sentence) => sentence.text)

test.each([
  ['Un. Deux ? Trois ! Quatre…', 4],
  ['M. Dupont et Mme. Roy, cf. Art. 5 et p. ex. Lyon, sont là. Oui.', 2],
  ['Voir l’art. 12 et p. 4. Puis on vote.', 2],
  ['C’est-à-dire i.e. Nantes. Puis Lyon.', 2],
  ['Dhr. Jansen komt, bv. Dinsdag. Mevr. Peeters niet.', 2],
  ['Brood, melk, enz. Daarna eten wij.', 2],
  ['Er is wijn, kaas, enz. en brood.', 1],
  ['’s Avonds sluit de deur. ’t Is jammer.', 2],
  ['Het kost 1.200,50 euro. Dat is veel.', 2],
  ['De 12.5 à 13.7 km. On marche.', 2],
  ['Il dit : « Non. Jamais. » et s’en va. Elle reste.', 2],
  ['« On ferme ? » demande-t-elle. « Oui. » Elle part.', 3],
  ['She said “No. Never.” Then she left.', 2],
  ['Mr. Smith said no. Then, at no. 5, e.g. Room B, he voted.', 2],
  ['On attend… puis on vote. Enfin… On verra.', 3],
  ['Claire B. Martin et J.-P. Roy parlent. Fin.', 2],
  ['On écrit au CA. Il répond à la SCOP. C’EST TOUT. OUI.', 4],
  ['Une idée (la nôtre. La vôtre aussi.) reste. Voilà.', 2],
  ['1. Ouvrir la salle. 2. Fermer la salle.', 2],
  ['Première ligne\nseconde ligne\n\n', 2],
  ['sans majuscule ni point', 1],
  ['  \u00a0 ', 0],
  ['Vraiment\u202f! Oui\u00a0? Bon.', 3],
  ['À 20 h. À 21 h, on ferme.', 2],
])('« %s » has %i sentences', (text, count) => {
  expect(cut(text)).toHaveLength(count)
})

test('every character but blanks belongs to exactly one sentence, where it says to stand', () => {
  const pieces = fc.constantFrom(
    'Le',
    'comité',
    'M.',
    ' ',
    ' ',
    '. ',
    '… ',
    ' ! ',
    '« ',
    ' »',
    '\n',
    '20',
    '(',
    ')',
    'é',
    '·',
    '’',
    '-',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (some) => {
      const text = some.join('')
      const sentences = sentencesOf(text)
      for (const { text: words, start, end } of sentences) {
        expect(text.slice(start, end)).toBe(words)
        expect(words.trim()).toBe(words)
      }
      expect(
        sentences
          .map(({ text: words }) => words)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
      const places = sentences.flatMap(({ start, end }) => [start, end])
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }),
    { numRuns: 2000 },
  )
})

test('the sentences of the demo drafts are found where their authors ended them', () => {
  const data = new URL('../../server/features/demo/data/workshop-drafts.json', import.meta.url)
  const { drafts } = JSON.parse(readFileSync(data, 'utf8')) as {
    drafts: Record<'constat' | 'proposition' | 'moyens', { paragraphs: string[][] }>[]
  }
  const paragraphs = drafts.flatMap(({ constat, proposition, moyens }) =>
    [constat, proposition, moyens].flatMap((section) => section.paragraphs),
  )
  expect(paragraphs.length).toBeGreaterThan(30)
  for (const paragraph of paragraphs) expect(cut(paragraph.join(' '))).toEqual(paragraph)
})
