// Restoring gives the version's words exactly, by edits small enough that others keep on writing through it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { restoreVersion } from '#client/features/draft/restoreVersion.ts'
import { textblocksOf } from '#client/features/draft/textPlaces.ts'
import {
  createDraft,
  type DraftMap,
  draftsOf,
  type ReadBlock,
  type ReadDraft,
  readDraft,
} from '#shared/draft/draftModel.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { alignRows } from '#shared/merge/alignRows.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import { markedBlocks } from '#shared/merge/markedBlocks.ts'
import { keepParent, layMerge, parentKey } from '#shared/merge/mergesInDocument.ts'
import { putThings } from '#shared/merge/performMerge.ts'

const para = (text: string): ReadBlock => ({
  type: 'paragraph',
  level: 0,
  runs: text === '' ? [] : [{ text }],
})

function draftWith(
  proposition: readonly ReadBlock[],
  title = 'Un comité',
): { doc: Y.Doc; draft: DraftMap; read: () => ReadDraft } {
  const doc = new Y.Doc()
  createDraft(doc, { id: 'd', title, proposition, countryPassages: { BE: 'en Belgique' } })
  const draft = draftsOf(doc).get('d') as DraftMap
  return { doc, draft, read: () => readDraft('d', draft) as ReadDraft }
}

const block: fc.Arbitrary<ReadBlock> = fc.record({
  type: fc.constantFrom(
    'paragraph' as const,
    'paragraph' as const,
    'heading' as const,
    'bullet' as const,
    'numbered' as const,
  ),
  level: fc.constantFrom(1, 1, 2),
  runs: fc.array(
    fc.oneof(
      fc.record({ text: fc.constantFrom('un ', 'deux ', 'trois ', 'quatre ', 'un deux trois ') }),
      fc.record({ text: fc.constantFrom('gras ', 'fort '), bold: fc.constant(true as const) }),
      fc.record({ text: fc.constant('lien'), link: fc.constant('https://exemple.org') }),
    ),
    { maxLength: 4 },
  ),
})

test('whatever stands there, the version is there afterwards, the gate accepts it, and one undo takes it back', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 7 }), fc.array(block, { maxLength: 7 }), (now, then) => {
      const { doc, draft, read } = draftWith(now, 'Aujourd’hui')
      const version = draftWith(then, 'Hier').read()
      const before = fingerprint(read())
      const faults: unknown[] = []
      doc.on('afterTransaction', (transaction: Y.Transaction) => faults.push(checkTouchedDrafts(transaction)))
      restoreVersion(draft, version, new Set())
      expect(fingerprint(read())).toBe(fingerprint(version))
      draftUndo(draft).undo()
      expect(fingerprint(read())).toBe(before)
      expect(faults.filter(Boolean)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('paragraphs that did not change are the same ones, and what is typed meanwhile stays where it was typed', () => {
  const { doc, draft, read } = draftWith([
    para('Un.'),
    para('Le comité reste très ouvert à toutes.'),
    para('Trois.'),
    para('De trop.'),
  ])
  const version = draftWith([para('Un.'), para('Le comité reste ouvert.'), para('Trois.')]).read()
  const theirs = new Y.Doc()
  draftsOf(theirs)
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  const section = (d: Y.Doc) => draftsOf(d).get('d')?.get('proposition') as Y.XmlFragment
  const before = textblocksOf(section(doc))
  const type = (at: number, offset: number, words: string): void =>
    (textblocksOf(section(theirs))[at]?.get(0) as Y.XmlText).insert(offset, words)
  type(0, 2, ' Deux')
  type(1, 9, ' local')
  type(3, 0, 'Je garde ')
  restoreVersion(draft, version, new Set([before[3] as Y.XmlElement]))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  expect(textblocksOf(section(doc)).slice(0, 3)).toEqual(before.slice(0, 3))
  expect(read().sections.proposition.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
    'Un Deux.',
    'Le comité local reste ouvert.',
    'Trois.',
    'Je garde ',
  ])
})

test('nuances, choices and links are other people’s and stay', () => {
  const { draft, read } = draftWith([para('Un.')])
  const version = { ...read(), title: 'Hier', nuances: [], addressee: 'boards' as const }
  draft.set('addressee', 'outside')
  restoreVersion(draft, version, new Set())
  expect(read()).toMatchObject({ title: 'Hier', addressee: 'outside' })
})

test('sentences of a merged draft that come back come back with whose words they are; words typed since are nobody’s', () => {
  const said = 'Chaque antenne ouvre un comité local.'
  const source = draftWith([para(said), para('Le temps est indemnisé.')]).read()
  const doc = new Y.Doc()
  createDraft(doc, { id: 'd-m', title: 'x', proposition: [para('')] })
  const draft = draftsOf(doc).get('d-m') as DraftMap // just made
  const parent = freezeParent(source, { key: parentKey('m', 1), spaceId: 's', groupId: 'na', now: 0 })
  const input = { mergeId: 'm', spaceId: 'j', draftId: 'd-m' }
  doc.transact(() => {
    layMerge(doc, 'm')
    keepParent(doc, 'm', parent)
    const things = parent.passages.map(({ id }) => ({ passageId: id, n: 1 }))
    putThings(doc, { ...input, things, at: 0 }, alignRows([parent], { pairs: [], alone: [] }))
  })
  const marked = () =>
    markedBlocks(draft.get('proposition')).flatMap(({ runs }) => runs.map(({ text, ref }) => [text, ref]))
  const before = marked()
  expect(before[0]).toEqual([said, parent.passages[0]?.id])
  const version = readDraft('d-m', draft) as ReadDraft // it was just made
  const section = draft.get('proposition') as Y.XmlFragment // every draft has it
  const [first] = textblocksOf(section)
  ;(first?.get(0) as Y.XmlText).delete(0, said.length - 8)
  section.delete(1, 1)
  draftUndo(draft)
  restoreVersion(draft, version, new Set())
  expect(marked()).toEqual(before)
  draftUndo(draft).undo()
  expect(marked()).toEqual([[said.slice(-8), parent.passages[0]?.id]])
  // A version in which somebody had added words of their own.
  restoreVersion(
    draft,
    { ...version, sections: { ...version.sections, proposition: [para(`${said} Et la nuit.`)] } },
    new Set(),
  )
  expect(marked()).toEqual([
    [said, parent.passages[0]?.id],
    [' Et la nuit.', undefined],
  ])
})
