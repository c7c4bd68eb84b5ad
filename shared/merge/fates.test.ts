import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNuance, createDraft, type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { targetOf } from '#shared/merge/fates.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import { type MergeReading, prepareMerge, readPrepared } from '#shared/merge/mergeReading.ts'
import type { DecidedFate, Merge } from '#shared/merge/mergeState.ts'

const by = 0
const sentences = [
  'La cagnotte du quartier finance les ateliers.',
  'Les clés restent chez la gardienne le soir.',
  'Un robinet manque au jardin partagé.',
]

function draftOf(
  constat: readonly string[],
  rest: Partial<Parameters<typeof createDraft>[1]> = {},
): DraftMap {
  const doc = new Y.Doc()
  createDraft(doc, { id: 'd', title: 'd', constat, ...rest })
  const map = draftsOf(doc).get('d')
  if (!map) throw new Error('the draft was just made')
  return map
}
function parentOf(map: DraftMap) {
  const read = readDraft('d', map)
  if (!read) throw new Error('the draft is whole')
  return freezeParent(read, { key: 'm.1', spaceId: 's', groupId: 'g', now: 0 })
}
const parent = parentOf(
  draftOf([sentences.join(' ')], {
    countryPassages: { FR: 'En France, une assurance suffit. Rien de plus.' },
    nuances: [{ type: 'minority', text: 'Deux voisines craignent le bruit.', groupId: 'g' }],
  }),
)
// m.1-0 to m.1-2 are the sentences, m.1-3 holds in France, m.1-4 is the nuance.
const prepared = prepareMerge([parent], { pairs: [], alone: [] })

interface Decisions {
  fates?: Record<string, DecidedFate>
  reasons?: Merge['reasons']
}
const read = (joint: DraftMap, decisions: Decisions = {}): MergeReading =>
  readPrepared(prepared, joint, { draftId: 'd', fates: {}, reasons: {}, ...decisions })
const kindOf = (joint: DraftMap, id: string, decisions: Decisions = {}): string | undefined =>
  read(joint, decisions).fates.get(id)?.kind

type Piece = string | readonly [ref: string, text: string]
function joint(...paragraphs: readonly (readonly Piece[])[]): DraftMap {
  const draft = draftOf([])
  const section = draft.get('constat') as Y.XmlFragment // createDraft made it
  section.delete(0, section.length)
  section.insert(
    0,
    paragraphs.map((pieces) => {
      const text = new Y.XmlText()
      text.applyDelta(
        pieces.map((piece) =>
          typeof piece === 'string'
            ? { insert: piece }
            : { insert: piece[1], attributes: { src: { ref: piece[0] } } },
        ),
      )
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      return paragraph
    }),
  )
  return draft
}

const [first = '', second = '', third = ''] = sentences

test('[M5] kept: a joint sentence equals it, however it was typed', () => {
  for (const typed of [first, first.toUpperCase(), first.replaceAll(' ', '\u00a0 '), first.normalize('NFD')])
    expect(kindOf(draftOf([`Avant. ${typed} Après.`]), 'm.1-0'), typed).toBe('kept')
  expect(kindOf(draftOf([first.replace('finance', 'paie')]), 'm.1-0')).toBe('proposed')
})

test('[M5] kept: its marked characters are all there, in order, with nothing between and no word added', () => {
  const bare = first.slice(0, -1)
  expect(kindOf(joint([['m.1-0', bare], ' ; ', ['m.1-1', second]]), 'm.1-0')).toBe('kept')
  expect(kindOf(joint([['m.1-0', bare], ' ; ', ['m.1-1', second]]), 'm.1-1')).toBe('kept')
  expect(kindOf(joint([['m.1-0', bare], '…']), 'm.1-0')).toBe('kept')
  // Half a sentence more may turn its meaning: the source is asked.
  expect(kindOf(joint([['m.1-0', bare], ', sauf le soir.']), 'm.1-0')).toBe('proposed')
  expect(
    kindOf(
      joint([['m.1-0', 'La cagnotte du quartier '], 'ne ', ['m.1-0', 'finance les ateliers.']]),
      'm.1-0',
    ),
  ).toBe('proposed')
  // Told apart by marks alone: somebody typed the same words within a longer sentence.
  expect(kindOf(draftOf([`${bare} ; ${second}`]), 'm.1-0')).toBe('proposed')
})

test('[M5] kept: what holds in a country, and nuances, where they stand now', () => {
  const moved = draftOf([], {
    countryPassages: { BE: 'Avant. En France, une assurance suffit. Rien de plus.' },
  })
  expect(kindOf(moved, 'm.1-3')).toBe('kept')
  expect(kindOf(draftOf(['En France, une assurance suffit.']), 'm.1-3')).toBe('proposed')
  const draft = draftOf([])
  addNuance(draft, { type: 'minority', text: 'deux voisines craignent le bruit.', groupId: 'g' })
  expect(kindOf(draft, 'm.1-4')).toBe('kept')
})

test('[M5] proposed: from 30 % of its meaning words, or from 25 % of its characters by proven mark', () => {
  // Four words carry meaning: two of them are enough, one is not.
  expect(kindOf(draftOf(['Le jardin veut un robinet.']), 'm.1-2')).toBe('proposed')
  expect(kindOf(draftOf(['Une fontaine au jardin viendra.']), 'm.1-2')).toBe('open')
  expect(kindOf(joint([['m.1-1', 'Les clés restent'], ' ailleurs.']), 'm.1-1')).toBe('proposed')
  expect(kindOf(joint([['m.1-1', 'chez la '], 'mairie.']), 'm.1-1')).toBe('open')
  // A forged mark proves nothing.
  expect(kindOf(joint([['m.1-1', 'Nous fermons tout cela demain matin.']]), 'm.1-1')).toBe('open')
})

test('a proposed rewording names the sentences that say it', () => {
  const fate = read(draftOf(['Bonjour.', `Eh bien. Un robinet manque.`])).fates.get('m.1-2')
  expect(fate).toMatchObject({
    kind: 'proposed',
    targets: [{ section: 'constat', block: 1, sentence: 1, of: '' }],
  })
})

function confirmed(draft: DraftMap, id: string): Record<string, DecidedFate> {
  const fate = read(draft).fates.get(id)
  const target = fate && 'targets' in fate ? targetOf(fate.targets) : ''
  return { [id]: { kind: 'reworded', target, by, at: 0 } }
}

test('[M6] a confirmed rewording stands as long as the words do that it was confirmed for', () => {
  const fates = confirmed(draftOf(['Un robinet manque.', 'Le jardin partagé a soif.']), 'm.1-2')
  const changed = draftOf(['Un robinet manque ici.', 'Le jardin partagé a soif.'])
  expect(kindOf(draftOf(['Un robinet manque.', 'Le jardin partagé a soif.']), 'm.1-2', { fates })).toBe(
    'reworded',
  )
  // Elsewhere words may change, and the sentences may move.
  expect(
    kindOf(draftOf(['Autre.', 'Le jardin partagé a soif.', 'un robinet manque.']), 'm.1-2', { fates }),
  ).toBe('reworded')
  expect(kindOf(changed, 'm.1-2', { fates })).toBe('proposed')
  expect(kindOf(draftOf(['Rien.']), 'm.1-2', { fates })).toBe('open')
})

const reason = { code: 'other', text: 'Déjà fait.', coveredBy: null } as const
const aside: DecidedFate = { kind: 'set-aside', reasonId: 'r', by, at: 0 }

test('[M4] joined stands as long as its nuance has words', () => {
  const draft = draftOf([])
  const nuanceId = addNuance(draft, { type: 'nuance', text: 'Sans clés.', groupId: 'g' })
  const emptyId = addNuance(draft, { type: 'nuance', text: ' ', groupId: 'g' })
  const joined = (id: string): DecidedFate => ({ kind: 'joined', nuanceId: id, by, at: 0 })
  expect(read(draft, { fates: { 'm.1-1': joined(nuanceId) } }).fates.get('m.1-1')).toEqual({
    kind: 'joined',
    nuanceId,
  })
  expect(kindOf(draft, 'm.1-1', { fates: { 'm.1-1': joined(emptyId) } })).toBe('open')
  expect(kindOf(draft, 'm.1-1', { fates: { 'm.1-1': joined('gone') } })).toBe('open')
})

test('[M4] a sentence that was joined word for word is joined, not kept', () => {
  const draft = draftOf([])
  const nuanceId = addNuance(draft, { type: 'nuance', text: second, groupId: 'g' })
  const fates: Record<string, DecidedFate> = { 'm.1-1': { kind: 'joined', nuanceId, by, at: 0 } }
  expect(kindOf(draft, 'm.1-1', { fates })).toBe('joined')
  expect(kindOf(draft, 'm.1-1')).toBe('open')
})

test('[M4] set aside stands with a reason that says something', () => {
  const fates = { 'm.1-2': aside }
  const kindWith = (reasons: Merge['reasons']) => kindOf(draftOf([]), 'm.1-2', { fates, reasons })
  expect(kindWith({ r: reason })).toBe('set-aside')
  expect(kindWith({ r: { ...reason, text: ' ' } })).toBe('open')
  expect(kindWith({ r: { ...reason, code: 'stays-local', text: '' } })).toBe('set-aside')
  expect(kindWith({})).toBe('open')
})

test('[M4] exactly one fate: kept before reworded, joined, set aside, proposed and open', () => {
  const reasons = { r: reason }
  const saying = draftOf(['Un robinet manque.'])
  expect(kindOf(draftOf([third]), 'm.1-2', { fates: { 'm.1-2': aside }, reasons })).toBe('kept')
  expect(kindOf(draftOf([third]), 'm.1-2', { fates: confirmed(saying, 'm.1-2') })).toBe('kept')
  expect(kindOf(saying, 'm.1-2', { fates: { 'm.1-2': aside }, reasons })).toBe('set-aside')
  expect(kindOf(saying, 'm.1-2')).toBe('proposed')
  const { fates, counts } = read(saying)
  expect([...fates.keys()]).toEqual(parent.passages.map(({ id }) => id))
  expect(counts).toEqual({ open: 4, proposed: 1, kept: 0, reworded: 0, joined: 0, setAside: 0 })
})
