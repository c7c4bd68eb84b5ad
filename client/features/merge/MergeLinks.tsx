// At a draft: the merges that it takes part in, each one press away.
import '#client/features/merge/merge.css'
import { Merge as MergeIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DraftAt } from '#client/features/merge/draftsToMerge.ts'
import { mergeName } from '#client/features/merge/mergeName.ts'
import { mergesAt, useRunningMerges } from '#client/features/merge/useMerge.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'

export function MergeLinks({ draft, onOpen }: { draft: DraftAt; onOpen: (mergeId: string) => void }) {
  const { t } = useTranslation('merge')
  const room = useLiveRoom()
  const merges = mergesAt(useRunningMerges(), draft)
  if (merges.length === 0) return null
  return (
    <ul className="mg-links" aria-label={t('running')}>
      {merges.map((merge) => (
        <li key={merge.id}>
          <button
            type="button"
            className="btn sm"
            data-open-merge={merge.id}
            onClick={() => onOpen(merge.id)}
          >
            <MergeIcon className="i" aria-hidden="true" />
            <span className="trunc">{mergeName(t, room, merge)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
