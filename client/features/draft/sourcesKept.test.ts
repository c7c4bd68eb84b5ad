// Provenance stays with the words it belongs to, whatever an editor does with them; letters that are typed carry none.
import { joinBackward, setBlockType, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { Fragment, Slice } from '@tiptap/pm/model'
import { splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { EditorDesk, deskSchema as schema } from '#client/features/draft/editorDesk.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'
import { markedBlocks, provenanceOf } from '#shared/merge/provenance.ts'

const sentence = 'Chaque antenne ouvre un comité local de la vie coopérative pour tous.'
const src = (ref: string) => ({ src: { ref } })

const oneSentence = (): EditorDesk =>
  new EditorDesk([sentence, 'Suite.'], (at) => at(0).format(0, sentence.length, src('known-1')))

const passages = new Map<string, Passage>([
  [
    'known-1',
    {
      kind: 'sentence',
      id: 'known-1',
      text: sentence,
      section: 'proposition',
      block: 0,
      sentence: 0,
      blockType: 'paragraph',
      level: 0,
      runs: [{ text: sentence }],
    },
  ],
])

/** Words of the first paragraph that are proven to come from the passage, signs left out. */
const provenWords = ({ section }: EditorDesk): string[] =>
  provenanceOf(markedBlocks(section)[0]?.runs ?? [], passages)
    .filter(({ from }) => from === 'known-1')
    .flatMap(({ text }) => text.match(/[\p{L}]+/gu) ?? [])

test('letters typed in the middle, at the start and at the end of marked words carry nothing', () => {
  const desk = oneSentence()
  desk.select('antenne', 3)
  desk.type('xyz')
  desk.select('tous.', 5)
  desk.type(' Oui')
  desk.dispatch(desk.state.tr.setSelection(TextSelection.create(desk.state.doc, 1)))
  desk.type('Ici ')
  expect(desk.read()[0]).toBe(
    'Ici [Chaque ant]xyz[enne ouvre un comité local de la vie coopérative pour tous.] Oui',
  )
})

test('twelve words of which three are changed leave nine', () => {
  const desk = oneSentence()
  for (const [old, now] of [
    ['ouvre', 'monte'],
    ['local', 'ouvert'],
    ['tous', 'chacun'],
  ] as const) {
    desk.select(old)
    desk.type(now)
  }
  expect(provenWords(desk)).toEqual('Chaque antenne un comité de la vie coopérative pour'.split(' '))
})

test('a word that a keyboard replaces whole keeps the letters it shares and proves nothing more', () => {
  const desk = oneSentence()
  const from = desk.find('comité')
  const now = schema.text('comités', [schema.mark('src', { ref: 'known-1' })])
  desk.dispatch(desk.state.tr.replaceWith(from, from + 6, now))
  expect(desk.read()[0]).toContain('comité]s[ local')
  expect(provenWords(desk)).toHaveLength(12 - 1 + Number(provenWords(desk).includes('comité')))
})

test('open slices, wrapped content and commands that bring a mark are stripped of it', () => {
  const forged = (words: string) => schema.text(words, [schema.mark('src', { ref: 'known-1' })])
  const desk = oneSentence()
  const block = schema.node('paragraph', null, [forged('tout autre chose')])
  const end = desk.find('Suite.') + 6
  desk.dispatch(desk.state.tr.replace(end, end, new Slice(Fragment.from(block), 1, 1)))
  expect(desk.read()[1]).toBe('Suite.tout autre chose')
  desk.dispatch(desk.state.tr.insert(desk.state.doc.content.size, block))
  expect(desk.read()[2]).toBe('tout autre chose')
  const at = desk.find('Suite.')
  desk.dispatch(desk.state.tr.addMark(at, at + 6, schema.mark('src', { ref: 'known-1' })))
  expect(desk.read()[1]).toBe('Suite.tout autre chose')
})

test('undo of a deletion brings the mark back, redo takes it away, also across paragraphs', () => {
  const desk = oneSentence()
  const whole = desk.read()
  desk.select('comité local')
  desk.dispatch(desk.state.tr.deleteSelection())
  expect(desk.read()[0]).toContain('un  de la vie')
  desk.undo.undo()
  expect(desk.read()).toEqual(whole)
  desk.undo.redo()
  desk.undo.undo()
  desk.undo.stopCapturing()
  desk.dispatch(desk.state.tr.delete(0, desk.state.doc.content.size))
  desk.undo.undo()
  expect(desk.read()).toEqual(whole)
})

test('undo of typing makes the marked words one again', () => {
  const desk = oneSentence()
  desk.select('antenne', 3)
  desk.type('xyz')
  desk.undo.undo()
  expect(desk.read()[0]).toBe(`[${sentence}]`)
})

test('split, join, headings and lists move words and leave them whose they are', () => {
  const desk = oneSentence()
  desk.select('comité', 0)
  desk.select('comité', 3)
  desk.run(splitBlock)
  expect(desk.read().slice(0, 2)).toEqual([
    '[Chaque antenne ouvre un com]',
    '[ité local de la vie coopérative pour tous.]',
  ])
  desk.type('X')
  expect(desk.read()[1]).toBe('X[ité local de la vie coopérative pour tous.]')
  desk.dispatch(desk.state.tr.delete(desk.state.selection.from - 1, desk.state.selection.from))
  desk.run((state, dispatch) => joinBackward(state, dispatch))
  expect(desk.read()[0]).toBe(`[${sentence}]`)
  const heading = schema.nodes['heading']
  const [list, item] = [schema.nodes['bulletList'], schema.nodes['listItem']]
  if (!heading || !list || !item) throw new Error('the schema has them')
  desk.run(setBlockType(heading, { level: 2 }))
  expect(desk.read()[0]).toBe(`[${sentence}]`)
  desk.select('Suite', 2)
  desk.dispatch(desk.state.tr.setSelection(TextSelection.create(desk.state.doc, 5)))
  desk.run(setBlockType(schema.nodes['paragraph'] ?? heading))
  desk.run(wrapInList(list))
  desk.select('local', 2)
  desk.run(splitListItem(item))
  expect(desk.read().slice(0, 2)).toEqual([
    '[Chaque antenne ouvre un comité lo]',
    '[cal de la vie coopérative pour tous.]',
  ])
})

test('bold over marked words, then typing in them, changes nothing of whose they are', () => {
  const desk = oneSentence()
  const bold = schema.marks['bold']
  if (!bold) throw new Error('the schema has it')
  desk.select('comité local')
  desk.run(toggleMark(bold))
  expect(desk.read()[0]).toBe(`[${sentence}]`)
  desk.select('local', 2)
  desk.type('zz')
  expect(desk.read()[0]).toContain('comité lo]zz[cal de')
  desk.select('ouvre un comité')
  desk.run(toggleMark(bold))
  expect(desk.read()[0]).toContain('comité lo]zz[cal de')
})

test('words are copied, cut and dragged with their mark; plain and foreign ones come without', () => {
  const desk = oneSentence()
  const copied = desk.copy('comité local')
  desk.select('Suite.', 6)
  desk.paste(copied)
  expect(desk.read()[1]).toBe('Suite.[comité local]')
  // Dragged within the text: gone here and there again, in one transaction.
  const dragged = desk.copy('la vie')
  const from = desk.find('la vie')
  const to = desk.find('Suite.')
  const clean = Slice.maxOpen(dragged.content)
  const tr = desk.state.tr.delete(from, from + 6)
  desk.dispatch(tr.replace(tr.mapping.map(to), tr.mapping.map(to), clean).setMeta('uiEvent', 'drop'))
  expect(desk.read()[1]).toBe('[la vie]Suite.[comité local]')
  // Plain words that are pasted into marked ones take over the marks of their new place.
  const marks = [schema.mark('src', { ref: 'known-1' })]
  desk.select('antenne', 3)
  desk.paste(new Slice(Fragment.from(schema.text('venu d’ailleurs', marks)), 0, 0), { asText: true })
  expect(desk.read()[0]).toContain('ant]venu d’ailleurs[enne')
  const foreign = [schema.mark('src', { ref: 'foreign-1' })]
  desk.select('Suite.', 2)
  desk.paste(new Slice(Fragment.from(schema.text('étranger', foreign)), 0, 0))
  expect(desk.read()[1]).toContain('Suétrangerite.')
  const elsewhere = [schema.mark('src', { ref: 'known-2' })]
  desk.select('Suétrangerite.', 2)
  desk.paste(new Slice(Fragment.from(schema.text('d’une autre partie', elsewhere)), 0, 0))
  expect(desk.read()[1]).toContain('Su[d’une autre partie]étranger')
})

test('a whole list item that is dropped elsewhere keeps its mark', () => {
  const desk = oneSentence()
  const item = schema.node('bulletList', null, [
    schema.node('listItem', null, [
      schema.node('paragraph', null, [
        schema.text('Un point repris.', [schema.mark('src', { ref: 'known-2' })]),
      ]),
    ]),
  ])
  desk.select('Suite.', 6)
  desk.paste(new Slice(Fragment.from(item), 0, 0), { as: 'drop' })
  expect(desk.read()).toContain('[Un point repris.]')
})

test('own words that a clipboard brings back as plain letters stay whose they are, in another section too', () => {
  const [desk, other] = [oneSentence(), oneSentence()]
  desk.select('comité local')
  desk.copyPlain()
  other.select('Suite.', 6)
  other.pastePlain('comité local')
  expect(other.read()[1]).toBe('Suite.[comité local]')
  other.pastePlain('comité loyal')
  expect(other.read()[1]).toBe('Suite.[comité local]comité loyal')
})
