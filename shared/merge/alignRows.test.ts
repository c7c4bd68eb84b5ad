import { expect, test } from 'vitest'
import { alignRows, type Decided } from '#shared/merge/alignRows.ts'
import type { FrozenParent, Passage, SentencePassage } from '#shared/merge/frozenParent.ts'

const nothing: Decided = { pairs: [], alone: [] }

function parentOf(key: string, passages: readonly Passage[]): FrozenParent {
  const fields = { kind: null, maturity: null, scope: null, addressee: null }
  return {
    key,
    spaceId: key,
    draftId: key,
    groupId: key,
    code: '',
    title: key,
    summary: '',
    fields,
    jurisdictions: [],
    contextIds: [],
    authorIds: [],
    fingerprint: '',
    version: 1,
    frozenAt: 0,
    nextNumber: passages.length,
    former: [],
    passages: [...passages],
  }
}
const said = (id: string, text: string, section: SentencePassage['section'] = 'constat'): Passage => ({
  kind: 'sentence',
  id,
  text,
  section,
  block: 0,
  sentence: 0,
  blockType: 'paragraph',
  level: 0,
  runs: [{ text }],
})
const inFrance = (id: string, text: string): Passage => ({ kind: 'country', id, text, entity: 'FR' })
const nuance = (id: string, text: string): Passage => ({
  kind: 'nuance',
  id,
  text,
  nuanceId: id,
  type: 'nuance',
  groupId: null,
})
const rows = (parents: readonly FrozenParent[], decided = nothing): string[] =>
  alignRows(parents, decided).map(({ cells }) => cells.map((ids) => ids.join('+') || '-').join(' | '))

const nantes = parentOf('n', [
  said('n0', 'La cagnotte du quartier finance les ateliers de réparation des vélos.'),
  said('n1', 'Personne ne répond aux messages pendant les congés.'),
  said('n2', 'Le jardin partagé attend un robinet depuis le printemps.'),
  said('n3', 'Une affiche annonce la réunion publique.', 'moyens'),
  inFrance('n4', 'La loi de 1901 suffit.'),
  nuance('n5', 'Deux voisines craignent le bruit des ateliers le dimanche.'),
])
const lyon = parentOf('l', [
  said('l0', 'Nous avons attendu.'),
  said('l1', 'Un robinet manque au jardin partagé, promis au printemps.'),
  said('l2', 'La réunion publique a besoin d’une affiche.'),
  said('l3', 'Les ateliers de réparation de vélos vivent de la cagnotte du quartier.'),
  inFrance('l4', 'Il faut une assurance.'),
  nuance('l5', 'Le bruit des ateliers le dimanche gêne deux voisines.'),
])

test('passages that say the same stand side by side, also where their order crosses; the rest stands alone', () => {
  expect(rows([nantes, lyon])).toEqual([
    'n0 | l3',
    'n1 | -',
    '- | l0',
    'n2 | l1',
    '- | l2',
    'n3 | -',
    'n4 | l4',
    'n5 | l5',
  ])
})

test('the same words in another section are no pair: it would be found by people', () => {
  expect(rows([nantes, lyon])).toContain('n3 | -')
  expect(rows([nantes, lyon], { pairs: [['n3', 'l2']], alone: [] })).toContain('n3 | l2')
})

test('what people decided wins over what words say, the last pair over the first', () => {
  expect(rows([nantes, lyon], { pairs: [], alone: ['n0'] })).toEqual(
    expect.arrayContaining(['n0 | -', '- | l3']),
  )
  expect(rows([nantes, lyon], { pairs: [['n1', 'l3']], alone: [] })).toEqual(
    expect.arrayContaining(['n1 | l3', 'n0 | -']),
  )
  const twice = rows([nantes, lyon], {
    pairs: [
      ['n0', 'l0'],
      ['n1', 'l0'],
      ['gone', 'n2'],
    ],
    alone: [],
  })
  expect(twice).toEqual(expect.arrayContaining(['n0 | -', 'n1 | l0', 'n2 | -']))
})

test('a long sentence is said by two short ones that follow each other', () => {
  const long = parentOf('a', [
    said(
      'a0',
      'Le comité ouvre la salle chaque mercredi, range le matériel de cuisine et tient la liste des clés prêtées.',
    ),
    said('a1', 'La mairie ne paie rien.'),
  ])
  const short = parentOf('b', [
    said('b0', 'Le comité ouvre la salle le mercredi et range le matériel de cuisine.'),
    said('b1', 'Il tient une liste des clés prêtées.'),
    said('b2', 'Le train du retour est souvent en retard.'),
  ])
  expect(rows([long, short])).toEqual(['a0 | b0+b1', '- | b2', 'a1 | -'])
  expect(rows([short, long])).toEqual(['b0+b1 | a0', '- | a1', 'b2 | -'])
})

test('three parents share rows, and a parent that says nothing leaves its cell empty', () => {
  const rennes = parentOf('r', [
    said('r0', 'Au jardin partagé, le robinet promis au printemps manque toujours.'),
    said('r1', 'Le four à pain fonctionne.'),
  ])
  expect(rows([nantes, lyon, rennes])).toEqual(
    expect.arrayContaining(['n2 | l1 | r0', '- | - | r1', 'n0 | l3 | -']),
  )
})

test('every passage stands in exactly one row, and the row bears the name of its first', () => {
  const parents = [nantes, lyon]
  for (const decided of [nothing, { pairs: [['n0', 'n1', 'l2']], alone: ['l5'] }]) {
    const found = alignRows(parents, decided)
    const ids = found.flatMap(({ cells }) => cells.flat())
    expect(ids.toSorted()).toEqual(parents.flatMap(({ passages }) => passages.map(({ id }) => id)).toSorted())
    for (const { id, cells } of found) expect(id).toBe(cells.flat()[0])
  }
})
