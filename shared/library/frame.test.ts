import { expect, test } from 'vitest'
import { cardsBeside, type FrameAsked, marksOf, phaseOf } from '#shared/library/frame.ts'
import type { LibraryEntry } from '#shared/library/libraryEntries.ts'

const about = { groupId: 'grp-n', day: '2020-01-23', at: 1, by: 'account:a', byName: 'Emre B.' }
const phase = (version: number, said: 'free' | 'framed'): LibraryEntry<'phase'> => ({
  ...{ kind: 'phase', subject: 'grp-n', version, body: { phase: said } },
  ...about,
})
const mark = (
  version: number,
  cardId: string,
  said: 'reality' | 'outside' | 'ask' | null,
): LibraryEntry<'mark'> => ({
  ...{ kind: 'mark', subject: `grp-n/dr/${cardId}`, version, ...about },
  body: { draftId: 'dr', cardId, mark: said, note: `note ${version}` },
})
const card = (id: string, title: string, text: string, themeIds = ['th']) => ({ id, title, text, themeIds })
const cards = [
  card(
    'bail',
    'Baux et loyers des antennes',
    'Le bail des antennes ferme les portes à vingt heures, les clés restent à l’accueil',
  ),
  card(
    'budget',
    'Enveloppe de la vie coopérative',
    'La cagnotte des comités et leur budget annuel sont limités',
  ),
  card('rgpd', 'Données personnelles', 'Un annuaire demande le consentement écrit de chaque personne'),
  card('autre', 'Licences de spectacle', 'Les annexes du chômage suivent un cadre à part', ['th-2']),
]
const asked: FrameAsked = {
  draft: {
    ...{ id: 'dr', title: 'Une cagnotte pour le comité local', contextIds: [] },
    body: 'Le comité tient une cagnotte, son budget annuel est voté et le bail fixe les clés des antennes',
  },
  ...{ themeId: 'th', cards, marks: [] },
}

test('[F1] a group begins free, and what was said last holds', () => {
  expect(phaseOf([])).toBe('free')
  expect(phaseOf([phase(1, 'framed')])).toBe('framed')
  expect(phaseOf([phase(1, 'framed'), phase(2, 'free')])).toBe('free')
})

test('[F2] in the free phase nothing stands beside a draft, whatever was linked or marked', () => {
  const marks = marksOf('dr', [mark(1, 'bail', 'reality')])
  expect(cardsBeside('free', { ...asked, marks, draft: { ...asked.draft, contextIds: ['rgpd'] } })).toEqual(
    [],
  )
})

test('[F3] linked cards first, then marked ones, then offers of the theme with the nearest first', () => {
  const marks = marksOf('dr', [mark(1, 'autre', 'ask')])
  const beside = cardsBeside('framed', { ...asked, marks, draft: { ...asked.draft, contextIds: ['rgpd'] } })
  expect(beside.map(({ cardId, why }) => [cardId, why])).toEqual([
    ['rgpd', 'linked'],
    ['autre', 'marked'],
    ['budget', 'close'],
    ['bail', 'close'],
  ])
  expect(beside.find(({ cardId }) => cardId === 'budget')?.words).toContain('cagnotte')
})

test('[F3] a card of another theme whose words are far is not offered, and a linked one that is gone is left out', () => {
  const beside = cardsBeside('framed', { ...asked, draft: { ...asked.draft, contextIds: ['gone'] } })
  expect(beside.map(({ cardId }) => cardId)).not.toContain('autre')
  expect(beside.map(({ cardId }) => cardId)).not.toContain('gone')
})

test('[F4] a mark changes nothing of the draft: the same cards stand beside it, whatever is said of them', () => {
  const ids = (said: 'reality' | 'outside' | 'ask'): string[] =>
    cardsBeside('framed', { ...asked, marks: marksOf('dr', [mark(1, 'budget', said)]) })
      .map(({ cardId }) => cardId)
      .sort()
  expect(ids('outside')).toEqual(ids('reality'))
  expect(ids('ask')).toEqual(ids('reality'))
})

test('[F5] the last word on a pair stands, and a mark can be taken back', () => {
  const entries = [
    mark(1, 'bail', 'ask'),
    mark(2, 'bail', 'reality'),
    mark(1, 'budget', 'outside'),
    mark(2, 'budget', null),
  ]
  expect(marksOf('dr', entries).map(({ cardId, mark: said, version }) => [cardId, said, version])).toEqual([
    ['bail', 'reality', 2],
    ['budget', null, 2],
  ])
  expect(marksOf('other', entries)).toEqual([])
  const beside = cardsBeside('framed', { ...asked, marks: marksOf('dr', entries) })
  expect(beside.find(({ cardId }) => cardId === 'budget')).toMatchObject({ why: 'close', mark: null })
})
