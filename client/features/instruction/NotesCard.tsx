// Notes beside a text, each signed, with what its source group corrected; and the form of whoever may sign one.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '#client/features/instruction/TextArea.tsx'
import { useActing } from '#client/features/instruction/useDesk.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import type { ShownNote } from '#shared/instruction/instructionAnswers.ts'

export interface NotesListProps {
  readonly notes: readonly ShownNote[]
  readonly lang: string
  readonly placeOf: (groupId: string) => string
  readonly below?: (note: ShownNote) => ReactNode
}

export function NotesList({ notes, lang, placeOf, below }: NotesListProps) {
  const { t, i18n } = useTranslation('instruction')
  if (notes.length === 0) return null
  return (
    <section className="in-sec">
      <h3>{t('notes')}</h3>
      {notes.map((note) => (
        <div key={note.id} className="in-note">
          <p lang={lang}>{note.text}</p>
          <p className="xs soft">
            {t(`noteAbout.${note.about}`)}. {note.byName}, {wholeDay(i18n.language, note.date)}
          </p>
          {note.corrections.map((one) => (
            <div key={`${one.groupId}-${one.text}`} className="in-said">
              <h4>{t('corrected', { group: placeOf(one.groupId), name: one.byName })}</h4>
              <p lang={lang}>{one.text}</p>
            </div>
          ))}
          {below?.(note)}
        </div>
      ))}
    </section>
  )
}

export function AddNote({ recommendationId }: { recommendationId: string }) {
  const { t } = useTranslation('instruction')
  const [text, setText] = useState('')
  const [about, setAbout] = useState<'context' | 'summary'>('context')
  const { busy, problem, run } = useActing()
  return (
    <form
      className="in-form"
      aria-label={t('addNoteLabel')}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        void run([{ body: { kind: 'note', recommendationId, about, text } }], t('noteKept')).then(
          (kept) => kept && setText(''),
        )
      }}
    >
      <Choice
        label={t('noteKind')}
        look="segments"
        options={(['context', 'summary'] as const).map((value) => ({
          value,
          label: t(`noteAbout.${value}`),
        }))}
        value={about}
        onChange={setAbout}
      />
      <TextArea label={t('addNote')} value={text} maxLength={1200} onChange={setText} />
      {problem && <Banner tone="danger">{problem}</Banner>}
      <button type="submit" className="btn" aria-disabled={busy}>
        {t('signNote')}
      </button>
    </form>
  )
}
