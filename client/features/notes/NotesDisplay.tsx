// Private writing on the room's display: the question and two counts, readable from afar.
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import '#client/features/notes/notes.css'

export function NotesDisplay() {
  const { t } = useTranslation('notes')
  const step = useSlice('notes')?.step
  if (!step) return null
  return (
    <section className="notes-display" aria-label={t('now.region')}>
      <p className="notes-display-eyebrow">
        <EyeOff className="i" aria-hidden="true" />
        {t('display.eyebrow')}
      </p>
      <h2>{step.question}</h2>
      <p className="notes-display-count">
        <b>{t('now.notes', { count: step.notes })}</b>
        <span>{t('now.writers', { count: step.writers })}</span>
      </p>
      <p className="notes-display-text">
        {t(step.stage === 'reviewing' ? 'display.reading' : 'display.alone')}
      </p>
    </section>
  )
}
