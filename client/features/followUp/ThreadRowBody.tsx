// The words of one row of a thread.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { monthDay } from '#client/features/followUp/days.ts'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks, initiativeLooks, itemLooks, verdictLooks } from '#client/features/followUp/looks.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type {
  FollowUpItem,
  ThreadAnswer,
  ThreadRow,
  ThreadSession,
} from '#shared/followUp/followUpAnswers.ts'

export interface RowBodyProps {
  readonly row: ThreadRow
  readonly thread: ThreadAnswer
  readonly onTend: (item: FollowUpItem) => void
}
type Of<Kind extends ThreadRow['kind']> = Omit<RowBodyProps, 'row'> & {
  readonly row: Extract<ThreadRow, { kind: Kind }>
}

/** Notes shown on the row; the others are counted. */
const notesShown = 4

export function ThreadRowBody({ row, thread, onTend }: RowBodyProps) {
  const more = { thread, onTend }
  switch (row.kind) {
    case 'notes':
      return <Notes row={row} {...more} />
    case 'draft':
      return <Draft row={row} {...more} />
    case 'initiative':
      return <Initiative row={row} {...more} />
    case 'felt':
      return <Felt row={row} {...more} />
    case 'verdict':
      return <Verdict row={row} {...more} />
    case 'plan':
      return <Plan row={row} {...more} />
    case 'change':
      return <Change row={row} {...more} />
    default:
      return <Plain row={row} {...more} />
  }
}

function Head({
  title,
  lang,
  children,
}: {
  title: string
  lang?: string | undefined
  children?: React.ReactNode
}) {
  return (
    <div className="fu-row-head">
      <h2 lang={lang}>
        <Unbroken text={title} />
      </h2>
      <span className="row wrap">{children}</span>
    </div>
  )
}

function Groups({ ids, thread }: { ids: readonly string[]; thread: ThreadAnswer }) {
  return ids.map((id) => {
    const group = thread.groups.find((one) => one.id === id)
    return group && <Antenna key={id} wear={group.wear} place={group.place} size="mini" />
  })
}

const placesOf = (ids: readonly string[], { groups }: ThreadAnswer): string =>
  ids.flatMap((id) => groups.find((group) => group.id === id)?.place ?? []).join(', ')

function useSession() {
  const { t } = useTranslation('followUp')
  return ({ number, remote, room, subject }: ThreadSession): string =>
    [
      number === null ? subject : `${t('session', { number })}${subject === '' ? '' : `, ${subject}`}`,
      ...(room > 0 ? [t('inRoom', { count: room })] : []),
      ...(remote > 0 ? [t('remote', { count: remote })] : []),
    ]
      .filter(Boolean)
      .join(', ')
}

function Notes({ row, thread }: Of<'notes'>) {
  const { t } = useTranslation('followUp')
  const rest = row.words.length - notesShown
  return (
    <>
      <Head title={t('row.notes', { count: row.count })}>
        <Groups ids={row.groupIds} thread={thread} />
      </Head>
      {row.words.length === 0 ? (
        <p>{t('notesKept')}</p>
      ) : (
        <ul className="fu-notes" lang={thread.language}>
          {row.words.slice(0, notesShown).map((words, at) => (
            <li key={`${at}-${words}`}>{words}</li>
          ))}
          {rest > 0 && (
            <li className="fu-rest">
              <details>
                <summary>{t('moreNotes', { count: rest })}</summary>
                {row.words.slice(notesShown).join(' / ')}
              </details>
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function Draft({ row, thread }: Of<'draft'>) {
  const { t } = useTranslation('followUp')
  const session = useSession()
  return (
    <>
      <Head title={row.title} lang={thread.language}>
        <Groups ids={row.groupIds} thread={thread} />
      </Head>
      <p lang={thread.language}>{row.text}</p>
      <p className="sm">
        {[
          t('onList', { place: placesOf(row.groupIds, thread) }),
          row.authors.length > 0 ? t('by', { names: row.authors.join(', ') }) : '',
          row.session ? session(row.session) : t('noSession'),
        ]
          .filter(Boolean)
          // An initial ends with a dot of its own.
          .map((said) => said.replace(/\.$/u, ''))
          .join('. ')}
        .
      </p>
      {row.relation && row.relation !== 'kept' && <p className="sm">{t(`relation.${row.relation}`)}</p>}
      {row.alsoFed.map(({ code, title }) => (
        <p className="sm" key={code}>
          {t('alsoFed')} <Link to={`/follow-up/${encodeURIComponent(code)}`}>{`${code} ${title}`}</Link>
        </p>
      ))}
    </>
  )
}

function Initiative({ row, thread }: Of<'initiative'>) {
  const { t } = useTranslation('followUp')
  const { initiative: one } = row
  return (
    <>
      <Head title={one.title} lang={thread.language}>
        <LookChip look={initiativeLooks.active}>{t('localInitiative')}</LookChip>
        <Groups ids={row.groupIds.slice(0, 1)} thread={thread} />
      </Head>
      <p>
        <span lang={thread.language}>{one.text}</span>{' '}
        {one.people !== null && `${t('people', { count: one.people })}.`}
      </p>
      {one.adopted.length > 0 && (
        <p className="sm">{t('adoptedBy', { places: one.adopted.map(({ place }) => place).join(', ') })}</p>
      )}
    </>
  )
}

function Felt({ row, thread }: Of<'felt'>) {
  const { t } = useTranslation('followUp')
  const feelings = Object.entries(row.feelings) as [keyof typeof row.feelings, number][] // an object's own entries
  const felt = feelings.map(([feeling, count]) => `${count} ${t(`feeling.${feeling}`)}`).join(', ')
  const people = [
    ...(row.room > 0 ? [t('inRoom', { count: row.room })] : []),
    ...(row.remote > 0 ? [t('remote', { count: row.remote })] : []),
  ].join(', ')
  return (
    <>
      <Head title={t('row.felt')}>
        <span className="xs soft">{people}</span>
      </Head>
      <p>
        {felt === '' ? t('fewFelt') : `${felt}.`}{' '}
        {row.comments.map((comment) => (
          <q key={comment} lang={thread.language}>
            {comment}
          </q>
        ))}
      </p>
      <p className="sm" lang={thread.language}>
        {row.title}
      </p>
    </>
  )
}

function Verdict({ row, thread }: Of<'verdict'>) {
  const { t, i18n } = useTranslation('followUp')
  const day = (date: string): string => monthDay(i18n.language, date, thread.today)
  const { abstain, against, for: inFavour } = row.votes
  return (
    <>
      <Head title={thread.boards.find(({ id }) => id === row.boardId)?.name ?? ''} lang={thread.language}>
        <LookChip look={verdictLooks[row.decision]}>{t(`verdict.${row.decision}`)}</LookChip>
      </Head>
      <p className="sm">
        {t('votes', { for: inFavour, against, abstain })}
        {row.basis.length > 0 &&
          ` ${t('grounds')} ${row.basis.map((ground) => t(`ground.${ground}`)).join(', ')}.`}
        {row.textOf && ` ${t('onText', { day: day(row.textOf) })}`}
      </p>
      <p lang={thread.language}>
        <q>{row.reason}</q>
      </p>
      {row.newWording && (
        <p>
          {t('newWording')} <q lang={thread.language}>{row.newWording}</q>
        </p>
      )}
      {row.postponedUntil && <p>{t('reviewOn', { day: day(row.postponedUntil) })}</p>}
      {row.superseded && <p className="sm">{t('superseded')}</p>}
    </>
  )
}

function Plan({ row, thread, onTend }: Of<'plan'>) {
  const { t, i18n } = useTranslation('followUp')
  const { item } = row
  const day = (date: string): string => monthDay(i18n.language, date, thread.today)
  const axis = thread.axes.find(({ id }) => id === item.axisId)
  return (
    <>
      <Head title={t('row.plan', { title: item.title })} lang={thread.language}>
        <LookChip look={itemLooks[item.state]}>{t(`item.${item.state}`)}</LookChip>
      </Head>
      <p>
        {item.owners.length > 0 && `${t('carried', { names: item.owners.join(', ') })} `}
        {t('from', { start: day(item.start), end: day(item.end) })}
        {axis && ` ${t('onAxis', { title: axis.title })}`}
      </p>
      <div className="fu-progress">
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${item.progress}%` }} />
        </span>
        <b className="num sm">{t('percent', { progress: item.progress })}</b>
        {item.mine && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('tendLabel', { title: item.title })}
            onClick={() => onTend(item)}
          >
            {t('tend')}
          </button>
        )}
      </div>
    </>
  )
}

function Change({ row, thread }: Of<'change'>) {
  const { t, i18n } = useTranslation('followUp')
  const { change } = row
  const day = (date: string): string => monthDay(i18n.language, date, thread.today)
  const said = (): string => {
    switch (change.kind) {
      case 'state':
        return [
          `${t(`item.${change.state}`)}, ${t('percent', { progress: change.progress })}.`,
          change.reason,
        ].join(' ')
      case 'owners':
        return t('carried', { names: change.owners.join(', ') || t('nobody') })
      case 'dates':
        return t('from', { start: day(change.start), end: day(change.end) })
      case 'axis':
        return t('onAxis', {
          title: thread.axes.find(({ id }) => id === change.axisId)?.title ?? t('noAxis'),
        })
    }
  }
  return (
    <>
      <Head title={t(`row.change.${change.kind}`)} />
      <p>{said()}</p>
      <p className="sm">{[row.about, row.byName].filter(Boolean).join(', ')}</p>
    </>
  )
}

type PlainKind =
  | 'joint-session'
  | 'merge'
  | 'adopted'
  | 'handed-over'
  | 'published'
  | 'final'
  | 'assembly'
  | 'news'
  | 'to-come'

function Plain({ row, thread }: Of<PlainKind>) {
  const { t } = useTranslation('followUp')
  const session = useSession()
  const places = placesOf(row.groupIds, thread)
  const groups = <Groups ids={row.groupIds} thread={thread} />
  switch (row.kind) {
    case 'joint-session':
      return (
        <>
          <Head title={t('row.joint', { places })}>{groups}</Head>
          <p lang={thread.language}>{session(row.session)}</p>
        </>
      )
    case 'merge':
      return (
        <>
          <Head title={t('row.merge', { places })}>{groups}</Head>
          <p lang={thread.language}>{row.title}</p>
        </>
      )
    case 'adopted':
      return (
        <>
          <Head title={t('row.adopted', { places })}>{groups}</Head>
          <p lang={thread.language}>{row.title}</p>
          {row.withdrawn && <p className="sm">{t('withdrawn')}</p>}
        </>
      )
    case 'handed-over':
      return (
        <>
          <Head title={t('row.handedOver')}>{groups}</Head>
          <p>{t('handedOver', { count: row.count })}</p>
        </>
      )
    case 'published':
      return (
        <>
          <Head title={t('row.published', { code: row.code })}>{groups}</Head>
          <p>{t('nuancesWith', { count: row.nuances })}</p>
        </>
      )
    case 'final':
      return <Head title={t('row.final')} />
    case 'assembly':
      return <Head title={row.title} lang={thread.language} />
    case 'news':
      return (
        <>
          <Head title={t('row.news')} />
          <p lang={thread.language}>{row.text}</p>
          <p className="sm">{[row.about, row.byName].filter(Boolean).join(', ')}</p>
        </>
      )
    case 'to-come':
      return <ToCome row={row} thread={thread} />
  }
}

function ToCome({ row, thread }: Omit<Of<'to-come'>, 'onTend'>) {
  const { t } = useTranslation('followUp')
  const board = thread.boards.find(({ id }) => id === row.about)?.name
  return (
    <>
      <Head title={t(`row.toCome.${row.what}`)}>
        <LookChip look={row.late ? itemLooks.blocked : fateLooks.waiting}>
          {t(row.late ? 'isLate' : 'toCome')}
        </LookChip>
      </Head>
      <p lang={thread.language}>{board ?? row.about}</p>
    </>
  )
}
