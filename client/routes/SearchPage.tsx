// Searching everything that one may read.
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { KindFilter } from '#client/features/search/KindFilter.tsx'
import { SearchResults } from '#client/features/search/SearchResults.tsx'
import { useSearch, useSettled } from '#client/features/search/useSearch.ts'
import { addSearchTexts } from '#client/i18n/searchTexts.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { pageExists } from '#client/routes/pages.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { longestQuery, type SearchKind, searchKinds } from '#shared/search/searchEntry.ts'
import '#client/features/search/search.css'

addSearchTexts()

/** Hits shown at most. */
const most = 60

export function SearchPage() {
  const { t } = useTranslation('search')
  const [search, setSearch] = useSearchParams()
  const inAddress = search.get('q') ?? ''
  const [text, setText] = useState(inAddress)
  const settled = useSettled(text)
  const kind: SearchKind | '' = searchKinds.find((one) => one === search.get('kind')) ?? ''
  const query = useSearch(settled, { kind, limit: most })
  const written = useRef(inAddress)
  useTitle(settled.trim() === '' ? t('title') : `${settled.trim()} · ${t('title')}`)
  // The menu's field, or the way back, changes the address under an open page.
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    setText(inAddress)
  }, [inAddress])
  useEffect(() => {
    if (settled === written.current) return
    written.current = settled
    setSearch(settled === '' ? {} : { q: settled, ...(kind ? { kind } : {}) }, {
      replace: true,
      preventScrollReset: true,
    })
  }, [settled, kind, setSearch])
  const onKind = (next: SearchKind | ''): void =>
    setSearch({ q: settled, ...(next ? { kind: next } : {}) }, { preventScrollReset: true })
  const asked = settled.trim()
  const answer = asked === '' ? undefined : query.data
  return (
    <PageFrame className="search-page" onChanged={() => void query.refetch()}>
      <h1>{t('title')}</h1>
      <form
        className="search-form"
        role="search"
        aria-label={t('label')}
        onSubmit={(event) => event.preventDefault()}
      >
        <input
          className="input"
          type="search"
          aria-label={t('label')}
          placeholder={t('label')}
          aria-describedby="search-hint"
          maxLength={longestQuery}
          autoComplete="off"
          enterKeyHint="search"
          autoFocus={inAddress === ''}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn primary" aria-label={t('submit')}>
          <Search className="i" aria-hidden="true" />
        </button>
      </form>
      <p className="sm soft" id="search-hint">
        {t('hint')}
      </p>
      <p className="sr" role="status">
        {answer && !query.isPlaceholderData && t('found', { count: answer.total, asked })}
      </p>
      {query.isError && (
        <Banner
          tone={query.error instanceof UnreachableServer ? 'warn' : 'danger'}
          action={
            <button type="button" className="btn sm" onClick={() => void query.refetch()}>
              {t('retry')}
            </button>
          }
        >
          <Bold text={t(query.error instanceof UnreachableServer ? 'offline' : 'failed')} />
        </Banner>
      )}
      {query.isLoading && <Skeleton label={t('loading')} lines={[30, 100, 90, 100, 80]} />}
      {answer && (
        <>
          <KindFilter counts={answer.counts} kind={kind} onKind={onKind} />
          <SearchResults
            {...{ answer, asked, kind, onKind }}
            reachable={(page) => pageExists(page.replace(/\?.*$/u, ''))}
          />
        </>
      )}
    </PageFrame>
  )
}
