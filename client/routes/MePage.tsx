// One's own account: roles, sessions, what is held on one.
import { useQuery } from '@tanstack/react-query'
import { Bell, LogIn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { changeLanguage, closeEverySession, readOwnAccount } from '#client/features/account/accountApi.ts'
import { accountProblem } from '#client/features/account/accountProblem.ts'
import { dayAt } from '#client/features/account/dayAt.ts'
import { OwnData } from '#client/features/account/OwnData.tsx'
import { OwnSessions } from '#client/features/account/OwnSessions.tsx'
import { RoleName } from '#client/features/account/RoleName.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { addAccountTexts } from '#client/i18n/accountTexts.ts'
import { refusedStatus } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { useSignOut } from '#client/routes/useSignOut.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { languages } from '#client/ui/languages.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { type OwnAccount, signInPath } from '#shared/account/account.ts'
import '#client/features/account/account.css'

addAccountTexts()

export function MePage() {
  const { t } = useTranslation('account')
  const home = useHome()
  const signOut = useSignOut()
  const account = useQuery({
    queryKey: ['own-account', home.data?.me?.name],
    queryFn: ({ signal }) => readOwnAccount(signal),
  })
  useTitle(t('me.title'))
  const signedOut = refusedStatus(account.error) === 401
  return (
    <PageFrame>
      <div className="account-page">
        <h1>{t('me.title')}</h1>
        {signedOut && (
          <Empty
            icon={LogIn}
            title={t('me.signedOut')}
            action={
              <Link className="btn primary" to={signInPath}>
                {t('signIn.title')}
              </Link>
            }
          />
        )}
        {account.isPending && <p className="soft">{t('me.loading')}</p>}
        {account.isError && !signedOut && (
          <Banner tone="warn">{t(`problem.${accountProblem(account.error)}`)}</Banner>
        )}
        {account.data && !signedOut && (
          <Parts account={account.data} reread={() => void account.refetch()} signOut={signOut} />
        )}
      </div>
    </PageFrame>
  )
}

function Parts({
  account,
  reread,
  signOut,
}: {
  account: OwnAccount
  reread: () => void
  signOut: () => Promise<void>
}) {
  const { t, i18n } = useTranslation('account')
  const navigate = useNavigate()
  const leave = (words: string): void => {
    // The copies on this device go with the session, as at every sign-out.
    void signOut().finally(() => {
      showToast({ text: words })
      void navigate('/')
    })
  }
  return (
    <>
      {account.demo && <Banner tone="info">{t('me.demo')}</Banner>}
      <section className="card pad account-part" aria-labelledby="own-roles">
        <h2 id="own-roles">{account.name}</h2>
        <p className="soft">
          {account.email ? t('me.email', { email: account.email }) : t('me.noEmail')}
          {account.signOn && ` · ${t('me.signOn')}`}
        </p>
        {!account.demo && <MailLanguage language={account.language} onChanged={reread} />}
        <p>
          <Link className="btn" to="/notices">
            <Bell className="i" aria-hidden="true" />
            {t('me.notices')}
          </Link>
        </p>
        <h3>{t('me.roles')}</h3>
        {account.roles.length === 0 && <p className="soft">{t('me.noRoles')}</p>}
        <ul className="account-lines">
          {account.roles.map((role) => (
            <li key={`${role.role} ${role.scope} ${role.from}`}>
              <b className="grow">
                <RoleName role={role} />
              </b>
              <span className="sm soft">
                {t('me.since', { day: dayAt(i18n.language, role.from) })}
                {role.until !== null && `, ${t('roleUntil', { day: dayAt(i18n.language, role.until - 1) })}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <OwnSessions
        sessions={account.sessions}
        onChanged={reread}
        onCloseAll={() => {
          closeEverySession().then(
            () => leave(t('me.closedAll')),
            (error: unknown) => showToast({ text: t(`problem.${accountProblem(error)}`), tone: 'problem' }),
          )
        }}
      />
      <OwnData name={account.name} demo={account.demo} onErased={() => leave(t('me.erased'))} />
    </>
  )
}

function MailLanguage({ language, onChanged }: { language: OwnAccount['language']; onChanged: () => void }) {
  const { t } = useTranslation('account')
  const choose = (code: string): void => {
    changeLanguage(code).then(
      () => {
        showToast({ text: t('me.saved') })
        onChanged()
      },
      (error: unknown) => showToast({ text: t(`problem.${accountProblem(error)}`), tone: 'problem' }),
    )
  }
  return (
    <div className="field">
      <label htmlFor="mail-language">{t('me.language')}</label>
      <select
        id="mail-language"
        className="input"
        value={language}
        onChange={(event) => choose(event.target.value)}
      >
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
