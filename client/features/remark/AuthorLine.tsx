// Who said something and when: name, the antenna's ink and initials, the day and the hour.
import { useTranslation } from 'react-i18next'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import type { RemarkAuthor } from '#shared/remark/remark.ts'

export interface AuthorLineProps {
  readonly by: RemarkAuthor
  /** Milliseconds since 1970. */
  readonly at: number
  /** « propose », « commente ». */
  readonly does?: string
}

export function AuthorLine({ by, at, does }: AuthorLineProps) {
  const { t, i18n } = useTranslation('remark')
  const { groups } = useLiveRoom().join.room
  const group = groups.find(({ id }) => id === by.groupId)
  const standing = by.standing === 'guest' || by.standing === 'member' ? undefined : by.standing
  return (
    <span className="remark-author">
      {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
      <b>{by.name}</b>
      {!group && standing && <span className="xs">{t(`standing.${standing}`)}</span>}
      {does && <span>{does}</span>}
      <time className="xs muted" dateTime={new Date(at).toISOString()}>
        {new Intl.DateTimeFormat(i18n.language, {
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }).format(at)}
      </time>
    </span>
  )
}
