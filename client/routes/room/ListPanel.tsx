// The list's place: a column, a drawer, a tab or the phone's whole screen.
import { X } from 'lucide-react'
import { Fragment, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftKey, Merging } from '#client/features/list/listContext.ts'
import { RoomList } from '#client/features/list/RoomList.tsx'
import { OpennessControl } from '#client/features/openness/OpennessControl.tsx'
import { RemarkBadge } from '#client/features/remark/RemarkBadge.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { GroupAdoptions } from '#client/routes/room/RoomAdoption.tsx'
import { GroupHandover } from '#client/routes/room/RoomHandover.tsx'
import { PanelSkeleton } from '#client/routes/room/RoomOpening.tsx'
import type { RoomDrafts } from '#client/routes/room/roomDrafts.tsx'
import type { RoomLayout } from '#client/routes/room/useRoomLayout.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import type { HeldLocks } from '#shared/attention/heldLocks.ts'

/** A tab of the list that something else of the room asks for; `wish` rises with each asking. */
export interface ListTabWish {
  readonly tab: string
  readonly wish: number
}

export interface ListPanelProps {
  /** What stands before the list. */
  readonly above: ReactNode
  readonly agenda: ReactNode
  readonly tabWish: ListTabWish | null
  readonly shown: boolean
  readonly tab: boolean
  readonly layout: RoomLayout
  readonly drafts: RoomDrafts
  readonly locks: HeldLocks
  readonly merging: Merging
  readonly onPaste: () => void
  /** Shows a record of the whiteboard. */
  readonly onBoard: (recordId: string) => void
  readonly onClose: () => void
}

const groupHead = (groupId: string) => (
  <Fragment key={groupId}>
    <OpennessControl groupId={groupId} />
    <GroupAdoptions groupId={groupId} />
    <GroupHandover groupId={groupId} />
  </Fragment>
)

const draftSigns = (draft: DraftKey) => <RemarkBadge {...draft} />

export function ListPanel(props: ListPanelProps) {
  const { shown, tab, layout, drafts, onPaste, onBoard, onClose } = props
  const { t, i18n } = useTranslation(['shell', 'ui'])
  const room = useLiveRoom()
  return (
    <section
      className="room-panel"
      id="liste"
      tabIndex={-1}
      inert={!shown}
      data-shown={shown}
      data-region="list"
      {...(tab
        ? { role: 'tabpanel', 'aria-labelledby': 'tab-liste' }
        : { 'aria-label': t('shell:room.panelLabel') })}
    >
      {layout === 'drawer' && (
        <button
          type="button"
          className="btn quiet icon sm panel-close"
          aria-label={t('shell:room.closeList')}
          onClick={onClose}
        >
          <X className="i" aria-hidden="true" />
        </button>
      )}
      {props.above}
      <ErrorBoundary
        fallback={(retry) => (
          <Banner
            tone="danger"
            alert
            action={
              <button type="button" className="btn sm" onClick={retry}>
                {t('ui:problem.retry')}
              </button>
            }
          >
            <b>{t('ui:problem.title')}.</b> {t('ui:problem.safe')}
          </Banner>
        )}
      >
        <Suspense fallback={<PanelSkeleton />}>
          <RoomList
            room={room}
            variant={layout === 'phone' ? 'phone' : 'panel'}
            lang={i18n.language}
            announce={announce}
            locks={props.locks}
            merging={props.merging}
            renderDraft={drafts.renderInList}
            newDraft={drafts.newDraft}
            draftsFromNotes={drafts.draftsFromNotes}
            openPasteDialog={onPaste}
            focusOnBoard={onBoard}
            renderGroupHead={groupHead}
            renderDraftSigns={draftSigns}
            extraTabs={[{ id: 'agenda', name: t('shell:room.agenda'), content: props.agenda }]}
            {...(props.tabWish ? { tabWish: props.tabWish } : {})}
          />
        </Suspense>
      </ErrorBoundary>
    </section>
  )
}
