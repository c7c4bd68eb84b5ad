// At an original that was merged: where it went, and the way to the adopted version. The original itself stays as it is.
import '#client/features/adoption/adoption.css'
import { Merge } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { TextPlace } from '#client/features/adoption/useAdoption.ts'
import { VersionDialog } from '#client/features/adoption/VersionDialog.tsx'
import { roomBase } from '#client/features/adoption/versionsApi.ts'
import { useLiveRoom, useYjs } from '#client/live/useLiveRoom.tsx'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { readMergedInto } from '#shared/draft/mergedInto.ts'

/** Nothing at a draft that stands alone. */
export function MergedIntoNote(props: TextPlace) {
  const live = useLiveRoom().draftsOf(props.spaceId)
  const draft = live && draftsOf(live.doc).get(props.draftId)
  return draft ? <Note draft={draft} /> : null
}

function Note({ draft }: { draft: Y.Map<unknown> }) {
  const { t } = useTranslation('adoption')
  const { code } = useLiveRoom().join.room
  const value = useYjs(draft as Y.AbstractType<unknown>, () => draft.get('mergedInto')) // Yjs types are invariant in their events, which nobody reads here
  const [open, setOpen] = useState(false)
  const merged = readMergedInto(value)
  if (!merged) return null
  return (
    <div className="adoption-note">
      <Merge className="i" aria-hidden="true" />
      <p className="sm">{t('merged.into', { title: merged.title })}</p>
      <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('merged.read')}
      </button>
      {open && <VersionDialog base={roomBase(code)} id={merged.versionId} onClose={() => setOpen(false)} />}
    </div>
  )
}
