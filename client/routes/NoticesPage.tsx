// When one is told by mail what became of what one follows; the link of a mail that stops it leads here too.
import { useQuery } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { unfollow } from '#client/features/followUp/followUpApi.ts'
import { useHome } from '#client/features/home/useHome.ts'
import { NoticeWishes } from '#client/features/notices/NoticeWishes.tsx'
import { changeNoticeWishes, readNoticeWishes } from '#client/features/notices/noticesApi.ts'
import { StopNotices } from '#client/features/notices/StopNotices.tsx'
import { addNoticesTexts } from '#client/i18n/noticesTexts.ts'
import { refusedStatus } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { signInPath } from '#shared/account/account.ts'
import type { NoticeWishes as Wishes } from '#shared/notices/noticeRules.ts'
import '#client/features/notices/notices.css'

addNoticesTexts()

export function NoticesPage() {
  const { t } = useTranslation('notices')
  const home = useHome()
  const { hash } = useLocation()
  const token = /^#arret=([\w-]+)$/u.exec(hash)?.[1]
  const wishes = useQuery({
    queryKey: ['notices', home.data?.me?.name],
    queryFn: ({ signal }) => readNoticeWishes(signal),
  })
  /** Shown as chosen within the press itself, whatever is being read again meanwhile; what the server says stands when it has answered. */
  const [chosen, setChosen] = useState<Wishes | null>(null)
  useTitle(t('title'))
  const signedOut = refusedStatus(wishes.error) === 401
  const run = async (work: Promise<unknown>): Promise<void> => {
    await work.then(
      () => showToast({ text: t('saved'), tone: 'done' }),
      () => showToast({ text: t('failed'), tone: 'problem' }),
    )
    await wishes.refetch()
  }
  return (
    <PageFrame className="notices-page" onChanged={() => void wishes.refetch()}>
      <h1>{t('title')}</h1>
      <p className="soft">{t('intro')}</p>
      {token !== undefined && <StopNotices token={token} />}
      {wishes.isPending && <Skeleton label={t('loading')} lines={[40, 90, 70]} />}
      {signedOut && token === undefined && (
        <Empty
          icon={LogIn}
          title={t('signedOut')}
          action={
            <Link className="btn primary" to={signInPath}>
              {t('signIn')}
            </Link>
          }
        />
      )}
      {wishes.isError && !signedOut && <Banner tone="warn">{t('failed')}</Banner>}
      {wishes.data && !signedOut && (
        <NoticeWishes
          answer={{ ...wishes.data, ...chosen }}
          onWishes={(next) => {
            setChosen(next)
            void run(changeNoticeWishes(next)).then(() => setChosen((now) => (now === next ? null : now)))
          }}
          onUnfollow={({ id, target }) => void run(unfollow(target, id))}
        />
      )}
    </PageFrame>
  )
}
