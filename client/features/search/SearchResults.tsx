// What was found, by kind, with the words that were looked for marked.
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { hitGroups } from '#client/features/search/hitGroups.ts'
import { Pieces } from '#client/features/search/Pieces.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import type { SearchAnswer, SearchHit, SearchKind } from '#shared/search/searchEntry.ts'

export interface SearchResultsProps {
  readonly asked: string
  readonly answer: SearchAnswer
  readonly kind: SearchKind | ''
  readonly onKind: (kind: SearchKind | '') => void
  /** Whether a page of that address exists in this product. */
  readonly reachable: (page: string) => boolean
}

/** Of each kind while all are shown. */
const most = 6

export function SearchResults({ answer, asked, kind, onKind, reachable }: SearchResultsProps) {
  const { t } = useTranslation('search')
  const { counts, groups, hits, instead, total } = answer
  if (total === 0 && kind === '')
    return (
      <Empty icon={SearchX} title={t('none', { asked })}>
        {t('noneText')}
      </Empty>
    )
  return (
    <>
      {instead.map((one) => (
        <p key={one.asked} className="soft">
          {t('instead', one)}
        </p>
      ))}
      {hitGroups(hits, kind === '' ? most : hits.length).map((group) => {
        const count = counts[group.kind] ?? 0
        return (
          <section key={group.kind} className="search-kind" aria-labelledby={`search-${group.kind}`}>
            <div className="row between">
              <h2 id={`search-${group.kind}`}>
                {t(`kind.${group.kind}`)} <span className="muted num">{count}</span>
              </h2>
              {kind === '' && count > group.hits.length && (
                <button
                  type="button"
                  className="link sm"
                  aria-label={t('seeLabel', { count, kind: t(`kind.${group.kind}`) })}
                  onClick={() => onKind(group.kind)}
                >
                  {t('see', { count })}
                </button>
              )}
            </div>
            <ul className="card search-hits">
              {group.hits.map((hit) => (
                <Hit key={hit.id} {...{ hit, groups, reachable }} />
              ))}
            </ul>
          </section>
        )
      })}
      {kind !== '' && total > hits.length && <p className="soft">{t('more', { count: hits.length })}</p>}
    </>
  )
}

function Hit({
  hit,
  groups,
  reachable,
}: { hit: SearchHit } & Pick<SearchResultsProps, 'reachable'> & Pick<SearchAnswer, 'groups'>) {
  const { t, i18n } = useTranslation('search')
  const { date, groupIds, language, note, page, snippet, state, title } = hit
  const own = groups.filter(({ id }) => groupIds.includes(id)).slice(0, 3)
  const words = (
    <span lang={language}>
      <Pieces pieces={title} />
    </span>
  )
  return (
    <li>
      <h3>{reachable(page) ? <Link to={page}>{words}</Link> : words}</h3>
      {snippet.length > 0 && (
        <p className="search-snippet" lang={language}>
          <Pieces pieces={snippet} />
        </p>
      )}
      <p className="row wrap search-about sm soft">
        {state !== null && <span className="chip line">{t(`state.${state}`, { defaultValue: state })}</span>}
        {note !== '' && <span lang={language}>{note}</span>}
        {own.map(({ id, place, wear }) => (
          <Antenna key={id} wear={wear} place={place} size="mini" />
        ))}
        {date !== null && hit.kind !== 'past' && (
          <time dateTime={date}>
            {dayAndMonth(i18n.language, date)} {date.slice(0, 4)}
          </time>
        )}
      </p>
    </li>
  )
}
