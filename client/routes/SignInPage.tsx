// The ways into an account: a link that came by mail, an invitation, the organisation's sign-on, or asking for a link.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { AskLink } from '#client/features/account/AskLink.tsx'
import { confirmSignOn, openLink, readWaysIn } from '#client/features/account/accountApi.ts'
import type { AccountProblem } from '#client/features/account/accountProblem.ts'
import { OneButton } from '#client/features/account/OneButton.tsx'
import { OpenInvitation } from '#client/features/account/OpenInvitation.tsx'
import { addAccountTexts } from '#client/i18n/accountTexts.ts'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { invitationMark, linkMark, signInPath } from '#shared/account/account.ts'
import '#client/features/account/account.css'

addAccountTexts()

type Way =
  | { readonly kind: 'ask'; readonly problem: AccountProblem | null }
  | { readonly kind: 'link' | 'invitation'; readonly token: string }
  | { readonly kind: 'confirm' }

function wayOf(hash: string): Way {
  const [mark, token = ''] = hash.replace(/^#/, '').split('=')
  if (mark === linkMark) return { kind: 'link', token }
  if (mark === invitationMark) return { kind: 'invitation', token }
  if (mark === 'confirm') return { kind: 'confirm' }
  return { kind: 'ask', problem: mark === 'unknown' || mark === 'failed' ? mark : null }
}

export function SignInPage() {
  const { t } = useTranslation('account')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const [way, setWay] = useState<Way>(() => wayOf(hash))
  const ways = useQuery({ queryKey: ['ways-in'], queryFn: ({ signal }) => readWaysIn(signal) })
  useTitle(t('signIn.title'))
  useEffect(() => {
    if (hash === '') return
    // The word leaves the address: it is in no history, no bookmark and no picture of the screen.
    setWay(wayOf(hash))
    void navigate(signInPath, { replace: true })
  }, [hash, navigate])
  const entered = useCallback(() => {
    void client.invalidateQueries()
    void navigate('/')
  }, [client, navigate])
  const failed = useCallback((problem: AccountProblem) => setWay({ kind: 'ask', problem }), [])
  const name = ways.data?.confirm?.name
  return (
    <PlainPage>
      <section className="card account-card">
        {way.kind === 'ask' && (
          <>
            <h1>{t('signIn.title')}</h1>
            {way.problem && (
              <Banner tone="caution" alert>
                {t(`problem.${way.problem}`)}
              </Banner>
            )}
            <AskLink signOn={ways.data?.signOn ?? false} />
          </>
        )}
        {way.kind === 'link' && (
          <>
            <h1>{t('signIn.openTitle')}</h1>
            <OneButton
              text={t('signIn.openText')}
              label={t('signIn.open')}
              run={() => openLink(way.token)}
              onSignedIn={entered}
              onProblem={failed}
            />
          </>
        )}
        {way.kind === 'invitation' && (
          <>
            <h1>{t('signIn.openTitle')}</h1>
            <OpenInvitation token={way.token} onSignedIn={entered} onProblem={failed} />
          </>
        )}
        {way.kind === 'confirm' && (
          <>
            <h1>{t('signIn.confirmTitle')}</h1>
            <OneButton
              text={name === undefined ? '' : t('signIn.confirmText', { name })}
              label={t('signIn.confirm')}
              run={confirmSignOn}
              onSignedIn={entered}
              onProblem={failed}
            />
          </>
        )}
        <p className="sm">
          <Link to="/">{t('signIn.home')}</Link>
        </p>
      </section>
    </PlainPage>
  )
}
