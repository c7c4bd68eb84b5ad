// The dock's tool for facilitators: in a group's room it invites others, in a joint room it ends the session and withdraws one's group.
import { Handshake } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import '#client/features/joint/joint.css'

const InviteDialog = lazy(async () => ({
  default: (await import('#client/features/joint/InviteDialog.tsx')).InviteDialog,
}))
const SessionDialog = lazy(async () => ({
  default: (await import('#client/features/joint/SessionDialog.tsx')).SessionDialog,
}))

/** `aparte`: inside one nothing of a joint session is decided. */
export function JointDockButton({ aparte }: { aparte: boolean }) {
  const { t } = useTranslation('joint')
  const { room } = useLiveRoom().join
  const leads = useMayLead()
  const [open, setOpen] = useState(false)
  const [group] = room.groups
  if (!leads || aparte || !group || room.kind === 'convergence') return null
  const close = (): void => setOpen(false)
  return (
    <>
      <button type="button" className="tool" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Handshake className="i" aria-hidden="true" />
        {t('tool')}
      </button>
      <Suspense>
        {open &&
          (room.kind === 'joint' ? (
            <SessionDialog onClose={close} />
          ) : (
            <InviteDialog group={group.id} onClose={close} />
          ))}
      </Suspense>
    </>
  )
}
