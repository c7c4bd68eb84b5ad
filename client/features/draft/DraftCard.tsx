// A recommendation where it stands: a card on the whiteboard, an open row in the list or on a phone. It is the draft itself.
import '#client/features/draft/draft.css'
import '#client/features/draft/provenance.css'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { CardAtRest } from '#client/features/draft/CardAtRest.tsx'
import { useDraftLock } from '#client/features/draft/draftLocks.ts'
import { useWriters } from '#client/features/draft/draftPresence.ts'
import { groupOf, useDraftMap, useDraftsDocument, useReadDraft } from '#client/features/draft/useDraft.ts'
import { useOrigins, type WordSource, type WordSources } from '#client/features/draft/wordSources.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { ErrorBoundary } from '#client/ui/ErrorBoundary.tsx'
import { lazyView } from '#client/ui/lazyView.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { DraftMap } from '#shared/draft/draftModel.ts'

/** The editor is a good part of a room's code: nothing waits for it but whoever writes. */
const CardInHand = lazyView(async () => (await import('#client/features/draft/CardInHand.tsx')).CardInHand)
export const prepareWriting = CardInHand.prepare

export interface DraftCardProps {
  readonly room: LiveRoom
  readonly spaceId: string
  readonly draftId: string
  /** `board` draws the whole card; in the list the row around it has its head and title. */
  readonly variant: 'board' | 'panel' | 'phone'
  readonly editing: boolean
  /** The person is done writing: Escape or « Terminé ». */
  readonly onDone: () => void
  /** The groups whose drafts went into this one; read from its document unless the page knows better. */
  readonly origins?: readonly WordSource[] | undefined
}

export function DraftCard(props: DraftCardProps) {
  const { t } = useTranslation('draft')
  const live = useDraftsDocument(props.room, props.spaceId)
  const draft = useDraftMap(live, props.draftId)
  if (live && draft)
    return (
      // A text that cannot be edited takes neither the list nor the board with it, and can still be shown at rest.
      <ErrorBoundary key={String(props.editing)} fallback={() => <MissingCard variant={props.variant} />}>
        <Card {...props} live={live} draft={draft} />
      </ErrorBoundary>
    )
  return (
    <div className={`draft-card draft-${props.variant} draft-missing`}>
      {live && !live.isReadable() ? (
        <Skeleton lines={[70, 95, 85]} label={t('card.loading')} />
      ) : (
        <p className="muted">{t('card.missing')}</p>
      )}
    </div>
  )
}

function MissingCard({ variant }: Pick<DraftCardProps, 'variant'>) {
  const { t } = useTranslation('draft')
  return (
    <div className={`draft-card draft-${variant} draft-missing`}>
      <p className="muted">{t('card.missing')}</p>
    </div>
  )
}

export interface CardProps extends DraftCardProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
  /** Whose words it may hold; undefined for a draft that was never merged. */
  readonly sources?: WordSources | undefined
}

function Card(props: CardProps) {
  const { room, live, draft, spaceId, draftId, variant, editing } = props
  const { t } = useTranslation('draft')
  const read = useReadDraft(draftId, draft)
  const writers = useWriters(live, draftId)
  const lock = useDraftLock(spaceId, draftId)
  const own = useOrigins(room, live, draftId)
  if (!read || (read.deletedAt !== null && variant === 'board'))
    return (
      <div className={`draft-card draft-${variant} draft-missing`}>
        <p className="muted">{t(read ? 'card.hidden' : 'card.missing')}</p>
      </div>
    )
  const shown = {
    ...props,
    read,
    writers,
    group: groupOf(room, live),
    origins: props.origins ?? own?.groups,
    sources: own?.sources,
  }
  if (!editing || live.access !== 'write' || lock.holds) return <CardAtRest {...shown} />
  return (
    <Suspense fallback={<CardAtRest {...shown} />}>
      <CardInHand {...shown} />
    </Suspense>
  )
}
