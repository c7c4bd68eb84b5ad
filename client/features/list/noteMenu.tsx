// The acts offered on one thing of the whiteboard: a note, a card, an image, a text.
import {
  ArrowDown,
  ArrowUp,
  Copy,
  FileText,
  FolderInput,
  Link,
  LocateFixed,
  Pencil,
  Trash,
  Unlink,
} from 'lucide-react'
import type { MenuAct } from '#client/features/list/ActionMenu.tsx'
import type { BoardLine } from '#client/features/list/boardLines.ts'
import { colourNote, copyNote, moveItem, removeItems, unlinkItems } from '#client/features/list/itemActs.ts'
import { listActs } from '#client/features/list/listActs.ts'
import type { ListHands } from '#client/features/list/listContext.ts'
import { excerpt } from '#client/features/list/spokenWords.ts'
import type { BoardAct } from '#shared/parity/boardAct.ts'
import { noteColours } from '#shared/whiteboard/boardModel.ts'

/** What a menu cannot do alone: it opens a dialog or a field. */
export interface ItemRuns {
  readonly edit: (id: string) => void
  readonly describe: (id: string) => void
  readonly chooseFrame: (ids: readonly string[]) => void
  readonly chooseOther: (id: string) => void
  readonly toDraft: (ids: readonly string[]) => void
}

const icon = (Icon: typeof Pencil) => <Icon className="i" aria-hidden="true" />

export function itemMenu(hands: ListHands, line: BoardLine, runs: ItemRuns): readonly MenuAct[] {
  const { t } = hands
  const blocked = hands.recordBlocked(line.id) ?? (line.locked ? t('blocked.locked') : undefined)
  const entry = (act: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }): MenuAct => ({
    act,
    label: t(listActs[act]),
    ...more,
  })
  const change = (act: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }): MenuAct =>
    entry(act, { ...more, blocked: more.blocked ?? blocked })
  return [
    ...own(hands, line, runs, change),
    ...places(hands, line, runs, change),
    ...line.relations.map((relation) =>
      change('note.disconnect', {
        value: relation.arrowId,
        label: t('act.disconnect', { words: excerpt(relation.other, 24) || t('item.nameless') }),
        icon: icon(Unlink),
        run: () => unlinkItems(hands, relation.arrowId),
      }),
    ),
    ...(hands.focusOnBoard
      ? [
          entry('board.find', {
            label: t('act.showOnBoard'),
            icon: icon(LocateFixed),
            run: () => hands.focusOnBoard?.(line.id),
          }),
        ]
      : []),
    ...removal(hands, line, change),
  ]
}

type Change = (act: BoardAct, more: Omit<MenuAct, 'act' | 'label'> & { label?: string }) => MenuAct

function own(hands: ListHands, line: BoardLine, runs: ItemRuns, change: Change): MenuAct[] {
  const toDraftBlocked = hands.newDraftBlocked === undefined ? {} : { blocked: hands.newDraftBlocked }
  if (line.kind === 'note')
    return [
      change('note.write', { icon: icon(Pencil), run: () => runs.edit(line.id) }),
      change('note.toDraft', { icon: icon(FileText), ...toDraftBlocked, run: () => runs.toDraft([line.id]) }),
    ]
  if (line.kind === 'image')
    return [change('image.describe', { icon: icon(Pencil), run: () => runs.describe(line.id) })]
  return []
}

function places(hands: ListHands, line: BoardLine, runs: ItemRuns, change: Change): MenuAct[] {
  const card = line.kind === 'card'
  const { t } = hands
  const order = card ? 'card.order' : 'note.order'
  return [
    change(order, {
      value: 'earlier',
      label: t('act.moveUp'),
      keys: 'Alt + ↑',
      icon: icon(ArrowUp),
      run: () => void moveItem(hands, line.id, 'earlier'),
    }),
    change(order, {
      value: 'later',
      label: t('act.moveDown'),
      keys: 'Alt + ↓',
      icon: icon(ArrowDown),
      run: () => void moveItem(hands, line.id, 'later'),
    }),
    change(card ? 'card.moveToFrame' : 'note.moveToFrame', {
      label: t('act.moveTo'),
      icon: icon(FolderInput),
      run: () => runs.chooseFrame([line.id]),
    }),
    change(card ? 'card.connect' : 'note.connect', {
      label: t('act.connect'),
      icon: icon(Link),
      run: () => runs.chooseOther(line.id),
    }),
    ...(line.kind === 'note'
      ? [
          change('note.duplicate', { icon: icon(Copy), run: () => copyNote(hands, line.id) }),
          ...noteColours.map((colour) =>
            change('note.colour', {
              value: colour,
              label: t(`colour.${colour}`),
              group: t('act.colour'),
              chosen: line.colour === colour,
              icon: <span className={`list-swatch c-${colour}`} aria-hidden="true" />,
              run: () => colourNote(hands, line.id, colour),
            }),
          ),
        ]
      : []),
  ]
}

function removal(hands: ListHands, line: BoardLine, change: Change): MenuAct[] {
  if (line.kind === 'card')
    return [change('card.remove', { icon: icon(Trash), run: () => removeItems(hands, [line], 'card') })]
  return [
    change('note.delete', {
      keys: hands.t('key.delete'),
      icon: icon(Trash),
      danger: true,
      run: () => removeItems(hands, [line], 'notes'),
    }),
  ]
}
