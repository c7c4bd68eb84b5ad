// An accepted suggestion replaces the words that differ and nothing else, once, whatever is typed beside it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, type DraftMap, draftsOf } from '#shared/draft/draftModel.ts'
import {
  acceptSuggestion,
  checkTouchedRemarks,
  remarksRoot,
  wasAccepted,
} from '#shared/remark/acceptSuggestion.ts'
import { anchorOf, lettersOf, passageOf, piecesOfText, textsIn, wordsOf } from '#shared/remark/anchor.ts'
import type { RemarkAnchor, RemarkPlace } from '#shared/remark/remark.ts'
import { wordEdits, wordStretches } from '#shared/remark/wordEdits.ts'

const words = 'le comité local élit huit places de la ville et garde un cahier ouvert à tous·tes l’été'.split(
  ' ',
)
const sentence = (min: number, max: number) =>
  fc.array(fc.constantFrom(...words), { minLength: min, maxLength: max }).map((list) => list.join(' '))

/** Two copies of one draft, as two people hold it. */
function twoCopies(constat: readonly string[]) {
  const [server, client] = [new Y.Doc(), new Y.Doc()]
  createDraft(server, { id: 'd', title: 'Un comité', constat })
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  return { server, client }
}
const draftIn = (doc: Y.Doc): DraftMap => {
  const draft = draftsOf(doc).get('d')
  if (!draft) throw new Error('the draft was just made')
  return draft
}
const textIn = (doc: Y.Doc, place = 0, of: RemarkPlace = 'constat'): Y.Text => {
  const text = textsIn(draftIn(doc), of)[place]
  if (!text) throw new Error(`no text ${place}`)
  return text
}
function anchored(doc: Y.Doc, [from, to]: readonly [number, number], place = 0): RemarkAnchor {
  const text = textIn(doc, place)
  const made = anchorOf(draftIn(doc), 'constat', [
    { text, index: from },
    { text, index: to },
  ])
  if (!made) throw new Error('no words there')
  return made
}
function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}
const accept = (doc: Y.Doc, anchor: RemarkAnchor, proposal: string, remarkId = 'r1') =>
  doc.transact(() => acceptSuggestion(doc, { remarkId, draftId: 'd', anchor, proposal, at: 5 }))
const letters = (doc: Y.Doc, place = 0): string => lettersOf(textIn(doc, place))

describe('word differences', () => {
  test('old and new can be told from the stretches, and the edits make one of the other', () => {
    fc.assert(
      fc.property(sentence(0, 14), sentence(0, 14), (before, after) => {
        const stretches = wordStretches(before, after)
        const only = (skipped: string) =>
          stretches
            .filter(({ kind }) => kind !== skipped)
            .map(({ text }) => text)
            .join('')
        expect([only('added'), only('removed')]).toEqual([before, after])
        let made = before
        for (const { at, remove, insert } of [...wordEdits(before, after)].reverse())
          made = made.slice(0, at) + insert + made.slice(at + remove)
        expect(made).toBe(after)
      }),
    )
  })

  test('one word for another touches that word alone', () => {
    expect(wordEdits('Le comité compte huit places.', 'Le comité compte six places.')).toEqual([
      { at: 17, remove: 4, insert: 'six' },
    ])
    expect(wordEdits('l’été', 'l’e\u0301te\u0301')).toEqual([])
  })
})

describe('[R4] accepting', () => {
  test('words that stay keep whose they are, their bold, and other anchors; new words are nobody’s', () => {
    const { server } = twoCopies([''])
    const text = textIn(server)
    text.insert(0, 'Le comité ', { src: { ref: 'p-1' } })
    text.insert(10, 'compte huit', { src: { ref: 'p-1' }, bold: {} })
    text.insert(21, ' places.', { src: { ref: 'p-1' } })
    const beside = anchored(server, [3, 9])
    const after = anchored(server, [22, 28])
    const anchor = anchored(server, [0, 29])
    expect(accept(server, anchor, 'Le comité local compte six places.')).toBe('done')
    expect(piecesOfText(text)).toEqual([
      { text: 'Le comité ', attributes: { src: { ref: 'p-1' } } },
      { text: 'local ', attributes: undefined },
      { text: 'compte ', attributes: { src: { ref: 'p-1' }, bold: {} } },
      { text: 'six', attributes: { bold: {} } },
      { text: ' places.', attributes: { src: { ref: 'p-1' } } },
    ])
    const wordsAt = (one: RemarkAnchor) => wordsOf(passageOf(draftIn(server), one) ?? [])
    expect([wordsAt(beside), wordsAt(after)]).toEqual(['comité', 'places'])
  })

  test('with random texts and typing beside: equal on both sides, the proposal stands, what was typed beside stays', () => {
    let accepted = 0
    fc.assert(
      fc.property(
        fc.tuple(sentence(1, 5), sentence(1, 8), sentence(1, 5), sentence(0, 9)),
        fc.constantFrom('before', 'after', 'both'),
        ([left, quote, right, proposal], where) => {
          const { server, client } = twoCopies([`${left} | ${quote} | ${right}`])
          const anchor = anchored(server, [left.length + 3, left.length + 3 + quote.length])
          exchange(server, client)
          // Typed offline, beside the passage: not seen by the server when it accepts.
          const typed = textIn(client)
          if (where !== 'before') typed.insert(typed.length, ' FIN')
          if (where !== 'after') typed.insert(0, 'DÉBUT ')
          if (accept(server, anchor, proposal) === 'done') accepted++
          exchange(server, client)
          const now = `${where === 'after' ? '' : 'DÉBUT '}${left} | ${proposal} | ${right}${where === 'before' ? '' : ' FIN'}`
          expect(letters(server)).toBe(now)
          expect(letters(client)).toBe(now)
          // Again, also on a copy that has both: nothing more.
          expect(accept(server, anchor, 'autre chose')).toBe('done')
          expect(letters(server)).toBe(now)
        },
      ),
      { numRuns: 1_000 },
    )
    expect(accepted).toBe(1_000)
  })

  test('with random wordings: every letter that stays keeps its mark, and no new letter gets one', () => {
    fc.assert(
      fc.property(sentence(1, 12), sentence(0, 12), (quote, proposal) => {
        const { server } = twoCopies([''])
        const text = textIn(server)
        text.insert(0, quote, { src: { ref: 'p-1' }, italic: {} })
        expect(accept(server, anchored(server, [0, quote.length]), proposal)).toBe('done')
        const marked = piecesOfText(text).flatMap(({ text: some, attributes }) =>
          [...some].map((letter) => `${letter}${attributes?.['src'] ? '1' : '0'}`),
        )
        const expected = wordStretches(quote, proposal).flatMap(({ kind, text: some }) =>
          kind === 'removed' ? [] : [...some].map((letter) => `${letter}${kind === 'same' ? '1' : '0'}`),
        )
        expect(marked).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('typing inside the passage: in a kept word it stays, seen before it makes the suggestion stale', () => {
    const { server, client } = twoCopies(['Le comité compte huit places.'])
    const anchor = anchored(server, [0, 29])
    textIn(client).insert(9, 's')
    expect(accept(server, anchor, 'Le comité compte six places.')).toBe('done')
    exchange(server, client)
    expect(letters(client)).toBe('Le comités compte six places.')
    const again = anchored(server, [0, 10])
    textIn(server).insert(3, 'grand ')
    expect(accept(server, again, 'La ville', 'r2')).toBe('stale')
    expect([letters(server), wasAccepted(server, 'r2')]).toEqual([
      'Le grand comités compte six places.',
      false,
    ])
  })

  test('several paragraphs take a line each; a title keeps to its length; a draft that is gone takes nothing', () => {
    const { server } = twoCopies(['Un deux.', 'Trois quatre.', 'Cinq six.'])
    const [first, last] = [textIn(server, 0), textIn(server, 2)]
    const anchor = anchorOf(draftIn(server), 'constat', [
      { text: first, index: 3 },
      { text: last, index: 4 },
    ])
    expect(anchor?.quote).toBe('deux.\nTrois quatre.\nCinq')
    if (!anchor) return
    expect(accept(server, anchor, 'deux.\nTrois')).toBe('stale')
    expect(accept(server, anchor, 'vingt.\nTrois cents.\nSix')).toBe('done')
    expect([0, 1, 2].map((place) => letters(server, place))).toEqual([
      'Un vingt.',
      'Trois cents.',
      'Six six.',
    ])
    const title = textIn(server, 0, 'title')
    const onTitle = anchorOf(draftIn(server), 'title', [
      { text: title, index: 0 },
      { text: title, index: 9 },
    ])
    if (!onTitle) throw new Error('no title')
    expect(accept(server, onTitle, 'x'.repeat(111), 'r2')).toBe('too-long')
    expect(accept(server, onTitle, 'Deux comités', 'r3')).toBe('done')
    draftIn(server).set('deletedAt', 5)
    expect(accept(server, onTitle, 'Rien', 'r4')).toBe('gone')
  })
})

describe('where a passage stands', () => {
  test('it follows its words; gone words leave what is left, nothing leaves nothing', () => {
    const { server } = twoCopies(['Un deux trois quatre.'])
    const text = textIn(server)
    const anchor = anchored(server, [3, 13])
    const now = () => {
      const pieces = passageOf(draftIn(server), anchor)
      return pieces && wordsOf(pieces)
    }
    text.insert(0, 'Voici : ')
    text.insert(text.length, ' Fin.')
    text.insert(21, ' et')
    text.insert(11, 'les ')
    expect(now()).toBe('deux trois')
    text.delete(text.toString().indexOf('deux'), 5)
    expect(now()).toBe('trois')
    text.delete(lettersOf(text).indexOf('trois'), 5)
    expect(now()).toBeUndefined()
  })

  test('positions of a stranger, of a root or of nothing are no passage, and make no root', () => {
    const { server } = twoCopies(['Un deux.'])
    const anchor = anchored(server, [0, 2])
    const stranger = new Y.Doc()
    const typed = stranger.getText('t')
    typed.insert(0, 'abc')
    const encode = (at: Y.RelativePosition) => Buffer.from(Y.encodeRelativePosition(at)).toString('base64')
    const foreign = encode(Y.createRelativePositionFromTypeIndex(typed, 1))
    const rootOnly = encode(Y.createRelativePositionFromTypeIndex(stranger.getText('canari'), 0))
    for (const position of [foreign, rootOnly, 'AAAA', '////', 'A'])
      expect(passageOf(draftIn(server), { ...anchor, start: position, end: position })).toBeUndefined()
    expect([...server.share.keys()].sort()).toEqual(['drafts'])
  })
})

test('what was accepted is noted by the server alone', () => {
  const doc = new Y.Doc()
  const faults: (string | undefined)[] = []
  doc.on('afterTransaction', (transaction) => {
    faults.push(checkTouchedRemarks(transaction, transaction.origin === 'server'))
  })
  const stranger = new Y.Doc()
  stranger.getMap(remarksRoot).set('r1', 5)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(stranger))
  doc.transact(() => doc.getMap(remarksRoot).set('r2', 5), 'server')
  doc.transact(() => doc.getMap(remarksRoot).set('r3', 'x'), 'server')
  doc.transact(() => doc.getMap('drafts').set('d', 1), 'client')
  expect(faults).toEqual(['remarks-rights', undefined, 'remarks-form', undefined])
})
