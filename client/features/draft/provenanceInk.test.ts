// No key waits for a reading: ink is carried along with the letters, and paragraphs that changed are read afterwards.
import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { beforeEach, expect, test } from 'vitest'
import { ySyncPluginKey } from 'y-prosemirror'
import { sectionSchema } from '#client/features/draft/editorSchema.ts'
import { inkPlugin, inkWork, isInkRead, readInk, showInk } from '#client/features/draft/provenanceInk.ts'
import type { WordSource } from '#client/features/draft/wordSources.ts'
import type { Passage } from '#shared/merge/frozenParent.ts'

const schema = getSchema(sectionSchema)
const paragraphs = 100
const words = (place: number): string => `Chaque antenne ouvre le comité numéro ${place} pour la coopérative.`
const passage = (place: number): Passage => ({
  ...{ kind: 'sentence', id: `k-${place}`, text: words(place), section: 'proposition' },
  ...{ block: place, sentence: 0, blockType: 'paragraph', level: 0, runs: [{ text: words(place) }] },
})
const places = Array.from({ length: paragraphs }, (_, place) => place)
const nantes: WordSource = {
  wear: { ink: 'loire', pattern: 'lignes', line: 'solid', initials: 'NA' },
  ...{ initials: 'NA', name: 'Nantes' },
}
const reading = {
  sources: new Map(places.map((place) => [`k-${place}`, nantes])),
  passages: new Map(places.map((place) => [`k-${place}`, passage(place)])),
  ...{ isSaid: false, say: () => '' },
}

let state: EditorState
beforeEach(() => {
  const blocks = places.map((place) =>
    schema.node('paragraph', null, [schema.text(words(place), [schema.mark('src', { ref: `k-${place}` })])]),
  )
  state = EditorState.create({ doc: schema.node('doc', null, blocks), plugins: [inkPlugin()] })
  apply(showInk(state.tr, reading))
  readAll()
})

const apply = (transaction: Transaction): void => {
  state = state.apply(transaction)
}

/** As idle moments do; returns how many paragraphs were read. */
function readAll(): number {
  const before = inkWork.read
  while (!isInkRead(state)) apply(readInk(state.tr))
  return inkWork.read - before
}

const startOf = (place: number): number => {
  let at = -1
  state.doc.forEach((_node: Node, offset, index) => {
    if (index === place) at = offset + 1
  })
  return at
}

/** The stretches of a paragraph that wear something: their words, and whether a group's ink. */
function worn(place: number): string[] {
  const start = startOf(place)
  const end = start + (state.doc.child(place).content.size ?? 0)
  const plugin = state.plugins[0]
  const set = plugin?.props.decorations?.call(plugin, state) as DecorationSet // one plugin, one set
  return set
    .find(start, end, (spec: object) => 'look' in spec)
    .sort((a, b) => a.from - b.from)
    .map((one) => {
      const isNew = (one.spec as { look: { class: string } }).look.class === 'pv-new' // as the plugin writes it
      return `${isNew ? 'new' : 'ink'}: ${state.doc.textBetween(one.from, one.to, '|')}`
    })
}

test('typing in a text of a hundred paragraphs reads none of them; a rest reads the one that changed', () => {
  const before = inkWork.read
  for (const letter of 'des mots nouveaux ') apply(state.tr.insertText(letter, startOf(40) + 7 + typed()))
  expect(inkWork.read).toBe(before)
  expect(state.doc.child(40).textContent).toContain('Chaque des mots nouveaux antenne')
  // New letters wear nothing yet, words around them keep what they wear, and other paragraphs too.
  expect(worn(40)).toEqual(['ink: Chaque ', `ink: ${words(40).slice(7)}`])
  expect(worn(41)).toEqual([`ink: ${words(41)}`])
  expect(readAll()).toBe(1)
  expect(worn(40)).toEqual(['ink: Chaque', 'new: des mots nouveaux', `ink: ${words(40).slice(7)}`])
})

const typed = (): number => state.doc.child(40).textContent.length - words(40).length

test('a paragraph that is split, joined or taken away leaves the ink of all others where their words are', () => {
  const before = inkWork.read
  apply(state.tr.split(startOf(10) + 7))
  expect(worn(10)).toEqual(['ink: Chaque '])
  expect(worn(11)).toEqual([`ink: ${words(10).slice(7)}`])
  apply(state.tr.delete(startOf(20) - 1, startOf(21) - 1))
  expect(worn(20)).toEqual([`ink: ${words(20)}`])
  expect(inkWork.read).toBe(before)
  expect(readAll()).toBe(2)
  for (const place of [0, 15, 60, 99])
    expect(worn(place)).toEqual([`ink: ${state.doc.child(place).textContent}`])
})

test('what others write puts the text in anew: their paragraph is read at once, and no other again', () => {
  const before = inkWork.read
  const blocks = places.map((place) =>
    place === 5 ? schema.node('paragraph', null, [schema.text('Autre chose.')]) : state.doc.child(place),
  )
  apply(
    state.tr.replaceWith(0, state.doc.content.size, blocks).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  )
  expect(inkWork.read).toBe(before + 1)
  expect(worn(5)).toEqual(['new: Autre chose.'])
  expect(worn(6)).toEqual([`ink: ${words(6)}`])
  expect(isInkRead(state)).toBe(true)
})

test('a draft that was never merged is not read', () => {
  apply(showInk(state.tr, null))
  apply(state.tr.insertText('x', 1))
  expect(readAll()).toBe(0)
  expect(worn(3)).toEqual([])
})
