// The first results under the menu's search field, by kind, and the way to all of them.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { hitGroups } from '#client/features/search/hitGroups.ts'
import { Pieces } from '#client/features/search/Pieces.tsx'
import { useSearch, useSettled } from '#client/features/search/useSearch.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import '#client/features/search/search.css'

export interface SuggestionsProps {
  /** Of the field: options are `<id>-<place>`, the list is `<id>-list`. */
  readonly id: string
  readonly text: string
  readonly at: number
  /** Where each option leads, in their order. */
  readonly onOptions: (pages: readonly string[]) => void
  readonly onChoose: (page: string) => void
}

/** Of one kind; the page of results has all of them. */
const most = 3

export function Suggestions({ id, text, at, onOptions, onChoose }: SuggestionsProps) {
  const { t } = useTranslation('search')
  const settled = useSettled(text)
  const { data } = useSearch(settled, { kind: '', limit: 12 })
  const groups = hitGroups(data?.hits ?? [], most)
  const all = `/search?q=${encodeURIComponent(text.trim())}`
  const pages = [...groups.flatMap(({ hits }) => hits.map(({ page }) => page)), ...(data?.total ? [all] : [])]
  const kept = pages.join('\n')
  useEffect(() => onOptions(kept === '' ? [] : kept.split('\n')), [kept, onOptions])
  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  if (!data) return null
  let place = -1
  const option = (page: string, label: React.ReactNode) => {
    place += 1
    return (
      <div
        key={`${page} ${place}`}
        id={`${id}-${place}`}
        className="search-option"
        role="option"
        aria-selected={place === at}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(page)}
      >
        {label}
      </div>
    )
  }
  return (
    <div className="search-popup card">
      <div id={`${id}-list`} role="listbox" aria-label={t('title')}>
        {groups.map(({ hits, kind }) => (
          <div key={kind} role="group" aria-label={t(`kind.${kind}`)}>
            <p className="grp" aria-hidden="true">
              {t(`kind.${kind}`)}
            </p>
            {hits.map((hit) =>
              option(
                hit.page,
                <span lang={hit.language}>
                  <Pieces pieces={hit.title} />
                </span>,
              ),
            )}
          </div>
        ))}
        {data.total > 0 && option(all, <b>{t('seeAll', { count: data.total })}</b>)}
      </div>
      <p className={data.total === 0 ? 'search-none' : 'sr'} role="status">
        <Unbroken
          text={
            data.total === 0
              ? t('none', { asked: settled.trim() })
              : t('found', { count: data.total, asked: settled.trim() })
          }
        />
      </p>
    </div>
  )
}
