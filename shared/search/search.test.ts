// Searching: what is found by which words, in which order, and what no shelf tells of another.
import { expect, test } from 'vitest'
import { closeSpellings, slipsBetween } from '#shared/search/closeSpelling.ts'
import { findEntries } from '#shared/search/findEntries.ts'
import { hitOf } from '#shared/search/markedPieces.ts'
import type { SearchEntry, SearchKind } from '#shared/search/searchEntry.ts'
import { searchShelf } from '#shared/search/searchShelf.ts'

const entry = (id: string, title: string, body = '', more: Partial<SearchEntry> = {}): SearchEntry => ({
  ...{ id, kind: 'recommendation', title, body, names: '', note: '', state: null, groupIds: [], date: null },
  page: `/${id}`,
  ...more,
})

const ask = (entries: readonly SearchEntry[], text: string, kinds: readonly SearchKind[] = []) =>
  findEntries([searchShelf(entries)], { text, kinds, limit: 20 })
const ids = (entries: readonly SearchEntry[], text: string): string[] =>
  ask(entries, text).best.map((one) => one.entry.id)

test.each([
  ['salarié·e·s', 'Les salariées de la coopérative'],
  ['salariées', 'Pour les salarié·e·s de bureau'],
  ['salariés', 'Chaque salarié(e) compte'],
  ['adhérents', 'Un repas pour les adhérent(e)s'],
  ['adhérent(e)s', 'La carte d’adhérente'],
  ['tou·te·s', 'Ouvert à tous'],
  ['toutes', 'Ouvert à tou·te·s'],
  ['tous', 'Avec tou·tes les voisines'],
  ['directrices', 'La lettre du directeur·rice'],
  ['travailleuse', 'Travailleur·euse·s de nuit'],
  ['conseillère', 'Un conseiller par antenne'],
  ['REUNION', 'Réunions du soir'],
  ['cœur', 'Au coeur du quartier'],
  ['vergadering', 'De vergaderingen van het comité zijn open voor iedereen'],
  ['deelnemers', 'Elke deelnemer krijgt een stem in de vergadering'],
  ['meeting', 'The meetings of the board are open to all of you'],
  ['commun', 'Communication avec les sociétaires'],
  ['p12', 'Un comité local'],
])('« %s » finds « %s »', (asked, title) => {
  const others = [entry('x', 'Garde des enfants'), entry('y', 'Fiches traduites en trois langues')]
  expect(
    ids([...others, entry('wanted', title, '', { names: asked === 'p12' ? 'P12' : '' })], asked),
  ).toEqual(['wanted'])
})

test('one slip in a word is forgiven, and the page is told what was looked for instead', () => {
  const entries = [entry('a', 'Un budget local par antenne'), entry('b', 'Garde des enfants')]
  const found = ask(entries, 'budgte')
  expect(found.best.map((one) => one.entry.id)).toEqual(['a'])
  expect(found.words[0]?.instead).toEqual(['budget'])
  expect(ids(entries, 'zzz')).toEqual([])
  expect(ids(entries, 'ant')).toEqual(['a'])
})

test('slips are counted, a swap of neighbours once', () => {
  expect(slipsBetween('comite', 'comtie', 2)).toBe(1)
  expect(slipsBetween('budget', 'budgets', 2)).toBe(1)
  expect(slipsBetween('budget', 'gadget', 1)).toBe(2)
  expect(slipsBetween('abc', 'abc', 0)).toBe(0)
  expect(closeSpellings('budjet', ['budget', 'bidet', 'projet'])).toEqual(['budget'])
  expect(closeSpellings('les', ['des'])).toEqual([])
})

test('a title tells more than a body, all words more than some, and what is as good is in order of its day', () => {
  const entries = [
    entry('body', 'Autre chose', 'On y parle du budget, une fois.'),
    entry('title', 'Le budget'),
    entry('both', 'Autre chose encore', 'Le budget du comité, chaque année.'),
    entry('old', 'Permanence', '', { date: '2019-01-01' }),
    entry('new', 'Permanence', '', { date: '2020-01-01' }),
  ]
  expect(ids(entries, 'budget')[0]).toBe('title')
  expect(ids(entries, 'comité budget')).toEqual(['both'])
  // None has all: those with most of them.
  expect(ids(entries, 'budget comité permanence')).toEqual(['both'])
  expect(ids(entries, 'permanence')).toEqual(['new', 'old'])
})

test('every kind is counted, whichever is asked for', () => {
  const entries = [
    entry('a', 'Budget'),
    entry('b', 'Budget', '', { kind: 'card' }),
    entry('c', 'Budget', '', { kind: 'card' }),
  ]
  const found = ask(entries, 'budget', ['card'])
  expect(found.counts).toEqual({ recommendation: 1, card: 2 })
  expect(found.total).toBe(2)
  expect(found.best.every((one) => one.entry.kind === 'card')).toBe(true)
})

test('what is on other shelves changes nothing: neither order, nor counts, nor spellings put right', () => {
  const mine = searchShelf([
    entry('a', 'Un comité local', 'Le budget.'),
    entry('b', 'Un atelier', 'Le budget.'),
  ])
  const secret = searchShelf([entry('s', 'Zibeline', 'Le comité et la zibeline.')])
  const asked = { text: 'zibelines', kinds: [], limit: 5 }
  expect(findEntries([mine, secret], asked).total, 'it can be found').toBe(1)
  expect(findEntries([mine], asked)).toMatchObject({ total: 0, counts: {}, words: [{ instead: [] }] })
  expect(findEntries([mine], { ...asked, text: 'zibelien' }).words[0]?.instead).toEqual([])
})

test('the passage shows what was found, marked, and the whole of a short text', () => {
  const long = `${'Rien ici. '.repeat(60)}Les salarié·e·s gardent la clé du budget commun. ${'Rien là. '.repeat(60)}`
  const found = ask([entry('a', 'Salariées et budget', long)], 'salariés budget')
  const [first] = found.best
  if (!first) throw new Error('nothing found')
  const { snippet, title } = hitOf(first, found.words)
  const said = snippet.map(({ text }) => text).join('')
  expect(said.startsWith('… ')).toBe(true)
  expect(said.length).toBeLessThan(240)
  expect(snippet.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['salarié·e·s', 'budget'])
  expect(title).toEqual([
    { text: 'Salariées', mark: true },
    { text: ' et ', mark: false },
    { text: 'budget', mark: true },
  ])
  const short = ask([entry('b', 'Titre', 'Un mot, puis un autre.')], 'autre mot')
  expect(
    short.best.map((one) =>
      hitOf(one, short.words)
        .snippet.map(({ text }) => text)
        .join(''),
    ),
  ).toEqual(['Un mot, puis un autre.'])
})

test('entries whose words are the same keep what was made of them', () => {
  const before = searchShelf([entry('a', 'Un comité'), entry('b', 'Un atelier')])
  const after = searchShelf(
    [entry('a', 'Un comité', '', { state: 'done' }), entry('b', 'Deux ateliers')],
    before,
  )
  expect(after.shelved[0]?.plain).toBe(before.shelved[0]?.plain)
  expect(after.shelved[0]?.entry.state).toBe('done')
  expect(after.shelved[1]?.plain.has('deux')).toBe(true)
})

test('odd questions find nothing and break nothing', () => {
  const entries = [entry('a', 'Un comité')]
  for (const odd of ['', ' ', '***', '(', '\u0000', '·', 'é'.repeat(500), '中文', "'; drop table"])
    expect(ask(entries, odd).total, odd).toBe(0)
  expect(ids(entries, 'un')).toEqual(['a'])
})
