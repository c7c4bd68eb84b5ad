// A small lock on each thing of the board that the room has locked; it follows the camera without React.
import { Lock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { react, type TLShapeId, useEditor, useValue } from 'tldraw'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'

interface Sign {
  readonly id: string
  /** The right upper corner, in page units. */
  readonly x: number
  readonly y: number
}

export function LockSigns() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const { records } = useBoard().attention.locks
  const page = useRef<HTMLDivElement>(null)
  const places = useValue(
    'places of locks',
    () =>
      JSON.stringify(
        [...records].flatMap((id): Sign[] => {
          const bounds = editor.getShapePageBounds(id as TLShapeId) // undefined for anything that is no shape here
          const isHere = bounds && editor.getAncestorPageId(id as TLShapeId) === editor.getCurrentPageId()
          return isHere ? [{ id, x: Math.round(bounds.maxX), y: Math.round(bounds.y) }] : []
        }),
      ),
    [editor, records],
  )
  const some = places !== '[]'
  useEffect(() => {
    if (!some) return
    return react('locks follow the camera', () => {
      const { x, y, z } = editor.getCamera()
      if (!page.current) return
      page.current.style.transform = `scale(${z}) translate(${x}px, ${y}px)`
      page.current.style.setProperty('--inverse', String(1 / z))
    })
  }, [editor, some])
  if (!some) return null
  const signs = JSON.parse(places) as Sign[] // written just above
  return (
    <div className="wb-cursors wb-locks">
      <div ref={page} className="wb-cursors-page">
        {signs.map(({ id, x, y }) => (
          <span key={id} className="wb-lock" style={{ transform: `translate(${x}px, ${y}px)` }}>
            <span role="img" aria-label={t('heldSign')}>
              <Lock className="i" aria-hidden="true" />
            </span>
          </span>
        ))}
      </div>
    </div>
  )
}
