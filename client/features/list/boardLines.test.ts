// Lines of the whiteboard: what place means in words, and the same objects while nothing changed.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardLines, boardReading, cardsByDraft, placeIn } from '#client/features/list/boardLines.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import { connect } from '#shared/whiteboard/arrows.ts'
import { noteText, recordsOf, seedBoard } from '#shared/whiteboard/boardModel.ts'
import { addFrame, addNote } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { placeDraft } from '#shared/whiteboard/place.ts'

function board() {
  const doc = new Y.Doc()
  seedBoard(doc)
  const frame = addFrame(doc, { name: 'Freins' })
  const far = addNote(doc, { text: 'Trop loin', frameId: frame, author: 'Awa' })
  const late = addNote(doc, { text: 'Trop tard', frameId: frame })
  return { doc, frame, far, late }
}

const titleOf = (_spaceId: string, draftId: string): string => (draftId === 'd1' ? 'Un comité' : '')

test('arrows, drafts and cards are told by the words of what they lead to', () => {
  const { doc, far, late } = board()
  const card = placeDraft(doc, 'space', 'd1')
  connect(doc, far, late, { label: 'parce que' })
  connect(doc, card, far)
  recordsOf(doc).get(far)?.set('props.draftRefs', ['space/d1', 'space/unknown'])
  const lines = boardLines(readBoard(doc), titleOf)
  expect(lines.get(far)).toMatchObject({
    words: 'Trop loin',
    author: 'Awa',
    relations: [
      { direction: 'to', label: 'parce que', other: 'Trop tard' },
      { direction: 'from', label: '', other: 'Un comité' },
    ],
    drafts: [
      { spaceId: 'space', draftId: 'd1', title: 'Un comité' },
      { spaceId: 'space', draftId: 'unknown', title: '' },
    ],
  })
  expect(
    cardsByDraft(readBoard(doc))
      .get('space/d1')
      ?.map(({ id }) => id),
  ).toEqual([card])
  expect(placeIn(readBoard(doc), late)).toEqual({ at: 2, of: 2, frame: 'Freins' })
})

test('a line is the same object until something in it changes; a mere push on the board is nothing', () => {
  const { doc, far, late } = board()
  const first = boardLines(readBoard(doc), titleOf)
  recordsOf(doc).get(late)?.set('xy', [400, 24])
  const pushed = boardLines(readBoard(doc), titleOf, first)
  expect(pushed.get(late)).toBe(first.get(late))
  noteText(doc, far)?.insert(0, 'Bien ')
  const typed = boardLines(readBoard(doc), titleOf, pushed)
  expect(typed.get(late)).toBe(first.get(late))
  expect(typed.get(far)).not.toBe(first.get(far))
  expect(typed.get(far)?.words).toBe('Bien Trop loin')
})

test('others are read together after a moment, one’s own acts at once', async () => {
  const { doc, far } = board()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const reading = boardReading(doc)
  const changes: string[] = []
  const stop = reading.subscribe(() => void changes.push(String(reading.current().items.size)))
  for (const text of ['un', 'deux', 'trois']) addNote(other, { text })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  expect(changes).toEqual([])
  await expect.poll(() => changes).toEqual(['5'])
  recordsOf(doc).get(far)?.set('props.colour', 'green')
  expect(changes).toEqual(['5', '5'])
  stop()
})

test('names of controls are short and without middle dots; doubled forms keep their first', () => {
  expect(spokenWords('Chacun·e ouvre\nla porte à tou·tes les inscrit·es')).toBe(
    'Chacun ouvre la porte à tou les inscrit',
  )
  expect(spokenWords('mot '.repeat(40)).length).toBeLessThanOrEqual(61)
})
