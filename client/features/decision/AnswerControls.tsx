// The controls of an answer, by the kind of the question; the same for one's own seats and for a voice that is carried.
import { useTranslation } from 'react-i18next'
import { CommentField } from '#client/features/decision/CommentField.tsx'
import { ConsentAnswer } from '#client/features/decision/ConsentAnswer.tsx'
import { DotsAnswer } from '#client/features/decision/DotsAnswer.tsx'
import { GradientAnswer } from '#client/features/decision/GradientAnswer.tsx'
import { PollAnswer } from '#client/features/decision/PollAnswer.tsx'
import { RankingAnswer } from '#client/features/decision/RankingAnswer.tsx'
import { type Answer, commentLimit } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'

export interface AnswerControlsProps {
  readonly open: OpenView
  readonly value: Answer | null
  readonly onChange: (value: Answer) => void
}

export function AnswerControls({ open, value, onChange }: AnswerControlsProps) {
  const { t } = useTranslation('decision')
  return (
    <>
      {value?.kind === 'dots' && <DotsAnswer open={open} value={value} onChange={onChange} />}
      {value?.kind === 'poll' && <PollAnswer open={open} value={value} onChange={onChange} />}
      {value?.kind === 'gradient' && <GradientAnswer open={open} value={value} onChange={onChange} />}
      {value?.kind === 'ranking' && <RankingAnswer open={open} value={value} onChange={onChange} />}
      {open.ballot.kind === 'consent' && (value === null || value.kind === 'consent') && (
        <ConsentAnswer value={value} onChange={onChange} />
      )}
      {value && value.kind !== 'consent' && (
        <CommentField
          label={t('comment')}
          hint={t('commentHint')}
          value={value.comment}
          limit={commentLimit}
          onChange={(comment) => onChange({ ...value, comment })}
        />
      )}
    </>
  )
}
