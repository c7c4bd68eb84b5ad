// Every recommendation with what became of it, local initiatives, and the cycles before.
import { FileInput, ListTree, Sprout } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { AxesDialog } from '#client/features/followUp/AxesDialog.tsx'
import { DeclareDialog } from '#client/features/followUp/DeclareDialog.tsx'
import { FollowButton } from '#client/features/followUp/FollowButton.tsx'
import { FollowUpFilters } from '#client/features/followUp/FollowUpFilters.tsx'
import { FollowUpHead } from '#client/features/followUp/FollowUpHead.tsx'
import { FollowUpShares } from '#client/features/followUp/FollowUpShares.tsx'
import { FollowUpTable } from '#client/features/followUp/FollowUpTable.tsx'
import { InitiativeDialog } from '#client/features/followUp/InitiativeDialog.tsx'
import { InitiativesCard } from '#client/features/followUp/InitiativesCard.tsx'
import { ItemDialog } from '#client/features/followUp/ItemDialog.tsx'
import { PastTable } from '#client/features/followUp/PastTable.tsx'
import { useFollowUp } from '#client/features/followUp/useFollowUp.ts'
import { useHome } from '#client/features/home/useHome.ts'
import { addFollowUpTexts } from '#client/i18n/followUpTexts.ts'
import { FollowUpFrame } from '#client/routes/FollowUpFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { lazyView } from '#client/ui/lazyView.tsx'
import { fates } from '#shared/followUp/fate.ts'
import { type FollowUpFilter, filteredLines, filteredPast, noFilter } from '#shared/followUp/filterLines.ts'
import type { FollowUpAnswer, FollowUpItem, ShownInitiative } from '#shared/followUp/followUpAnswers.ts'
import '#client/features/followUp/followUp.css'

addFollowUpTexts()

const ExportButton = lazyView(async () => (await import('#client/routes/ExportPart.tsx')).ExportButton)
const PlanVotePart = lazyView(async () => (await import('#client/routes/PlanVotePart.tsx')).PlanVotePart)

const PastImportDialog = lazyView(
  async () => (await import('#client/features/followUp/PastImportDialog.tsx')).PastImportDialog,
)

export function FollowUpPage() {
  const { t } = useTranslation('followUp')
  const query = useFollowUp()
  useTitle(t('title'))
  return <FollowUpFrame query={query}>{query.data && <Opened page={query.data} />}</FollowUpFrame>
}

const yearSubjects = [{ content: 'follow-up' }, { content: 'decisions' }, { content: 'document' }] as const

/** Names of the filters in the address. */
const names = {
  ...{ words: 'q', themeId: 'theme', boardId: 'board', fate: 'status', groupId: 'group' },
  ...{ axisId: 'axis', mine: 'mine', late: 'late' },
} as const

function fromAddress(search: URLSearchParams): FollowUpFilter {
  const said = (key: keyof typeof names): string => search.get(names[key]) ?? ''
  return {
    ...{ words: said('words').slice(0, 80), themeId: said('themeId'), boardId: said('boardId') },
    ...{ groupId: said('groupId'), axisId: said('axisId') },
    fate: fates.find((fate) => fate === said('fate')) ?? '',
    ...{ mine: said('mine') !== '', late: said('late') !== '' },
  }
}

function toAddress(filter: FollowUpFilter): URLSearchParams {
  const search = new URLSearchParams()
  for (const [key, name] of Object.entries(names) as [keyof typeof names, string][]) // an object's own entries
    if (filter[key] !== noFilter[key]) search.set(name, filter[key] === true ? '1' : String(filter[key]))
  return search
}

type Open =
  | { readonly kind: 'declare' | 'axes' | 'import' }
  | { readonly kind: 'item'; readonly item: FollowUpItem }
  | { readonly kind: 'initiative'; readonly one: ShownInitiative }

function Opened({ page }: { page: FollowUpAnswer }) {
  const { t } = useTranslation('followUp')
  const home = useHome()
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState<Open>()
  const filter = useMemo(() => fromAddress(search), [search])
  const myGroupIds = home.data?.me?.groupIds ?? []
  const lines = filteredLines(page, filter, myGroupIds)
  const past = filteredPast(page.past, filter)
  const theme = page.themes.find(({ id }) => id === filter.themeId)
  return (
    <>
      {page.lines.length > 0 ? (
        <FollowUpHead page={page} />
      ) : (
        <header className="fu-top">
          <div>
            <h1>{t('headNone')}</h1>
            <p className="soft">{t('headNoneText')}</p>
          </div>
        </header>
      )}
      <div className="fu-grid">
        <div className="fu-main">
          {(page.lines.length > 0 || page.past.length > 0) && (
            <section className="card fu-list" aria-label={t('title')}>
              <FollowUpFilters
                {...{ page, myGroupIds, filter }}
                onChange={(next) => setSearch(toAddress(next), { replace: true, preventScrollReset: true })}
              />
              <p className="sr" role="status">
                {t('shown', { count: lines.length })}
              </p>
              {page.lines.length > 0 && (
                <FollowUpTable
                  key={search.toString()}
                  page={page}
                  lines={lines}
                  onTend={(item) => setOpen({ kind: 'item', item })}
                />
              )}
            </section>
          )}
          <PastTable past={past} language={page.language} />
          {page.lines.length + page.past.length > 0 && <FollowUpShares page={page} />}
        </div>
        <aside className="fu-side" aria-label={t('here')}>
          <InitiativesCard
            {...{ initiatives: page.initiatives, places: page.places, groups: page.groups, you: page.you }}
            language={page.language}
            title={t('here')}
            onDeclare={() => setOpen({ kind: 'declare' })}
            onTend={(one) => setOpen({ kind: 'initiative', one })}
          />
          <Suspense>
            <PlanVotePart language={page.language} />
          </Suspense>
          {theme ? (
            <FollowButton
              you={page.you}
              target="theme"
              id={theme.id}
              name={theme.title}
              feed={`/feeds/themes/${encodeURIComponent(theme.id)}.atom`}
            />
          ) : (
            <a
              className="btn quiet"
              href="/feeds/follow-up.atom"
              aria-label={t('feedLabel', { name: t('title') })}
            >
              <Sprout className="i" aria-hidden="true" />
              {t('feed')}
            </a>
          )}
          {page.lines.length > 0 && (
            <Suspense>
              <ExportButton subjects={yearSubjects} />
            </Suspense>
          )}
          {page.you.keeps && (
            <div className="fu-keep">
              <button type="button" className="btn" onClick={() => setOpen({ kind: 'axes' })}>
                <ListTree className="i" aria-hidden="true" />
                {t('axes')}
              </button>
              <button
                type="button"
                className="btn"
                data-act="import"
                onClick={() => setOpen({ kind: 'import' })}
              >
                <FileInput className="i" aria-hidden="true" />
                {t('import')}
              </button>
            </div>
          )}
        </aside>
      </div>
      <Dialogs page={page} open={open} onClose={() => setOpen(undefined)} />
    </>
  )
}

function Dialogs({
  page,
  open,
  onClose,
}: {
  page: FollowUpAnswer
  open: Open | undefined
  onClose: () => void
}) {
  const { you, groups, axes } = page
  switch (open?.kind) {
    case 'declare':
      return <DeclareDialog {...{ you, groups, onClose }} choices={page.lines} />
    case 'axes':
      return <AxesDialog page={page} onClose={onClose} />
    case 'item':
      return <ItemDialog {...{ you, axes, onClose }} item={open.item} />
    case 'initiative':
      return <InitiativeDialog {...{ you, groups, onClose }} one={open.one} />
    case 'import':
      return (
        <Suspense>
          <PastImportDialog onClose={onClose} />
        </Suspense>
      )
    default:
      return null
  }
}
