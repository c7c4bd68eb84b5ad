// Across a joint room once its session is over: what that means, and one tap for each group that renews.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useJointWords } from '#client/features/joint/useJoint.ts'
import { type JointRoom, useJointRoom } from '#client/features/joint/useJointRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import '#client/features/joint/joint.css'

export function JointBanner() {
  const joint = useJointRoom()
  return joint?.over ? <Over joint={joint} /> : null
}

function Over({ joint }: { joint: JointRoom }) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const renewed = joint.groups.filter(({ id }) => joint.state.renewedBy.includes(id))
  const said = t('over')
  useEffect(() => announce(said), [said])
  return (
    <Banner tone="info" action={joint.speaksFor.length > 0 && <RenewButtons joint={joint} />}>
      <b>{said}</b> {renewed.length > 0 ? t('renewed', { places: words.places(renewed) }) : t('overText')}
    </Banner>
  )
}

/** One's own group, or each of them for who runs everything. */
export function RenewButtons({ joint }: { joint: JointRoom }) {
  const { t } = useTranslation('joint')
  const room = useLiveRoom()
  const { ownGroupId, speaksFor, state } = joint
  return speaksFor.map(({ id, place }) => {
    const on = !state.renewedBy.includes(id)
    const own = id === ownGroupId
    return (
      <button
        key={id}
        type="button"
        className="btn sm"
        onClick={() => void room.command('joint.renew', { groupId: id, on }).then(sayRefusal)}
      >
        {own ? t(on ? 'renew' : 'unrenew') : t(on ? 'renewOf' : 'unrenewOf', { place })}
      </button>
    )
  })
}
