// A joint session, for those who lead it: until when the groups show their texts, its end, its renewal, an aparté of one's group.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RenewButtons } from '#client/features/joint/JointBanner.tsx'
import { useJointWords } from '#client/features/joint/useJoint.ts'
import { type JointRoom, useJointRoom } from '#client/features/joint/useJointRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { graceHours } from '#shared/joint/joint.ts'

export function SessionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('joint')
  const joint = useJointRoom()
  const room = useLiveRoom()
  const [asked, setAsked] = useState(false)
  if (!joint) return null
  const end = async (): Promise<void> => {
    sayRefusal(await room.command('joint.end', {}))
    setAsked(false)
    onClose()
  }
  if (asked)
    return (
      <ConfirmDialog title={t('end')} confirm={t('end')} onConfirm={() => void end()} onClose={onClose}>
        <p>{t('endText')}</p>
      </ConfirmDialog>
    )
  return (
    <ModalDialog title={t('toolTitle')} onClose={onClose}>
      <div className="stack">
        <Until joint={joint} />
        <div className="acts start joint-column">
          <AparteButtons joint={joint} onDone={onClose} />
          {joint.over ? (
            <RenewButtons joint={joint} />
          ) : (
            <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setAsked(true)}>
              {t('end')}
            </button>
          )}
        </div>
      </div>
    </ModalDialog>
  )
}

function Until({ joint }: { joint: JointRoom }) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const { day, rightsEndAt } = joint.state
  if (joint.over)
    return (
      <p>
        <b>{t('over')}</b> {t('overText')}
      </p>
    )
  if (!day || rightsEndAt === null) return <p>{t('noEnd')}</p>
  return <p>{t('tillDay', { day: words.day(day), hours: graceHours })}</p>
}

/** One tap: the others cannot read what a group writes apart from them. */
function AparteButtons({ joint, onDone }: { joint: JointRoom; onDone: () => void }) {
  const { t } = useTranslation('joint')
  const room = useLiveRoom()
  const withdraw = async (antennaId: string): Promise<void> => {
    if (sayRefusal(await room.command('subgroups.withdraw', { antennaId }))) onDone()
  }
  return joint.speaksFor.map(({ id, place }) => (
    <button key={id} type="button" className="btn primary" onClick={() => void withdraw(id)}>
      {t('aparte', { place })}
    </button>
  ))
}
