// The whiteboard and its drafts as a list: the same document, by keyboard, by screen reader, on a phone.
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionMenu, type OpenMenu } from '#client/features/list/ActionMenu.tsx'
import { rowOf } from '#client/features/list/draftMenu.tsx'
import { controlOf } from '#client/features/list/FocusKeeper.tsx'
import { undoAct } from '#client/features/list/itemActs.ts'
import { type ExtraTab, ListBody } from '#client/features/list/ListBody.tsx'
import {
  type DraftKey,
  ListContext,
  type ListHands,
  type ListServices,
  type ListVariant,
} from '#client/features/list/listContext.ts'
import { isTypingIn } from '#client/features/list/rowKeys.ts'
import { useListHands } from '#client/features/list/useListHands.ts'
import { joined, useReading } from '#client/features/list/useReading.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import '#client/features/list/list.css'

export interface RoomListProps extends ListServices {
  readonly room: LiveRoom
  readonly variant: ListVariant
  /** The language of the interface's words. */
  readonly lang: string
  /** The tab shown at first; the drafts when absent. */
  readonly firstTab?: 'drafts' | 'notes'
  /** Says a sentence to screen readers, politely; the page's own announcer when absent. */
  readonly announce?: (text: string) => void
  /** A tab that something else of the room asks for; `wish` rises with each asking. */
  readonly tabWish?: { readonly tab: string; readonly wish: number }
  /** Further tabs of the panel, as the room's page composes them. */
  readonly extraTabs?: readonly ExtraTab[]
}

export function RoomList(props: RoomListProps) {
  const { t } = useTranslation('list')
  const root = useRef<HTMLDivElement>(null)
  const [tab, setTab] = useState<string>(props.firstTab ?? 'drafts')
  useWish(props.tabWish, setTab)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<DraftKey | null>(null)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [dialog, setDialog] = useState<ReactNode>(null)
  const local = useMemo(() => {
    const focusRow = (row: string, control = 'main'): void => bringTo(root, row, control, () => setQuery(''))
    const openDraft = (draft: DraftKey): void => {
      setTab('drafts')
      setOpen(draft)
      focusRow(rowOf(draft))
    }
    const toggleDraft = (draft: DraftKey): void => {
      setOpen((known) => (known && rowOf(known) === rowOf(draft) ? null : draft))
      focusRow(rowOf(draft)) // after « Terminé »; a text that opens takes the focus itself
    }
    const openDialog = (render: (close: () => void) => ReactNode): void =>
      setDialog(render(() => setDialog(null)))
    const openMenu = (next: OpenMenu): void =>
      setMenu((known) => (known?.anchor === next.anchor ? null : next))
    return { focusRow, openDraft, toggleDraft, openDialog, openMenu }
  }, [])
  const hands = useListHands(props, t, local)
  return (
    <ListContext value={hands}>
      <div
        ref={root}
        lang={props.lang}
        className={`room-list ${props.variant}`}
        onKeyDown={(event) => onUndoKey(event, hands)}
      >
        {useReadable(props.room) ? (
          <ListBody
            tab={tab}
            onTab={setTab}
            query={query}
            onQuery={setQuery}
            open={open}
            extraTabs={props.extraTabs ?? []}
          />
        ) : (
          <div className="list-scroll">
            <Skeleton lines={[60, 90, 80, 40, 90, 70]} label={t('list.loading')} />
          </div>
        )}
        {menu && <ActionMenu key={menu.label} {...menu} onClose={() => setMenu(null)} />}
        {dialog}
      </div>
    </ListContext>
  )
}

/** Opens the tab that was asked for, once for each asking. */
function useWish(wished: RoomListProps['tabWish'], setTab: (tab: string) => void): void {
  const [answered, setAnswered] = useState<number>()
  if (!wished || wished.wish === answered) return
  setAnswered(wished.wish)
  setTab(wished.tab)
}

/** True once every document of the room may be shown: a list without half of its texts would lie. */
function useReadable(room: LiveRoom): boolean {
  const readable = useMemo(() => {
    const documents = [room.whiteboard, ...room.drafts]
    return joined(documents, () => documents.every((document) => document.isReadable()))
  }, [room])
  return useReading(readable)
}

/** Focuses a row once it is on the screen; a row that the question hides ends the question. */
function bringTo(
  root: { readonly current: HTMLElement | null },
  row: string,
  control: string,
  showAll: () => void,
): void {
  const focus = (): boolean => {
    const element = root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)
    if (!element) return false
    // An open text that took the focus keeps it.
    if (!element.querySelector('.list-draft-body')?.contains(document.activeElement))
      controlOf(element, control)?.focus()
    return true
  }
  requestAnimationFrame(() => {
    if (focus()) return
    showAll()
    requestAnimationFrame(() => void focus())
  })
}

/** Ctrl+Z outside every field undoes one's own last act on the whiteboard; fields and editors have their own. */
function onUndoKey(event: KeyboardEvent, hands: ListHands): void {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isTypingIn(event.target))
    return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  undoAct(hands, key === 'y' || event.shiftKey ? 'redo' : 'undo')
}
