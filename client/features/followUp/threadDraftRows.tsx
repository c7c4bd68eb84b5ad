// Rows of a thread's beginning: notes, drafts, what was begun in an antenna.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { initiativeLooks } from '#client/features/followUp/looks.ts'
import { Groups, Head, placesOf, type RowOf, useSession } from '#client/features/followUp/threadRowParts.tsx'

/** Notes shown on the row; the others are counted. */
const notesShown = 4

export function NotesRow({ row, thread }: RowOf<'notes'>) {
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

export function DraftRow({ row, thread }: RowOf<'draft'>) {
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

export function InitiativeRow({ row, thread }: RowOf<'initiative'>) {
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
