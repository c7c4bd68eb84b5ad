// `/assembly/themes`: proposals for the next cycle, the ranking of the assembly with its method, and what was chosen.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLive } from '#client/features/assembly/useAssembly.ts'
import { VoteHead } from '#client/features/assembly/VoteCard.tsx'
import { VoteResult } from '#client/features/assembly/VoteResult.tsx'
import { ChooseForm, ChosenCard } from '#client/features/themes/ChosenCard.tsx'
import { ProposalsCard } from '#client/features/themes/ProposalsCard.tsx'
import { RankResult } from '#client/features/themes/RankResult.tsx'
import { useThemes } from '#client/features/themes/useThemes.ts'
import { addAssemblyTexts } from '#client/i18n/assemblyTexts.ts'
import { AssemblyFrame } from '#client/routes/AssemblyFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import type { ShownBallot } from '#shared/assembly/assemblyAnswers.ts'
import type { ThemesAnswer } from '#shared/themes/proposal.ts'
import '#client/features/assembly/assembly.css'
import '#client/features/themes/themes.css'

addAssemblyTexts()

export function AssemblyThemesPage() {
  const { t } = useTranslation('themes')
  const [page, live] = [useThemes(), useLive()]
  useTitle(t('pageTitle'))
  const ballots = (live.data?.ballots ?? []).filter(({ purpose }) => purpose === 'themes').reverse()
  return (
    <AssemblyFrame loading={!page.data} away={page.isError} onRetry={() => void page.refetch()}>
      {page.data && (
        <>
          <header className="as-top">
            <h1>{t('pageTitle')}</h1>
            <p className="soft">{t('pageLead')}</p>
            <p>
              <Link to="/assembly">{t('assembly:toAssembly')}</Link>
            </p>
          </header>
          <div className="as-col">
            <ChosenCard page={page.data} />
            {ballots.map((ballot) => (
              <RankingCard key={ballot.id} ballot={ballot} page={page.data} />
            ))}
            <ProposalsCard page={page.data} />
          </div>
        </>
      )}
    </AssemblyFrame>
  )
}

function RankingCard({ ballot, page }: { ballot: ShownBallot; page: ThemesAnswer }) {
  const { t } = useTranslation('assembly')
  return (
    <section className="card pad as-vote" aria-labelledby={`vote-${ballot.id}`} data-vote={ballot.id}>
      <VoteHead ballot={ballot} language={page.language} />
      {ballot.state === 'open' && (
        <p>
          <Link className="btn primary" to="/assembly">
            {t('vote.cast')}
          </Link>
        </p>
      )}
      <VoteResult ballot={ballot} />
      {ballot.ranking && ballot.result?.outcome !== 'void' && (
        <RankResult ballot={ballot} ranking={ballot.ranking} language={page.language} />
      )}
      <ChooseForm ballot={ballot} page={page} />
    </section>
  )
}
