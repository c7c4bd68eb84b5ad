import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeWords } from '#shared/similar/closeWords.ts'
import { type ComparedText, describeText } from '#shared/similar/describeText.ts'
import { similarIndex } from '#shared/similar/similarIndex.ts'

const text = (id: string, title: string, body: string): ComparedText => ({ id, title, body })
const indexOf = (texts: readonly ComparedText[]) => {
  const described = new Map(texts.map((one) => [one.id, describeText(one)]))
  const index = similarIndex([...described.values()])
  const the = (id: string) => described.get(id) ?? describeText(text(id, '', ''))
  return { index, the, close: (id: string) => index.closeTo(the(id)).map((one) => one.id) }
}

/** Pairs that say the same, and texts about other things with words in common: « uur », « maand », « sleutel », « zaal ». */
const dutch = [
  text(
    'comite-1',
    'Een lokaal comité per antenne',
    'In elke antenne een comité van vennoten, met een klein budget en de sleutels van de zaal.',
  ),
  text(
    'comite-2',
    'Lokale comités van vennoten',
    'Elke antenne krijgt een lokaal comité met een eigen budget; vennoten kiezen de leden elk jaar.',
  ),
  text(
    'opvang-1',
    'Kinderopvang tijdens vergaderingen',
    'Twee volwassenen passen op de kinderen terwijl de ouders vergaderen.',
  ),
  text(
    'opvang-2',
    'Vergaderen met kinderen',
    'Kinderopvang terugbetalen of organiseren in de zaal ernaast, zodat ouders kunnen vergaderen.',
  ),
  text(
    'peter-1',
    'Een meter of peter voor nieuwkomers',
    'De eerste drie maanden begeleidt een peter of meter van hetzelfde beroep elke nieuwkomer.',
  ),
  text(
    'peter-2',
    'Peterschap bij de start',
    'Nieuwkomers krijgen een peter of meter die hen de eerste maanden begeleidt bij hun eerste offerte.',
  ),
  text(
    'forum-1',
    'Een forum voor onderlinge hulp',
    'Vennoten stellen hun vragen op een forum met vrije software; goede antwoorden worden fiches.',
  ),
  text(
    'forum-2',
    'Het forum van de vennoten',
    'Ons forum voor vragen en onderlinge hulp uitbreiden naar de hele coöperatie.',
  ),
  text(
    'loting',
    'Een panel door loting',
    'Twintig vennoten, door loting aangeduid, geven advies over een grote kwestie.',
  ),
  text(
    'jurist',
    'Juridisch spreekuur in Charleroi',
    'Een keer per maand leest een juriste contracten na, twintig minuten per persoon.',
  ),
  text('nacht', 'Nachtploeg', 'Badges om na 20 uur te repeteren, met een sleutel voor de geluiddichte zaal.'),
  text('ruil', 'Een uur voor een uur', 'Vennoten ruilen uren kennis, buiten het gefactureerde beroep.'),
] as const

test.each(['comite', 'opvang', 'peter', 'forum'])(
  'Dutch: two texts about the same (%s) find one another first',
  (about) => {
    const { close } = indexOf(dutch)
    expect(close(`${about}-1`)[0]).toBe(`${about}-2`)
    expect(close(`${about}-2`)[0]).toBe(`${about}-1`)
  },
)

test('Dutch: texts that only share a word are not shown', () => {
  const { close } = indexOf(dutch)
  for (const alone of ['loting', 'jurist', 'nacht', 'ruil']) expect(close(alone), alone).toEqual([])
})

test('inclusive writing, accents and plurals hide nothing', () => {
  const plain = text(
    'a',
    'Parrainage des arrivants',
    'Chaque arrivant a un parrain conseiller pendant trois mois.',
  )
  const inclusive = text(
    'b',
    'PARRAINAGE DES ARRIVANT·ES',
    'Chaque arrivant·e a un parrain conseiller·ère pendant trois mois.',
  )
  const { close } = indexOf([plain, inclusive, ...dutch])
  expect(close('a')).toEqual(['b'])
})

test('the words that are shown stand in the texts that they are said of, in full, and no figure among them', () => {
  const { index, the } = indexOf(dutch)
  for (const one of dutch)
    for (const { id } of index.closeTo(the(one.id), { from: Number.NEGATIVE_INFINITY })) {
      const other = dutch.find((two) => two.id === id)
      const whole = (found: ComparedText | undefined) => `${found?.title} ${found?.body}`.toLowerCase()
      const { shared, mine, theirs } = closeWords(the(one.id), the(id), index.rarity)
      for (const word of [...shared, ...mine]) expect(whole(one)).toContain(word.toLowerCase())
      for (const word of theirs) expect(whole(other)).toContain(word.toLowerCase())
      expect([...shared, ...mine, ...theirs].join()).not.toMatch(/\d|%/u)
      expect(mine.filter((word) => theirs.includes(word))).toEqual([])
    }
})

test('words that both say as one thing are shown as one', () => {
  const a = describeText(
    text('a', 'Le comité local', 'Un comité local, avec le droit d’auteur et un tirage au sort.'),
  )
  const b = describeText(
    text('b', 'Notre comité local', 'Le droit d’auteur, le comité local et le tirage au sort.'),
  )
  const { shared } = closeWords(a, b, () => 1)
  expect(shared.map((words) => words.toLowerCase())).toEqual(
    expect.arrayContaining(['comité local', 'droit d’auteur', 'tirage au sort']),
  )
})

test('a text never finds itself, finds its equal first, and few are shown at most', () => {
  const word = fc.constantFrom(
    ...'comité forum garde budget antenne juriste atelier vélo pain jardin école'.split(' '),
  )
  const words = fc.array(word, { minLength: 4, maxLength: 12 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (bodies) => {
      const texts = bodies.map((body, at) => text(String(at), '', body))
      const { index, the } = indexOf([...texts, text('twin', '', bodies[0] ?? '')])
      const all = index.closeTo(the('0'), { most: 99, from: Number.NEGATIVE_INFINITY })
      expect(all.map(({ id }) => id)).not.toContain('0')
      for (const { standsOut } of all) expect(Number.isFinite(standsOut)).toBe(true)
      const best = all[0]?.standsOut ?? 0
      const twin = all.find(({ id }) => id === 'twin')?.standsOut ?? 0
      // Several may be equal in words; none is closer than the equal one.
      expect(twin).toBeGreaterThanOrEqual(best * 0.7)
      expect(index.closeTo(the('0')).length).toBeLessThanOrEqual(3)
    }),
  )
})

test('an empty index, and an empty text, find nothing', () => {
  expect(similarIndex([]).closeTo(describeText(dutch[0]))).toEqual([])
  const { index } = indexOf(dutch)
  expect(index.closeTo(describeText(text('x', '', 'le la de 12')))).toEqual([])
})

test('what three groups propose alike is shown with all of them, though none leaves the others behind', () => {
  const third = text(
    'comite-3',
    'Een comité in elke antenne',
    'De vennoten van elke antenne kiezen een lokaal comité, met een budget en een sleutel van de zaal.',
  )
  const { close } = indexOf([...dutch, third])
  for (const one of ['comite-1', 'comite-2', 'comite-3'])
    expect(close(one).toSorted(), one).toEqual(
      ['comite-1', 'comite-2', 'comite-3'].filter((other) => other !== one),
    )
})

test('a text that has changed since is compared by what it says now', () => {
  const { index } = indexOf(dutch)
  const changed = describeText({ ...dutch[8], title: dutch[6].title, body: dutch[6].body })
  expect(index.closeTo(changed)[0]?.id).toBe('forum-1')
})
