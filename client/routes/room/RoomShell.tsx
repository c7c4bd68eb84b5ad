// The room on screen: bars, call column, board and list, arranged to the width; composes features and holds no rule.
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { NextStepButton } from '#client/features/agenda/NextStepButton.tsx'
import { AttentionBanner } from '#client/features/attention/AttentionBanner.tsx'
import { SpotlightRing } from '#client/features/attention/SpotlightRing.tsx'
import { prepareWriting } from '#client/features/draft/DraftCard.tsx'
import { DraftLocks } from '#client/features/draft/draftLocks.ts'
import { JointBanner } from '#client/features/joint/JointBanner.tsx'
import { useArrivals } from '#client/features/people/useArrivals.ts'
import { SubgroupsBanner } from '#client/features/subgroups/SubgroupsBanner.tsx'
import { SubgroupWaysProvider } from '#client/features/subgroups/subgroupWays.ts'
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { BoardArea } from '#client/routes/room/BoardArea.tsx'
import { CallColumn } from '#client/routes/room/CallColumn.tsx'
import { Dock } from '#client/routes/room/Dock.tsx'
import { FollowedPerson } from '#client/routes/room/Following.tsx'
import { LateCatchUp } from '#client/routes/room/LateCatchUp.tsx'
import { ListPanel, type ListTabWish } from '#client/routes/room/ListPanel.tsx'
import { MergeStage } from '#client/routes/room/MergeStage.tsx'
import { NowBesideList } from '#client/routes/room/NowBesideList.tsx'
import { NowView } from '#client/routes/room/NowView.tsx'
import { PhoneBar } from '#client/routes/room/PhoneBar.tsx'
import { RoomAgenda } from '#client/routes/room/RoomAgenda.tsx'
import { RoomBanners } from '#client/routes/room/RoomBanners.tsx'
import { type RoomDialog, RoomDialogs } from '#client/routes/room/RoomDialogs.tsx'
import { RoomTopBar } from '#client/routes/room/RoomTopBar.tsx'
import { RoomVisit } from '#client/routes/room/RoomVisit.tsx'
import { roomDrafts } from '#client/routes/room/roomDrafts.tsx'
import { lookAtPlace } from '#client/routes/room/roomPlaces.ts'
import { DockTools, SessionVoices } from '#client/routes/room/SessionTools.tsx'
import { SortingStage } from '#client/routes/room/SortingStage.tsx'
import { TabsBar } from '#client/routes/room/TabsBar.tsx'
import { textInHash, useAskedText } from '#client/routes/room/useAskedText.ts'
import { useMerging } from '#client/routes/room/useMerging.tsx'
import { useNowView } from '#client/routes/room/useNowView.ts'
import { useRoomAttention } from '#client/routes/room/useRoomAttention.ts'
import { useRoomLayout } from '#client/routes/room/useRoomLayout.ts'
import type { RunningTool } from '#client/routes/room/useRunning.ts'
import { useSaidConnection } from '#client/routes/room/useSaidConnection.ts'
import { useSubgroupWaysHere } from '#client/routes/room/useSubgroupWaysHere.ts'
import { holdsRecord } from '#shared/attention/heldLocks.ts'

export type RoomView = 'board' | 'list' | 'now'

export interface RoomShellProps {
  readonly shutOut: boolean
  readonly phone: boolean
  /** Across the room, above everything else: what sets an aparté apart. */
  readonly band?: ReactNode
}

export function RoomShell({ shutOut, phone, band }: RoomShellProps) {
  const { t } = useTranslation('shell')
  const layout = useRoomLayout(phone)
  const { hash } = useLocation()
  const listAsked = hash === '#liste' || textInHash(hash) !== undefined
  const [view, setView] = useState<RoomView>(layout === 'phone' || listAsked ? 'list' : 'board')
  const [drawer, setDrawer] = useState(listAsked)
  const [dialog, setDialog] = useState<RoomDialog | null>(null)
  const oneAtATime = layout === 'tabs' || layout === 'phone'
  const room = useLiveRoom()
  const attention = useRoomAttention()
  const locks = useRef(attention.locks)
  locks.current = attention.locks
  const merging = useMerging()
  const { open: openMerge, leave: leaveMerge } = merging
  const drafts = useMemo(
    () => roomDrafts(room, (noteId) => !holdsRecord(locks.current, noteId), openMerge),
    [room, openMerge],
  )
  const leads = useMayLead()
  const [listTab, setListTab] = useState<ListTabWish | null>(null)
  useEffect(prepareWriting, [])
  useArrivals()
  useSaidConnection()
  useDrawerEscape(layout === 'drawer' && drawer, setDrawer)

  const go = useCallback(
    (to: RoomView): void => {
      leaveMerge()
      setView(to)
      if (to === 'list') setDrawer(true)
      // After the panel is shown: what is hidden cannot take the focus.
      requestAnimationFrame(() => document.getElementById(panelIds[to])?.focus())
    },
    [leaveMerge],
  )
  const openTab = useCallback((tab: string): void => {
    setListTab((was) => ({ tab, wish: (was?.wish ?? 0) + 1 }))
  }, [])
  const openAgenda = useCallback((): void => {
    openTab('agenda')
    go('list')
  }, [go, openTab])
  const [front, setFront] = useState<RunningTool | null>(null)
  const { runs } = useNowView((tool) => {
    setFront(tool)
    if (oneAtATime) setView('now')
    // The columns stand in the board's place: the drawer would cover them.
    else if (tool !== 'sorting') setDrawer(true)
  })
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
  const onLook = useCallback(
    (place: Parameters<typeof lookAtPlace>[1]): void => lookAtPlace({ go, onBoard, board: handle }, place),
    [go, onBoard],
  )
  useAskedText((text) => onLook({ kind: 'draft', ...text }))
  const ways = useSubgroupWaysHere({ go, onBoard, onTab: openTab, phone })
  // The columns lie over the board: what nobody sees, no key may reach.
  const sorting = useSlice('decision')?.sorting === true && !oneAtATime
  const boardShown = oneAtATime ? view === 'board' : !sorting
  const listShown = layout === 'wide' || (layout === 'drawer' ? drawer : view === 'list')

  return (
    <DraftLocks value={attention.locks}>
      <SubgroupWaysProvider value={ways}>
        <div
          className="live-room"
          data-layout={layout}
          data-merging={merging.mergeId !== undefined || undefined}
        >
          <SkipLink label={t('skipToList')} onGo={() => go('list')} />
          <SkipLink label={t('skipToBoard')} onGo={() => go('board')} />
          <RoomTopBar
            layout={layout}
            drawer={drawer}
            onDrawer={setDrawer}
            onDialog={setDialog}
            shutOut={shutOut}
            onAgenda={openAgenda}
          />
          {layout === 'tabs' && <TabsBar view={view} onView={setView} onDialog={setDialog} runs={runs} />}
          {(layout === 'wide' || layout === 'drawer') && <CallColumn onDialog={setDialog} />}
          <main className="stage-area">
            <h2 className="sr">{t('room.viewsLabel')}</h2>
            <div className="room-banners">
              {band}
              <RoomBanners shutOut={shutOut} />
              <SubgroupsBanner />
              <JointBanner />
              <AttentionBanner onLook={onLook} />
              <FollowedPerson
                boardShown={boardShown}
                listShown={listShown}
                board={handle}
                go={go}
                onTab={openTab}
              />
              <LateCatchUp />
              <RoomVisit layout={layout} />
            </div>
            {sorting && <SortingStage />}
            <MergeStage merging={merging} layout={layout} onDialog={setDialog} />
            <BoardArea
              shown={boardShown}
              tab={layout === 'tabs'}
              drafts={drafts}
              attention={attention}
              merging={merging.ways}
              handle={board}
            />
            {oneAtATime && (
              <NowView
                shown={view === 'now'}
                tab={layout === 'tabs'}
                phone={layout === 'phone'}
                front={front}
                onFront={setFront}
                onDialog={setDialog}
              />
            )}
            <ListPanel
              above={!oneAtATime && <NowBesideList front={front} onFront={setFront} />}
              tabWish={listTab}
              agenda={
                <RoomAgenda
                  onFrame={onBoard}
                  onMinutes={() => setDialog('minutes')}
                  onReplay={() => setDialog('replay')}
                />
              }
              shown={listShown}
              tab={layout === 'tabs'}
              layout={layout}
              drafts={drafts}
              locks={attention.locks}
              merging={merging.ways}
              onPaste={() => setDialog('paste')}
              onBoard={onBoard}
              onClose={() => setDrawer(false)}
            />
          </main>
          {leads && layout !== 'phone' && (
            <Dock tools={<DockTools board={handle} />} next={band ? null : <NextStepButton />} />
          )}
          {layout === 'phone' && (
            <PhoneBar view={view} onView={setView} onDialog={setDialog} runs={runs} leads={leads} />
          )}
          <RoomDialogs
            dialog={dialog}
            onClose={() => setDialog(null)}
            onDialog={setDialog}
            onAgenda={openAgenda}
            onBoard={onBoard}
            board={handle}
          />
          <SpotlightRing />
          <SessionVoices />
        </div>
      </SubgroupWaysProvider>
    </DraftLocks>
  )
}

const panelIds = { list: 'liste', board: 'tableau', now: 'maintenant' } as const

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
