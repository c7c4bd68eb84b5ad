// The page of the cycle: where we are, who works on what and where, when to come, how far and how many.
import { CalendarRange } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { AntennaMap } from '#client/features/cycle/AntennaMap.tsx'
import { CycleHead, Stages } from '#client/features/cycle/CycleHead.tsx'
import { FewPeople } from '#client/features/cycle/FewPeople.tsx'
import { antennaRow, GroupsCard, type GroupsView } from '#client/features/cycle/GroupsCard.tsx'
import { NextSessions } from '#client/features/cycle/NextSessions.tsx'
import { ParticipationCard } from '#client/features/cycle/ParticipationCard.tsx'
import { Progress } from '#client/features/cycle/Progress.tsx'
import { useCycle } from '#client/features/cycle/useCycle.ts'
import { WithoutGroup } from '#client/features/cycle/WithoutGroup.tsx'
import { addCycleTexts } from '#client/i18n/cycleTexts.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { CycleAnswer } from '#shared/cyclePage/cycleAnswers.ts'
import '#client/features/cycle/cycle.css'

addCycleTexts()

export function CyclePage() {
  const { t } = useTranslation('cycle')
  const cycle = useCycle()
  useTitle(t('title'))
  const away = cycle.error instanceof UnreachableServer
  return (
    <PageFrame className="cycle-page" onChanged={() => void cycle.refetch()}>
      {cycle.isError && (
        <Banner
          tone={away ? 'warn' : 'danger'}
          action={
            <button type="button" className="btn sm" onClick={() => void cycle.refetch()}>
              {t('retry')}
            </button>
          }
        >
          <Bold text={t(away ? 'offline' : 'failed')} />
        </Banner>
      )}
      {!cycle.data && <h1>{t('title')}</h1>}
      {cycle.isPending && <Skeleton lines={[40, 90, 90, 70]} label={t('loading')} />}
      {cycle.data && <Opened page={cycle.data} />}
    </PageFrame>
  )
}

function Opened({ page }: { page: CycleAnswer }) {
  const { t } = useTranslation(['cycle', 'shell'])
  const [view, setView] = useState<GroupsView>('themes')
  const [asked, setAsked] = useState<string | null>(null)
  // The row is there only once the list is by antenna.
  useEffect(() => {
    if (asked === null) return
    const row = document.getElementById(antennaRow(asked))
    row?.focus()
    row?.scrollIntoView({ block: 'center' })
    setAsked(null)
  }, [asked])
  const toAntenna = (id: string): void => {
    setView('antennas')
    setAsked(id)
  }
  if (!page.cycle) {
    return (
      <>
        <h1>{t('title')}</h1>
        <Empty icon={CalendarRange} title={t('empty')}>
          {t('emptyText')}
        </Empty>
      </>
    )
  }
  return (
    <>
      <CycleHead page={page} />
      <Stages page={page} />
      <div className="cy-grid">
        <NextSessions page={page} />
        <div className="cy-main">
          <GroupsCard page={page} view={view} onView={setView} />
          <FewPeople page={page} />
          <WithoutGroup all={page.withoutGroup} />
          <Progress page={page} />
        </div>
        <div className="cy-aside">
          <AntennaMap page={page} onAntenna={toAntenna} />
          <ParticipationCard participation={page.participation} />
          <Link className="btn" to="/assembly/themes">
            {t('shell:nextThemes')}
          </Link>
        </div>
      </div>
    </>
  )
}
