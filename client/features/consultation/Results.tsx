// What was felt, as a whole and by part; parts of a few people are not told.
import { useTranslation } from 'react-i18next'
import { FeelingFace } from '#client/features/consultation/FeelingFace.tsx'
import type { ShownEntity } from '#shared/consultation/consultationAnswers.ts'
import { type Counts, feelings } from '#shared/consultation/feelings.ts'
import type { Split, Results as Told } from '#shared/consultation/results.ts'
import { fewest } from '#shared/consultation/toldInSteps.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface ResultsProps {
  readonly results: Told
  readonly entities: readonly ShownEntity[]
  readonly groups: readonly RoomGroup[]
}

export function Distribution({ counts }: { counts: Counts }) {
  const { t } = useTranslation('consultation')
  const most = Math.max(1, ...Object.values(counts))
  return (
    <ul className="co-dist" aria-label={t('all.byFeelingLabel')}>
      {feelings.map((feeling) => (
        <li key={feeling} data-feeling={feeling}>
          <FeelingFace feeling={feeling} />
          <span>{t(`feelings.${feeling}`)}</span>
          <i className="bar" aria-hidden="true">
            <i style={{ width: `${(counts[feeling] / most) * 100}%` }} />
          </i>
          <b className="num">{counts[feeling]}</b>
        </li>
      ))}
    </ul>
  )
}

export function Splits({ entities, groups, results }: ResultsProps) {
  const { t } = useTranslation('consultation')
  const nameOf = (key: string | null): string => {
    if (key === null) return t('all.unsaid')
    if (key === 'in' || key === 'out') return t(`all.${key}`)
    return (
      entities.find(({ id }) => id === key)?.name ??
      groups.find(({ id }) => id === key)?.place ??
      t('all.unsaid')
    )
  }
  const { byEntity, byGroup, byMembership, total } = results
  if (total === 0 || !(byEntity || byMembership || byGroup)) return null
  return (
    <div className="co-splits">
      {entities.length > 1 && <SplitTable split={byEntity} title={t('all.byEntity')} nameOf={nameOf} />}
      <SplitTable split={byMembership} title={t('all.byMembership')} nameOf={nameOf} />
      <SplitTable split={byGroup} title={t('all.byGroup')} nameOf={nameOf} />
      <p className="xs soft">{t('all.few', { count: fewest })}</p>
    </div>
  )
}

interface SplitTableProps {
  readonly split: Split | null
  readonly title: string
  readonly nameOf: (key: string | null) => string
}

function SplitTable({ nameOf, split, title }: SplitTableProps) {
  const { t } = useTranslation('consultation')
  if (!split) return null
  return (
    <div className="co-split">
      <h3>{title}</h3>
      <dl>
        {split.parts.map(({ count, feelings: counts, key }) => (
          <div key={key ?? ''}>
            <dt>{nameOf(key)}</dt>
            <dd>
              <b className="num">{count}</b>
              {counts && (
                <span className="co-mini">
                  {feelings.map((feeling) => (
                    <span key={feeling}>
                      <FeelingFace feeling={feeling} />
                      <span className="sr">{t(`feelings.${feeling}`)} </span>
                      {counts[feeling]}
                    </span>
                  ))}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {split.later > 0 && <p className="xs soft">{t('all.later', { count: split.later })}</p>}
      {split.withheld > 0 && <p className="xs soft">{t('all.withheld', { count: split.withheld })}</p>}
    </div>
  )
}
