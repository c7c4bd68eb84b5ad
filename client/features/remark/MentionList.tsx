// Who named the reader, or the group, and where: a short list with the way to each text.
import { useQuery } from '@tanstack/react-query'
import { AtSign } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { readGroupMentions, readOwnMentions } from '#client/live/apiRemarks.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { MentionNotice } from '#shared/remark/remark.ts'
import '#client/features/remark/mentions.css'

/** More are counted, not listed. */
const listed = 4

/** On the home page, for whoever is signed in. */
export function OwnMentions() {
  const { data } = useQuery({
    queryKey: ['mentions', 'own'],
    queryFn: ({ signal }) => readOwnMentions({ signal }),
    refetchInterval: 60_000,
  })
  return <MentionList mentions={data?.mentions ?? []} title="title" />
}

/** On a group's page. */
export function GroupMentions({ group }: { group: string }) {
  const { data } = useQuery({
    queryKey: ['mentions', 'group', group],
    queryFn: ({ signal }) => readGroupMentions(group, { signal }),
  })
  return <MentionList mentions={data?.mentions ?? []} title="groupTitle" />
}

interface MentionListProps {
  readonly mentions: readonly MentionNotice[]
  readonly title: 'title' | 'groupTitle'
}

function MentionList({ mentions, title }: MentionListProps) {
  const { t } = useTranslation('mention')
  const id = useId()
  if (mentions.length === 0) return null
  return (
    <section className="card mentions" aria-labelledby={id}>
      <h2 id={id}>
        <AtSign className="i" aria-hidden="true" />
        {t(title)}
      </h2>
      <ul>
        {mentions.slice(0, listed).map((mention) => (
          <Line key={`${mention.remarkId} ${mention.replyId ?? ''}`} mention={mention} />
        ))}
      </ul>
      {mentions.length > listed && (
        <p className="xs muted">{t('more', { count: mentions.length - listed })}</p>
      )}
    </section>
  )
}

function Line({ mention }: { mention: MentionNotice }) {
  const { t, i18n } = useTranslation('mention')
  const { by, named, words, at, roomCode, spaceId, draftId } = mention
  const title = mention.title.trim() || t('untitled')
  return (
    <li>
      <p className="mentions-by sm">
        {t('by', { name: by.name, named })}{' '}
        <time className="xs muted" dateTime={new Date(at).toISOString()}>
          {new Intl.DateTimeFormat(i18n.language, {
            day: 'numeric',
            month: 'short',
            hour: '2-digit',
            minute: '2-digit',
          }).format(at)}
        </time>
      </p>
      <p className="mentions-title" lang={contentLanguage()}>
        {title}
      </p>
      <p className="sm soft mentions-words" lang={contentLanguage()}>
        {words}
      </p>
      <Link
        className="btn sm"
        aria-label={t('openLabel', { title })}
        to={`/r/${encodeURIComponent(roomCode)}#texte=${encodeURIComponent(spaceId)}/${encodeURIComponent(draftId)}`}
      >
        {t('open')}
      </Link>
    </li>
  )
}
