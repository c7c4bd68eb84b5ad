// A merge in its room: composes the workspace, the joint text as the draft's own editors, and the room's tools.
import { Hand, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MergeWorkspace } from '#client/features/merge/MergeWorkspace.tsx'
import { useMerge } from '#client/features/merge/useMerge.ts'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { TextAdoption } from '#client/routes/room/RoomAdoption.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'
import { RoomMergeText } from '#client/routes/room/RoomMergeText.tsx'
import type { RoomLayout } from '#client/routes/room/useRoomLayout.ts'

export interface RoomMergeProps {
  readonly mergeId: string
  readonly layout: RoomLayout
  readonly onBack: () => void
  readonly onDialog: (dialog: RoomDialog) => void
  /** Consents and adoption. */
  readonly footer?: ReactNode
}

export function RoomMerge({ mergeId, layout, onBack, onDialog, footer }: RoomMergeProps) {
  const merge = useMerge(mergeId)
  return (
    <div className="merge-stage">
      <MergeWorkspace
        key={mergeId}
        mergeId={mergeId}
        layout={layout === 'wide' || layout === 'drawer' ? 'wide' : 'one'}
        onBack={onBack}
        more={<RoomTools onDialog={onDialog} />}
        joint={(sources) =>
          merge && <RoomMergeText spaceId={merge.spaceId} draftId={merge.draftId} sources={sources} />
        }
        footer={footer ?? (merge && <TextAdoption spaceId={merge.spaceId} draftId={merge.draftId} />)}
      />
    </div>
  )
}

/** The floor and the facilitators' tools, which the workspace lies over. */
function RoomTools({ onDialog }: Pick<RoomMergeProps, 'onDialog'>) {
  const { t } = useTranslation('merge')
  const leads = useMayLead()
  return (
    <>
      <button
        type="button"
        className="btn quiet icon sm"
        aria-haspopup="dialog"
        aria-label={t('speech')}
        title={t('speech')}
        onClick={() => onDialog('speech')}
      >
        <Hand className="i" aria-hidden="true" />
      </button>
      {leads && (
        <button
          type="button"
          className="btn quiet icon sm"
          aria-haspopup="dialog"
          aria-label={t('tools')}
          title={t('tools')}
          onClick={() => onDialog('tools')}
        >
          <SlidersHorizontal className="i" aria-hidden="true" />
        </button>
      )}
    </>
  )
}
