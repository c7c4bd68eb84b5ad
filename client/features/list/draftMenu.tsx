// The acts offered on one draft: in the list, and of its card on the whiteboard.
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Copy,
  FileText,
  FolderInput,
  Link,
  LocateFixed,
  Merge,
  Pin,
  PinOff,
  Split,
  SquareArrowDown,
  Trash,
} from 'lucide-react'
import type { MenuAct } from '#client/features/list/ActionMenu.tsx'
import { deleteDraft, duplicateDraft, moveDraft, restoreDraft } from '#client/features/list/draftActs.ts'
import type { DraftLine } from '#client/features/list/draftLines.ts'
import { moveItem, removeItems } from '#client/features/list/itemActs.ts'
import { listActs } from '#client/features/list/listActs.ts'
import type { DraftKey, ListHands } from '#client/features/list/listContext.ts'
import type { ItemRuns } from '#client/features/list/noteMenu.tsx'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { BoardAct } from '#shared/parity/boardAct.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { placeDraft } from '#shared/whiteboard/place.ts'

/** The origin of what this person does to drafts from the list. */
const listOrigin = { own: 'list' } as const

export const rowOf = ({ spaceId, draftId }: DraftKey): string => `${spaceId}/${draftId}`
const keyOf = (line: DraftLine): DraftKey => ({ spaceId: line.spaceId, draftId: line.id })
const docOf = (hands: ListHands, line: DraftLine) => hands.room.draftsOf(line.spaceId)?.doc
const icon = (Icon: typeof Copy) => <Icon className="i" aria-hidden="true" />

export function moveDraftRow(hands: ListHands, line: DraftLine, order: 'earlier' | 'later'): void {
  const doc = docOf(hands, line)
  const blocked = hands.draftBlocked(keyOf(line))
  if (!doc || blocked) return void (blocked && hands.say(blocked))
  if (!moveDraft(doc, line.id, order, listOrigin))
    hands.say(hands.t(order === 'earlier' ? 'said.alreadyFirst' : 'said.alreadyLast'))
  else
    hands.say(
      hands.t(order === 'earlier' ? 'said.draftUp' : 'said.draftDown', { title: spokenWords(line.title) }),
    )
}

export function removeDraft(hands: ListHands, line: DraftLine): void {
  const doc = docOf(hands, line)
  const blocked = hands.draftBlocked(keyOf(line))
  if (!doc || blocked) return void (blocked && hands.say(blocked))
  hands.ownRemovals.add(rowOf(keyOf(line)))
  deleteDraft(doc, line.id, Date.now() + hands.room.clockOffset(), listOrigin)
  showToast({
    text: hands.t('said.draftDeleted', { title: spokenWords(line.title) }),
    action: { label: hands.t('act.undo'), run: () => bringDraftBack(hands, line) },
  })
}

export function bringDraftBack(hands: ListHands, line: DraftLine): void {
  const doc = docOf(hands, line)
  if (!doc) return
  restoreDraft(doc, line.id, listOrigin)
  hands.say(hands.t('said.draftRestored', { title: spokenWords(line.title) }))
  hands.focusRow(rowOf(keyOf(line)))
}

function copyDraft(hands: ListHands, line: DraftLine): void {
  const doc = docOf(hands, line)
  const copy = doc && duplicateDraft(doc, line.id, listOrigin)
  if (!copy) return
  hands.say(hands.t('said.draftDuplicated'))
  hands.focusRow(rowOf({ spaceId: line.spaceId, draftId: copy }))
}

function placeCard(hands: ListHands, line: DraftLine): void {
  const card = act(hands.board, () => placeDraft(hands.board, line.spaceId, line.id, { origin: ownAct }))
  hands.say(hands.t('said.placed'))
  hands.focusOnBoard?.(card)
}

/** `cards`: record ids of the draft's cards on this whiteboard, in reading order. */
export function draftMenu(
  hands: ListHands,
  line: DraftLine,
  cards: readonly string[],
  open: boolean,
  runs: ItemRuns,
): readonly MenuAct[] {
  const { t } = hands
  const blocked = hands.draftBlocked(keyOf(line))
  const entry = (name: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }): MenuAct => ({
    act: name,
    label: t(listActs[name]),
    ...more,
  })
  return [
    entry('draft.write', {
      label: t(open ? 'act.closeDraft' : 'act.openDraft'),
      icon: icon(FileText),
      run: () => hands.toggleDraft(keyOf(line)),
    }),
    entry('draft.order', {
      value: 'earlier',
      label: t('act.moveUp'),
      keys: 'Alt + ↑',
      icon: icon(ArrowUp),
      blocked,
      run: () => moveDraftRow(hands, line, 'earlier'),
    }),
    entry('draft.order', {
      value: 'later',
      label: t('act.moveDown'),
      keys: 'Alt + ↓',
      icon: icon(ArrowDown),
      blocked,
      run: () => moveDraftRow(hands, line, 'later'),
    }),
    entry('draft.duplicate', {
      icon: icon(Copy),
      blocked: hands.draftsBlocked(line.spaceId),
      run: () => copyDraft(hands, line),
    }),
    ...mergeActs(hands, line, entry),
    ...cardActs(hands, line, cards[0], entry, runs),
    entry('draft.delete', {
      keys: t('key.delete'),
      icon: icon(Trash),
      blocked,
      danger: true,
      run: () => removeDraft(hands, line),
    }),
  ]
}

type Entry = (name: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }) => MenuAct

/** What several drafts make together; the merges that this one is part of come first. */
function mergeActs({ merging, spaces, t }: ListHands, line: DraftLine, entry: Entry): MenuAct[] {
  if (!merging) return []
  const { blocked, running, merge, pull, split } = merging
  const draft = keyOf(line)
  const group = t('list.merging')
  const isJoint = spaces.find(({ spaceId }) => spaceId === line.spaceId)?.group === null
  return [
    ...running(draft).map(({ label, run }, at) =>
      entry('draft.merge', { group, value: `open-${at}`, label, icon: icon(Merge), run }),
    ),
    entry('draft.merge', { group, value: 'with', icon: icon(Merge), blocked, run: () => merge([draft]) }),
    ...(isJoint
      ? []
      : [entry('draft.pull', { group, icon: icon(SquareArrowDown), blocked, run: () => pull(draft) })]),
    entry('draft.split', { group, icon: icon(Split), blocked, run: () => split(draft) }),
  ]
}

function cardActs(
  hands: ListHands,
  line: DraftLine,
  card: string | undefined,
  entry: (name: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }) => MenuAct,
  runs: ItemRuns,
): MenuAct[] {
  const { t, focusOnBoard } = hands
  const group = t('list.onBoard')
  const change = (name: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }): MenuAct =>
    entry(name, { group, blocked: card ? hands.recordBlocked(card) : hands.boardBlocked, ...more })
  if (!card) return [change('card.place', { icon: icon(Pin), run: () => placeCard(hands, line) })]
  return [
    ...(focusOnBoard
      ? [
          entry('board.find', {
            group,
            label: t('act.showOnBoard'),
            icon: icon(LocateFixed),
            run: () => focusOnBoard(card),
          }),
        ]
      : []),
    change('card.order', {
      value: 'earlier',
      label: t('act.cardEarlier'),
      icon: icon(ArrowLeft),
      run: () => void moveItem(hands, card, 'earlier'),
    }),
    change('card.order', {
      value: 'later',
      label: t('act.cardLater'),
      icon: icon(ArrowRight),
      run: () => void moveItem(hands, card, 'later'),
    }),
    change('card.moveToFrame', { icon: icon(FolderInput), run: () => runs.chooseFrame([card]) }),
    change('card.connect', { icon: icon(Link), run: () => runs.chooseOther(card) }),
    change('card.remove', {
      icon: icon(PinOff),
      run: () => removeItems(hands, [{ id: card, words: line.title }], 'card'),
    }),
  ]
}
