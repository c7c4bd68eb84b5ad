// The bar of selected notes or of one selected card: what a double click, a menu or a keyboard also do, one tap away.
import { FilePlus2, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Editor, type TLShapeId, useEditor, useValue } from 'tldraw'
import { selectedNotes, toDraft, writeIn } from '#client/features/whiteboard/boardActs.ts'
import { useBoard } from '#client/features/whiteboard/boardContext.ts'
import { offer } from '#client/features/whiteboard/boardOffers.ts'
import { NoteColours } from '#client/features/whiteboard/NoteColours.tsx'
import { ours } from '#client/features/whiteboard/notForCanvas.ts'

/** Space between the selection and its bar, in screen pixels. */
const barGap = 12
/** Kept free at the edges, where tldraw's own bars are; on a phone the bar stands at the top. */
const reserved = { top: 60, bottom: 140, sides: 280, phone: 720 } as const

interface Chosen {
  readonly notes: readonly string[]
  readonly card: TLShapeId | undefined
}

/** As one string, so that the bar is drawn again only when the choice changes. */
function chosenNow(editor: Editor): string {
  if (!editor.isInAny('select.idle', 'select.pointing_shape')) return ''
  // A right click selects what is locked too.
  if (editor.getSelectedShapes().some((shape) => editor.isShapeOrAncestorLocked(shape))) return ''
  const notes = selectedNotes(editor)
  if (notes.length > 0) return `notes ${notes.join(' ')}`
  const only = editor.getOnlySelectedShape()
  return only?.type === 'draft' ? `card ${only.id}` : ''
}

function read(chosen: string): Chosen | undefined {
  const [kind, ...ids] = chosen.split(' ')
  if (kind === 'notes') return { notes: ids, card: undefined }
  return kind === 'card' ? { notes: [], card: ids[0] as TLShapeId } : undefined // ids of shapes, written just above
}

function placeOf(editor: Editor): { left: number; top: number } | undefined {
  const selection = editor.getSelectionRotatedScreenBounds()
  const screen = editor.getViewportScreenBounds()
  if (!selection) return undefined
  if (screen.w < reserved.phone) return { left: screen.w / 2, top: reserved.top }
  const below = selection.maxY - screen.y + barGap
  const above = Math.max(reserved.top, selection.y - screen.y - barGap - 52)
  const left = Math.min(Math.max(selection.center.x - screen.x, reserved.sides), screen.w - reserved.sides)
  return { left, top: below < screen.h - reserved.bottom ? below : above }
}

export function SelectionBar() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const board = useBoard()
  const chosen = read(useValue('chosen for the bar', () => chosenNow(editor), [editor]))
  const place = useValue('place of the bar', () => placeOf(editor), [editor])
  if (!chosen || !place) return null
  const { notes, card } = chosen
  const only = card ?? (notes.length === 1 ? (notes[0] as TLShapeId) : undefined) // the id of a selected shape
  return (
    <div
      className="wb-bar"
      role="toolbar"
      aria-label={t(card ? 'card.bar' : 'note.bar')}
      style={place}
      {...ours}
    >
      {!card && <NoteColours />}
      {only && (
        <button
          type="button"
          className="btn quiet sm"
          data-offer={offer(card ? 'write-card' : 'write-note')}
          onClick={() => writeIn(editor, only)}
        >
          <Pencil className="i" aria-hidden="true" />
          {t(card ? 'card.open' : 'note.edit')}
        </button>
      )}
      {notes.length > 0 && board.draftFromNotes && (
        <button
          type="button"
          className="btn quiet sm"
          data-offer={offer('to-draft')}
          onClick={() => void toDraft(editor, board, notes, t)}
        >
          <FilePlus2 className="i" aria-hidden="true" />
          {t('note.toDraft', { count: notes.length })}
        </button>
      )}
    </div>
  )
}
