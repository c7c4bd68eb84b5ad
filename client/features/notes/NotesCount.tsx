// How many notes there are and how many people have written: never who.
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { NotesView } from '#shared/notes/notesView.ts'

export function NotesCount({ step }: { step: NonNullable<NotesView['step']> }) {
  const { t } = useTranslation('notes')
  return (
    <p className="notes-count">
      <Lock className="i" aria-hidden="true" />
      <b>{t('now.notes', { count: step.notes })}</b>
      <span className="soft">{t('now.writers', { count: step.writers })}</span>
    </p>
  )
}
