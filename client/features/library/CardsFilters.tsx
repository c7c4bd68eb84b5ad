// Theme, country, sort and words: what of the cards is shown.

import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CardFilter, everyTheme } from '#client/features/library/cardFilter.ts'
import { OneOf } from '#client/ui/OneOf.tsx'
import type { LibraryAnswer } from '#shared/library/libraryAnswers.ts'

export interface CardsFiltersProps {
  readonly page: LibraryAnswer
  readonly filter: CardFilter
  readonly shown: number
  readonly onChange: (key: 'theme' | 'country' | 'sort' | 'q', value: string) => void
}

export function CardsFilters({ page, filter, shown, onChange }: CardsFiltersProps) {
  const { t } = useTranslation('library')
  // The address follows a moment later: a field that showed the address's words would lose letters of whoever types fast.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="li-filters" role="search" aria-label={t('filtersLabel')}>
      <OneOf
        bare
        label={t('theme')}
        value={filter.theme === '' ? everyTheme : filter.theme}
        onChange={(value) => onChange('theme', value)}
        options={[[everyTheme, t('allThemes')], ...page.themes.map(({ id, title }) => [id, title] as const)]}
      />
      {page.jurisdictions.length > 1 && (
        <Segments
          label={t('country')}
          value={filter.country}
          onChange={(value) => onChange('country', value)}
          options={[
            ['', t('everywhere')],
            ...page.jurisdictions.map(({ code, name }) => [code, name] as const),
          ]}
        />
      )}
      <Segments
        label={t('sortLabel')}
        value={filter.sort}
        onChange={(value) => onChange('sort', value)}
        options={[
          ['', t('allCards')],
          ['constraints', t('constraints')],
          ['projects', t('projects')],
        ]}
      />
      <label className="li-search">
        <Search className="i" aria-hidden="true" />
        <span className="sr">{t('search')}</span>
        <input
          className="input"
          type="search"
          value={typed ?? filter.words}
          placeholder={t('search')}
          maxLength={80}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange('q', target.value)
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
      <p className="sm soft" role="status">
        {t('shown', { count: shown, all: page.cards.length })}
      </p>
    </div>
  )
}

interface SegmentsProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}

export function Segments({ label, value, options, onChange }: SegmentsProps) {
  return (
    <div className="li-seg" role="group" aria-label={label}>
      {options.map(([key, words]) => (
        <button key={key} type="button" aria-pressed={value === key} onClick={() => onChange(key)}>
          {words}
        </button>
      ))}
    </div>
  )
}
