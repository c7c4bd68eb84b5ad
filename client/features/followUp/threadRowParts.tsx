// What the rows of a thread share: their head, their groups, and how a session is said.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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

/** A row of one kind. */
export type RowOf<Kind extends ThreadRow['kind']> = Pick<RowBodyProps, 'thread'> & {
  readonly row: Extract<ThreadRow, { kind: Kind }>
}

export function Head({
  title,
  lang,
  children,
}: {
  title: string
  lang?: string | undefined
  children?: ReactNode
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

export function Groups({ ids, thread }: { ids: readonly string[]; thread: ThreadAnswer }) {
  return ids.map((id) => {
    const group = thread.groups.find((one) => one.id === id)
    return group && <Antenna key={id} wear={group.wear} place={group.place} size="mini" />
  })
}

export const placesOf = (ids: readonly string[], { groups }: ThreadAnswer): string =>
  ids.flatMap((id) => groups.find((group) => group.id === id)?.place ?? []).join(', ')

export function useSession() {
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
