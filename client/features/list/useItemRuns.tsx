// The acts that ask something first: which frame, which other thing, which space, which words.
import { useMemo } from 'react'
import { wordsOf } from '#client/features/list/boardLines.ts'
import { linkItems, moveItems } from '#client/features/list/itemActs.ts'
import { AskDialog, type Choice, PickDialog } from '#client/features/list/ListDialogs.tsx'
import type { ListHands } from '#client/features/list/listContext.ts'
import type { ItemRuns } from '#client/features/list/noteMenu.tsx'
import { excerpt } from '#client/features/list/spokenWords.ts'
import { act, ownAct } from '#shared/whiteboard/boardUndo.ts'
import { addFrame, renameFrame, setAltText } from '#shared/whiteboard/commands.ts'
import type { ListFrame } from '#shared/whiteboard/listView.ts'

/** Letters of a frame's name and of an alternative text that the whiteboard keeps. */
const limits = { frame: 200, alt: 2_000 } as const
/** Letters of somebody's words in a choice. */
const choiceLength = 90

export interface Asking extends Omit<ItemRuns, 'edit'> {
  readonly newFrame: () => void
  readonly rename: (frame: ListFrame) => void
}

export function useAsking(hands: ListHands): Asking {
  return useMemo(
    () => ({
      chooseFrame: (ids) => chooseFrame(hands, ids),
      chooseOther: (id) => chooseOther(hands, id),
      toDraft: (ids) => toDraft(hands, ids),
      describe: (id) => describe(hands, id),
      newFrame: () => newFrame(hands),
      rename: (frame) => rename(hands, frame),
    }),
    [hands],
  )
}

function chooseFrame(hands: ListHands, ids: readonly string[]): void {
  const { t, boardReading, openDialog } = hands
  const board = boardReading.current()
  const frames = board.sections.flatMap(({ frame, items }) =>
    frame ? [{ frame, count: items.filter(({ kind }) => kind === 'note').length }] : [],
  )
  const here = (frameId: string | null): { blocked?: string } =>
    ids.every((id) => board.items.get(id)?.frameId === frameId)
      ? { blocked: t('pick.alreadyHere', { count: ids.length }) }
      : {}
  const choices: Choice[] = [
    ...frames.map(({ frame, count }) => ({
      id: frame.id,
      words: frame.name || t('frame.nameless'),
      detail: t('list.notes', { count }),
      ...here(frame.id),
    })),
    { id: '', words: t('frame.none'), ...here(null) },
  ]
  const pick = (id: string): void => {
    moveItems(hands, ids, id || null, choices.find((choice) => choice.id === id)?.words ?? '')
    const [first] = ids
    if (first) hands.focusRow(first, 'menu')
  }
  openDialog((close) => (
    <PickDialog
      title={t('pick.frame', { count: ids.length })}
      choices={choices}
      onPick={pick}
      onClose={close}
    />
  ))
}

function chooseOther(hands: ListHands, id: string): void {
  const { t, boardReading, openDialog, titleOf } = hands
  const board = boardReading.current()
  const item = board.items.get(id)
  const tied = new Set(item?.relations.map(({ otherId }) => otherId))
  const choices: Choice[] = board.sections.flatMap(({ frame, items }) =>
    items
      .filter((other) => other.id !== id && other.pageId === item?.pageId && other.kind !== 'drawing')
      .map((other) => ({
        id: other.id,
        words: excerpt(wordsOf(other, titleOf), choiceLength) || t('item.nameless'),
        detail: [t(`pick.kind.${other.kind}`), frame ? frame.name || t('frame.nameless') : '']
          .filter(Boolean)
          .join(', '),
        ...(tied.has(other.id) ? { blocked: t('pick.alreadyTied') } : {}),
      })),
  )
  const pick = (other: string): void =>
    linkItems(hands, id, other, choices.find((choice) => choice.id === other)?.words ?? '')
  openDialog((close) => (
    <PickDialog title={t('pick.other')} choices={choices} onPick={pick} onClose={close} />
  ))
}

function toDraft(hands: ListHands, ids: readonly string[]): void {
  const { t, spaces, openDialog, draftsFromNotes, openDraft, say } = hands
  const open = spaces.filter(({ blocked }) => blocked === undefined)
  const make = (spaceId: string): void => {
    const draftId = draftsFromNotes(ids, spaceId)
    say(t('said.madeDraft', { count: ids.length }))
    openDraft({ spaceId, draftId })
  }
  const [first] = open
  if (!first) return say(hands.newDraftBlocked ?? '')
  if (open.length === 1) return make(first.spaceId)
  const choices = open.map(({ spaceId, name }) => ({ id: spaceId, words: name }))
  openDialog((close) => (
    <PickDialog title={t('pick.space')} choices={choices} onPick={make} onClose={close} />
  ))
}

function describe(hands: ListHands, id: string): void {
  const { t, board, boardReading, openDialog, say } = hands
  const image = boardReading.current().items.get(id)
  if (image?.kind !== 'image') return
  const answer = (alt: string): void => {
    act(board, () => setAltText(board, id, alt, ownAct))
    say(t('said.described'))
  }
  openDialog((close) => (
    <AskDialog
      title={t('ask.describe')}
      label={t('ask.describeLabel')}
      hint={t('ask.describeHint')}
      value={image.alt}
      confirm={t('act.keep')}
      limit={limits.alt}
      long
      mayBeEmpty
      onAnswer={answer}
      onClose={close}
    />
  ))
}

function newFrame({ t, board, openDialog, say }: ListHands): void {
  const answer = (name: string): void => {
    act(board, () => addFrame(board, { name }, ownAct))
    say(t('said.frameAdded', { name }))
  }
  openDialog((close) => (
    <AskDialog
      title={t('ask.newFrame')}
      label={t('ask.frameLabel')}
      value=""
      confirm={t('act.addFrame')}
      limit={limits.frame}
      onAnswer={answer}
      onClose={close}
    />
  ))
}

function rename({ t, board, openDialog, say }: ListHands, frame: ListFrame): void {
  const answer = (name: string): void => {
    act(board, () => renameFrame(board, frame.id, name, ownAct))
    say(t('said.frameRenamed', { name }))
  }
  openDialog((close) => (
    <AskDialog
      title={t('ask.rename')}
      label={t('ask.frameLabel')}
      value={frame.name}
      confirm={t('act.rename')}
      limit={limits.frame}
      onAnswer={answer}
      onClose={close}
    />
  ))
}
