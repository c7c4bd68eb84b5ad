// The dock's tool for facilitators: divides, prepares, starts, and looks after the sub-groups that work.
import { Split } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAparte } from '#client/features/subgroups/subgroupWays.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import '#client/features/subgroups/subgroups.css'

const SubgroupsDialog = lazy(async () => ({
  default: (await import('#client/features/subgroups/SubgroupsDialog.tsx')).SubgroupsDialog,
}))

/** Null inside an aparté, which does not divide again. */
export function SubgroupsDockButton() {
  const { t } = useTranslation('subgroups')
  const view = useSlice('subgroups')
  const leads = useMayLead()
  const aparte = useAparte()
  const [open, setOpen] = useState(false)
  if (!leads || !view || aparte) return null
  return (
    <>
      <button
        type="button"
        className={`tool ${view.plan ? 'on' : ''}`}
        aria-pressed={view.plan !== null}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Split className="i" aria-hidden="true" />
        {t('title')}
      </button>
      <Suspense>{open && <SubgroupsDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
