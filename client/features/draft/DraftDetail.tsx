// Everything about one draft: only the title is needed, every other field is an invitation.
import '#client/features/draft/draft.css'
import '#client/features/draft/provenance.css'
import type { Editor } from '@tiptap/core'
import { Lock } from 'lucide-react'
import { use, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { ContextCards } from '#client/features/draft/ContextCards.tsx'
import { CountryPassages } from '#client/features/draft/CountryPassages.tsx'
import { DraftChoices } from '#client/features/draft/DraftChoices.tsx'
import { DraftEditor } from '#client/features/draft/DraftEditor.tsx'
import { DraftFoot } from '#client/features/draft/DraftFoot.tsx'
import { useDraftLock } from '#client/features/draft/draftLocks.ts'
import { useWriters } from '#client/features/draft/draftPresence.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { Nuances } from '#client/features/draft/Nuances.tsx'
import { OriginBadges } from '#client/features/draft/OriginBadges.tsx'
import { Questions } from '#client/features/draft/Questions.tsx'
import { readOnlyReason } from '#client/features/draft/readOnlyReason.ts'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { Sources } from '#client/features/draft/Sources.tsx'
import { StatusChip } from '#client/features/draft/StatusChip.tsx'
import { SummaryField } from '#client/features/draft/SummaryField.tsx'
import { Toolbar } from '#client/features/draft/Toolbar.tsx'
import { TextSlots } from '#client/features/draft/textSlots.ts'
import { groupOf, useDraftMap, useDraftsDocument, useReadDraft } from '#client/features/draft/useDraft.ts'
import { WordsAtRest } from '#client/features/draft/WordsAtRest.tsx'
import { WritersLine } from '#client/features/draft/WritersLine.tsx'
import { type Origins, useOrigins, type WordSources } from '#client/features/draft/wordSources.ts'
import type { LiveDocument, LiveRoom } from '#client/live/liveRoom.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { DraftMap, ReadDraft } from '#shared/draft/draftModel.ts'
import { type Section, sections, titleLimit } from '#shared/draft/vocabulary.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface DraftDetailProps {
  readonly room: LiveRoom
  readonly spaceId: string
  readonly draftId: string
  /** False shows the draft without fields, whatever the person's rights. */
  readonly editing: boolean
  readonly onDone: () => void
}

/** What the parts of the detail share. */
export interface DetailPartProps {
  readonly room: LiveRoom
  readonly live: LiveDocument
  readonly draft: DraftMap
  readonly draftId: string
  readonly spaceId: string
  readonly read: ReadDraft
  readonly group: RoomGroup | undefined
  readonly editable: boolean
  readonly onDone: () => void
  /** Of a draft that others were merged into. */
  readonly origins?: Origins | undefined
}

export function DraftDetail({ room, spaceId, draftId, editing, onDone }: DraftDetailProps) {
  const { t } = useTranslation('draft')
  const live = useDraftsDocument(room, spaceId)
  const draft = useDraftMap(live, draftId)
  const { holds } = useDraftLock(spaceId, draftId)
  if (!live || !draft)
    return live?.isReadable() ? (
      <p className="muted">{t('card.missing')}</p>
    ) : (
      <Skeleton lines={[60, 95, 90, 70]} label={t('card.loading')} />
    )
  return (
    <Detail
      {...{ room, spaceId, draftId, onDone, live, draft }}
      editable={editing && live.access === 'write' && !holds}
    />
  )
}

function Detail(props: Omit<DetailPartProps, 'read' | 'group'>) {
  const read = useReadDraft(props.draftId, props.draft)
  const origins = useOrigins(props.room, props.live, props.draftId)
  const { t } = useTranslation('draft')
  const { Below, Frame } = use(TextSlots)
  if (!read) return <p className="muted">{t('card.missing')}</p>
  const part: DetailPartProps = { ...props, read, origins, group: groupOf(props.room, props.live) }
  return (
    <div className="draft-detail" data-draft={read.id}>
      <DetailHead {...part} />
      <Words {...part} />
      {Below && <Below live={part.live} draftId={part.draftId} />}
      <Nuances {...part} />
      <CountryPassages {...part} />
      <DraftChoices {...part} />
      <Questions {...part} />
      {Frame ? (
        <Frame live={part.live} draftId={part.draftId} group={part.group}>
          <ContextCards {...part} />
        </Frame>
      ) : (
        <ContextCards {...part} />
      )}
      <Sources {...part} />
      <DraftFoot {...part} />
    </div>
  )
}

function DetailHead({ room, live, spaceId, draftId, read, group, editable, origins }: DetailPartProps) {
  const { t } = useTranslation('draft')
  const writers = useWriters(live, draftId)
  const { isLocked } = useDraftLock(spaceId, draftId)
  return (
    <div className="draft-detail-head">
      {read.code && <b className="draft-code">{read.code}</b>}
      {group && <Antenna wear={group.wear} place={group.place} />}
      <OriginBadges origins={origins?.groups} />
      <StatusChip status={read.status} />
      <WritersLine writers={writers} />
      {(isLocked || (!editable && live.access === 'read')) && (
        <p className="draft-readonly">
          <Lock className="i" aria-hidden="true" />
          {t(isLocked ? 'readOnly.locked' : readOnlyReason({ room, live, group }))}
        </p>
      )}
    </div>
  )
}

/** Title, summary and the three sections, with one toolbar for whichever is being written. */
function Words({ live, draft, draftId, read, editable, onDone, origins }: DetailPartProps) {
  const { t } = useTranslation('draft')
  const [editor, setEditor] = useState<Editor>()
  const { Tool } = use(TextSlots)
  const title = draft.get('title')
  const sources = origins?.sources
  if (!editable) return <WordsAtRest {...{ live, draft, draftId, read, sources }} />
  return (
    <div className="draft-words-box">
      {title instanceof Y.Text && (
        <SharedField
          className="draft-title"
          live={live}
          draft={draft}
          draftId={draftId}
          place="title"
          text={title}
          label={t('title.label')}
          invite={t('title.invite')}
          limit={titleLimit}
          onDone={onDone}
        />
      )}
      <SummaryField live={live} draft={draft} draftId={draftId} onDone={onDone} />
      <div className="draft-bar sticky">
        <Toolbar editor={editor} undo={draftUndo(draft)} hasSources={sources !== undefined} />
        {Tool && <Tool live={live} draftId={draftId} />}
      </div>
      {sections.map((section) => (
        <WrittenSection
          key={section}
          {...{ live, draft, draftId, section, onDone, sources }}
          onFocus={setEditor}
        />
      ))}
    </div>
  )
}

interface WrittenSectionProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
  readonly draftId: string
  readonly section: Section
  readonly onDone: () => void
  readonly onFocus: (editor: Editor) => void
  readonly sources: WordSources | undefined
}

function WrittenSection({ section, ...editor }: WrittenSectionProps) {
  const { t } = useTranslation('draft')
  const id = useId()
  return (
    <section className="draft-part">
      <h3 id={id}>{t(`section.${section}`)}</h3>
      <DraftEditor {...editor} section={section} labelledBy={id} />
    </section>
  )
}
