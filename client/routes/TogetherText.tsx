// A text of the convergence in the editor of joint rooms: everybody's letters and carets, in the convergence's own room.
import '#client/features/draft/draft.css'
import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import type { TogetherProps } from '#client/features/convergence/deskContext.ts'
import { DraftEditor } from '#client/features/draft/DraftEditor.tsx'
import { useWriters } from '#client/features/draft/draftPresence.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { Toolbar } from '#client/features/draft/Toolbar.tsx'
import { useDraftMap, useDraftsDocument, useReadDraft } from '#client/features/draft/useDraft.ts'
import { WritersLine } from '#client/features/draft/WritersLine.tsx'
import { DoorProblemCard } from '#client/features/join/DoorProblemCard.tsx'
import { useRoomEntry } from '#client/features/join/useRoomEntry.ts'
import { addTogetherTexts } from '#client/i18n/togetherTexts.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { LiveRoomProvider, useLiveRoom, useSave } from '#client/live/useLiveRoom.tsx'
import { useOpenedRoom } from '#client/routes/useOpenedRoom.ts'
import { SaveBadge } from '#client/ui/SaveBadge.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import { togetherWords } from '#shared/convergence/writtenTogether.ts'
import type { DraftMap } from '#shared/draft/draftModel.ts'
import { sections, titleLimit } from '#shared/draft/vocabulary.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

addTogetherTexts()

/** Bold and lists stay in the editor: what is taken over is words. */
const tools = ['undo'] as const

export function TogetherText(props: TogetherProps) {
  const { code } = props.place
  const { entry, refresh, retry } = useRoomEntry(code, 'remote')
  if (entry.kind === 'problem') return <DoorProblemCard problem={entry.problem} code={code} onRetry={retry} />
  if (entry.kind !== 'joined') return <Waiting />
  return <InRoom {...props} answer={entry.answer} refresh={refresh} />
}

function Waiting() {
  const { t } = useTranslation('draft')
  return <Skeleton lines={[60, 95, 90, 70]} label={t('card.loading')} />
}

interface InRoomProps extends TogetherProps {
  readonly answer: JoinAnswer
  readonly refresh: () => Promise<JoinAnswer>
}

function InRoom({ answer, refresh, ...props }: InRoomProps) {
  const room = useOpenedRoom(answer, refresh)
  if (!room) return <Waiting />
  return (
    <LiveRoomProvider room={room}>
      <InDocument {...props} />
    </LiveRoomProvider>
  )
}

function InDocument(props: TogetherProps) {
  const live = useDraftsDocument(useLiveRoom(), props.place.spaceId)
  const draft = useDraftMap(live, props.place.draftId)
  if (!live?.isReadable() || !draft) return <Waiting />
  return <Written {...props} {...{ live, draft }} />
}

interface WrittenProps extends TogetherProps {
  readonly live: LiveDocument
  readonly draft: DraftMap
}

function Written({ below, draft, live, place: { draftId } }: WrittenProps) {
  const { t } = useTranslation('draft')
  const box = useRef<HTMLDivElement>(null)
  const read = useReadDraft(draftId, draft)
  const writers = useWriters(live, draftId)
  const { sentOnReturn, state } = useSave()
  const [editor, setEditor] = useState<Editor>()
  const leave = (): void => box.current?.focus()
  const title = draft.get('title')
  const field = { live, draft, draftId, onDone: leave }
  return (
    <div className="draft-detail cv-written" ref={box} tabIndex={-1} data-draft={draftId}>
      <div className="row between wrap">
        <WritersLine writers={writers} />
        <SaveBadge state={state} sentOnReturn={sentOnReturn} />
      </div>
      <div className="draft-words-box">
        {title instanceof Y.Text && (
          <SharedField {...field} place="title" text={title} label={t('title.label')} limit={titleLimit} />
        )}
        <Toolbar editor={editor} undo={draftUndo(draft)} tools={tools} />
        {sections.map((section) => (
          <WrittenSection key={section} {...field} section={section} onFocus={setEditor} />
        ))}
      </div>
      {read && below(togetherWords(read))}
    </div>
  )
}

interface WrittenSectionProps extends Pick<WrittenProps, 'live' | 'draft'> {
  readonly draftId: string
  readonly section: (typeof sections)[number]
  readonly onDone: () => void
  readonly onFocus: (editor: Editor) => void
}

function WrittenSection(props: WrittenSectionProps) {
  const { t } = useTranslation('draft')
  const id = useId()
  return (
    <section className="draft-part">
      <h4 id={id}>{t(`section.${props.section}`)}</h4>
      <DraftEditor {...props} labelledBy={id} />
    </section>
  )
}
