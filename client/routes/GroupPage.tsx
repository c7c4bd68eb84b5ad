// A group's page between two sessions: when do we meet, what did I miss, what can I bring before then.
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { AdoptedOfGroup } from '#client/features/adoption/AdoptedOfGroup.tsx'
import { groupBase } from '#client/features/adoption/versionsApi.ts'
import { ArrivedCard } from '#client/features/group/ArrivedCard.tsx'
import { CatchUpCard } from '#client/features/group/CatchUpCard.tsx'
import { ContributeCard } from '#client/features/group/ContributeCard.tsx'
import { FacilitatorTools } from '#client/features/group/FacilitatorTools.tsx'
import { GroupDrafts } from '#client/features/group/GroupDrafts.tsx'
import { GroupHead } from '#client/features/group/GroupHead.tsx'
import { GroupSkeleton } from '#client/features/group/GroupSkeleton.tsx'
import { linkHeaders } from '#client/features/group/groupApi.ts'
import { Initiatives } from '#client/features/group/Initiatives.tsx'
import { LastMinutesCard } from '#client/features/group/LastMinutesCard.tsx'
import { NextSessionCard } from '#client/features/group/NextSessionCard.tsx'
import { PresenceChart } from '#client/features/group/PresenceChart.tsx'
import { takeLinkFromAddress } from '#client/features/group/personalLink.ts'
import { useContributionBox } from '#client/features/group/useContributionBox.ts'
import { linkIsOver, useGroupActs, useGroupPage, useOnReturn } from '#client/features/group/useGroupPage.ts'
import { VisitorCard } from '#client/features/group/VisitorCard.tsx'
import { HandedOfGroup } from '#client/features/handover/HandedOfGroup.tsx'
import { JointCard } from '#client/features/joint/JointCard.tsx'
import { GroupMentions } from '#client/features/remark/MentionList.tsx'
import { GroupSimilar } from '#client/features/similar/GroupSimilar.tsx'
import { addGroupTexts } from '#client/i18n/groupTexts.ts'
import { refusedStatus } from '#client/live/api.ts'
import { frozenWords } from '#client/routes/frozenWords.tsx'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { PageTrouble } from '#client/routes/PageTrouble.tsx'
import { StandInHeading } from '#client/routes/StandInHeading.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'
import '#client/features/group/group.css'

addGroupTexts()

const BecameCard = lazyView(async () => (await import('#client/routes/FollowUpParts.tsx')).BecameCard)
const LearnedOfGroup = lazyView(async () => (await import('#client/routes/LibraryParts.tsx')).LearnedOfGroup)
const ExportButton = lazyView(async () => (await import('#client/routes/ExportPart.tsx')).ExportButton)
const GroupRulings = lazyView(async () => (await import('#client/routes/InstructionParts.tsx')).GroupRulings)
const PresenceDialog = lazyView(
  async () => (await import('#client/features/presence/PresenceDialog.tsx')).PresenceDialog,
)

export function GroupPage() {
  const group = useParams()['group'] ?? ''
  return <PageOf key={group.toLocaleLowerCase('fr')} group={group} />
}

function PageOf({ group }: { group: string }) {
  const { t } = useTranslation('group')
  // Before the first reading, and again where another link is opened on the open page.
  useState(() => takeLinkFromAddress(group))
  const query = useGroupPage(group)
  const { refetch } = query
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '' && takeLinkFromAddress(group)) void refetch()
  }, [hash, group, refetch])
  useTitle(query.data ? query.data.group.place : t('pageName'))
  return (
    <PageFrame className="group-page" onChanged={() => void query.refetch()}>
      {refusedStatus(query.error) !== 404 && <StandInHeading query={query} title={t('pageName')} />}
      {query.isError && (
        <PageTrouble
          error={query.error}
          retry={query.refetch}
          backTo="/"
          words={{
            ...{ unknown: t('unknown'), unknownText: t('unknownText'), back: t('toHome') },
            ...{ broken: t('failed'), retry: t('retry') },
            offline: t(query.data === undefined ? 'offlineEmpty' : 'offline'),
          }}
        />
      )}
      {linkIsOver(group) && (
        <Banner tone="caution">
          <Bold text={t('linkOver')} />
        </Banner>
      )}
      {query.isPending && <GroupSkeleton />}
      {query.data && <Opened group={group} page={query.data} />}
    </PageFrame>
  )
}

function Opened({ group, page }: { group: string; page: GroupPageAnswer }) {
  const acts = useGroupActs(group)
  const { standing } = page.you
  const contributes = standing === 'member' || standing === 'facilitator'
  const handle = useContributionBox(group, contributes, acts.refresh)
  useOnReturn(acts.refreshNow)
  const facilitates = standing === 'facilitator'
  const known = standing !== 'stranger'
  return (
    <>
      <GroupHead page={page} />
      <div className="gp-grid">
        {known ? (
          <>
            <NextSessionCard page={page} acts={acts} />
            <CatchUpCard page={page} />
            {facilitates && <Facilitating page={page} arrived={<ArrivedCard page={page} acts={acts} />} />}
            {contributes && <JointCard group={group} />}
            {contributes && <GroupMentions group={group} />}
            <GroupDrafts page={page} />
            {contributes ? (
              <ContributeCard page={page} handle={handle} acts={acts} />
            ) : (
              <VisitorCard page={page} />
            )}
            <div className="gp-below">
              <AdoptedOfGroup base={groupBase(group)} groupId={page.group.id} look="card" />
              <HandedOfGroup group={group} renderText={frozenWords} />
              <PresenceChart page={page} />
              <LastMinutesCard page={page} />
              <Initiatives page={page} />
            </div>
            <Suspense>
              <BecameCard group={group} />
              <GroupRulings group={group} />
            </Suspense>
            <Suspense>
              <LearnedOfGroup group={group} headers={linkHeaders(group)} />
            </Suspense>
            <div className="gp-wide">
              <Suspense>
                <ExportButton
                  subjects={[{ content: 'list', key: page.group.id }]}
                  headers={linkHeaders(group)}
                />
              </Suspense>
            </div>
            <GroupSimilar group={group} who={page.you.name ?? ''} />
          </>
        ) : (
          <>
            <NextSessionCard page={page} acts={acts} />
            <VisitorCard page={page} />
          </>
        )}
      </div>
    </>
  )
}

function Facilitating({ page, arrived }: { page: GroupPageAnswer; arrived: ReactNode }) {
  const [open, setOpen] = useState(false)
  const { roomCode } = page
  return (
    <div className="gp-wide">
      {arrived}
      <FacilitatorTools page={page} onPresence={roomCode ? () => setOpen(true) : undefined} />
      {open && roomCode && <PresenceDialog code={roomCode} onClose={() => setOpen(false)} />}
    </div>
  )
}
