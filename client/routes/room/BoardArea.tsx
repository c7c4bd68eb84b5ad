// The whiteboard's place: loaded when first shown, then kept, so that going to the list and back loses nothing.
import { LayoutDashboard } from 'lucide-react'
import { type Ref, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Merging } from '#client/features/list/listContext.ts'
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import { ownSpace, type RoomDrafts } from '#client/routes/room/roomDrafts.tsx'
import type { RoomAttention } from '#client/routes/room/useRoomAttention.ts'
import { isListed, whenCalm } from '#client/routes/room/whenCalm.ts'
import { useResolvedTheme } from '#client/ui/appearance.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import { languages } from '#client/ui/languages.ts'
import { lazyView } from '#client/ui/lazyView.tsx'

const Whiteboard = lazyView(
  async () => (await import('#client/features/whiteboard/Whiteboard.tsx')).Whiteboard,
)

export interface BoardAreaProps {
  readonly shown: boolean
  readonly tab: boolean
  readonly drafts: RoomDrafts
  readonly attention: RoomAttention
  readonly handle: Ref<WhiteboardHandle>
  readonly merging: Merging
}

export function BoardArea({ shown, tab, ...board }: BoardAreaProps) {
  const { t } = useTranslation('shell')
  const room = useLiveRoom()
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (!shown || wanted) return
    // The list is painted first: the board is the heavy part. Its code comes meanwhile.
    Whiteboard.prepare()
    return whenCalm(
      () => isListed(room),
      () => setWanted(true),
    )
  }, [room, shown, wanted])
  const coming = <p className="board-note">{t('room.boardComing')}</p>
  return (
    <section
      className="boardwrap"
      id="tableau"
      tabIndex={-1}
      inert={!shown}
      data-shown={shown}
      data-region="board"
      {...(tab
        ? { role: 'tabpanel', 'aria-labelledby': 'tab-tableau' }
        : { 'aria-label': t('room.boardLabel') })}
    >
      <div className="board">
        {wanted ? (
          <ErrorBoundary fallback={(retry) => <BoardFailed onRetry={retry} />}>
            <Suspense fallback={coming}>
              <Board {...board} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          coming
        )}
      </div>
    </section>
  )
}

function Board(props: Pick<BoardAreaProps, 'drafts' | 'attention' | 'handle' | 'merging'>) {
  const { drafts, attention, handle, merging } = props
  const room = useLiveRoom()
  const theme = useResolvedTheme()
  const { i18n } = useTranslation()
  const lang = languages.find(({ code }) => code === i18n.language)?.code ?? 'fr'
  const mayDraft = ownSpace(useLiveRoomChanges(room)) !== undefined
  return (
    <Whiteboard
      ref={handle}
      room={room}
      theme={theme}
      lang={lang}
      licenseKey={room.join.tldrawLicenseKey}
      attention={attention}
      merging={merging}
      renderDraft={drafts.renderOnBoard}
      createDraft={mayDraft ? drafts.createOwn : undefined}
      draftFromNotes={mayDraft ? drafts.createOwnFromNotes : undefined}
    />
  )
}

function BoardFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <div className="board-failed" role="alert">
      <Empty
        icon={LayoutDashboard}
        title={t('room.boardFailed')}
        action={
          <button type="button" className="btn" onClick={onRetry}>
            {t('room.reload')}
          </button>
        }
      >
        {t('room.boardFailedSafe')}
      </Empty>
    </div>
  )
}
