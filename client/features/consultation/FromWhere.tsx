// Where somebody speaks from, if they wish to say: entity, and whether in a group.
import { useTranslation } from 'react-i18next'
import type { ShownEntity } from '#shared/consultation/consultationAnswers.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface Where {
  readonly entityId: string | null
  readonly inGroup: boolean
  readonly groupId: string | null
}

export interface FromWhereProps {
  readonly entities: readonly ShownEntity[]
  readonly groups: readonly RoomGroup[]
  readonly where: Where
  readonly onChange: (where: Where) => void
}

const inOther = 'in'

export function FromWhere({ entities, groups, onChange, where }: FromWhereProps) {
  const { t } = useTranslation('consultation')
  return (
    <details className="co-where">
      <summary>{t('who')}</summary>
      <p className="sm soft">{t('whoText')}</p>
      <div className="co-where-fields">
        {entities.length > 1 && (
          <label className="field">
            <span>{t('entity')}</span>
            <select
              className="input"
              value={where.entityId ?? ''}
              onChange={({ target }) => onChange({ ...where, entityId: target.value || null })}
            >
              <option value="">{t('notSaid')}</option>
              {entities.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>{t('group')}</span>
          <select
            className="input"
            value={where.groupId ?? (where.inGroup ? inOther : '')}
            onChange={({ target: { value } }) =>
              onChange({
                ...where,
                inGroup: value !== '',
                groupId: value === '' || value === inOther ? null : value,
              })
            }
          >
            <option value="">{t('noGroup')}</option>
            <option value={inOther}>{t('inOther')}</option>
            {groups.map(({ id, place, theme }) => (
              <option key={id} value={id}>
                {[place, theme].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  )
}
