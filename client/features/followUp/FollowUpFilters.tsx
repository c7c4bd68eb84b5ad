// Filters and search of the follow-up; they stand in the address, so that a view can be sent to somebody.
import { Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Fate, fates } from '#shared/followUp/fate.ts'
import { type FollowUpFilter, filteredLines, noFilter } from '#shared/followUp/filterLines.ts'
import type { FollowUpAnswer } from '#shared/followUp/followUpAnswers.ts'

export interface FiltersProps {
  readonly page: FollowUpAnswer
  readonly myGroupIds: readonly string[]
  readonly filter: FollowUpFilter
  readonly onChange: (filter: FollowUpFilter) => void
}

export function FollowUpFilters(props: FiltersProps) {
  const { filter, myGroupIds, onChange, page } = props
  const { t } = useTranslation('followUp')
  const count = (change: Partial<FollowUpFilter>): number =>
    filteredLines(page, { ...noFilter, ...change }, myGroupIds).length
  const quick = [
    { name: 'all', on: !filter.mine && !filter.late, change: { mine: false, late: false } },
    ...(myGroupIds.length > 0
      ? [{ name: 'mine', on: filter.mine, change: { mine: true, late: false } }]
      : []),
    { name: 'late', on: filter.late, change: { mine: false, late: true } },
  ] as const
  const isFiltered = Object.entries(noFilter).some(
    ([key, none]) => filter[key as keyof FollowUpFilter] !== none,
  ) // its own keys
  return (
    <div className="fu-filters" role="search" aria-label={t('filtersLabel')}>
      <div className="row wrap fu-quick">
        {quick.map(({ change, name, on }) => (
          <button
            key={name}
            type="button"
            className="btn sm"
            aria-pressed={on}
            data-act={`quick-${name}`}
            onClick={() => onChange({ ...filter, ...change })}
          >
            {t(`quick.${name}`)} <span className="num">{count(change)}</span>
          </button>
        ))}
        <label className="fu-search">
          <Search className="i" aria-hidden="true" />
          <span className="sr">{t('search')}</span>
          <input
            className="input"
            type="search"
            value={filter.words}
            placeholder={t('search')}
            maxLength={80}
            onChange={({ target }) => onChange({ ...filter, words: target.value })}
          />
        </label>
      </div>
      <div className="fu-picks">
        <Pick {...props} name="themeId" options={page.themes.map(({ id, title }) => [id, title])} />
        <Pick {...props} name="fate" options={fates.map((fate) => [fate, t(`fate.${fate}`)])} />
        {page.boards.length > 1 && (
          <Pick {...props} name="boardId" options={page.boards.map(({ entity, id }) => [id, entity])} />
        )}
        <Pick
          {...props}
          name="groupId"
          options={page.groups.map(({ code, id, place }) => [id, `${place} (${code})`])}
        />
        {page.axes.length > 0 && (
          <Pick {...props} name="axisId" options={page.axes.map(({ id, title }) => [id, title])} />
        )}
        {isFiltered && (
          <button type="button" className="btn quiet sm" onClick={() => onChange(noFilter)}>
            <X className="i" aria-hidden="true" />
            {t('clear')}
          </button>
        )}
      </div>
    </div>
  )
}

type Picked = 'themeId' | 'fate' | 'boardId' | 'groupId' | 'axisId'

function Pick({
  filter,
  name,
  onChange,
  options,
}: FiltersProps & { readonly name: Picked; readonly options: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation('followUp')
  return (
    <label className="fu-pick">
      <span className="sr">{t(`pick.${name}`)}</span>
      <select
        className="input"
        value={filter[name]}
        data-pick={name}
        onChange={({ target }) => onChange({ ...filter, [name]: target.value as Fate & string })} // the options are of this name's own kind
      >
        <option value="">{t(`any.${name}`)}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
