// The administration: people, mail, the journal of acts, rooms; each part has an address of its own.
import { MailOpen, ScrollText, UsersRound, Warehouse } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { ActsPart } from '#client/features/admin/ActsPart.tsx'
import { MailsPart } from '#client/features/admin/MailsPart.tsx'
import { PeoplePart } from '#client/features/admin/PeoplePart.tsx'
import { RoomsPart } from '#client/features/admin/RoomsPart.tsx'
import { DemoBanner } from '#client/features/demo/DemoBanner.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { forgetAllJoins } from '#client/features/join/rememberedJoin.ts'
import { addAccountTexts } from '#client/i18n/accountTexts.ts'
import { Sidebar } from '#client/routes/Sidebar.tsx'
import { useSignOut } from '#client/routes/useSignOut.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { signInPath } from '#shared/account/account.ts'
import { mayKeepPeople, mayReadOffice } from '#shared/people/roles.ts'
import '#client/features/admin/admin.css'

addAccountTexts()

const parts = [
  { key: 'people', icon: UsersRound, Part: PeoplePart, office: false },
  { key: 'rooms', icon: Warehouse, Part: RoomsPart, office: false },
  { key: 'mails', icon: MailOpen, Part: MailsPart, office: true },
  { key: 'acts', icon: ScrollText, Part: ActsPart, office: true },
] as const

export function AdminPage() {
  const { t } = useTranslation(['admin', 'account'])
  const { t: shell } = useTranslation('shell')
  const home = useHome()
  const signOut = useSignOut()
  const { hash } = useLocation()
  useTitle(t('title'))
  const me = home.data?.me
  const allowed = me !== null && me !== undefined && mayKeepPeople(me)
  const offered = parts.filter(({ office }) => !office || (me && mayReadOffice(me)))
  const chosen = offered.find(({ key }) => `#${key}` === hash) ?? parts[0]
  const { Part } = chosen
  return (
    <>
      <a className="skip" href="#main">
        {shell('skipToContent')}
      </a>
      <div className="shell">
        <Sidebar home={home.data} onSignOut={() => void signOut()} />
        <main className="main" id="main" tabIndex={-1} data-region="main">
          <DemoBanner persona={me?.persona ?? null} onSignOut={signOut} onChanged={forgetAllJoins} />
          <div className="admin-page">
            <h1>{t('title')}</h1>
            {home.data && !allowed && (
              <Empty
                icon={UsersRound}
                title={t('denied')}
                action={
                  <Link className="btn primary" to={signInPath}>
                    {t('account:signIn.title')}
                  </Link>
                }
              />
            )}
            {allowed && (
              <>
                <nav className="admin-parts" aria-label={t('partsLabel')}>
                  {offered.map(({ key, icon: Icon }) => (
                    <Link
                      key={key}
                      className="btn"
                      to={`/admin#${key}`}
                      aria-current={key === chosen.key ? 'page' : undefined}
                    >
                      <Icon className="i" aria-hidden="true" />
                      {t(`part.${key}`)}
                    </Link>
                  ))}
                </nav>
                <section aria-label={t(`part.${chosen.key}`)} className="admin-page">
                  <Part />
                </section>
              </>
            )}
          </div>
        </main>
      </div>
    </>
  )
}
