// The boards' page: the desk for whoever reads one, every verdict for everybody.
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ExportSubject } from '#client/features/exports/exportSubject.ts'
import { useHome } from '#client/features/home/useHome.ts'
import { Desk } from '#client/features/instruction/Desk.tsx'
import { Rulings } from '#client/features/instruction/Rulings.tsx'
import { instructionKey, type ReadDesk, useDesk, useOverview } from '#client/features/instruction/useDesk.ts'
import { LibraryGlossary } from '#client/features/library/LibraryGlossary.tsx'
import { addInstructionTexts } from '#client/i18n/instructionTexts.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { deviceStorage, readStored, writeStored } from '#client/live/localCopyNames.ts'
import { keepFilesHere } from '#client/live/offlineFiles.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { StandInHeading } from '#client/routes/StandInHeading.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { InstructionAnswer } from '#shared/instruction/instructionAnswers.ts'
import '#client/features/instruction/instruction.css'

addInstructionTexts()

const ExportButton = lazyView(async () => (await import('#client/routes/ExportPart.tsx')).ExportButton)

/** The desk that was open last: it is found again when the server cannot say which one it was. */
const lastBoard = 'faire-ensemble.desk-typed|last-board'

export function InstructionPage() {
  const { t } = useTranslation('instruction')
  const client = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const home = useHome()
  const overview = useOverview()
  const me = home.data?.me
  const person = me ? `${me.persona ?? ''}|${me.name}|${me.place}` : ''
  const board = boardToOpen(overview.data, search.get('board'))
  const away = overview.error instanceof UnreachableServer
  const kept = readStored(deviceStorage().localStorage, lastBoard)
  const last = lastOpened(kept)
  const desk = useDesk(
    board ? person : away ? (last?.person ?? '') : '',
    board ?? (away ? last?.board : undefined),
  )
  useEffect(() => {
    if (board && person) writeStored(deviceStorage().localStorage, lastBoard, { board, person })
  }, [board, person])
  const mayGoAway = desk.data?.desk.you.seated === true
  useEffect(() => {
    // A board member reads on a train: the page must open there too.
    if (mayGoAway) void keepFilesHere()
  }, [mayGoAway])
  useTitle(t('title'))
  const change = (next: Record<string, string | null>): void => {
    const address = new URLSearchParams(search)
    for (const [name, value] of Object.entries(next))
      value === null ? address.delete(name) : address.set(name, value)
    setSearch(address, { preventScrollReset: true })
  }
  return (
    <PageFrame
      className="in-page"
      onChanged={() => void client.invalidateQueries({ queryKey: instructionKey })}
    >
      {!desk.data && <StandInHeading query={overview} title={t('title')} />}
      {overview.isPending && <Skeleton label={t('loading')} lines={[40, 100, 100, 92, 100]} />}
      {overview.isError && !desk.data && <Trouble away={away} retry={() => void overview.refetch()} />}
      {overview.data && (
        <Desks overview={overview.data} board={board} onBoard={(id) => change({ board: id, text: null })} />
      )}
      {desk.data && (
        <>
          <Copied read={desk.data} />
          {desk.data.copiedAt === null && (
            <Suspense>
              <div className="row in-out">
                <ExportButton
                  subjects={deskSubjects(desk.data, search.get('text') ?? placeOf(desk.data, search))}
                />
              </div>
            </Suspense>
          )}
          <LibraryGlossary>
            <Desk
              key={desk.data.desk.board.id}
              desk={desk.data.desk}
              person={person || (last?.person ?? '')}
              open={search.get('text') ?? placeOf(desk.data, search)}
              onOpen={(id) => change({ text: id ?? 'none', board: desk.data.desk.board.id })}
            />
          </LibraryGlossary>
        </>
      )}
      {overview.data && !board && (
        <div className="in-open">
          <header className="in-top">
            <h1>{t('title')}</h1>
            <p className="soft">{t('overviewText')}</p>
          </header>
          <Rulings answer={overview.data} />
        </div>
      )}
    </PageFrame>
  )
}

/** The text that lies open, and all that waits; whoever reads the desk may take both. */
function deskSubjects({ desk }: ReadDesk, open: string | null): ExportSubject[] {
  const queue = { content: 'queue', key: desk.board.id } as const
  const item = desk.items.find(({ id }) => id === open)
  return item ? [{ content: 'dossier', key: item.id }, queue] : [queue]
}

/** Where the member left off, on a wide page; the queue comes first on a phone. */
const placeOf = ({ desk }: ReadDesk, search: URLSearchParams): string | null =>
  search.has('text') || window.matchMedia('(width < 1100px)').matches ? null : desk.openAt

function boardToOpen(overview: InstructionAnswer | undefined, asked: string | null): string | undefined {
  if (asked === 'all') return undefined
  const readable = overview?.boards.filter(({ desk }) => desk !== null) ?? []
  const seats = readable.filter(({ desk }) => desk === 'seat')
  return (readable.find(({ id }) => id === asked) ?? seats[0])?.id
}

function lastOpened(kept: unknown): { readonly board: string; readonly person: string } | undefined {
  if (typeof kept !== 'object' || kept === null || !('board' in kept) || !('person' in kept)) return undefined
  const { board, person } = kept
  return typeof board === 'string' && typeof person === 'string' ? { board, person } : undefined
}

interface DesksProps {
  readonly overview: InstructionAnswer
  readonly board: string | undefined
  readonly onBoard: (id: string) => void
}

/** Whoever reads a desk may also read what is public. */
function Desks({ overview, board, onBoard }: DesksProps) {
  const { t } = useTranslation('instruction')
  const desks = overview.boards.filter(({ desk }) => desk !== null)
  if (desks.length === 0) return null
  return (
    <nav className="in-desks row" aria-label={t('desks')}>
      {desks.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="btn sm"
          aria-current={id === board ? 'page' : undefined}
          onClick={() => onBoard(id)}
        >
          {name}
        </button>
      ))}
      <button
        type="button"
        className="btn sm"
        aria-current={board === undefined ? 'page' : undefined}
        onClick={() => onBoard('all')}
      >
        {t('decisions')}
      </button>
    </nav>
  )
}

function Copied({ read: { copiedAt } }: { read: ReadDesk }) {
  const { t, i18n } = useTranslation('instruction')
  if (copiedAt === null) return null
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(
    copiedAt,
  )
  return (
    <Banner tone="warn">
      <Bold text={t('offlineCopy', { at })} />
    </Banner>
  )
}

function Trouble({ away, retry }: { away: boolean; retry: () => void }) {
  const { t } = useTranslation('instruction')
  return (
    <Banner
      tone={away ? 'warn' : 'danger'}
      action={
        <button type="button" className="btn sm" onClick={retry}>
          {t('retry')}
        </button>
      }
    >
      <Bold text={t(away ? 'offlineNone' : 'broken')} />
    </Banner>
  )
}
