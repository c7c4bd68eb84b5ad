// Rows of what others made of a text: ressentis, verdicts, the project and its changes, what is announced.
import { useTranslation } from 'react-i18next'
import { monthDay } from '#client/features/followUp/days.ts'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks, itemLooks, verdictLooks } from '#client/features/followUp/looks.ts'
import { Head, type RowBodyProps, type RowOf } from '#client/features/followUp/threadRowParts.tsx'

export function FeltRow({ row, thread }: RowOf<'felt'>) {
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

export function VerdictRow({ row, thread }: RowOf<'verdict'>) {
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

export function PlanRow({ row, thread, onTend }: RowOf<'plan'> & Pick<RowBodyProps, 'onTend'>) {
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

export function ChangeRow({ row, thread }: RowOf<'change'>) {
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

export function ToComeRow({ row, thread }: RowOf<'to-come'>) {
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
