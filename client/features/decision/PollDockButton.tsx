// The dock's « Sondage »: one or several options, degrees of agreement, or an order.
import { ChartBar } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DockTool } from '#client/features/decision/DockTool.tsx'
import { QuestionDialog } from '#client/features/decision/QuestionDialog.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import type { BallotWish } from '#shared/decision/ballot.ts'

const ballots = {
  single: { kind: 'poll', multiple: false },
  multiple: { kind: 'poll', multiple: true },
  gradient: { kind: 'gradient' },
  ranking: { kind: 'ranking' },
} as const satisfies Record<string, BallotWish>
type Way = keyof typeof ballots
const ways: readonly Way[] = ['single', 'multiple', 'gradient', 'ranking']

export function PollDockButton() {
  const { t } = useTranslation('decision')
  return (
    <DockTool
      label={t('dock.poll')}
      icon={ChartBar}
      kinds={['poll', 'gradient', 'ranking']}
      form={(onClose) => <PollForm onClose={onClose} />}
    />
  )
}

function PollForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('decision')
  const [way, setWay] = useState<Way>('gradient')
  return (
    <QuestionDialog
      title={t('form.title.poll')}
      ballot={ballots[way]}
      firstItems={[]}
      firstQuestion={t(`form.first.${way}`)}
      onClose={onClose}
    >
      <Choice
        label={t('form.way')}
        look="cards"
        value={way}
        onChange={setWay}
        options={ways.map((value) => ({
          value,
          label: (
            <span>
              <b>{t(`way.${value}`)}</b>
              <small>{t(`wayHint.${value}`)}</small>
            </span>
          ),
        }))}
      />
    </QuestionDialog>
  )
}
