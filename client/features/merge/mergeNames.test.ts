// How merges and passages are called: read aloud they must tell which text, which sentence and whose.
import i18next, { type TFunction } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { headerLines } from '#client/features/merge/jointHeader.ts'
import { listed, ofPlace, partiesOf, passageNames } from '#client/features/merge/mergeNames.ts'
import { texts } from '#client/features/merge/texts.ts'
import { wordDifference } from '#client/features/merge/wordDifference.ts'
import { wordTest } from '#client/features/merge/wordTest.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { createDraft, draftsOf, type NewDraft, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'

let t: TFunction<'merge'>
beforeAll(async () => {
  const resources = Object.fromEntries(Object.entries(texts).map(([code, merge]) => [code, { merge }]))
  await i18next.init({ resources, lng: 'fr', interpolation: { escapeValue: false } })
  t = i18next.getFixedT('fr', 'merge')
})

const group = (id: string, place: string, initials: string) => ({
  ...{ id, place, code: place.toUpperCase(), theme: '' },
  wear: { ink: 'loire', pattern: 'lignes', line: 'solid' as const, initials },
})
const room = {
  join: { room: { groups: [group('na', 'Nantes', 'NA'), group('am', 'Amiens', 'AM')] } },
} as unknown as LiveRoom // what names are made of

function draft(words: NewDraft): ReadDraft {
  const doc = new Y.Doc()
  const read = readDraft('d', draftsOf(doc).get(createDraft(doc, { ...words, id: 'd' })))
  if (!read) throw new Error('a draft was just made')
  return read
}

const paragraph = (text: string) => ({ type: 'paragraph' as const, level: 0, runs: [{ text }] })
const frozen = (key: string, groupId: string | null, words: NewDraft) =>
  freezeParent(draft(words), { key, spaceId: key, groupId, now: 0 })

const nantes = (code: string, key = 'm.1') =>
  frozen(key, 'na', {
    title: 'Un comité',
    fields: { code, addressee: 'boards' },
    constat: [paragraph('Il n’y a rien. On attend.')],
    proposition: [paragraph('Un comité ouvre.')],
    countryPassages: { FR: 'Selon la loi de 1901.' },
    nuances: [{ type: 'minority', text: 'Pas de clés.', groupId: 'na' }],
  })

test('a passage is called by its number within its text and by whose text it is', () => {
  const parents = [
    nantes('R1'),
    frozen('m.2', 'am', { title: 'Autre', proposition: [paragraph('Une salle.')] }),
  ]
  const parties = partiesOf(t, room, parents)
  const names = [...passageNames(t, 'fr', { parents, parties }).values()].map(({ name }) => name)
  expect(names).toEqual([
    'Phrase 1 de Nantes',
    'Phrase 2 de Nantes',
    'Phrase 3 de Nantes',
    'Passage pour FR, Nantes',
    'Nuance 1 de Nantes',
    'Phrase 1 d’Amiens',
  ])
})

test('two texts of one group are told apart by their codes, texts written together by their own word', () => {
  const parents = [nantes('R1'), nantes('R4', 'm.2'), frozen('m.3', null, { title: 'x' })]
  const parties = partiesOf(t, room, parents)
  expect(parties.map(({ name }) => name)).toEqual(['Nantes R1', 'Nantes R4', 'Texte commun'])
  expect(
    t('name', {
      names: listed(
        t,
        parties.map(({ fullName }) => fullName),
      ),
    }),
  ).toBe('Fusion de Nantes R1, Nantes R4 et Texte commun')
})

test('places are joined to their sentences as each language does', () => {
  expect(['fr', 'fr', 'en', 'nl'].map((code, at) => ofPlace(code, at === 1 ? 'Évry' : 'Lyon'))).toEqual([
    'de Lyon',
    'd’Évry',
    'of Lyon',
    'van Lyon',
  ])
})

test('the heading says of each field which texts say the same', () => {
  const parents = [nantes('R1'), frozen('m.2', 'am', { title: 'Une salle', fields: { addressee: 'boards' } })]
  const parties = partiesOf(t, room, parents)
  const joint = draft({ title: 'Une salle', fields: { addressee: 'boards' } })
  const words = ((key: string) => key) as unknown as TFunction // keys are enough here
  const lines = headerLines(words, { joint, parents, parties }, (code) => code)
  const from = (field: string) =>
    lines
      .find((line) => line.field === field)
      ?.values.filter(({ isHere }) => isHere)
      .map(({ party }) => party.name)
  expect(from('title')).toEqual(['Amiens'])
  expect(from('addressee')).toEqual(['Nantes', 'Amiens'])
  // Nothing is said by nobody.
  expect(from('summary')).toEqual([])
})

test('a wording shows which words went and which came', () => {
  const runs = wordDifference('Il se réunit quatre fois.', 'Il se réunit chaque mois.')
  expect(
    runs
      .filter(({ where }) => where !== 'after')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Il se réunit quatre fois.')
  expect(
    runs
      .filter(({ where }) => where !== 'before')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Il se réunit chaque mois.')
  expect(runs.some(({ where, text }) => where === 'both' && text.includes('réunit'))).toBe(true)
})

test('texts are found by words in any order, whatever accents and case', () => {
  expect(wordTest('lyon ete')('L’été à LYON')).toBe(true)
  expect(wordTest('lyon hiver')('L’été à LYON')).toBe(false)
})
