// « Textes supprimés »: what was hidden in this room's drafts, with the way back. Nothing in it was erased.
import '#client/features/draft/draft.css'
import { RotateCcw } from 'lucide-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { bringBackDrafts } from '#client/features/draft/draftActs.ts'
import { DraftLocks } from '#client/features/draft/draftLocks.ts'
import { groupOf, useDraftsDocument } from '#client/features/draft/useDraft.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { useYjs } from '#client/live/useLiveRoom.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { holdsDraft } from '#shared/attention/heldLocks.ts'
import { type ReadDraft, readDrafts } from '#shared/draft/draftModel.ts'

export function DeletedDrafts({ room, onClose }: { room: LiveRoom; onClose: () => void }) {
  const { t } = useTranslation('draft')
  return (
    <ModalDialog title={t('remove.heading')} onClose={onClose} width="wide">
      <div className="draft-form">
        <p className="soft">{t('remove.hint')}</p>
        {room.drafts.map((live) => (
          <DeletedIn key={live.name} room={room} live={live} />
        ))}
      </div>
    </ModalDialog>
  )
}

function DeletedIn({ room, live }: { room: LiveRoom; live: LiveDocument }) {
  const { t } = useTranslation('draft')
  const spaceId = live.name.slice('drafts/'.length)
  useDraftsDocument(room, spaceId)
  const locks = useContext(DraftLocks)
  const hidden = useYjs(live.doc, () => readDrafts(live.doc, { deleted: true }))
  const group = groupOf(room, live)
  if (hidden.length === 0)
    return room.drafts.length === 1 ? <p className="muted">{t('remove.none')}</p> : null
  const bringBack = ({ id, title }: ReadDraft): void => {
    bringBackDrafts(live, [id])
    showToast({ text: t('remove.back', { title: title || t('card.untitled') }) })
  }
  return (
    <ul className="draft-list">
      {hidden.map((draft) => (
        <li key={draft.id} className="draft-line">
          <span className="grow">
            {draft.code && <b className="draft-code">{draft.code}</b>} {draft.title || t('card.untitled')}
          </span>
          {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
          {live.access === 'write' && !holdsDraft(locks, spaceId, draft.id) && (
            <button
              type="button"
              className="btn sm"
              aria-label={t('remove.bringBackLabel', { title: draft.title })}
              onClick={() => bringBack(draft)}
            >
              <RotateCcw className="i" aria-hidden="true" />
              {t('remove.bringBack')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
