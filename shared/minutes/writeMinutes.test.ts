import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { blockElements } from '#shared/draft/draftBlocks.ts'
import { blockText } from '#shared/draft/draftModel.ts'
import type { MinutesBlock } from '#shared/minutes/minutesBlocks.ts'
import { listMinutes, minutesOf, readMinutes } from '#shared/minutes/minutesModel.ts'
import { editsIn, standingBlocks } from '#shared/minutes/minutesStanding.ts'
import { type NewMinutes, writeMinutes } from '#shared/minutes/writeMinutes.ts'

const point = (key: string, text: string): MinutesBlock => ({ key, type: 'bullet', text })
const heading = (key: string, text: string): MinutesBlock => ({ key, type: 'heading', text })
const paragraph = (key: string, text: string): MinutesBlock => ({ key, type: 'paragraph', text })

const first: readonly MinutesBlock[] = [
  paragraph('present', 'onze personnes'),
  heading('agenda:title', 'Déroulé'),
  point('step:1', 'Accueil : 12 min (prévu 10)'),
  point('step:2', 'Écrire seul : 15 min (prévu 15)'),
  heading('decisions:title', 'Décisions'),
  point('decision:1', 'Un comité local : adopté'),
]
const minutes = (blocks: readonly MinutesBlock[], more: Partial<NewMinutes> = {}): NewMinutes => ({
  sessionId: 's1',
  title: 'Compte rendu',
  blocks,
  ...{ writtenAt: 1, closedAt: null, language: 'fr', day: '2020-01-23' },
  ...more,
})

function begun(blocks = first): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => writeMinutes(doc, minutes(blocks)))
  return doc
}
const again = (doc: Y.Doc, blocks: readonly MinutesBlock[], at = 2): boolean => {
  let changed = false
  doc.transact(() => {
    changed = writeMinutes(doc, minutes(blocks, { writtenAt: at }))
  })
  return changed
}
const bodyOf = (doc: Y.Doc): Y.XmlFragment => minutesOf(doc).get('s1')?.get('body') as Y.XmlFragment
const writtenOf = (doc: Y.Doc): Map<string, string> =>
  new Map((minutesOf(doc).get('s1')?.get('written') as Y.Map<string>).entries())
const texts = (doc: Y.Doc): string[] => (readMinutes(doc, 's1')?.blocks ?? []).map(blockText)
const blockOf = (doc: Y.Doc, words: string): Y.XmlElement => {
  const found = standingBlocks(bodyOf(doc), new Map()).find(({ text }) => text.includes(words))
  if (!found) throw new Error(`no block says ${words}`)
  return found.element
}
const wordsOf = (doc: Y.Doc, words: string): Y.XmlText => blockOf(doc, words).get(0) as Y.XmlText
const sync = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

test('what is written is read as headings, points and paragraphs', () => {
  const doc = begun()
  expect(readMinutes(doc, 's1')).toMatchObject({ title: 'Compte rendu', closedAt: null, day: '2020-01-23' })
  expect(readMinutes(doc, 's1')?.blocks.map(({ type }) => type)).toEqual(first.map(({ type }) => type))
  expect(texts(doc)).toEqual(first.map(({ text }) => text))
  expect(listMinutes(doc)).toHaveLength(1)
})

test('[M8] the same again changes nothing, not even the hour', () => {
  const doc = begun()
  const before = Y.encodeStateVector(doc)
  expect(again(doc, first)).toBe(false)
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

describe('[M3] people’s words stay', () => {
  test('an edited block, a deleted one and an added one, while untouched ones get their new words', () => {
    const doc = begun()
    wordsOf(doc, 'Accueil').insert(0, 'Tour de ')
    const list = blockOf(doc, 'Écrire seul').parent?.parent as Y.XmlElement
    list.delete(1, 1)
    bodyOf(doc).insert(1, blockElements(['Inès est arrivée à 19 h 30.']))
    expect(editsIn(bodyOf(doc), writtenOf(doc))).toEqual({ own: 2, removed: 1 })
    again(doc, [
      paragraph('present', 'douze personnes'),
      heading('agenda:title', 'Déroulé'),
      point('step:1', 'Accueil : 13 min (prévu 10)'),
      point('step:2', 'Écrire seul : 16 min (prévu 15)'),
      point('step:3', 'Clore : 5 min (prévu 5)'),
      heading('decisions:title', 'Décisions'),
      point('decision:1', 'Un comité local : adopté'),
      point('decision:2', 'Une caisse : adopté'),
    ])
    expect(texts(doc)).toEqual([
      'douze personnes',
      'Inès est arrivée à 19 h 30.',
      'Déroulé',
      'Tour de Accueil : 12 min (prévu 10)',
      'Clore : 5 min (prévu 5)',
      'Décisions',
      'Un comité local : adopté',
      'Une caisse : adopté',
    ])
    // And once more: what was deleted does not come back.
    again(doc, [...first, point('decision:2', 'Une caisse : adopté')])
    expect(texts(doc).some((text) => text.startsWith('Écrire seul'))).toBe(false)
  })

  test('bold words are an edit like any other', () => {
    const doc = begun()
    wordsOf(doc, 'Un comité local').format(0, 9, { bold: {} })
    again(
      doc,
      first.map((block) => (block.key === 'decision:1' ? { ...block, text: 'Autre chose' } : block)),
    )
    expect(texts(doc)).toContain('Un comité local : adopté')
    expect(texts(doc)).not.toContain('Autre chose')
  })

  test('a paragraph that somebody split in two stays as its two halves', () => {
    const doc = begun()
    const words = wordsOf(doc, 'Un comité local')
    words.delete(15, 9)
    bodyOf(doc).insert(bodyOf(doc).length, blockElements([': adopté']))
    again(
      doc,
      first.map((block) =>
        block.key === 'decision:1' ? { ...block, text: 'Un comité local : revu' } : block,
      ),
    )
    expect(texts(doc).slice(-2)).toEqual(['Un comité local', ': adopté'])
  })

  test('letters typed while the server writes stay in their block, wherever they were typed', () => {
    const doc = begun()
    const typist = copyOf(doc)
    wordsOf(typist, 'onze').insert(14, ', et deux enfants')
    wordsOf(typist, 'Accueil').insert(7, ' des nouvelles')
    again(
      doc,
      first.map((block) => (block.key === 'present' ? { ...block, text: 'douze personnes' } : block)),
    )
    sync(doc, typist)
    expect(texts(doc)).toEqual(texts(typist))
    expect(texts(doc)[0]).toBe('douze personnes, et deux enfants')
    expect(texts(doc)[2]).toBe('Accueil des nouvelles : 12 min (prévu 10)')
    // The next writing finds an edited block and leaves it.
    again(
      doc,
      first.map((block) => (block.key === 'present' ? { ...block, text: 'treize personnes' } : block)),
    )
    expect(texts(doc)[0]).toBe('douze personnes, et deux enfants')
  })
})

test('what is no longer so goes, with its list when nothing else is in it', () => {
  const doc = begun()
  again(
    doc,
    first.filter(({ key }) => !key.startsWith('decision')),
  )
  expect(texts(doc)).toEqual(first.slice(0, 4).map(({ text }) => text))
  expect(
    bodyOf(doc)
      .toArray()
      .map((node) => (node as Y.XmlElement).nodeName),
  ).toEqual(['paragraph', 'heading', 'bulletList'])
})

test('letters of two units are never cut in half', () => {
  const doc = begun([paragraph('a', 'oui 🙂')])
  again(doc, [paragraph('a', 'oui 🙃')])
  expect(texts(doc)).toEqual(['oui 🙃'])
})

test('[M3] whatever two people edit between two writings, no edit is lost and nothing is written twice', () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  const acts = fc.array(fc.record({ at: fc.nat(9), act: fc.constantFrom('type', 'delete', 'add') }), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(acts, acts, fc.uniqueArray(fc.constantFrom(...keys, 'f', 'g')), (mine, theirs, after) => {
      const doc = begun(keys.map((key) => point(key, `ligne ${key}`)))
      const other = copyOf(doc)
      const own: string[] = []
      for (const [who, copy, edits] of [
        ['moi', doc, mine],
        ['toi', other, theirs],
      ] as const)
        edits.forEach(({ at, act }, n) => {
          const blocks = standingBlocks(bodyOf(copy), new Map())
          const block = blocks[at % Math.max(1, blocks.length)]
          const word = ` ${who}${n}`
          if (act === 'add') bodyOf(copy).insert(bodyOf(copy).length, blockElements([`${word} ajoute`]))
          else if (block && act === 'type') (block.element.get(0) as Y.XmlText).insert(0, word)
          else if (block && blocks.length > 1 && block.element.parent?.parent instanceof Y.XmlElement) {
            const list = block.element.parent.parent
            const place = list.toArray().findIndex((item) => item === block.element.parent)
            if (list.length > 1) list.delete(place, 1)
          }
        })
      sync(doc, other)
      own.push(...texts(doc).filter((text) => /(moi|toi)\d/.test(text)))
      again(
        doc,
        after.map((key) => point(key, `neuf ${key}`)),
      )
      for (const text of own) expect(texts(doc)).toContain(text)
      const generated = texts(doc).filter((text) => text.startsWith('neuf'))
      expect(new Set(generated).size).toBe(generated.length)
      sync(doc, other)
      expect(texts(other)).toEqual(texts(doc))
    }),
    { numRuns: 150 },
  )
})
