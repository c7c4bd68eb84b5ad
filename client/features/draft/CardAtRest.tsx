// A draft being read: its text follows every letter, with the carets of those who write it.
import { Lock, MessageCircle } from 'lucide-react'
import { use, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { CardTools } from '#client/features/draft/CardTools.tsx'
import { CaretLayer } from '#client/features/draft/CaretLayer.tsx'
import type { CardProps } from '#client/features/draft/DraftCard.tsx'
import { useDraftLock } from '#client/features/draft/draftLocks.ts'
import type { Writer } from '#client/features/draft/draftPresence.ts'
import { InkedText } from '#client/features/draft/InkedText.tsx'
import { OriginBadges } from '#client/features/draft/OriginBadges.tsx'
import { readOnlyReason } from '#client/features/draft/readOnlyReason.ts'
import { StatusChip } from '#client/features/draft/StatusChip.tsx'
import { TextSlots } from '#client/features/draft/textSlots.ts'
import { WritersLine } from '#client/features/draft/WritersLine.tsx'
import { Antenna, Tape } from '#client/ui/Antenna.tsx'
import { plainSection, type ReadDraft } from '#shared/draft/draftModel.ts'
import { type Section, sections } from '#shared/draft/vocabulary.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface ShownCardProps extends CardProps {
  readonly read: ReadDraft
  readonly writers: readonly Writer[]
  readonly group: RoomGroup | undefined
}

export function CardAtRest(props: ShownCardProps) {
  const { variant, read, writers, group, live, editing, spaceId, draftId } = props
  const { t } = useTranslation('draft')
  const section = sectionShown(read, writers)
  const { isLocked } = useDraftLock(spaceId, draftId)
  const board = variant === 'board'
  return (
    <article className={`draft-card draft-${variant}`} data-draft={read.id}>
      {board ? (
        <CardHead read={read} group={group} origins={props.origins} />
      ) : (
        <OriginBadges origins={props.origins} />
      )}
      {board && <h3>{read.title || t('card.untitled')}</h3>}
      <ReadSection {...props} section={section} />
      {(isLocked || (!board && live.access === 'read')) && (
        <p className="draft-readonly">
          <Lock className="i" aria-hidden="true" />
          {t(isLocked ? 'readOnly.locked' : readOnlyReason(props))}
        </p>
      )}
      {(!board || editing) && <CardTools {...props} />}
      {board && <CardFoot read={read} writers={writers} />}
    </article>
  )
}

export function CardHead({ read, group, origins }: Pick<ShownCardProps, 'read' | 'group' | 'origins'>) {
  return (
    <>
      {group && <Tape wear={group.wear} />}
      <header>
        {read.code && <b className="draft-code">{read.code}</b>}
        {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
        <OriginBadges origins={origins} />
        <StatusChip status={read.status} />
      </header>
    </>
  )
}

export function CardFoot({ read, writers }: Pick<ShownCardProps, 'read' | 'writers'>) {
  const { t } = useTranslation('draft')
  if (writers.length === 0 && read.nuances.length === 0) return null
  return (
    <footer>
      <WritersLine writers={writers} />
      {read.nuances.length > 0 && (
        <span className="draft-count">
          <MessageCircle className="i" aria-hidden="true" />
          {t('nuance.count', { count: read.nuances.length })}
        </span>
      )}
    </footer>
  )
}

/** The section that a card shows: where others write now, else the proposal, else the first that holds words. */
function sectionShown(read: ReadDraft, writers: readonly Writer[]): Section {
  const written = sections.find((section) => writers.some(({ caret }) => caret.place === section))
  const filled = (section: Section): boolean => plainSection(read.sections[section]).trim() !== ''
  return written ?? (filled('proposition') ? 'proposition' : (sections.find(filled) ?? 'proposition'))
}

function ReadSection({
  live,
  draft,
  spaceId,
  draftId,
  read,
  section,
  variant,
  sources,
}: ShownCardProps & { section: Section }) {
  const { t } = useTranslation('draft')
  const text = useRef<HTMLDivElement>(null)
  const { holds } = useDraftLock(spaceId, draftId)
  const { Words } = use(TextSlots)
  const fragment = draft.get(section)
  const empty = plainSection(read.sections[section]).trim() === ''
  return (
    <div className="draft-text">
      {empty && variant !== 'phone' && (
        <p className="draft-invite still">
          {t(live.access === 'write' && !holds ? 'invite.card' : 'card.noText')}
        </p>
      )}
      <div className="draft-words" ref={text} hidden={empty}>
        <InkedText live={live} section={fragment} sources={sources} />
      </div>
      {fragment instanceof Y.XmlFragment && (
        <CaretLayer live={live} draftId={draftId} place={section} section={fragment} text={text} />
      )}
      {Words && variant !== 'board' && fragment instanceof Y.XmlFragment && (
        <Words live={live} draftId={draftId} place={section} shared={fragment} text={text} />
      )}
    </div>
  )
}
