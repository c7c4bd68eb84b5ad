// The home page: is something live for me, where do I enter, what became of what we wrote.
import { Building2 } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { GroupCards } from '#client/features/home/GroupCards.tsx'
import { Hero } from '#client/features/home/Hero.tsx'
import { HomeSkeleton } from '#client/features/home/HomeSkeleton.tsx'
import { LastYear } from '#client/features/home/LastYear.tsx'
import { NextSessions } from '#client/features/home/NextSessions.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { Waiting } from '#client/features/home/Waiting.tsx'
import { WaitsList } from '#client/features/home/WaitsList.tsx'
import { CodeForm } from '#client/features/join/CodeForm.tsx'
import { RememberedRooms } from '#client/features/join/RememberedRooms.tsx'
import { JointHome } from '#client/features/joint/JointHome.tsx'
import { OwnMentions } from '#client/features/remark/MentionList.tsx'
import { UnreachableServer } from '#client/live/api.ts'
import { loadTexts } from '#client/routes/loadTexts.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { pageExists } from '#client/routes/pages.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import { useFocusKept } from '#client/ui/useFocusKept.ts'
import type { HomeAnswer } from '#shared/home/home.ts'

const Notices = lazyView(async () => (await import('#client/routes/FollowUpParts.tsx')).Notices)

export function HomePage() {
  const { t } = useTranslation('home')
  const home = useHome()
  useTitle(t('title'))
  useFocusKept()
  const me = home.data?.me ?? null
  return (
    <PageFrame className="home">
      <h1>{me ? t('hello', { name: me.name }) : t('helloGuest')}</h1>
      {home.isError && (
        <Banner
          tone={home.error instanceof UnreachableServer ? 'warn' : 'danger'}
          action={
            <button type="button" className="btn sm" onClick={() => void home.refetch()}>
              {t('retry')}
            </button>
          }
        >
          <Bold text={t(home.error instanceof UnreachableServer ? 'offline' : 'failed')} />
        </Banner>
      )}
      <HomeBody home={home.data} pending={home.isPending} away={home.error instanceof UnreachableServer} />
    </PageFrame>
  )
}

function HomeBody({
  home,
  pending,
  away,
}: {
  home: HomeAnswer | undefined
  pending: boolean
  away: boolean
}) {
  const { t } = useTranslation('home')
  return (
    <div className="home-grid">
      {home ? <Hero session={home.hero} /> : pending && <HomeSkeleton />}
      {away && !home && <RememberedRooms />}
      <CodeForm />
      {home && (
        <>
          {(home.waiting || home.waits.length > 0) && (
            <Waiting waiting={home.waiting} reachable={pageExists}>
              <WaitsList waits={home.waits} today={home.today} reachable={pageExists} loadTexts={loadTexts} />
            </Waiting>
          )}
          {home.me && <OwnMentions />}
          {home.cooperative ? (
            <GroupCards home={home} />
          ) : (
            <div className="home-groups">
              <Empty icon={Building2} title={t('empty')}>
                {t('emptyText')}
              </Empty>
            </div>
          )}
          {home.me && <JointHome />}
          {home.me && (
            <Suspense>
              <Notices today={home.today} />
            </Suspense>
          )}
          <NextSessions sessions={home.sessions} />
          <LastYear fates={home.lastYear} />
        </>
      )}
    </div>
  )
}
