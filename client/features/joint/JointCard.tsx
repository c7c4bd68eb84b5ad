// On a group's page: its joint sessions, what it was asked, what it asks.
import { Handshake } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InvitationItem } from '#client/features/joint/InvitationItem.tsx'
import { useJointPage } from '#client/features/joint/useJoint.ts'
import { Banner } from '#client/ui/Banner.tsx'
import '#client/features/joint/joint.css'

const InviteDialog = lazy(async () => ({
  default: (await import('#client/features/joint/InviteDialog.tsx')).InviteDialog,
}))

/** Nothing for whoever can neither invite nor see anything. */
export function JointCard({ group }: { group: string }) {
  const { t } = useTranslation('joint')
  const page = useJointPage(group)
  const [inviting, setInviting] = useState(false)
  const { data } = page
  if (!data || (!data.mayInvite && data.invitations.length === 0))
    return page.isError ? <Banner tone="caution">{t('failed')}</Banner> : null
  return (
    <section className="card joint-card" aria-labelledby="joint-title">
      <header className="joint-head">
        <h2 id="joint-title">{t('title')}</h2>
        {data.mayInvite && (
          <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setInviting(true)}>
            <Handshake className="i" aria-hidden="true" />
            {t('invite')}
          </button>
        )}
      </header>
      {data.invitations.length === 0 ? (
        <p className="soft">
          {t('none')} {t('intro')}
        </p>
      ) : (
        <ul className="joint-list">
          {data.invitations.map((invitation) => (
            <InvitationItem key={invitation.id} group={group} page={data} invitation={invitation} />
          ))}
        </ul>
      )}
      <Suspense>{inviting && <InviteDialog group={group} onClose={() => setInviting(false)} />}</Suspense>
    </section>
  )
}
