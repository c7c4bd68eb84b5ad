// What the assembly said of the strategic plan; nothing where it has not voted.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readPlanVotes } from '#client/features/assembly/assemblyApi.ts'
import { VoteResult } from '#client/features/assembly/VoteResult.tsx'
import '#client/features/assembly/assembly.css'

export function PlanVoteCard({ language }: { language: string }) {
  const { t } = useTranslation('assembly')
  const { data } = useQuery({
    queryKey: ['assembly', 'plan-vote'],
    queryFn: ({ signal }) => readPlanVotes(signal),
  })
  const [vote] = data?.votes ?? []
  if (!vote) return null
  return (
    <section className="card pad as-plan-vote" aria-labelledby="as-plan-vote">
      <h2 id="as-plan-vote">{t('planVote')}</h2>
      <p lang={language}>
        <b>{vote.title}</b>
      </p>
      <VoteResult ballot={vote} />
      {vote.plan && (
        <p className="xs soft">
          {t('planPinned', { count: vote.plan.items, axes: vote.plan.axes.length })}
          {vote.plan.axes.length > 0 && <span lang={language}> {vote.plan.axes.join(', ')}</span>}
        </p>
      )}
    </section>
  )
}
