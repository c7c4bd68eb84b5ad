// « Qui a écrit quoi »: whose words are whose, as a list of its own, on demand; the sentences themselves stay unmarked.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type DraftHistoryProps, Unreachable } from '#client/features/draft/DraftHistory.tsx'
import { type DraftOnServer, readAuthorship } from '#client/features/draft/historyApi.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { initialsOf } from '#client/ui/wear.ts'
import type { AuthoredRun, DraftAuthorship } from '#shared/draft/draftHistory.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { inkOf } from '#shared/room/people.ts'

export function Authorship({
  room,
  spaceId,
  draftId,
  read,
  onClose,
}: Pick<DraftHistoryProps, 'room' | 'spaceId' | 'draftId' | 'read' | 'onClose'>) {
  const { t } = useTranslation('draft')
  const address: DraftOnServer = { code: room.join.room.code, spaceId, draftId }
  const { data, isError, refetch } = useQuery({
    queryKey: ['draft-authorship', address],
    queryFn: ({ signal }) => readAuthorship(address, signal),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <ModalDialog
      title={t('authors.title', { title: read.title || t('card.untitled') })}
      width="wide"
      onClose={onClose}
    >
      {isError && <Unreachable onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={[80, 60, 70]} label={t('history.loading')} />}
      {data && <Authored authorship={data} />}
    </ModalDialog>
  )
}

function Authored({ authorship }: { authorship: DraftAuthorship }) {
  const { t } = useTranslation('draft')
  return (
    <div className="draft-authors">
      <p className="soft">{t('authors.hint')}</p>
      <Part heading={t('compared.title')} blocks={[authorship.title]} />
      <Part heading={t('compared.summary')} blocks={[authorship.summary]} />
      {sections.map((section) => (
        <Part key={section} heading={t(`compared.${section}`)} blocks={authorship.sections[section]} />
      ))}
      {authorship.nuances.map(({ id, type, runs }) => (
        <Part key={id} heading={t(`nuanceType.${type}`)} blocks={[runs]} />
      ))}
    </div>
  )
}

function Part({ heading, blocks }: { heading: string; blocks: readonly (readonly AuthoredRun[])[] }) {
  const lines = blocks.flatMap(wordsByAuthor)
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{heading}</h3>
      <ul>
        {lines.map((line, at) => (
          <Line key={at} line={line} />
        ))}
      </ul>
    </section>
  )
}

/** Lone spaces and commas between two people's words go with the words before them. */
function wordsByAuthor(runs: readonly AuthoredRun[]): AuthoredRun[] {
  const lines: AuthoredRun[] = []
  for (const run of runs) {
    const last = lines.at(-1)
    if (last && (last.participantId === run.participantId || !/[\p{L}\p{N}]/u.test(run.text)))
      lines[lines.length - 1] = { ...last, text: last.text + run.text }
    else lines.push(run)
  }
  return lines.filter(({ text }) => text.trim() !== '')
}

function Line({ line: { participantId, name, text } }: { line: AuthoredRun }) {
  const { t } = useTranslation('draft')
  const said = name ?? t(participantId === null ? 'history.group' : 'history.gone')
  return (
    <li>
      {participantId === null ? (
        <span className="draft-nobody" aria-hidden="true" />
      ) : (
        <Avatar initials={initialsOf(said)} ink={inkOf(participantId)} side="remote" size="s" />
      )}
      <b>{said}</b>
      <span>{text.trim()}</span>
    </li>
  )
}
