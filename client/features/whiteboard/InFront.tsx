// What lies in front of the canvas: others' hands, the bar of selected notes, the welcome of an empty board, what a reader must know.
import { Eye, StickyNote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { layTemplate } from '#client/features/whiteboard/boardActs.ts'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import { offer } from '#client/features/whiteboard/boardOffers.ts'
import { cursorLayer } from '#client/features/whiteboard/cursorLayer.ts'
import { LockSigns } from '#client/features/whiteboard/LockSigns.tsx'
import { laserLayer } from '#client/features/whiteboard/laserLayer.ts'
import { ours } from '#client/features/whiteboard/notForCanvas.ts'
import { SelectionBar } from '#client/features/whiteboard/SelectionBar.tsx'

export function InFront() {
  const { mayWrite } = useBoard()
  return (
    <>
      <LockSigns />
      <Cursors />
      <Laser />
      {mayWrite ? (
        <>
          <SelectionBar />
          <EmptyBoard />
        </>
      ) : (
        <Reader />
      )}
    </>
  )
}

function Cursors() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const { awareness } = useBoard()
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (layer.current)
      return cursorLayer(editor, awareness, layer.current, (name) => t('note.writes', { name }))
    return undefined
  }, [editor, awareness, t])
  return <div ref={layer} className="wb-cursors" aria-hidden="true" />
}

function Laser() {
  const editor = useEditor()
  const { awareness, attention } = useBoard()
  const { laserOf } = attention
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (laserOf !== null && layer.current) return laserLayer({ editor, awareness, laserOf }, layer.current)
    return undefined
  }, [editor, awareness, laserOf])
  return laserOf === null ? null : <div ref={layer} className="wb-cursors" aria-hidden="true" />
}

function EmptyBoard() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const board = useBoard()
  const empty = useValue(
    'board is empty',
    () => editor.getCurrentPageShapeIds().size === 0 && editor.isIn('select'),
    [editor],
  )
  if (!empty) return null
  return (
    <div className="wb-empty" {...ours}>
      <div className="empty">
        <StickyNote className="i" aria-hidden="true" />
        <b>{t('empty.title')}</b>
        <p>{t('empty.text')}</p>
        <button
          type="button"
          className="btn"
          data-offer={offer('empty-note')}
          onClick={() => editor.setCurrentTool('note')}
        >
          {t('empty.note')}
        </button>
        <button
          type="button"
          className="btn quiet"
          data-offer={offer('template-barriers')}
          onClick={() => layTemplate(editor, board, 'barriers', t)}
        >
          {t('empty.barriers')}
        </button>
      </div>
    </div>
  )
}

function Reader() {
  const { t } = useTranslation('whiteboard')
  return (
    <p className="wb-reader" title={t('readOnlyHint')}>
      <Eye className="i" aria-hidden="true" />
      {t('readOnly')}
      <span className="sr">{t('readOnlyHint')}</span>
    </p>
  )
}
