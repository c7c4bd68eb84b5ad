// The four papers a note may have, for what is selected and for the next note.
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { offer } from '#client/features/whiteboard/boardOffers.ts'
import { type NoteColour, noteColours } from '#shared/whiteboard/boardModel.ts'
import { noteColourStyle } from '#shared/whiteboard/boardSchema.ts'

export function NoteColours() {
  const { t } = useTranslation('whiteboard')
  const editor = useEditor()
  const current = useValue('note colour', () => editor.getSharedStyles().getAsKnownValue(noteColourStyle), [
    editor,
  ])
  const choose = (colour: NoteColour): void => {
    editor.markHistoryStoppingPoint('note colour')
    editor.run(() => {
      editor.setStyleForSelectedShapes(noteColourStyle, colour)
      editor.setStyleForNextShapes(noteColourStyle, colour)
    })
  }
  return (
    <div className="wb-colours" role="group" aria-label={t('note.colours')}>
      {noteColours.map((colour) => (
        <button
          key={colour}
          type="button"
          data-offer={offer('colour')}
          className={`wb-colour wb-note-${colour}`}
          aria-label={t(`note.${colour}`)}
          aria-pressed={current === colour}
          title={t(`note.${colour}`)}
          onClick={() => choose(colour)}
        />
      ))}
    </div>
  )
}
