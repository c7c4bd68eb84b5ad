// The notes of the whiteboard, frame by frame, in reading order.
import { StickyNote } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type BoardLine, boardLines, wordsOf } from '#client/features/list/boardLines.ts'
import { FocusKeeper } from '#client/features/list/FocusKeeper.tsx'
import { frameMenu } from '#client/features/list/frameMenu.tsx'
import { moveItem, removeItems } from '#client/features/list/itemActs.ts'
import { type ListHands, useList } from '#client/features/list/listContext.ts'
import { NoteGroup, type NoteGroupProps } from '#client/features/list/NoteGroup.tsx'
import { itemMenu } from '#client/features/list/noteMenu.tsx'
import { RemovedNotes } from '#client/features/list/RemovedNotes.tsx'
import { onRowKey } from '#client/features/list/rowKeys.ts'
import { SelectionBar } from '#client/features/list/SelectionBar.tsx'
import { excerpt, spokenWords } from '#client/features/list/spokenWords.ts'
import { useHeldRows } from '#client/features/list/useHeldRows.ts'
import { type Asking, useAsking } from '#client/features/list/useItemRuns.tsx'
import { joined, useReading } from '#client/features/list/useReading.ts'
import { wordFilter } from '#client/features/list/wordFilter.ts'
import { noteWriters } from '#client/features/list/writers.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { type BoardList, type ListSection, neighboursOf } from '#shared/whiteboard/listView.ts'

export interface NotesTabProps {
  readonly query: string
  readonly onAddHere: (frameId: string) => void
}

const groupId = ({ frame, pageId }: ListSection): string => frame?.id ?? pageId

export function NotesTab({ query, onAddHere }: NotesTabProps) {
  const hands = useList()
  const { t, room } = hands
  const { board, lines } = useBoardLines(hands)
  const [editing, setEditing] = useState<string | null>(null)
  const { chosen, choose, clear } = useChosen(board)
  const [at, setAt] = useState<string | undefined>()
  const writing = useMemo(() => noteWriters(room.whiteboard), [room])
  const writers = useReading(writing)
  const asking = useAsking(hands)
  const runs = useRuns(hands, asking, lines, { edit: setEditing, choose, addHere: onAddHere })
  const found = useFound(board, lines, query)
  const { groups, watch } = useHeldRows(found)
  const rows = groups.flatMap((group) => group.rows)
  const current = at !== undefined && rows.includes(at) ? at : rows[0]
  const around = useMemo(
    () => (current === undefined ? undefined : aroundWords(hands, board, current)),
    [hands, board, current],
  )
  if (board.sections.length === 0)
    return (
      <Empty icon={StickyNote} title={t('notes.emptyTitle')}>
        {t('notes.empty')}
      </Empty>
    )
  const shared = { current, editing, chosen, around, writers, runs }
  return (
    <FocusKeeper
      className="list-keep"
      onRowGone={(row) => hands.ownRemovals.delete(row) || hands.say(t('said.noteGone'))}
    >
      <div
        {...watch}
        onFocusCapture={(event) =>
          setAt(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? current)
        }
        onKeyDown={(event) => onRowKey(event, keysOn(hands, lines, clear))}
      >
        {groups.map(({ id, rows: ids }) => (
          <NoteGroup
            key={id}
            {...groupProps(board, id, hands)}
            rows={ids.flatMap((row) => lines.get(row) ?? [])}
            {...shared}
          />
        ))}
        {rows.length === 0 && query.trim() !== '' && (
          <p className="soft list-nothing">{t('list.foundNothing')}</p>
        )}
        <RemovedNotes />
      </div>
      {chosen.size > 0 && (
        <SelectionBar ids={rows.filter((id) => chosen.has(id))} runs={asking} onClear={clear} />
      )}
    </FocusKeeper>
  )
}

function useBoardLines({ boardReading, draftReadings, titleOf }: ListHands): {
  board: BoardList
  lines: ReadonlyMap<string, BoardLine>
} {
  const board = useReading(boardReading)
  const titles = useTitles(draftReadings)
  const last = useRef<ReadonlyMap<string, BoardLine>>(undefined)
  // Made again when a title changes: `titleOf` reads from them.
  const made = useMemo(
    () => ({ titles, lines: boardLines(board, titleOf, last.current) }),
    [board, titleOf, titles],
  )
  const { lines } = made
  last.current = lines
  return { board, lines }
}

/** Changes whenever a title does. */
function useTitles(readings: ListHands['draftReadings']): string {
  const titles = useMemo(() => {
    const all = (): string =>
      [...readings.values()]
        .flatMap((reading) => [...reading.current().byId.values()].map(({ id, title }) => `${id}\t${title}`))
        .join('\n')
    return joined(readings.values(), all)
  }, [readings])
  return useReading(titles)
}

function useChosen(board: BoardList) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => new Set([...ids].filter((id) => board.items.has(id))), [ids, board])
  const choose = useCallback(
    (id: string) =>
      setIds((known) =>
        known.has(id) ? new Set([...known].filter((other) => other !== id)) : new Set([...known, id]),
      ),
    [],
  )
  const clear = useCallback(() => setIds(new Set()), [])
  return { chosen, choose, clear }
}

interface OwnRuns {
  readonly edit: (id: string | null) => void
  readonly choose: (id: string) => void
  readonly addHere: (frameId: string) => void
}

function useRuns(
  hands: ListHands,
  asking: Asking,
  lines: ReadonlyMap<string, BoardLine>,
  own: OwnRuns,
): NoteGroupProps['runs'] {
  const { edit, choose, addHere } = own
  return useMemo(() => {
    const { t, openMenu } = hands
    return {
      edit,
      choose,
      describe: asking.describe,
      menu: (line, anchor) =>
        openMenu({
          anchor,
          label: t('note.menuLabel', { words: spokenWords(line.words) }),
          acts: itemMenu(hands, line, { ...asking, edit }),
        }),
      frameMenu: (frame, anchor) =>
        openMenu({
          anchor,
          label: t('frame.menuLabel', { name: spokenWords(frame.name) }),
          acts: frameMenu(hands, frame, { addHere, rename: asking.rename }),
        }),
    }
  }, [hands, asking, edit, choose, addHere])
}

/** Sections with the rows that were asked for; without a question, also the empty frames. */
function useFound(board: BoardList, lines: ReadonlyMap<string, BoardLine>, query: string) {
  return useMemo(() => {
    const find = wordFilter(query)
    const asked = query.trim() !== ''
    return board.sections
      .map((section) => ({
        id: groupId(section),
        rows: section.items
          .filter((item) => item.kind !== 'drawing' && (!asked || find(searchable(lines.get(item.id)))))
          .map(({ id }) => id),
      }))
      .filter(({ rows }) => !asked || rows.length > 0)
  }, [board, lines, query])
}

const searchable = (line: BoardLine | undefined): string => (line ? `${line.words} ${line.author}` : '')

function groupProps(
  board: BoardList,
  id: string,
  { t }: ListHands,
): Pick<NoteGroupProps, 'id' | 'frame' | 'within' | 'drawings'> {
  const section = board.sections.find((candidate) => groupId(candidate) === id)
  const names: string[] = []
  for (let parent = section?.frame?.parentFrameId; parent; ) {
    const frame: ListSection['frame'] =
      board.sections.find((candidate) => candidate.frame?.id === parent)?.frame ?? null
    if (!frame || names.length > 16) break
    names.unshift(frame.name || t('frame.nameless'))
    parent = frame.parentFrameId
  }
  return {
    id,
    frame: section?.frame ?? null,
    within: names.length > 0 ? t('frame.within', { names: names.join(', ') }) : '',
    drawings: section?.items.filter(({ kind }) => kind === 'drawing').length ?? 0,
  }
}

const keysOn = (hands: ListHands, lines: ReadonlyMap<string, BoardLine>, clear: () => void) => ({
  move: (row: string, order: 'earlier' | 'later') => {
    const blocked = hands.recordBlocked(row)
    if (blocked === undefined) moveItem(hands, row, order)
    else hands.say(blocked)
  },
  remove: (row: string) => {
    const line = lines.get(row)
    const blocked = hands.recordBlocked(row)
    if (blocked !== undefined || !line || line.locked) hands.say(blocked ?? hands.t('blocked.locked'))
    else removeItems(hands, [line], line.kind === 'card' ? 'card' : 'notes')
  },
  escape: clear,
})

function aroundWords({ t, titleOf }: ListHands, board: BoardList, id: string): string {
  const near = neighboursOf(board, id).flatMap(({ id: other, side }) => {
    const words = excerpt(wordsOf(board.items.get(other), titleOf), 30)
    return words ? [t(`around.${side}`, { words })] : []
  })
  return near.length > 0 ? t('around.all', { list: near.join(', ') }) : ''
}
