// The mirror between a text field and a shared text: property tests against a real Y.Text on both sides.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type TextStep, textMirror } from '#shared/draft/textMirror.ts'

const apply = (
  text: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string => text.slice(0, at) + insert + text.slice(at + remove)

interface Move {
  readonly who: 'me' | 'other' | 'repaint'
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const moves = fc.array(
  fc.record({
    who: fc.constantFrom<Move['who']>('me', 'me', 'other', 'other', 'repaint'),
    at: fc.nat(20),
    remove: fc.nat(4),
    insert: fc.string({ unit: fc.constantFrom('x', 'y', 'z', ' '), maxLength: 4 }),
  }),
  { maxLength: 25 },
)

test('whatever two people do while the field is not repainted, the mirror and the shared text agree', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const text = new Y.Doc().getText('t')
      text.insert(0, 'une note de départ')
      const mirror = textMirror(text.toString())
      text.observe((event, transaction) => {
        if (transaction.origin !== 'me') mirror.receive(event.delta as TextStep[]) // Yjs types inserts more widely
      })
      for (const step of steps) play(step, text, mirror)
      expect(mirror.shared()).toBe(text.toString())
      mirror.repaint()
      expect(mirror.shown()).toBe(text.toString())
    }),
    { numRuns: 2000 },
  )
})

function play(step: Move, text: Y.Text, mirror: ReturnType<typeof textMirror>): void {
  if (step.who === 'repaint') mirror.repaint()
  else if (step.who === 'other') {
    const at = Math.min(step.at, text.length)
    text.doc?.transact(() => {
      text.delete(at, Math.min(step.remove, text.length - at))
      text.insert(at, step.insert)
    }, 'other')
  } else {
    const shown = mirror.shown()
    const at = Math.min(step.at, shown.length)
    const next = apply(shown, { at, remove: Math.min(step.remove, shown.length - at), insert: step.insert })
    const edits = mirror.type(next, at + step.insert.length)
    expect(mirror.shown()).toBe(next)
    text.doc?.transact(() => {
      for (const edit of edits) {
        text.delete(edit.at, edit.remove)
        text.insert(edit.at, edit.insert)
      }
    }, 'me')
  }
}

test('words that others wrote inside a replaced passage are kept', () => {
  const mirror = textMirror('un comité local')
  mirror.receive([{ retain: 9 }, { insert: ' ouvert' }])
  const edits = mirror.type('un groupe', 9) // replaces “comité local”
  let shared = 'un comité ouvert local'
  for (const edit of edits) shared = apply(shared, edit)
  expect(shared).toBe('un groupe ouvert')
  expect(mirror.shared()).toBe(shared)
})

test('the caret stays with its words when the field is repainted', () => {
  const mirror = textMirror('bonjour')
  mirror.receive([{ insert: 'Eh, ' }])
  expect(mirror.repaint()(3)).toBe(7)
  mirror.receive([{ delete: 4 }])
  expect(mirror.repaint()(7)).toBe(3)
})
