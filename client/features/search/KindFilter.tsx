// Which kind of texts is shown, with how many there are of each.
import { useTranslation } from 'react-i18next'
import { type SearchAnswer, type SearchKind, searchKinds } from '#shared/search/searchEntry.ts'

export interface KindFilterProps {
  readonly counts: SearchAnswer['counts']
  readonly kind: SearchKind | ''
  readonly onKind: (kind: SearchKind | '') => void
}

export function KindFilter({ counts, kind, onKind }: KindFilterProps) {
  const { t } = useTranslation('search')
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = searchKinds.filter((one) => (counts[one] ?? 0) > 0 || one === kind)
  if (shown.length === 0) return null
  return (
    <fieldset className="search-filter">
      <legend className="sr">{t('filters')}</legend>
      {(['', ...shown] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="btn sm"
          data-kind={one === '' ? 'all' : one}
          aria-pressed={one === kind}
          onClick={() => onKind(one)}
        >
          {one === '' ? t('all') : t(`kind.${one}`)}
          <span className="num muted">{one === '' ? all : (counts[one] ?? 0)}</span>
        </button>
      ))}
    </fieldset>
  )
}
