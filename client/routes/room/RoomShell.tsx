// The room on screen: bars, call column, board and list, arranged to the width; composes features and holds no rule.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { prepareWriting } from '#client/features/draft/DraftCard.tsx'
import { useArrivals } from '#client/features/people/useArrivals.ts'
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { BoardArea } from '#client/routes/room/BoardArea.tsx'
import { CallColumn } from '#client/routes/room/CallColumn.tsx'
import { ListPanel } from '#client/routes/room/ListPanel.tsx'
import { PhoneBar } from '#client/routes/room/PhoneBar.tsx'
import { RoomBanners } from '#client/routes/room/RoomBanners.tsx'
import { type RoomDialog, RoomDialogs } from '#client/routes/room/RoomDialogs.tsx'
import { RoomTopBar } from '#client/routes/room/RoomTopBar.tsx'
import { roomDrafts } from '#client/routes/room/roomDrafts.tsx'
import { TabsBar } from '#client/routes/room/TabsBar.tsx'
import { useRoomLayout } from '#client/routes/room/useRoomLayout.ts'
import { useSaidConnection } from '#client/routes/room/useSaidConnection.ts'

export type RoomView = 'board' | 'list'

export function RoomShell({ shutOut, phone }: { shutOut: boolean; phone: boolean }) {
  const { t } = useTranslation('shell')
  const layout = useRoomLayout(phone)
  const listAsked = useLocation().hash === '#liste'
  const [view, setView] = useState<RoomView>(layout === 'phone' || listAsked ? 'list' : 'board')
  const [drawer, setDrawer] = useState(listAsked)
  const [dialog, setDialog] = useState<RoomDialog | null>(null)
  const oneAtATime = layout === 'tabs' || layout === 'phone'
  const room = useLiveRoom()
  const drafts = useMemo(() => roomDrafts(room), [room])
  useEffect(prepareWriting, [])
  useArrivals()
  useSaidConnection()
  useDrawerEscape(layout === 'drawer' && drawer, setDrawer)

  const go = useCallback((to: RoomView): void => {
    setView(to)
    if (to === 'list') setDrawer(true)
    // After the panel is shown: what is hidden cannot take the focus.
    requestAnimationFrame(() => document.getElementById(to === 'list' ? 'liste' : 'tableau')?.focus())
  }, [])
  const wanted = useRef<string | null>(null)
  const handle = useRef<WhiteboardHandle | null>(null)
  const board = useCallback((opened: WhiteboardHandle | null): void => {
    handle.current = opened
    if (opened && wanted.current) opened.focusShape(wanted.current)
    if (opened) wanted.current = null
  }, [])
  const onBoard = useCallback(
    (recordId: string): void => {
      go('board')
      if (handle.current) handle.current.focusShape(recordId)
      else wanted.current = recordId
    },
    [go],
  )
  const boardShown = !oneAtATime || view === 'board'
  const listShown = layout === 'wide' || (layout === 'drawer' ? drawer : view === 'list')

  return (
    <div className="live-room" data-layout={layout}>
      <SkipLink label={t('skipToList')} onGo={() => go('list')} />
      <SkipLink label={t('skipToBoard')} onGo={() => go('board')} />
      <RoomTopBar
        layout={layout}
        drawer={drawer}
        onDrawer={setDrawer}
        onDialog={setDialog}
        shutOut={shutOut}
      />
      {layout === 'tabs' && <TabsBar view={view} onView={setView} onDialog={setDialog} />}
      {(layout === 'wide' || layout === 'drawer') && <CallColumn onDialog={setDialog} />}
      <main className="stage-area">
        <h2 className="sr">{t('room.viewsLabel')}</h2>
        <RoomBanners shutOut={shutOut} />
        <BoardArea shown={boardShown} tab={layout === 'tabs'} drafts={drafts} handle={board} />
        <ListPanel
          shown={listShown}
          tab={layout === 'tabs'}
          layout={layout}
          drafts={drafts}
          onPaste={() => setDialog('paste')}
          onBoard={onBoard}
          onClose={() => setDrawer(false)}
        />
      </main>
      {layout === 'phone' && <PhoneBar view={view} onView={setView} onDialog={setDialog} />}
      <RoomDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  )
}

function SkipLink({ label, onGo }: { label: string; onGo: () => void }) {
  return (
    <button type="button" className="skip" onClick={onGo}>
      {label}
    </button>
  )
}

/** Escape closes the drawer when the focus is in it, unless something inside used the key. */
function useDrawerEscape(open: boolean, setOpen: (open: boolean) => void): void {
  useEffect(() => {
    if (!open) return
    const onKey = (event: KeyboardEvent): void => {
      const panel = document.getElementById('liste')
      if (event.key !== 'Escape' || event.defaultPrevented || !panel?.contains(document.activeElement)) return
      const typing = document.activeElement?.matches('input, textarea, [contenteditable=true]')
      if (typing) return
      setOpen(false)
      document.getElementById('drawer-button')?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open, setOpen])
}
