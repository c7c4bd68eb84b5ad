// Ranking proposals in a vote.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RankForm } from '#client/features/themes/RankForm.tsx'
import type { ShownBallot } from '#shared/assembly/assemblyAnswers.ts'

export interface RankVoteProps {
  readonly ballot: ShownBallot
  readonly language: string
  readonly onCast: (order: string[]) => Promise<boolean>
}

export function RankVote({ ballot, language, onCast }: RankVoteProps) {
  const { t } = useTranslation('themes')
  const [order, setOrder] = useState<readonly string[]>([])
  return (
    <form
      className="th-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (order.length > 0) void onCast([...order])
      }}
    >
      <RankForm items={ballot.items} most={ballot.most} language={language} onOrder={setOrder} />
      <button
        type="submit"
        className="btn primary lg"
        data-act="cast-order"
        aria-disabled={order.length === 0}
      >
        {t('castOrder')}
      </button>
    </form>
  )
}
