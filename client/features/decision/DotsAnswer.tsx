// Points placed with plus and minus buttons; what is left is always said.
import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'
import type { DecisionItem } from '#shared/decision/decisionItem.ts'
import { pointsSpent } from '#shared/decision/dotVote.ts'

export interface DotsAnswerProps {
  readonly open: OpenView
  readonly value: AnswerOf<'dots'>
  readonly onChange: (value: AnswerOf<'dots'>) => void
}

export function DotsAnswer({ open, value, onChange }: DotsAnswerProps) {
  const { t } = useTranslation('decision')
  const { ballot } = open
  if (ballot.kind !== 'dots') return null
  const left = ballot.points - pointsSpent(value.points)
  const place = (id: string, count: number): void =>
    onChange({ ...value, points: { ...value.points, [id]: count } })
  const fits = (id: string, count: number): boolean => {
    const points = { ...value.points, [id]: count }
    if (!ballot.minus && count < 0) return false
    return Math.abs(count) <= ballot.maxPerItem && pointsSpent(points) <= ballot.points
  }
  return (
    <div className="decision-dots">
      <p className="decision-left" role="status">
        {t('dots.left', { count: left, points: ballot.points })}
        {ballot.maxPerItem < ballot.points && ` ${t('dots.most', { count: ballot.maxPerItem })}`}
        {ballot.minus && ` ${t('dots.minusHint')}`}
      </p>
      <ul>
        {open.items.map((item) => (
          <DotRow
            key={item.id}
            item={item}
            count={value.points[item.id] ?? 0}
            fits={(count) => fits(item.id, count)}
            onPlace={(count) => place(item.id, count)}
          />
        ))}
      </ul>
    </div>
  )
}

interface DotRowProps {
  readonly item: DecisionItem
  readonly count: number
  readonly fits: (count: number) => boolean
  readonly onPlace: (count: number) => void
}

function DotRow({ item, count, fits, onPlace }: DotRowProps) {
  const { t } = useTranslation('decision')
  const step = (to: number, label: 'dots.add' | 'dots.takeAway', icon: 'plus' | 'minus') => {
    const may = fits(to)
    return (
      <button
        type="button"
        aria-label={t(label, { item: item.text })}
        aria-disabled={may ? undefined : 'true'}
        onClick={() => may && onPlace(to)}
      >
        {icon === 'plus' ? (
          <Plus className="i" aria-hidden="true" />
        ) : (
          <Minus className="i" aria-hidden="true" />
        )}
      </button>
    )
  }
  return (
    <li className="decision-vt">
      <p>{item.text}</p>
      <div className="decision-step" role="group" aria-label={t('dots.on', { item: item.text })}>
        {step(count - 1, 'dots.takeAway', 'minus')}
        <output className="num">
          {count < 0 && '−'}
          {Math.abs(count)}
        </output>
        {step(count + 1, 'dots.add', 'plus')}
      </div>
    </li>
  )
}
