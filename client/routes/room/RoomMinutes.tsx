// Lends the drafts' editor to the minutes, which know nothing of it: the same carets, tools and undo as in every text.
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { DraftEditor } from '#client/features/draft/DraftEditor.tsx'
import { useWriters } from '#client/features/draft/draftPresence.ts'
import { draftUndo } from '#client/features/draft/draftUndo.ts'
import { SharedField } from '#client/features/draft/SharedField.tsx'
import { StillText } from '#client/features/draft/StillText.tsx'
import { Toolbar } from '#client/features/draft/Toolbar.tsx'
import { useShared } from '#client/features/draft/useDraft.ts'
import { WritersLine } from '#client/features/draft/WritersLine.tsx'
import '#client/features/draft/draft.css'
import { MinutesDialog, type MinutesTextProps } from '#client/features/minutes/MinutesDialog.tsx'
import { minutesTitleLimit, readMinutes } from '#shared/minutes/minutesModel.ts'

export function RoomMinutes({ onClose }: { onClose: () => void }) {
  return (
    <MinutesDialog
      onClose={onClose}
      renderText={(text) =>
        text.live.access === 'write' ? (
          <Written key={text.sessionId} {...text} />
        ) : (
          <Read key={text.sessionId} {...text} />
        )
      }
    />
  )
}

function Written({ live, minutes, sessionId }: MinutesTextProps) {
  const { t } = useTranslation('minutes')
  const id = useId()
  const [editor, setEditor] = useState<Editor>()
  const writers = useWriters(live, sessionId)
  const title = minutes.get('title')
  // Escape leaves the text, not the dialog around it: the tools are the next stop.
  const done = (): void =>
    document.querySelector<HTMLElement>('.minutes-text .draft-tool[tabindex="0"]')?.focus()
  const stayHere = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation()
  }
  return (
    <div className="draft-words-box" onKeyDown={stayHere}>
      {title instanceof Y.Text && (
        <SharedField
          className="draft-title"
          live={live}
          draft={minutes}
          draftId={sessionId}
          place="title"
          text={title}
          label={t('titleLabel')}
          labelHidden
          limit={minutesTitleLimit}
          onDone={done}
        />
      )}
      <div className="draft-bar sticky">
        <Toolbar editor={editor} undo={draftUndo(minutes)} />
        <WritersLine writers={writers} />
      </div>
      <h3 className="sr" id={id}>
        {t('textLabel')}
      </h3>
      <DraftEditor
        live={live}
        draft={minutes}
        draftId={sessionId}
        section="body"
        invite={t('invite')}
        labelledBy={id}
        onDone={done}
        onFocus={setEditor}
      />
    </div>
  )
}

function Read({ live, minutes, sessionId }: MinutesTextProps) {
  const read = useShared(minutes, () => readMinutes(live.doc, sessionId))
  if (!read) return null
  return (
    <>
      <h3 className="minutes-title">{read.title}</h3>
      <div className="draft-words">
        <StillText blocks={read.blocks} />
      </div>
    </>
  )
}
