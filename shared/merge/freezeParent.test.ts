import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addNuance,
  createDraft,
  type DraftMap,
  draftsOf,
  type NewDraft,
  readDraft,
} from '#shared/draft/draftModel.ts'
import { readBlock } from '#shared/merge/blockReading.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import { FrozenParent } from '#shared/merge/frozenParent.ts'
import { indexPassages } from '#shared/merge/passageIndex.ts'
import { provenanceOf } from '#shared/merge/provenance.ts'

function draftOf(draft: NewDraft): { map: DraftMap; read: () => NonNullable<ReturnType<typeof readDraft>> } {
  const doc = new Y.Doc()
  const id = createDraft(doc, draft)
  const map = draftsOf(doc).get(id)
  if (!map) throw new Error('the draft was just made')
  return {
    map,
    read: () => {
      const read = readDraft(id, map)
      if (!read) throw new Error('the draft is whole')
      return read
    },
  }
}
const about = { key: 'm.1', spaceId: 's', groupId: 'g', now: 5 }
const ids = (parent: FrozenParent): string[] => parent.passages.map(({ id, text }) => `${id} ${text}`)

const first: NewDraft = {
  title: 'Comité',
  constat: ['Un. Deux.', { type: 'bullet', level: 1, runs: [{ text: 'Un point' }] }],
  proposition: [
    {
      type: 'paragraph',
      level: 0,
      runs: [{ text: 'On ' }, { text: 'vote. Puis', bold: true }, { text: ' on part.' }],
    },
  ],
  countryPassages: { FR: 'En France. Deux fois.', BE: '' },
  nuances: [
    { type: 'minority', text: 'Pas nous.', groupId: 'g' },
    { type: 'nuance', text: ' ', groupId: null },
  ],
}

test('a draft is cut into sentences, country passages and nuances, numbered in reading order', () => {
  const parent = freezeParent(draftOf(first).read(), about)
  expect(ids(parent)).toEqual([
    'm.1-0 Un.',
    'm.1-1 Deux.',
    'm.1-2 Un point',
    'm.1-3 On vote.',
    'm.1-4 Puis on part.',
    'm.1-5 En France. Deux fois.',
    'm.1-6 Pas nous.',
  ])
  expect(
    parent.passages.flatMap((one) =>
      one.kind === 'sentence' ? [`${one.section} ${one.block}.${one.sentence} ${one.blockType}`] : [],
    ),
  ).toEqual([
    'constat 0.0 paragraph',
    'constat 0.1 paragraph',
    'constat 1.0 bullet',
    'proposition 0.0 paragraph',
    'proposition 0.1 paragraph',
  ])
  expect(parent).toMatchObject({ version: 1, nextNumber: 7, frozenAt: 5, key: 'm.1', groupId: 'g' })
  expect(FrozenParent.parse(JSON.parse(JSON.stringify(parent)))).toEqual(parent)
})

test('a passage keeps the formatting of its words', () => {
  const { passages } = freezeParent(draftOf(first).read(), about)
  expect(passages.slice(3, 5).map((one) => (one.kind === 'sentence' ? one.runs : []))).toEqual([
    [{ text: 'On ' }, { text: 'vote.', bold: true }],
    [{ text: 'Puis', bold: true }, { text: ' on part.' }],
  ])
})

test('frozen again, what stayed the same keeps its number, moved or not; what changed gets a new one', () => {
  const { map, read } = draftOf(first)
  const before = freezeParent(read(), about)
  const constat = map.get('constat') as Y.XmlFragment // createDraft made it
  const paragraph = constat.get(0) as Y.XmlElement // as above
  const text = paragraph.get(0) as Y.XmlText // as above
  text.delete(0, text.length)
  text.insert(0, 'Deux. Trois. Un. Un.')
  addNuance(map, { type: 'condition', text: 'Si oui.', groupId: null })
  const after = freezeParent(read(), { ...about, now: 9, before })
  expect(ids(after)).toEqual([
    'm.1-1 Deux.',
    'm.1-7 Trois.',
    'm.1-0 Un.',
    'm.1-8 Un.',
    'm.1-2 Un point',
    'm.1-3 On vote.',
    'm.1-4 Puis on part.',
    'm.1-5 En France. Deux fois.',
    'm.1-6 Pas nous.',
    'm.1-9 Si oui.',
  ])
  expect(after).toMatchObject({ version: 2, nextNumber: 10, frozenAt: 9 })
  expect([before.former, after.former]).toEqual([[], []])
  expect(after.fingerprint).not.toBe(before.fingerprint)
  expect(ids(freezeParent(read(), { ...about, before: after }))).toEqual(ids(after))
})

test('what is said no longer is remembered: words that were taken from it still come from there', () => {
  const { map, read } = draftOf(first)
  const before = freezeParent(read(), about)
  const paragraph = (map.get('constat') as Y.XmlFragment).get(0) as Y.XmlElement // createDraft made them
  const text = paragraph.get(0) as Y.XmlText // as above
  const gone = before.passages[0]
  text.delete(0, gone?.text.length ?? 0)
  text.insert(0, 'Autre chose.')
  const after = freezeParent(read(), { ...about, before })
  expect(after.former).toEqual([gone])
  expect(after.passages).not.toContainEqual(gone)
  const index = indexPassages([after])
  const marked = [{ text: gone?.text ?? '', ref: gone?.id ?? '' }]
  expect(provenanceOf(marked, index.sources)).toMatchObject([{ from: gone?.id }])
  expect(
    readBlock('constat', marked, index).sentences.flatMap(({ keeps, says }) => [...keeps, ...says]),
  ).toEqual([])
  expect(freezeParent(read(), { ...about, before: after }).former).toEqual([gone])
})
