// What the list shows: its tabs, the field to find, the rows, and what one adds.
import { FileText, List, Search, StickyNote } from 'lucide-react'
import { type ReactNode, useCallback, useId, useState } from 'react'
import { DraftsTab, useDrafts } from '#client/features/list/DraftsTab.tsx'
import { type Adding, ListFooter } from '#client/features/list/ListFooter.tsx'
import { ListTabs } from '#client/features/list/ListTabs.tsx'
import { type DraftKey, type ListHands, useList } from '#client/features/list/listContext.ts'
import { NotesTab } from '#client/features/list/NotesTab.tsx'
import { useAsking } from '#client/features/list/useItemRuns.tsx'
import { useReading } from '#client/features/list/useReading.ts'

/** A tab that the room's page adds: the agenda. */
export interface ExtraTab {
  readonly id: string
  readonly name: string
  readonly content: ReactNode
}

export interface ListBodyProps {
  readonly tab: string
  readonly onTab: (tab: string) => void
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly open: DraftKey | null
  readonly extraTabs: readonly ExtraTab[]
}

export function ListBody(props: ListBodyProps) {
  const { tab, onTab, extraTabs } = props
  const hands = useList()
  const { t, variant } = hands
  const prefix = useId()
  const { drafts, notes } = useCounts(hands)
  const extra = extraTabs.find(({ id }) => id === tab)
  const chosen = extra?.id ?? (tab === 'notes' ? 'notes' : 'drafts')
  const phone = variant === 'phone'
  const tabs = [
    {
      id: 'drafts',
      name: t(phone ? 'tab.texts' : 'tab.drafts'),
      count: drafts,
      ...(phone ? { icon: FileText } : {}),
    },
    { id: 'notes', name: t('tab.notes'), count: notes, ...(phone ? { icon: StickyNote } : {}) },
    ...extraTabs.map(({ id, name }) => ({ id, name })),
  ]
  return (
    <>
      <ListTabs
        tabs={tabs}
        chosen={chosen}
        label={t('list.tabsLabel')}
        prefix={prefix}
        className={phone ? 'list-segments' : 'tabs'}
        onChoose={onTab}
      />
      <div
        className="list-panel"
        role="tabpanel"
        id={`${prefix}-panel-${chosen}`}
        aria-labelledby={`${prefix}-tab-${chosen}`}
      >
        {extra ? extra.content : <OwnTab {...props} own={chosen === 'notes' ? 'notes' : 'drafts'} />}
      </div>
    </>
  )
}

function OwnTab({ own, query, onQuery, open }: ListBodyProps & { own: 'drafts' | 'notes' }) {
  const hands = useList()
  const { t, boardReading } = hands
  const [adding, setAdding] = useState<Adding>({ form: 'none' })
  const board = useReading(boardReading)
  const asking = useAsking(hands)
  const made = (spaceId: string, draftId: string): void => {
    setAdding({ form: 'none' })
    hands.say(t('said.draftMade'))
    hands.openDraft({ spaceId, draftId })
  }
  const addHere = useCallback((frameId: string) => setAdding({ form: 'note', frameId }), [])
  return (
    <>
      <Find own={own} query={query} onQuery={onQuery} />
      <div className="list-scroll">
        <h2 className="sr">{t(own === 'drafts' ? 'tab.drafts' : 'tab.notes')}</h2>
        {own === 'drafts' ? (
          <DraftsTab query={query} open={open} />
        ) : (
          <NotesTab query={query} onAddHere={addHere} />
        )}
      </div>
      <ListFooter
        tab={own}
        adding={adding}
        onAdding={setAdding}
        onDraft={made}
        board={board}
        asking={asking}
      />
    </>
  )
}

function Find({
  own,
  query,
  onQuery,
}: {
  own: 'drafts' | 'notes'
  query: string
  onQuery: (query: string) => void
}) {
  const { t, variant } = useList()
  const id = useId()
  return (
    <div className="list-find">
      {variant === 'panel' && (
        <p className="xs soft list-hint" id={`${id}-hint`}>
          <List className="i" aria-hidden="true" />
          {t('list.same')}
        </p>
      )}
      <div className="list-find-field">
        <Search className="i" aria-hidden="true" />
        <input
          type="search"
          className="input"
          data-act="board.find"
          aria-label={t(own === 'drafts' ? 'find.draftLabel' : 'find.noteLabel')}
          placeholder={t(own === 'drafts' ? 'find.draft' : 'find.note')}
          aria-describedby={`${id}-keys`}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
        />
      </div>
      <p className="sr" id={`${id}-keys`}>
        {t('list.keys')}
      </p>
    </div>
  )
}

function useCounts(hands: ListHands): { drafts: number; notes: number } {
  const board = useReading(hands.boardReading)
  const all = useDrafts(hands)
  let notes = 0
  for (const { kind } of board.items.values()) if (kind === 'note') notes++
  let drafts = 0
  for (const { standing } of all.values()) drafts += standing.length
  return { drafts, notes }
}
