// The joint text of a merge: title, summary, sections, country passages and nuances, each marked for the ribbons.
import '#client/features/draft/draft.css'
import type { Editor } from '@tiptap/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { CountryPassages } from '#client/features/draft/CountryPassages.tsx'
import type { DetailPartProps } from '#client/features/draft/DraftDetail.tsx'
import { DraftEditor } from '#client/features/draft/DraftEditor.tsx'
import { useDraftLock } from '#client/features/draft/draftLocks.ts'
import { useWriters } from '#client/features/draft/draftPresence.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { Nuances } from '#client/features/draft/Nuances.tsx'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { SummaryField } from '#client/features/draft/SummaryField.tsx'
import { Toolbar } from '#client/features/draft/Toolbar.tsx'
import { groupOf, useDraftMap, useDraftsDocument, useReadDraft } from '#client/features/draft/useDraft.ts'
import { SectionAtRest } from '#client/features/draft/WordsAtRest.tsx'
import { WritersLine } from '#client/features/draft/WritersLine.tsx'
import type { MergeSources } from '#client/features/merge/mergeSources.ts'
import { RemarkPanel } from '#client/features/remark/RemarkPanel.tsx'
import { RemarkTool } from '#client/features/remark/RemarkTool.tsx'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { sections, titleLimit } from '#shared/draft/vocabulary.ts'

export interface RoomMergeTextProps {
  readonly spaceId: string
  readonly draftId: string
  readonly sources: MergeSources
}

export function RoomMergeText(props: RoomMergeTextProps) {
  const { t } = useTranslation('draft')
  const room = useLiveRoom()
  const live = useDraftsDocument(room, props.spaceId)
  const draft = useDraftMap(live, props.draftId)
  const { holds } = useDraftLock(props.spaceId, props.draftId)
  if (!live || !draft) return <Skeleton lines={[60, 95, 90, 70]} label={t('card.loading')} />
  const editable = live.access === 'write' && !holds
  return (
    <JointText {...props} room={room} live={live} draft={draft} editable={editable} onDone={leaveField} />
  )
}

/** Escape in a text: the keyboard goes to the joint text as a whole. */
function leaveField(): void {
  document.querySelector<HTMLElement>('.mg-mid')?.focus()
}

type JointTextProps = RoomMergeTextProps & Omit<DetailPartProps, 'read' | 'group'>

function JointText(props: JointTextProps) {
  const read = useReadDraft(props.draftId, props.draft)
  const writers = useWriters(props.live, props.draftId)
  if (!read) return null
  const part: JointPartProps = { ...props, read, group: groupOf(props.room, props.live) }
  return (
    <div className="draft-detail mg-joint-detail" data-draft={read.id}>
      <WritersLine writers={writers} />
      {props.editable ? <WrittenWords {...part} /> : <StillWords {...part} />}
      <RemarkPanel spaceId={props.spaceId} draftId={props.draftId} level="h3" />
      <div data-joint="country">
        <CountryPassages {...part} />
      </div>
      <div data-joint="nuance">
        <Nuances {...part} />
      </div>
    </div>
  )
}

type JointPartProps = DetailPartProps & Pick<RoomMergeTextProps, 'sources'>

function WrittenWords({ live, draft, draftId, onDone, sources }: JointPartProps) {
  const { t } = useTranslation('draft')
  const [editor, setEditor] = useState<Editor>()
  const id = useId()
  const title = draft.get('title')
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
          labelHidden
          invite={t('title.invite')}
          limit={titleLimit}
          onDone={onDone}
        />
      )}
      <SummaryField live={live} draft={draft} draftId={draftId} onDone={onDone} />
      <div className="draft-bar sticky">
        <Toolbar editor={editor} undo={draftUndo(draft)} hasSources />
        <RemarkTool live={live} draftId={draftId} />
      </div>
      {sections.map((section) => (
        <section className="draft-part" key={section} data-joint={section}>
          <h3 id={`${id}-${section}`}>{t(`section.${section}`)}</h3>
          <DraftEditor
            {...{ live, draft, draftId, section, onDone, sources }}
            labelledBy={`${id}-${section}`}
            onFocus={setEditor}
          />
        </section>
      ))}
    </div>
  )
}

function StillWords({ live, draft, draftId, read, sources }: JointPartProps) {
  const { t } = useTranslation('draft')
  return (
    <div className="draft-words-box">
      <p className="draft-title">{read.title}</p>
      {read.summary && <p className="draft-lead">{read.summary}</p>}
      {sections.map((section) => (
        <section className="draft-part" key={section} data-joint={section}>
          <h3>{t(`section.${section}`)}</h3>
          <SectionAtRest {...{ live, draft, draftId, section, sources }} />
        </section>
      ))}
    </div>
  )
}
