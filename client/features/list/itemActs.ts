// What the list does to things on the whiteboard, each as one step of undo, each said in words to those who listen.
import type { BoardLine } from '#client/features/list/boardLines.ts'
import { placeIn } from '#client/features/list/boardLines.ts'
import type { ListHands } from '#client/features/list/listContext.ts'
import { type BinEntry, takeOut, throwIn } from '#client/features/list/removedBin.ts'
import { excerpt, spokenWords } from '#client/features/list/spokenWords.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { connect } from '#shared/whiteboard/arrows.ts'
import type { NoteColour } from '#shared/whiteboard/boardModel.ts'
import { act, boardUndo, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { duplicateNote, moveNote, moveToFrame, setColour } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'
import { deleteRecords, restore } from '#shared/whiteboard/removal.ts'

type Hands = Pick<ListHands, 't' | 'board' | 'say' | 'focusRow' | 'ownRemovals'>

export function moveItem({ t, board, say }: Hands, id: string, order: 'earlier' | 'later'): boolean {
  const moved = act(board, () => moveNote(board, id, { order }, ownAct))
  if (!moved) {
    say(t(order === 'earlier' ? 'said.alreadyFirst' : 'said.alreadyLast'))
    return false
  }
  const place = placeIn(readBoard(board), id)
  if (place) say(t('said.moved', { at: place.at, of: place.of }))
  return true
}

export function moveItems(
  { t, board, say }: Hands,
  ids: readonly string[],
  frameId: string | null,
  frameName: string,
): void {
  const moved = act(board, () => ids.filter((id) => moveToFrame(board, id, frameId, ownAct)))
  say(
    moved.length === 0
      ? t('said.alreadyThere')
      : t('said.movedTo', { count: moved.length, frame: spokenWords(frameName) }),
  )
}

export function colourNote({ t, board, say }: Hands, id: string, colour: NoteColour): void {
  act(board, () => setColour(board, id, colour, ownAct))
  say(t('said.coloured', { colour: t(`colour.${colour}`) }))
}

export function copyNote({ t, board, say, focusRow }: Hands, id: string): void {
  const copy = act(board, () => duplicateNote(board, id, ownAct))
  if (!copy) return
  say(t('said.duplicated'))
  focusRow(copy)
}

export function linkItems({ t, board, say }: Hands, from: string, to: string, words: string): void {
  const arrow = act(board, () => connect(board, from, to, { origin: ownAct }))
  say(arrow ? t('said.connected', { words: spokenWords(words) }) : t('said.notConnected'))
}

export function unlinkItems({ t, board, say }: Hands, arrowId: string): void {
  act(board, () => deleteRecords(board, [arrowId], { origin: ownAct }))
  say(t('said.disconnected'))
}

/** Deletes and offers to take it back: in a toast for a while, in the list's own section for the rest of the visit. */
export function removeItems(
  hands: Hands,
  lines: readonly Pick<BoardLine, 'id' | 'words'>[],
  kind: 'notes' | 'frame' | 'card',
): void {
  const { t, board } = hands
  const [first] = lines
  if (!first) return
  for (const { id } of lines) hands.ownRemovals.add(id)
  const removed = act(board, () =>
    deleteRecords(
      board,
      lines.map(({ id }) => id),
      { contents: 'keep', origin: ownAct },
    ),
  )
  const entry: BinEntry = {
    id: first.id,
    words: lines
      .map(({ words }) => excerpt(words, 60))
      .filter(Boolean)
      .join(', '),
    removed,
  }
  throwIn(board, entry)
  showToast({
    text: t(`said.removed.${kind}`, { count: lines.length }),
    action: { label: t('act.undo'), run: () => bringBack(hands, entry) },
  })
}

export function bringBack({ t, board, say, focusRow, ownRemovals }: Hands, entry: BinEntry): void {
  ownRemovals.delete(entry.id)
  act(board, () => restore(board, entry.removed, ownAct))
  takeOut(board, entry)
  say(t('said.restored'))
  focusRow(entry.id)
}

/** Undoes or redoes this person's last act on the whiteboard, wherever it was done. */
export function undoAct({ t, board, say }: Hands, direction: 'undo' | 'redo'): void {
  const undo = boardUndo(board)
  const done = direction === 'undo' ? undo.undo() : undo.redo()
  say(t(done ? `said.${direction}` : 'said.nothingToUndo'))
}
