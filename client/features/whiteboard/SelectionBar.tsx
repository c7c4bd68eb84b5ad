// The bar of selected notes or cards: what a double click, a menu or a keyboard also do, one tap away.
import { FilePlus2, Merge, Pencil, Split, SquareArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Editor, type TLShapeId, useEditor, useValue } from 'tldraw'
import { selectedNotes, toDraft, writeIn } from '#client/features/whiteboard/boardActs.ts'
import { type BoardMerging, type DraftPlace, useBoard } from '#client/features/whiteboard/boardContext.ts'
import { offer } from '#client/features/whiteboard/boardOffers.ts'
import { NoteColours } from '#client/features/whiteboard/NoteColours.tsx'
import { ours } from '#client/features/whiteboard/notForCanvas.ts'

/** Space between the selection and its bar, in screen pixels. */
const barGap = 12
/** Kept free at the edges, where tldraw's own bars are; on a phone the bar stands at the top. */
const reserved = { top: 60, bottom: 140, sides: 280, phone: 720 } as const

interface Chosen {
  readonly notes: readonly string[]
  readonly cards: readonly TLShapeId[]
}

/** As one string, so that the bar is drawn again only when the choice changes. */
function chosenNow(editor: Editor): string {
  if (!editor.isInAny('select.idle', 'select.pointing_shape')) return ''
  // A right click selects what is locked too.
  if (editor.getSelectedShapes().some((shape) => editor.isShapeOrAncestorLocked(shape))) return ''
  const notes = selectedNotes(editor)
  if (notes.length > 0) return `notes ${notes.join(' ')}`
  const shapes = editor.getSelectedShapes()
  const isCards = shapes.length > 0 && shapes.every(({ type }) => type === 'draft')
  return isCards ? `cards ${shapes.map(({ id }) => id).join(' ')}` : ''
}

function read(chosen: string): Chosen | undefined {
  const [kind, ...ids] = chosen.split(' ')
  if (kind === 'notes') return { notes: ids, cards: [] }
  return kind === 'cards' ? { notes: [], cards: ids as TLShapeId[] } : undefined // ids of shapes, written just above
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
  const { notes, cards } = chosen
  const card = cards.length === 1 ? cards[0] : undefined
  const only = card ?? (notes.length === 1 ? (notes[0] as TLShapeId) : undefined) // the id of a selected shape
  if (cards.length > 1 && !board.merging) return null
  return (
    <div
      className="wb-bar"
      role="toolbar"
      aria-label={t(cards.length > 0 ? 'card.bar' : 'note.bar')}
      style={place}
      {...ours}
    >
      {cards.length === 0 && <NoteColours />}
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
      <MergeButtons cards={cards} />
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

/** One card is merged with others that are chosen in a dialog; several with one another. */
function MergeButtons({ cards }: { cards: readonly TLShapeId[] }) {
  const editor = useEditor()
  const { merging } = useBoard()
  const drafts = draftsOfCards(editor, cards)
  const [first] = drafts
  if (!merging || !first) return null
  const running = drafts.length === 1 ? merging.running(first) : []
  return (
    <>
      {running.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="btn quiet sm"
          data-offer={offer('open-merge')}
          onClick={run}
        >
          <Merge className="i" aria-hidden="true" />
          {label}
        </button>
      ))}
      {merging.blocked === undefined && <BeginButtons merging={merging} drafts={drafts} first={first} />}
    </>
  )
}

interface BeginButtonsProps {
  readonly merging: BoardMerging
  readonly drafts: readonly DraftPlace[]
  readonly first: DraftPlace
}

function BeginButtons({ merging, drafts, first }: BeginButtonsProps) {
  const { t } = useTranslation('whiteboard')
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        data-offer={offer('merge-cards')}
        onClick={() => merging.merge(drafts)}
      >
        <Merge className="i" aria-hidden="true" />
        {t(drafts.length > 1 ? 'card.mergeThese' : 'card.mergeWith', { count: drafts.length })}
      </button>
      {drafts.length === 1 && (
        <>
          <button
            type="button"
            className="btn quiet icon sm"
            data-offer={offer('pull-card')}
            aria-label={t('card.pull')}
            title={t('card.pull')}
            onClick={() => merging.pull(first)}
          >
            <SquareArrowDown className="i" aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn quiet icon sm"
            data-offer={offer('split-card')}
            aria-label={t('card.split')}
            title={t('card.split')}
            onClick={() => merging.split(first)}
          >
            <Split className="i" aria-hidden="true" />
          </button>
        </>
      )}
    </>
  )
}

/** Two cards may show one draft. */
function draftsOfCards(editor: Editor, cards: readonly TLShapeId[]): readonly DraftPlace[] {
  const found = new Map<string, DraftPlace>()
  for (const id of cards) {
    const shape = editor.getShape(id)
    if (shape?.type !== 'draft') continue
    const { spaceId, draftId } = shape.props as DraftPlace // a card's props
    found.set(`${spaceId}/${draftId}`, { spaceId, draftId })
  }
  return [...found.values()]
}
