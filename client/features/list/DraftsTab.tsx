// The drafts, space by space, in the order that people gave them; one of them open at a time.
import { FileText } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { boardLines, cardsByDraft, type TitleOf } from '#client/features/list/boardLines.ts'
import { DeletedDrafts } from '#client/features/list/DeletedDrafts.tsx'
import { type CardPlace, DraftRow } from '#client/features/list/DraftRow.tsx'
import type { DraftLine, DraftLines } from '#client/features/list/draftLines.ts'
import { draftMenu, moveDraftRow, removeDraft, rowOf } from '#client/features/list/draftMenu.tsx'
import { FocusKeeper } from '#client/features/list/FocusKeeper.tsx'
import { type DraftKey, type ListHands, type ListSpace, useList } from '#client/features/list/listContext.ts'
import type { Reading } from '#client/features/list/liveReading.ts'
import { onRowKey } from '#client/features/list/rowKeys.ts'
import { spokenWords } from '#client/features/list/spokenWords.ts'
import { useHeldRows } from '#client/features/list/useHeldRows.ts'
import { useAsking } from '#client/features/list/useItemRuns.tsx'
import { joined, useReading } from '#client/features/list/useReading.ts'
import { wordFilter } from '#client/features/list/wordFilter.ts'
import { draftWriters, type Writer, type Writers } from '#client/features/list/writers.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Empty } from '#client/ui/Empty.tsx'

export interface DraftsTabProps {
  readonly query: string
  readonly open: DraftKey | null
}

export type AllDrafts = ReadonlyMap<string, DraftLines>

export function DraftsTab({ query, open }: DraftsTabProps) {
  const hands = useList()
  const { t, spaces } = hands
  const all = useDrafts(hands)
  const cards = useCards(hands, all)
  const [at, setAt] = useState<string | undefined>()
  const asking = useAsking(hands)
  const onMenu = useMemo(
    () => (line: DraftLine, anchor: HTMLElement) => {
      const ids =
        cardsByDraft(hands.boardReading.current())
          .get(`${line.spaceId}/${line.id}`)
          ?.map(({ id }) => id) ?? []
      const isOpen = anchor.closest('.list-draft')?.classList.contains('open') ?? false
      const acts = draftMenu(hands, line, ids, isOpen, { ...asking, edit: () => undefined })
      hands.openMenu({ anchor, label: t('draft.menuLabel', { title: spokenWords(line.title) }), acts })
    },
    [hands, asking, t],
  )
  const found = useMemo(() => foundRows(spaces, all, query), [spaces, all, query])
  const { groups, watch } = useHeldRows(found)
  const rows = groups.flatMap((group) => group.rows)
  const current = at !== undefined && rows.includes(at) ? at : rows[0]
  const keys = draftKeysOn(hands, all)
  return (
    <FocusKeeper
      className="list-keep"
      onRowGone={(row) => hands.ownRemovals.delete(row) || hands.say(t('said.draftGone'))}
    >
      <div
        {...watch}
        onFocusCapture={(event) =>
          setAt(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? current)
        }
        onKeyDown={(event) => onRowKey(event, keys)}
      >
        {spaces.map((space) => (
          <Space key={space.spaceId} space={space} alone={spaces.length === 1} asked={query.trim() !== ''}>
            {groups
              .find(({ id }) => id === space.spaceId)
              ?.rows.flatMap((row) => {
                const line = lineAt(all, row)
                const isOpen = open !== null && rowOf(open) === row
                return line
                  ? [{ line, row, open: isOpen, current: row === current, card: cards.get(row), onMenu }]
                  : []
              }) ?? []}
          </Space>
        ))}
        <DeletedDrafts all={all} />
      </div>
    </FocusKeeper>
  )
}

type RowData = Omit<Parameters<typeof DraftRow>[0], 'writers'>
const nobody: readonly Writer[] = []

function Space({
  space,
  alone,
  asked,
  children,
}: {
  space: ListSpace
  alone: boolean
  asked: boolean
  children: readonly RowData[]
}) {
  const { t, room, renderGroupHead } = useList()
  const live = room.draftsOf(space.spaceId)
  const writing = useMemo(() => (live ? draftWriters(live) : noWriters), [live])
  const writers = useReading(writing)
  if (asked && children.length === 0) return null
  const list = (
    <ul className="list-rows list-drafts" aria-label={t('list.draftsLabel', { name: space.name })}>
      {children.map((row) => (
        <DraftRow key={row.row} {...row} writers={writers.get(row.line.id) ?? nobody} />
      ))}
    </ul>
  )
  const rows = children.length > 0 ? list : <Nothing alone={alone} />
  if (alone)
    return (
      <section className="list-group">
        <h3 className="sr">{space.name}</h3>
        {space.group && renderGroupHead?.(space.group.id)}
        {rows}
      </section>
    )
  return (
    <section className="list-group" aria-label={space.name}>
      <div className="list-group-head">
        <h3>{space.group ? <Antenna wear={space.group.wear} place={space.group.place} /> : space.name}</h3>
        <span className="xs muted">{t('list.drafts', { count: children.length })}</span>
      </div>
      {space.group && renderGroupHead?.(space.group.id)}
      {space.blocked !== undefined && <p className="xs muted list-nothing">{space.blocked}</p>}
      {rows}
    </section>
  )
}

const nobodyWrites: Writers = new Map()
const noWriters: Reading<Writers> = { current: () => nobodyWrites, subscribe: () => () => undefined }

function Nothing({ alone }: { alone: boolean }) {
  const { t } = useList()
  if (!alone) return <p className="xs muted list-nothing">{t('drafts.emptyGroup')}</p>
  return (
    <Empty icon={FileText} title={t('drafts.emptyTitle')}>
      {t('drafts.empty')}
    </Empty>
  )
}

/** Every space's drafts, as one value that changes when one of them does. */
export function useDrafts({ draftReadings }: Pick<ListHands, 'draftReadings'>): AllDrafts {
  const all = useMemo(() => {
    let value: AllDrafts = new Map()
    return joined(draftReadings.values(), () => {
      const next = new Map([...draftReadings].map(([id, reading]) => [id, reading.current()] as const))
      if (value.size !== next.size || [...next].some(([id, lines]) => value.get(id) !== lines)) value = next
      return value
    })
  }, [draftReadings])
  return useReading(all)
}

/** Where each draft's first card stands, kept as it is while it says the same. */
function useCards({ boardReading }: ListHands, all: AllDrafts): ReadonlyMap<string, CardPlace> {
  const board = useReading(boardReading)
  const [known] = useState(() => new Map<string, CardPlace>())
  const titles = useTitles(all)
  return useMemo(() => {
    const titleOf: TitleOf = (spaceId, draftId) => titles.get(`${spaceId}/${draftId}`) ?? ''
    const lines = boardLines(board, titleOf)
    const places = new Map<string, CardPlace>()
    for (const [row, [card]] of cardsByDraft(board)) {
      const section = board.sections.find(({ frame }) => frame !== null && frame.id === card?.frameId)
      const place = {
        frame: section?.frame?.name ?? null,
        relations: lines.get(card?.id ?? '')?.relations ?? [],
      }
      const last = known.get(row)
      places.set(row, last && JSON.stringify(last) === JSON.stringify(place) ? last : place)
    }
    known.clear()
    for (const [row, place] of places) known.set(row, place)
    return places
  }, [board, titles, known])
}

/** By row; the same map while only other words of the drafts change, as they do with every letter. */
function useTitles(all: AllDrafts): ReadonlyMap<string, string> {
  const last = useRef<ReadonlyMap<string, string>>(new Map())
  return useMemo(() => {
    const next = new Map<string, string>()
    for (const [spaceId, { byId }] of all)
      for (const [id, { title }] of byId) next.set(`${spaceId}/${id}`, title)
    const isSame =
      next.size === last.current.size && [...next].every(([row, title]) => last.current.get(row) === title)
    if (!isSame) last.current = next
    return last.current
  }, [all])
}

const foundRows = (spaces: readonly ListSpace[], all: AllDrafts, query: string) => {
  const find = wordFilter(query)
  return spaces.map(({ spaceId }) => ({
    id: spaceId,
    rows: (all.get(spaceId)?.standing ?? [])
      .filter(({ words }) => find(words))
      .map(({ id }) => rowOf({ spaceId, draftId: id })),
  }))
}

function lineAt(all: AllDrafts, row: string): DraftLine | undefined {
  const slash = row.indexOf('/')
  return all.get(row.slice(0, slash))?.byId.get(row.slice(slash + 1))
}

const draftKeysOn = (hands: ListHands, all: AllDrafts) => ({
  move: (row: string, order: 'earlier' | 'later') => {
    const line = lineAt(all, row)
    if (line) moveDraftRow(hands, line, order)
  },
  remove: (row: string) => {
    const line = lineAt(all, row)
    if (line) removeDraft(hands, line)
  },
})
