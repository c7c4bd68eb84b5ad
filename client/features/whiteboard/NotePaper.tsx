// A note as it is seen: read, or being written in place.
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import type { NoteShape } from '#client/features/whiteboard/boardShapes.ts'
import { NoteWords } from '#client/features/whiteboard/NoteWords.tsx'
import { useWritersOf } from '#client/features/whiteboard/presence.ts'
import { wordsIn } from '#client/features/whiteboard/recordDiff.ts'
import { inkStyle } from '#client/ui/wear.ts'
import { type NoteLayout, noteFoot, noteLineHeight, notePadding } from '#shared/whiteboard/noteLayout.ts'

/** More points than this are written as a number. */
const dotsDrawn = 6

/** A slight turn of the paper, the same on every screen, so that a wall of notes does not look like a table. In degrees. */
function tilt(id: string): number {
  let hash = 0
  for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) | 0
  return ((Math.abs(hash) % 13) - 6) / 8
}

export const NotePaper = memo(function NotePaper({
  shape,
  layout,
}: {
  shape: NoteShape
  layout: NoteLayout
}) {
  const editor = useEditor()
  const editing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  const small = useValue('small', () => editor.getZoomLevel() * layout.fontSize < 4, [
    editor,
    layout.fontSize,
  ])
  const { colour, author, dots } = shape.props
  // Too small to read, hundreds may be in sight: bare paper, straight, is half the work of painting.
  const bare = small && !editing
  return (
    <div
      className={`wb-note wb-note-${colour}`}
      data-editing={editing || undefined}
      style={{
        width: shape.props.w,
        height: layout.height,
        padding: `${notePadding}px ${notePadding}px ${noteFoot}px`,
        fontSize: layout.fontSize,
        lineHeight: noteLineHeight,
        ...(editing || bare ? {} : { rotate: `${tilt(shape.id)}deg` }),
      }}
    >
      {editing ? (
        <NoteWords shape={shape} letters={layout.fontSize} />
      ) : bare ? (
        <span className="wb-note-far" aria-hidden="true" />
      ) : (
        <span className="wb-note-words">{wordsIn(shape)}</span>
      )}
      {!bare && (
        <span className="wb-note-foot" style={{ height: noteFoot, paddingInline: notePadding }}>
          <em>{author}</em>
          <Dots dots={dots} />
        </span>
      )}
      <Writers id={shape.id} />
    </div>
  )
})

function Dots({ dots }: { dots: number }) {
  const { t } = useTranslation('whiteboard')
  if (dots === 0) return null
  return (
    <span className="wb-dots" role="img" aria-label={t('note.points', { count: dots })}>
      {dots <= dotsDrawn ? Array.from({ length: dots }, (_, i) => <i key={i} />) : <b>{dots}</b>}
    </span>
  )
}

/** Who else is writing in it: a hint, not a lock. */
function Writers({ id }: { id: string }) {
  const { t } = useTranslation('whiteboard')
  const { awareness } = useBoard()
  const writers = useWritersOf(awareness, id)
  if (writers.length === 0) return null
  return (
    <span className="wb-writers">
      {writers.map(({ participantId, name, ink, side }) => (
        <span key={participantId} className={`wb-writer a ${side}`} style={inkStyle(ink)}>
          {t('note.writes', { name })}
        </span>
      ))}
    </span>
  )
}
