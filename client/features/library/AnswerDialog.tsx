// Answering a group's question, signed; shared with everybody unless it stays with the group.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerQuestion } from '#client/features/library/libraryApi.ts'
import { useLibraryAct } from '#client/features/library/useLibrary.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Words } from '#client/ui/Words.tsx'
import type { LibraryQuestion } from '#shared/library/libraryAnswers.ts'
import { longest } from '#shared/library/libraryEntries.ts'

export function AnswerDialog({ question, onClose }: { question: LibraryQuestion; onClose: () => void }) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  const [text, setText] = useState('')
  const [published, setPublished] = useState(true)
  const send = async (): Promise<void> => {
    const kept = await acting.run(
      () => answerQuestion(question.id, { seen: question.version, text, published }),
      t('answered'),
    )
    if (kept) onClose()
  }
  return (
    <ModalDialog title={t('answerTitle', { place: question.group.place })} onClose={onClose}>
      <ActForm acting={acting} submit={t('answer')} ready={text.trim() !== ''} onSubmit={() => void send()}>
        <p>{question.text}</p>
        <Words label={t('yourAnswer')} value={text} maxLength={longest.answer} rows={6} onChange={setText} />
        <label className="row">
          <input
            type="checkbox"
            checked={published}
            onChange={({ target }) => setPublished(target.checked)}
          />
          {t('publish')}
        </label>
        <p className="sm soft">{t('publishHint')}</p>
      </ActForm>
    </ModalDialog>
  )
}
