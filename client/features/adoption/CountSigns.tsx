// Counts of voices with their signs: accord, reservation, objection; degrees; for, against, abstention. Words for those who listen.
import { Check, Hand, Minus, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RuleCounts } from '#shared/adoption/groupRule.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

export function CountSigns({ counts }: { counts: RuleCounts | null }) {
  const { t } = useTranslation('adoption')
  if (!counts) return null
  const { positions, degrees, choices } = counts
  if (sum(degrees) > 0)
    return (
      <span className="adoption-counts num">
        {degrees.map((count, place) => (
          <span key={`${place + 1}`} className="x">
            <span className="sr">{t('count.degree', { degree: place + 1, count })}</span>
            <span aria-hidden="true">
              <small>{place + 1}</small> {count}
            </span>
          </span>
        ))}
      </span>
    )
  const rows =
    sum(choices) > 0
      ? ([
          ['for', 'ok', ThumbsUp, choices[0]],
          ['against', 'obj', ThumbsDown, choices[1]],
          ['abstain', 'res', Minus, choices[2]],
        ] as const)
      : ([
          ['accord', 'ok', Check, positions[0]],
          ['reservation', 'res', Minus, positions[1]],
          ['objection', 'obj', Hand, positions[2]],
        ] as const)
  return (
    <span className="adoption-counts num">
      {rows.map(([key, look, Icon, count]) => (
        <span key={key} className="x">
          <span className={`cs ${look}`} aria-hidden="true">
            <Icon className="i" />
          </span>
          <span aria-hidden="true">{count}</span>
          <span className="sr">{t(`count.${key}`, { count })}</span>
        </span>
      ))}
    </span>
  )
}
