// The frame around a card's content: decides when it is worth an editor, and keeps the canvas out of what is written in it.
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { stopEventPropagation, useEditor, useValue } from 'tldraw'
import { backToCanvas } from '#client/features/whiteboard/backToCanvas.ts'
import { comeCloser } from '#client/features/whiteboard/boardActs.ts'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import type { DraftShape } from '#client/features/whiteboard/boardShapes.ts'
import { draftOf } from '#client/features/whiteboard/DraftShapeUtil.tsx'
import { Antenna, Tape } from '#client/ui/Antenna.tsx'

/** Below this zoom a card's letters are too small to read: its title alone is drawn. */
const readableZoom = 0.35
/** Height of a card's letters, in page units. */
const cardLetters = 16

export const DraftFrame = memo(function DraftFrame({ shape }: { shape: DraftShape }) {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const { renderDraft } = useBoard()
  const frame = useRef<HTMLDivElement>(null)
  const { id, props } = shape
  const editing = useValue('editing', () => editor.getEditingShapeId() === id, [editor, id])
  const far = useValue(
    'far',
    () => editor.getZoomLevel() < readableZoom || editor.getCulledShapes().has(id),
    [editor, id],
  )
  const onDone = useCallback(() => backToCanvas(editor), [editor])
  useEffect(() => {
    if (!editing) return
    comeCloser(editor, id, cardLetters)
    const field = frame.current?.querySelector<HTMLElement>('[contenteditable=true],textarea,input')
    if (!frame.current?.contains(document.activeElement))
      (field ?? frame.current)?.focus({ preventScroll: true })
  }, [editor, id, editing])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!editing) return
    event.stopPropagation()
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return
    event.preventDefault()
    onDone()
  }
  const keepOut = editing
    ? {
        onPointerDown: stopEventPropagation,
        onTouchStart: stopEventPropagation,
        onTouchEnd: stopEventPropagation,
        onKeyUp: stopEventPropagation,
      }
    : {}
  const detail = far && !editing ? 'light' : 'full'
  return (
    <div
      ref={frame}
      className="wb-card"
      data-editing={editing || undefined}
      data-detail={detail}
      style={{ width: props.w, height: props.h, pointerEvents: editing ? 'all' : 'none' }}
      tabIndex={editing ? -1 : undefined}
      onKeyDown={onKeyDown}
      {...keepOut}
      {...(editing ? {} : { inert: true })}
    >
      {detail === 'light' ? (
        <LightCard shape={shape} />
      ) : (
        (renderDraft(props.spaceId, props.draftId, { editing, detail, onDone }) ?? (
          <p className="wb-card-missing">{t('card.missing')}</p>
        ))
      )}
    </div>
  )
})

function LightCard({ shape }: { shape: DraftShape }) {
  const { t } = useTranslation('whiteboard')
  const { room } = useBoard()
  // A document may come while its card lies here already: what an aparté brings back.
  const { spaceId } = shape.props
  useSyncExternalStore(
    useCallback((changed) => room.subscribe(changed), [room]),
    () => room.draftsOf(spaceId)?.isReadable(),
  )
  const draft = draftOf(shape)
  const groupId = room.draftsOf(spaceId)?.groupId
  const group = room.join.room.groups.find(({ id }) => id === groupId)
  return (
    <>
      {group && <Tape wear={group.wear} />}
      <div className="wb-card-light">
        <div className="row">
          {draft?.code && <b>{draft.code}</b>}
          {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
        </div>
        <h4>{draft ? draft.title || t('card.untitled') : t('card.missing')}</h4>
      </div>
    </>
  )
}
