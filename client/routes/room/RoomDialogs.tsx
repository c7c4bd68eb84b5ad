// The room's dialogs, loaded when first opened.
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { NextStepButton } from '#client/features/agenda/NextStepButton.tsx'
import { AwayMark } from '#client/features/attention/AwayToggle.tsx'
import { FollowMenuItem } from '#client/features/attention/FollowBanner.tsx'
import { CallCard } from '#client/features/call/CallCard.tsx'
import { QueueColumn } from '#client/features/queue/QueueColumn.tsx'
import { AparteDoor } from '#client/features/subgroups/AparteDoor.tsx'
import { useAparte } from '#client/features/subgroups/subgroupWays.ts'
import type { WhiteboardHandle } from '#client/features/whiteboard/Whiteboard.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useFollowing } from '#client/routes/room/Following.tsx'
import { doGuideAct } from '#client/routes/room/guideActs.ts'
import { ownSpace } from '#client/routes/room/roomDrafts.tsx'
import { DockTools } from '#client/routes/room/SessionTools.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export type RoomDialog =
  | 'people'
  | 'writing'
  | 'share'
  | 'seats'
  | 'appearance'
  | 'paste'
  | 'speech'
  | 'call'
  | 'tools'
  | 'guide'
  | 'presence'
  | 'photo'
  | 'copyOut'
  | 'minutes'
  | 'replay'

const PeopleDialog = lazyView(
  async () => (await import('#client/features/people/PeopleDialog.tsx')).PeopleDialog,
)
const SeatsDialog = lazyView(
  async () => (await import('#client/features/people/SeatsDialog.tsx')).SeatsDialog,
)
const ShareDialog = lazyView(async () => (await import('#client/features/share/ShareDialog.tsx')).ShareDialog)
const PasteDrafts = lazyView(async () => (await import('#client/features/draft/PasteDrafts.tsx')).PasteDrafts)
const FacilitatorGuide = lazyView(
  async () => (await import('#client/features/welcome/FacilitatorGuide.tsx')).FacilitatorGuide,
)
const PresenceDialog = lazyView(
  async () => (await import('#client/features/presence/PresenceDialog.tsx')).PresenceDialog,
)
const RoomMinutes = lazyView(async () => (await import('#client/routes/room/RoomMinutes.tsx')).RoomMinutes)
const RoomReplay = lazyView(async () => (await import('#client/routes/room/RoomReplay.tsx')).RoomReplay)
const PaperDialogs = lazyView(async () => (await import('#client/routes/room/PaperDialogs.tsx')).PaperDialogs)
const AppearanceDialog = lazyView(
  async () => (await import('#client/ui/AppearanceDialog.tsx')).AppearanceDialog,
)

export interface RoomDialogsProps {
  readonly dialog: RoomDialog | null
  readonly onClose: () => void
  readonly onDialog: (dialog: RoomDialog) => void
  readonly onAgenda: () => void
  /** Shows a record of the whiteboard. */
  readonly onBoard: (recordId: string) => void
  readonly board: { readonly current: WhiteboardHandle | null }
}

export function RoomDialogs({ dialog, onClose, board, ...ways }: RoomDialogsProps) {
  const { t } = useTranslation(['shell', 'call', 'ui'])
  const room = useLiveRoom()
  const { code } = room.join.room
  const into = ownSpace(room)
  const aparte = useAparte()
  const { followed, follow } = useFollowing()
  return (
    <Suspense fallback={<div className="veil" role="status" aria-label={t('ui:loading')} data-opening />}>
      {(dialog === 'people' || dialog === 'writing') && (
        <PeopleDialog
          writing={dialog === 'writing'}
          onClose={onClose}
          markOf={(seatId) => <AwayMark seatId={seatId} />}
          menuOf={({ participantId }) => (
            <FollowMenuItem
              isFollowed={followed === participantId}
              onFollow={(does) => {
                follow(does ? participantId : null)
                onClose()
              }}
            />
          )}
        />
      )}
      {dialog === 'seats' && <SeatsDialog onClose={onClose} />}
      {dialog === 'share' &&
        (aparte ? <AparteDoor onClose={onClose} /> : <ShareDialog code={code} onClose={onClose} />)}
      {dialog === 'paste' && into && <PasteDrafts room={room} spaceId={into} onClose={onClose} />}
      {dialog === 'call' && (
        <ModalDialog title={t('call:name')} onClose={onClose}>
          <CallCard look="plain" />
        </ModalDialog>
      )}
      {dialog === 'speech' && (
        <ModalDialog title={t('room.speech')} onClose={onClose}>
          <QueueColumn />
        </ModalDialog>
      )}
      {dialog === 'tools' && (
        <ModalDialog title={t('room.dock')} onClose={onClose}>
          <div className="dock-grid">
            <NextStepButton />
            <DockTools board={board} />
          </div>
        </ModalDialog>
      )}
      {dialog === 'presence' && <PresenceDialog code={code} onClose={onClose} />}
      {dialog === 'guide' && (
        <FacilitatorGuide
          onClose={onClose}
          onAct={(act) => {
            onClose()
            doGuideAct(act, { code, ...ways })
          }}
        />
      )}
      {(dialog === 'photo' || dialog === 'copyOut') && (
        <PaperDialogs first={dialog} onBoard={ways.onBoard} onClose={onClose} />
      )}
      {dialog === 'minutes' && <RoomMinutes onClose={onClose} />}
      {dialog === 'replay' && <RoomReplay onClose={onClose} />}
      {dialog === 'appearance' && <AppearanceDialog onClose={onClose} />}
    </Suspense>
  )
}
