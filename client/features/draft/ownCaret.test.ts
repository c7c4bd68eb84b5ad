// Several people type at once behind the same words: each word stays whole, whosever the words before are.
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { EditorDesk } from '#client/features/draft/editorDesk.ts'

const typed = ['Bravo', 'Alpha', 'Delta']
const known = { src: { ref: 'known-1' } }

/** Each writes some letters before any of them hears the others, until all is written. */
function writeAtOnce(desks: readonly EditorDesk[], letters: number): void {
  const longest = Math.max(...typed.map((word) => word.length))
  for (let at = 0; at < longest; at += letters) {
    desks.forEach((desk, who) => void desk.type((typed[who] ?? '').slice(at, at + letters)))
    for (const desk of desks) for (const other of desks) if (other !== desk) desk.hear(other)
  }
}

function desksAround(first: EditorDesk, place: (desk: EditorDesk) => number): EditorDesk[] {
  const desks = typed.map((_word, who) => (who === 0 ? first : new EditorDesk([], () => undefined, first)))
  for (const [who, desk] of desks.entries()) {
    desk.doc.clientID = who + 1 // the order of what stands in one place
    desk.dispatch(desk.state.tr.setSelection(TextSelection.create(desk.state.doc, place(desk))))
  }
  return desks
}

const places: readonly [string, () => EditorDesk, (desk: EditorDesk) => number][] = [
  [
    'behind a group’s words',
    () => new EditorDesk(['Ouvrons.'], (words) => words(0).format(0, 8, known)),
    (desk) => desk.find('Ouvrons.') + 8,
  ],
  [
    'in the middle of a group’s words',
    () => new EditorDesk(['Ouvrons.'], (words) => words(0).format(0, 8, known)),
    (desk) => desk.find('rons'),
  ],
  [
    'between the words of two groups',
    () =>
      new EditorDesk(['Ouvrons.Votons.'], (words) => {
        words(0).format(0, 8, known)
        words(0).format(8, 7, { src: { ref: 'known-2' } })
      }),
    (desk) => desk.find('Votons'),
  ],
  [
    'behind bold words',
    () => new EditorDesk(['Ouvrons.'], (words) => words(0).format(0, 8, { bold: {} })),
    (desk) => desk.find('Ouvrons.') + 8,
  ],
  [
    'where a group’s words were deleted',
    () =>
      new EditorDesk(['Ouvrons.'], (words) => {
        words(0).format(0, 8, known)
        words(0).delete(0, 8)
      }),
    () => 1,
  ],
  ['behind plain words', () => new EditorDesk(['Ouvrons.'], () => undefined), (desk) => desk.find('.') + 1],
]

for (const [where, lay, place] of places)
  for (const letters of [1, 2, 3])
    test(`${where}, ${letters} before the others are heard`, () => {
      const desks = desksAround(lay(), place)
      writeAtOnce(desks, letters)
      const [first] = desks.map((desk) => desk.read())
      for (const desk of desks) expect(desk.read()).toEqual(first)
      const words = first?.join('\n').replaceAll(/[[\]]/g, '')
      for (const word of typed) expect(words).toContain(word)
      // Nobody's letters pass for a group's.
      expect(first?.join('').match(/\[[^\]]*(?:Bravo|Alpha|Delta)/u)).toBeNull()
    })
