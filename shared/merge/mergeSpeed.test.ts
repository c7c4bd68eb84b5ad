// What a keystroke in a joint text costs; prints the time and asserts nothing about it. What was read again is asserted.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { prepareMerge, readPrepared } from '#shared/merge/mergeReading.ts'
import { tokensOf } from '#shared/merge/provenWords.ts'

/** Figures for people to read, one line each. */
const report = (what: string, figures: object): void => {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)
}

/** Numbers that look random and are the same each time. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Words as frequent as in a language: the first often, the last rarely. */
function textOf(words: number, next: () => number): string[] {
  const paragraphs: string[] = []
  for (let left = words; left > 0; left -= 60)
    paragraphs.push(
      Array.from({ length: Math.min(4, left / 15) }, () => {
        const said = Array.from(
          { length: 15 },
          () =>
            `${'bcdfglmnprst'[Math.floor(next() * 12)]}${'aeiou'[Math.floor(next() * 5)]}mot${Math.floor(1500 * next() ** 3)}`,
        )
        return `L’${said.join(' ')}.`
      }).join(' '),
    )
  return paragraphs
}

function frozen(texts: readonly string[], key: string): FrozenParent {
  const doc = new Y.Doc()
  const third = Math.ceil(texts.length / 3)
  createDraft(doc, {
    id: key,
    title: key,
    constat: texts.slice(0, third),
    proposition: texts.slice(third, 2 * third),
    moyens: texts.slice(2 * third),
  })
  const read = readDraft(key, draftsOf(doc).get(key))
  if (!read) throw new Error('the draft was just made')
  return freezeParent(read, { key, spaceId: 's', groupId: key, now: 0 })
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

test('after a keystroke only the block that changed is read again', () => {
  const next = sequence(7)
  const parents = [frozen(textOf(3000, next), 'm.1'), frozen(textOf(3000, next), 'm.2')]
  const doc = new Y.Doc()
  createDraft(doc, { id: 'joint', title: 'joint' })
  const draft = draftsOf(doc).get('joint') ?? new Y.Map<unknown>()
  const sentences = parents
    .flatMap(({ passages }) => passages)
    .flatMap((one) => (one.kind === 'sentence' ? [one] : []))
  for (const section of ['constat', 'proposition', 'moyens'] as const) {
    const own = sentences.filter((one) => one.section === section).filter((_one, place) => place % 6 !== 5)
    const fragment = draft.get(section) as Y.XmlFragment // createDraft made it
    for (let from = 0; from < own.length; from += 4) {
      const text = new Y.XmlText()
      text.applyDelta(
        own.slice(from, from + 4).flatMap((one) => [
          { insert: one.text, attributes: { src: { ref: one.id } } },
          { insert: ' ', attributes: {} },
        ]),
      )
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      fragment.insert(fragment.length, [paragraph])
    }
  }
  const started = performance.now()
  const prepared = prepareMerge(parents, { pairs: [], alone: [] })
  const readyAt = performance.now()
  const again = prepareMerge(parents, { pairs: [], alone: [parents[0]?.passages[0]?.id ?? ''] }, prepared)
  const againAt = performance.now()
  const merge = { draftId: 'joint', fates: {}, reasons: {} }
  const first = readPrepared(prepared, draft, merge)
  const firstAt = performance.now()
  const joint = first.joint.reduce((sum, { text }) => sum + tokensOf(text).length, 0)
  const texts = (draft.get('proposition') as Y.XmlFragment).toArray().flatMap((element) => {
    const text = element instanceof Y.XmlElement ? element.get(0) : undefined
    return text instanceof Y.XmlText && text.length > 0 ? [text] : []
  })
  const times: number[] = []
  let before = new Map(prepared.blocks)
  for (let key = 0; key < 200; key++) {
    const text = texts[key % texts.length]
    text?.insert(Math.floor(next() * text.length), 'x', {})
    const begin = performance.now()
    const { counts } = readPrepared(prepared, draft, merge)
    times.push(performance.now() - begin)
    expect(counts.kept).toBeGreaterThan(0)
    expect(
      [...prepared.blocks.values()].filter((block) => ![...before.values()].includes(block)),
    ).toHaveLength(1)
    before = new Map(prepared.blocks)
  }
  const print = (time: number): string => `${time.toFixed(1)} ms`
  const printStarted = performance.now()
  expect(readPrepared(prepared, draft, merge).fingerprint).toHaveLength(64)
  report('a keystroke in a merge', {
    passages: sentences.length,
    jointWords: joint,
    prepare: print(readyAt - started),
    prepareAgain: print(againAt - readyAt),
    firstReading: print(firstAt - againAt),
    keystrokeMedian: print(median(times)),
    keystrokeWorst: print(Math.max(...times)),
    withFingerprint: print(performance.now() - printStarted),
  })
  expect(again.blocks).toBe(prepared.blocks)
  expect(first.fates.size).toBe(sentences.length)
})
