// The open merge in the room's place, and the dialogs that begin one.
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'
import type { RoomMerging } from '#client/routes/room/useMerging.tsx'
import type { RoomLayout } from '#client/routes/room/useRoomLayout.ts'
import { lazyView } from '#client/ui/lazyView.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'

const RoomMerge = lazyView(async () => (await import('#client/routes/room/RoomMerge.tsx')).RoomMerge)

export interface MergeStageProps {
  readonly merging: RoomMerging
  readonly layout: RoomLayout
  readonly onDialog: (dialog: RoomDialog) => void
}

export function MergeStage({ merging, layout, onDialog }: MergeStageProps) {
  const { t } = useTranslation('merge')
  const { mergeId, leave, dialog } = merging
  return (
    <>
      {mergeId !== undefined && (
        <Suspense
          fallback={
            <div className="merge-stage" data-opening>
              <Skeleton lines={[40, 90, 80, 95, 60]} label={t('loading')} />
            </div>
          }
        >
          <RoomMerge key={mergeId} mergeId={mergeId} layout={layout} onBack={leave} onDialog={onDialog} />
        </Suspense>
      )}
      {dialog}
    </>
  )
}
