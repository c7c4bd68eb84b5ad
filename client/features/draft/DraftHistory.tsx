// A draft's versions: who wrote when, what differs from today, and the way back to a version's words.
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { blocksInUse } from '#client/features/draft/blocksInUse.ts'
import { Comparison } from '#client/features/draft/Comparison.tsx'
import type { CardProps } from '#client/features/draft/DraftCard.tsx'
import { useDraftLock } from '#client/features/draft/draftLocks.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { type DraftOnServer, readVersion, readVersions } from '#client/features/draft/historyApi.ts'
import { restoreVersion } from '#client/features/draft/restoreVersion.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { DraftVersion } from '#shared/draft/draftHistory.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'

export type DraftHistoryProps = Pick<CardProps, 'room' | 'spaceId' | 'draftId' | 'live' | 'draft'> & {
  readonly read: ReadDraft
  readonly onClose: () => void
}

export function DraftHistory(props: DraftHistoryProps) {
  const { room, spaceId, draftId, read, onClose } = props
  const { t } = useTranslation('draft')
  const address: DraftOnServer = { code: room.join.room.code, spaceId, draftId }
  const [chosen, setChosen] = useState<DraftVersion>()
  const { data, isError, refetch } = useQuery({
    queryKey: ['draft-versions', address],
    queryFn: ({ signal }) => readVersions(address, signal),
    // The text lives while one looks: each opening asks anew.
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <ModalDialog
      title={t('history.title', { title: read.title || t('card.untitled') })}
      width="wide"
      onClose={onClose}
    >
      {isError && <Unreachable onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={[80, 60, 70]} label={t('history.loading')} />}
      {data && (
        <div className="draft-history">
          <VersionList versions={data.versions} chosen={chosen} onChoose={setChosen} />
          {chosen ? (
            <Version {...props} address={address} version={chosen} />
          ) : (
            <p className="muted">{t('history.choose')}</p>
          )}
        </div>
      )}
    </ModalDialog>
  )
}

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('draft')
  return (
    <div className="draft-problem" role="alert">
      <p>{t('history.unreachable')}</p>
      <button type="button" className="btn sm" onClick={onRetry}>
        {t('history.retry')}
      </button>
    </div>
  )
}

interface VersionListProps {
  readonly versions: readonly DraftVersion[]
  readonly chosen: DraftVersion | undefined
  readonly onChoose: (version: DraftVersion) => void
}

/** Newest first, as one looks for what has just gone. */
function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const { t, i18n } = useTranslation('draft')
  return (
    <ol className="draft-versions" reversed>
      {[...versions].reverse().map((version, at) => (
        <li key={version.seq}>
          <button
            type="button"
            className="draft-version"
            aria-pressed={version.seq === chosen?.seq}
            onClick={() => onChoose(version)}
          >
            <b>{moment(i18n.language, version.to)}</b>
            <span>{authorNames(t, version)}</span>
            {at === 0 && <span className="chip">{t('history.now')}</span>}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** In the reader's own time zone. */
export const moment = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)

const authorNames = (t: TFunction, { authors }: DraftVersion): string =>
  authors
    .map(({ participantId, name }) => name ?? t(participantId === null ? 'history.group' : 'history.gone'))
    .join(', ')

function Version(
  props: DraftHistoryProps & { readonly address: DraftOnServer; readonly version: DraftVersion },
) {
  const { address, version, read, draft, spaceId, draftId, live, onClose } = props
  const lock = useDraftLock(spaceId, draftId)
  const { t, i18n } = useTranslation('draft')
  const { data, isError, refetch } = useQuery({
    queryKey: ['draft-version', address, version.seq],
    queryFn: ({ signal }) => readVersion(address, version.seq, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isError) return <Unreachable onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={[90, 95, 60]} label={t('history.loading')} />
  const restore = (): void => {
    restoreVersion(draft, data.draft, blocksInUse(live, draftId, draft))
    showToast({
      text: t('history.restored'),
      action: { label: t('undo'), run: () => void draftUndo(draft).undo() },
    })
    onClose()
  }
  return (
    <section
      className="draft-compare"
      aria-label={t('history.compareLabel', { when: moment(i18n.language, version.to) })}
    >
      <p className="xs muted">
        <ins>{t('history.added')}</ins> <del>{t('history.removed')}</del>
      </p>
      <Comparison old={data.draft} now={read} />
      {live.access === 'write' && !lock.holds && (
        <div className="acts">
          <p className="xs muted grow">{t('history.restoreHint')}</p>
          <button type="button" className="btn primary" onClick={restore}>
            <RotateCcw className="i" aria-hidden="true" />
            {t('history.restore')}
          </button>
        </div>
      )}
    </section>
  )
}
