// What effects do to a document: where words land, exactly once, and what taking away leaves. Held against the gate that the server has.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  createDraft,
  type DraftMap,
  draftsOf,
  type NewDraft,
  plainSection,
  type ReadBlock,
  type ReadDraft,
  readDraft,
} from '#shared/draft/draftModel.ts'
import { allowSources } from '#shared/draft/draftNodeRules.ts'
import { checkTouchedDrafts } from '#shared/draft/draftRules.ts'
import { alignRows } from '#shared/merge/alignRows.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { jointBlocks } from '#shared/merge/jointBlocks.ts'
import type { Thing } from '#shared/merge/mergeEffects.ts'
import {
  checkTouchedMerges,
  isOfMerges,
  mapOf,
  readParents,
  wasCopied,
} from '#shared/merge/mergesInDocument.ts'
import { beginMerge, putHeader, putThings, takeAwayThings } from '#shared/merge/performMerge.ts'

const where = { mergeId: 'm1', spaceId: 'space-j', draftId: 'd-m1' }

/** The gate's verdict of a transaction. */
function check(transaction: Y.Transaction, isServer: boolean): string | undefined {
  const fault = checkTouchedMerges(transaction, isServer)
  if (fault) return fault
  allowSources(transaction, (ref) => wasCopied(transaction.doc, ref))
  return checkTouchedDrafts(transaction, isOfMerges)
}

function frozen(draft: Omit<NewDraft, 'id'>, place: number): FrozenParent {
  const doc = new Y.Doc()
  createDraft(doc, { ...draft, id: `p${place}` })
  const read = readDraft(`p${place}`, draftsOf(doc).get(`p${place}`)) as ReadDraft // made on the line before
  return freezeParent(read, {
    key: `m1.${place}`,
    spaceId: `space-${place}`,
    groupId: `grp-${place}`,
    now: 1,
  })
}

class Bench {
  readonly doc = new Y.Doc()
  readonly faults: string[] = []
  now = 1
  readonly parents: readonly FrozenParent[]

  constructor(...drafts: Omit<NewDraft, 'id'>[]) {
    this.parents = drafts.map((draft, at) => frozen(draft, at + 1))
    this.edit(() =>
      beginMerge(this.doc, {
        ...where,
        parents: [...this.parents],
        title: 'Ensemble',
        entities: ['BE', 'FR'],
      }),
    )
  }

  edit(change: () => void, isServer = true): void {
    let first: Y.Transaction | undefined
    const note = (transaction: Y.Transaction): void => void (first ??= transaction)
    this.doc.on('afterTransaction', note)
    this.doc.transact(change)
    this.doc.off('afterTransaction', note)
    const fault = first && check(first, isServer)
    if (fault) this.faults.push(fault)
  }

  /** The id of the passage with these words. */
  id(words: string): string {
    const found = this.parents.flatMap(({ passages }) => passages).find(({ text }) => text.includes(words))
    if (!found) throw new Error(words)
    return found.id
  }

  put(...things: Thing[]): void {
    this.edit(() =>
      putThings(
        this.doc,
        { ...where, things, at: this.now },
        alignRows(readParents(this.doc, 'm1'), { pairs: [], alone: [] }),
      ),
    )
  }

  take(n: number, ...words: string[]): void {
    this.put(...words.map((one) => ({ passageId: this.id(one), n })))
  }

  takeAway(...things: Thing[]): void {
    this.edit(() => takeAwayThings(this.doc, { ...where, things, at: this.now }))
  }

  get draft(): DraftMap {
    return draftsOf(this.doc).get('d-m1') as DraftMap // the constructor made it
  }

  read(): ReadDraft {
    return readDraft('d-m1', this.draft) as ReadDraft
  }

  section(name: 'constat' | 'proposition' | 'moyens' = 'proposition'): string[] {
    return this.read().sections[name].map(
      (block) => `${block.type[0]}${block.level} ${plainSection([block])}`,
    )
  }

  blocks() {
    return jointBlocks(this.draft.get('proposition') as Y.XmlFragment)
  }

  /** Somebody writes, in the n-th block of the proposal. */
  write(block: number, at: number, text: string): void {
    const words = this.blocks()[block]?.element.get(0) as Y.XmlText
    this.edit(() => words.insert(at, text, {}), false)
  }
}

const nantes = {
  title: 'Comité',
  proposition: [
    'Le comité local compte huit places. Il se réunit une fois par mois. Il garde un cahier ouvert.',
    { type: 'bullet', level: 1, runs: [{ text: 'Une salle chauffée le soir' }] },
    { type: 'bullet', level: 1, runs: [{ text: 'Un budget de quarante euros' }] },
  ],
  countryPassages: { BE: 'En Belgique, la commune prête la salle.' },
  nuances: [
    { type: 'minority' as const, text: 'Deux personnes préfèrent un tirage au sort.', groupId: 'grp-1' },
  ],
} satisfies Omit<NewDraft, 'id'>
const lyon = {
  title: 'Local',
  proposition: ['Le comité local compte six places. Chaque trimestre, une page raconte ses décisions.'],
} satisfies Omit<NewDraft, 'id'>

test('begin: one draft and one merge, however often; a draft of all is what they agree on', () => {
  const bench = new Bench(nantes, lyon)
  const again = { ...where, parents: [...bench.parents], title: 'Autre', entities: [] }
  bench.edit(() => beginMerge(bench.doc, again))
  expect([...draftsOf(bench.doc).keys()]).toEqual(['d-m1'])
  expect(bench.read()).toMatchObject({ title: 'Ensemble', countryPassages: { BE: '', FR: '' }, nuances: [] })
  expect(readParents(bench.doc, 'm1')).toEqual(bench.parents)
  expect(readParents(bench.doc, 'm1')).toBe(readParents(bench.doc, 'm1'))
  expect(bench.faults).toEqual([])
})

test('[M1] a taking is copied once, by its number; late and repeated effects change nothing', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places')
  bench.take(1, 'huit places')
  expect(bench.section()).toEqual(['p0 Le comité local compte huit places.'])
  const huit = bench.id('huit places')
  bench.takeAway({ passageId: huit, n: 1 })
  bench.take(1, 'huit places')
  expect(bench.section().join('')).not.toContain('huit')
  bench.take(2, 'huit places')
  bench.takeAway({ passageId: huit, n: 1 })
  expect(bench.section().filter((line) => line.includes('huit places'))).toHaveLength(1)
  // Taken back before it was ever copied.
  bench.takeAway({ passageId: bench.id('six places'), n: 1 })
  bench.take(1, 'six places')
  expect(bench.section().join('')).not.toContain('six')
  // A taking whose end was never carried out is not there twice.
  bench.take(3, 'huit places')
  expect(bench.section().filter((line) => line.includes('huit places'))).toHaveLength(1)
  expect(bench.faults).toEqual([])
})

test('[M3] one paragraph of the parent stays one paragraph, in the order of the rows, whatever the order of taking', () => {
  const whole = [
    'p0 Le comité local compte huit places. Il se réunit une fois par mois. Il garde un cahier ouvert.',
  ]
  const words = ['huit places', 'une fois par mois', 'cahier ouvert']
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [2, 0, 1],
    [0, 2, 1],
    [1, 2, 0],
  ]) {
    const bench = new Bench(nantes, lyon)
    for (const at of order) bench.take(1, words[at] ?? '')
    expect(bench.section(), order.join()).toEqual(whole)
    expect(bench.faults).toEqual([])
  }
})

test('[M3] both of a row stand side by side, the first parent first; what only one says follows its neighbour', () => {
  for (const order of [
    ['huit places', 'six places'],
    ['six places', 'huit places'],
  ]) {
    const bench = new Bench(nantes, lyon)
    for (const words of order) bench.take(1, words)
    expect(bench.section()).toEqual([
      'p0 Le comité local compte huit places. Le comité local compte six places.',
    ])
    bench.take(1, 'Chaque trimestre')
    bench.take(1, 'une fois par mois')
    const [line = ''] = bench.section()
    expect(bench.section()).toHaveLength(1)
    for (const words of ['huit places', 'six places', 'Chaque trimestre', 'une fois par mois'])
      expect(line.split(words)).toHaveLength(2)
    expect(bench.faults).toEqual([])
  }
})

test('[M3] list items go into one list, headings and lists stand apart, and an empty section has no blank line left before them', () => {
  const bench = new Bench(
    {
      ...nantes,
      proposition: [{ type: 'heading', level: 2, runs: [{ text: 'Les lieux' }] }, ...nantes.proposition],
    },
    lyon,
  )
  bench.take(1, 'quarante euros', 'salle chauffée', 'huit places', 'Les lieux')
  expect(bench.section().filter((line) => line.length > 3)).toEqual([
    'h2 Les lieux',
    'p0 Le comité local compte huit places.',
    'b1 Une salle chauffée le soir',
    'b1 Un budget de quarante euros',
  ])
  const section = bench.draft.get('proposition') as Y.XmlFragment
  expect(
    section.toArray().filter((one) => one instanceof Y.XmlElement && one.nodeName === 'bulletList'),
  ).toHaveLength(1)
  expect(bench.faults).toEqual([])
})

test('formatting comes along, the mark names the passage, the blank between and what people type carry none', () => {
  const bench = new Bench(
    {
      title: 'A',
      proposition: [
        {
          type: 'paragraph',
          level: 0,
          runs: [
            { text: 'Un ' },
            { text: 'budget', bold: true },
            { text: ' et ' },
            { text: 'un lien', italic: true, link: 'https://exemple.org/' },
            { text: '. Puis rien.' },
          ],
        },
      ],
    },
    lyon,
  )
  bench.take(1, 'Un budget', 'Puis rien')
  expect(bench.read().sections.proposition).toEqual([
    bench.parents[0] && {
      type: 'paragraph',
      level: 0,
      runs: [
        { text: 'Un ' },
        { text: 'budget', bold: true },
        { text: ' et ' },
        { text: 'un lien', italic: true, link: 'https://exemple.org/' },
        { text: '.' },
        { text: ' ' },
        { text: 'Puis rien.' },
      ],
    },
  ])
  expect(bench.blocks()[0]?.claims.map(({ ref, start, end }) => [ref, start, end])).toEqual([
    ['m1.1-0', 0, 3],
    ['m1.1-0', 3, 9],
    ['m1.1-0', 9, 13],
    ['m1.1-0', 13, 20],
    ['m1.1-0', 20, 21],
    ['m1.1-1', 22, 32],
  ])
  bench.write(0, 22, 'Alors ')
  expect(bench.blocks()[0]?.claims.at(-1)).toMatchObject({ ref: 'm1.1-1', start: 28 })
  expect(bench.faults).toEqual([])
})

test('words typed on after a taken sentence stay with it: the next one lands after the whole sentence', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places')
  bench.write(0, 'Le comité local compte huit places'.length, ', et deux suppléants')
  bench.take(1, 'une fois par mois')
  expect(bench.section()).toEqual([
    'p0 Le comité local compte huit places, et deux suppléants. Il se réunit une fois par mois.',
  ])
})

test('[M8] taking away leaves others’ words, no double blank, and no empty paragraph of its own', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places', 'une fois par mois', 'cahier ouvert')
  bench.takeAway({ passageId: bench.id('une fois par mois'), n: 1 })
  expect(bench.section()).toEqual(['p0 Le comité local compte huit places. Il garde un cahier ouvert.'])
  bench.write(0, 9, ' tout')
  bench.write(0, 5, 'x')
  bench.takeAway({ passageId: bench.id('huit places'), n: 1 })
  expect(bench.section()).toEqual(['p0 x tout Il garde un cahier ouvert.'])
  bench.take(1, 'salle chauffée')
  expect(bench.section()).toEqual(['p0 x tout Il garde un cahier ouvert.', 'b1 Une salle chauffée le soir'])
  bench.takeAway({ passageId: bench.id('salle chauffée'), n: 1 })
  expect(bench.section()).toEqual(['p0 x tout Il garde un cahier ouvert.'])
  bench.takeAway({ passageId: bench.id('cahier ouvert'), n: 1 })
  expect(bench.section()).toEqual(['p0 x tout'])
  expect(bench.faults).toEqual([])
})

test('[M8] an older paragraph stays blank for whoever may be writing in it without a line, and is used again', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places', 'salle chauffée')
  const away = new Y.Doc()
  Y.applyUpdate(away, Y.encodeStateAsUpdate(bench.doc))
  const section = draftsOf(away).get('d-m1')?.get('proposition') as Y.XmlFragment
  ;(jointBlocks(section)[0]?.element.get(0) as Y.XmlText).insert(2, 'écrit au loin', {})
  bench.now = 61_000
  bench.takeAway({ passageId: bench.id('huit places'), n: 1 })
  expect(bench.section()).toEqual(['p0 ', 'b1 Une salle chauffée le soir'])
  bench.take(2, 'huit places')
  expect(bench.section()).toEqual(['p0 Le comité local compte huit places.', 'b1 Une salle chauffée le soir'])
  bench.takeAway({ passageId: bench.id('huit places'), n: 2 })
  Y.applyUpdate(bench.doc, Y.encodeStateAsUpdate(away, Y.encodeStateVector(bench.doc)))
  expect(bench.section()).toEqual(['p0 écrit au loin', 'b1 Une salle chauffée le soir'])
})

test('[M8] a marked copy elsewhere goes too; unmarked copies and other passages stay', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places', 'six places')
  const src = { ref: bench.id('huit places') }
  const constat = (bench.draft.get('constat') as Y.XmlFragment).get(0) as Y.XmlElement
  bench.edit(() => {
    const words = constat.get(0) as Y.XmlText
    words.insert(0, 'huit places', { src })
    words.insert(0, 'mes mots : ', {})
  }, false)
  bench.takeAway({ passageId: src.ref, n: 1 })
  expect(bench.section('constat')).toEqual(['p0 mes mots : '])
  expect(bench.section()).toEqual(['p0 Le comité local compte six places.'])
  expect(bench.faults).toEqual([])
})

test('a country passage: a blank between, and its own characters alone go again', () => {
  const bench = new Bench(nantes, lyon)
  const belgium = (bench.draft.get('countryPassages') as Y.Map<Y.Text>).get('BE') as Y.Text
  bench.edit(() => belgium.insert(0, 'Déjà là.'), false)
  bench.take(1, 'En Belgique')
  expect(belgium.toString()).toBe('Déjà là. En Belgique, la commune prête la salle.')
  bench.edit(() => belgium.insert(20, ' (souvent)'), false)
  bench.takeAway({ passageId: bench.id('En Belgique'), n: 1 })
  expect(belgium.toString()).toBe('Déjà là. (souvent)')
  bench.take(2, 'En Belgique')
  expect(belgium.toString()).toBe('Déjà là. (souvent) En Belgique, la commune prête la salle.')
  expect(bench.faults).toEqual([])
})

test('a nuance becomes a nuance of its group and type; joined passages too; changed ones stay', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'tirage au sort')
  const page = bench.id('Chaque trimestre')
  bench.put({ passageId: page, n: 1, nuance: 'condition' })
  expect(bench.read().nuances).toEqual([
    {
      id: `n-${bench.id('tirage')}`,
      type: 'minority',
      groupId: 'grp-1',
      text: 'Deux personnes préfèrent un tirage au sort.',
    },
    {
      id: `n-${page}`,
      type: 'condition',
      groupId: 'grp-2',
      text: 'Chaque trimestre, une page raconte ses décisions.',
    },
  ])
  const text = (bench.draft.get('nuances') as Y.Map<Y.Map<Y.Text>>).get(`n-${page}`)?.get('text') as Y.Text
  bench.edit(() => text.insert(0, 'Ah : '), false)
  bench.takeAway({ passageId: page, n: 1, nuance: 'condition' }, { passageId: bench.id('tirage'), n: 1 })
  expect(bench.read().nuances.map(({ id }) => id)).toEqual([`n-${page}`])
  bench.put({ passageId: page, n: 2, nuance: 'condition' })
  expect(bench.read().nuances.map((one) => one.text)).toEqual([
    'Ah : Chaque trimestre, une page raconte ses décisions.',
  ])
  expect(bench.faults).toEqual([])
})

test('header fields are taken from a parent, again and again, each time once', () => {
  const bench = new Bench(
    { ...nantes, jurisdictions: ['BE'], fields: { scope: 'antenna' } },
    { ...lyon, jurisdictions: ['FR'] },
  )
  expect(bench.read()).toMatchObject({ scope: null, jurisdictions: ['BE', 'FR'] })
  for (const [field, from] of [
    ['title', 'm1.2'],
    ['scope', 'm1.1'],
    ['jurisdictions', 'm1.2'],
  ] as const)
    bench.edit(() => putHeader(bench.doc, { ...where, field, from, n: 1 }))
  expect(bench.read()).toMatchObject({ title: 'Local', scope: 'antenna', jurisdictions: ['FR'] })
  bench.edit(() => (bench.draft.get('title') as Y.Text).insert(0, 'Comité '), false)
  bench.edit(() => putHeader(bench.doc, { ...where, field: 'title', from: 'm1.2', n: 1 }))
  expect(bench.read().title).toBe('Comité Local')
  bench.edit(() => putHeader(bench.doc, { ...where, field: 'title', from: 'm1.1', n: 2 }))
  expect(bench.read().title).toBe('Comité')
  expect(bench.faults).toEqual([])
})

test('gate: a client may not touch merges, nor mark words with a source that was never copied; undo of a copied one passes', () => {
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places')
  const words = bench.blocks()[0]?.element.get(0) as Y.XmlText
  const mark = (ref: string) => bench.edit(() => words.insert(0, 'mots', { src: { ref } }), false)
  mark(bench.id('six places'))
  mark('m9.1-0')
  bench.edit(() => mapOf(bench.doc, 'm1', 'copied')?.set(bench.id('six places'), 1), false)
  bench.edit(() => mapOf(bench.doc, 'm1', 'parents')?.delete('m1.1'), false)
  expect(bench.faults).toEqual(['mark-source', 'mark-source', 'merges-rights', 'merges-rights'])
  bench.faults.length = 0
  const before = bench.read()
  const undo = new Y.UndoManager(words)
  bench.edit(() => words.delete(0, words.length), false)
  undo.undo()
  expect(bench.read()).toEqual(before)
  // Also when nothing of it was left in the document meanwhile.
  bench.edit(() => words.delete(0, words.length), false)
  mark(bench.id('huit places'))
  expect(bench.faults).toEqual([])
})

test('a document rebuilt from its updates reads the same', () => {
  const bench = new Bench(nantes, lyon)
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(bench.doc)]
  bench.doc.on('update', (update: Uint8Array) => updates.push(update))
  bench.take(1, 'huit places', 'six places', 'salle chauffée', 'En Belgique', 'tirage')
  bench.takeAway({ passageId: bench.id('six places'), n: 1 })
  const again = new Y.Doc()
  for (const update of updates) Y.applyUpdate(again, update)
  expect(readDraft('d-m1', draftsOf(again).get('d-m1'))).toEqual(bench.read())
  expect(readParents(again, 'm1')).toEqual(bench.parents)
  // And goes on: what was inserted is still known by its ids.
  takeAwayThings(again, { ...where, things: [{ passageId: bench.id('En Belgique'), n: 1 }], at: 2 })
  expect(readDraft('d-m1', draftsOf(again).get('d-m1'))?.countryPassages['BE']).toBe('')
})

test('a pull of a whole draft reads as the draft does: headings, lists in lists, paragraphs, formatting; 60 random drafts', () => {
  let seed = 11
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  let count = 0
  const sentence = (): string => `Phrase ${++count} ${['mot', 'idée', 'lieu'][random(3)]}.`
  for (let round = 0; round < 60; round++) {
    let depth = 0
    const blocks: ReadBlock[] = Array.from({ length: 1 + random(9) }, () => {
      const type =
        (['paragraph', 'paragraph', 'heading', 'bullet', 'numbered'] as const)[random(5)] ?? 'paragraph'
      const isListed = type === 'bullet' || type === 'numbered'
      depth = isListed ? 1 + random(Math.min(3, depth + 1)) : 0
      const level = type === 'heading' ? 2 + random(2) : depth
      const texts = Array.from({ length: 1 + random(4) }, sentence)
      return { type, level, runs: [{ text: texts.join(' '), ...(random(2) ? { bold: true as const } : {}) }] }
    })
    const bench = new Bench({ title: 'A', proposition: blocks })
    const things = (bench.parents[0]?.passages ?? []).map(({ id }) => ({ passageId: id, n: 1 }))
    bench.put(...things)
    const plain = (some: readonly ReadBlock[]): string[] =>
      some
        .map((block) => `${block.type}${block.level} ${plainSection([block])}`)
        .filter((line) => !line.endsWith(' '))
    expect(plain(bench.read().sections.proposition)).toEqual(plain(blocks))
    // One by one in any order, the same text in the same order; who takes a list item first has it in a list of its own kind.
    const other = new Bench({ title: 'A', proposition: blocks })
    for (const thing of things.map((one) => ({ one, at: random(1_000) })).sort((a, b) => a.at - b.at))
      other.put(thing.one)
    const words = (one: Bench): string =>
      plainSection(one.read().sections.proposition).replace(/\s+/gu, ' ').trim()
    expect(words(other)).toBe(words(bench))
    expect([...bench.faults, ...other.faults]).toEqual([])
  }
})

test('untaking and typing at once, 300 rounds of three people: every typed character stays, the passage is there once or not at all', () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const bench = new Bench(nantes, lyon)
  bench.take(1, 'huit places')
  const people = [1, 2, 3].map(() => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bench.doc))
    return doc
  })
  const typed: string[] = []
  const paragraphOf = (doc: Y.Doc): Y.XmlText | undefined => {
    const section = draftsOf(doc).get('d-m1')?.get('proposition') as Y.XmlFragment
    return jointBlocks(section)[0]?.element.get(0) as Y.XmlText | undefined
  }
  for (let round = 0; round < 300; round++) {
    const doc = people[random(3)] as Y.Doc
    const words = paragraphOf(doc)
    const letter = String.fromCodePoint(0x2460 + round)
    if (words) {
      words.insert(random(words.length + 1), letter, {})
      typed.push(letter)
    }
    const n = 1 + Math.floor(round / 2)
    if (round % 2 === 0) bench.takeAway({ passageId: bench.id('huit places'), n })
    else bench.take(n + 1, 'huit places')
    if (random(3) === 0) Y.applyUpdate(bench.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(bench.doc)))
    if (random(3) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(bench.doc, Y.encodeStateVector(doc)))
    const own = bench
      .blocks()
      .flatMap(({ claims, text }) => claims.map(({ start, end }) => text.slice(start, end)))
      .join('')
    const letters = own.replace(/[\u2460-\u2700]/gu, '')
    expect(letters).toBe(round % 2 === 0 ? '' : 'Le comité local compte huit places.')
  }
  for (const doc of people)
    Y.applyUpdate(bench.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(bench.doc)))
  const text = bench.section().join('\n')
  for (const letter of typed) expect(text.split(letter)).toHaveLength(2)
  expect(typed.length).toBe(300)
})
