// Two wordings in one text, what went struck through and what came underlined, also said to those who listen.
import { useTranslation } from 'react-i18next'
import { wordDifference } from '#client/features/merge/wordDifference.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'

export interface DifferenceProps {
  readonly before: string
  readonly after: string
  /** `after` leaves out what went, `before` what came. */
  readonly show?: 'before' | 'after' | 'both'
}

export function Difference({ before, after, show = 'both' }: DifferenceProps) {
  const { t } = useTranslation('merge')
  return (
    <p className="mg-difference" lang={contentLanguage()}>
      {wordDifference(before, after)
        .filter(({ where }) => where === 'both' || show === 'both' || where === show)
        .map(({ where, text }, at) =>
          where === 'both' ? (
            text
          ) : where === 'before' ? (
            <del key={at} title={t('confirm.removed')}>
              <span className="sr"> [{t('confirm.removed')}: </span>
              {text}
              <span className="sr">] </span>
            </del>
          ) : (
            <ins key={at} title={t('confirm.added')}>
              <span className="sr"> [{t('confirm.added')}: </span>
              {text}
              <span className="sr">] </span>
            </ins>
          ),
        )}
    </p>
  )
}
