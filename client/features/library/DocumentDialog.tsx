// Putting a document into the library, or its next version: pasted text or Markdown, shown in numbered paragraphs before it is kept.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangedMeanwhile } from '#client/features/library/ChangedMeanwhile.tsx'
import { putDocument } from '#client/features/library/libraryApi.ts'
import { useLibraryAct } from '#client/features/library/useLibrary.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { OneOf } from '#client/ui/OneOf.tsx'
import { Words } from '#client/ui/Words.tsx'
import type { DocumentAnswer } from '#shared/library/libraryAnswers.ts'
import { documentKinds, longest } from '#shared/library/libraryEntries.ts'
import { countParagraphs, documentIdOf } from '#shared/library/paragraphs.ts'

export interface DocumentDialogProps {
  /** Absent for a new one. */
  readonly document?: DocumentAnswer
  readonly today: string
  readonly language: string
  readonly onClose: () => void
}

export function DocumentDialog({ document, today, language, onClose }: DocumentDialogProps) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  const [words, setWords] = useState({
    ...{ kind: document?.kind ?? 'other', title: document?.title ?? '', text: document?.source ?? '' },
    ...{ date: today, language: document?.language ?? language, why: '' },
  })
  // What was written answers the version that was read, not the one that came since.
  const [seen, setSeen] = useState(document?.newest ?? 0)
  const change = (more: Partial<typeof words>): void => setWords({ ...words, ...more })
  const ready =
    words.title.trim() !== '' && words.text.trim() !== '' && (!document || words.why.trim() !== '')
  const send = async (): Promise<void> => {
    const id = document?.id ?? documentIdOf(words.title)
    const input = { seen, document: words }
    if (await acting.run(() => putDocument(id, input), t('documentKept'))) onClose()
  }
  return (
    <ModalDialog title={t(document ? 'newVersionTitle' : 'addDocumentTitle')} onClose={onClose} width="wide">
      <ActForm acting={acting} submit={t('keepDocument')} ready={ready} onSubmit={() => void send()}>
        <ChangedMeanwhile
          seen={seen}
          newest={
            document && {
              ...{ version: document.newest, text: document.source ?? '' },
              byName: document.changed?.byName ?? '',
            }
          }
          onRead={setSeen}
        />
        <Field
          label={t('documentTitle')}
          value={words.title}
          maxLength={longest.title}
          onChange={({ target }) => change({ title: target.value })}
        />
        <OneOf
          label={t('documentSort')}
          value={words.kind}
          options={documentKinds.map((kind) => [kind, t(`documentKind.${kind}`)])}
          onChange={(value) => change({ kind: documentKinds.find((kind) => kind === value) ?? 'other' })}
        />
        <Field
          label={t('documentDate')}
          type="date"
          value={words.date}
          onChange={({ target }) => change({ date: target.value })}
        />
        <Words
          label={t('documentText')}
          hint={t('documentTextHint', { count: countParagraphs(words.text) })}
          value={words.text}
          maxLength={longest.document}
          rows={12}
          onChange={(text) => change({ text })}
        />
        {document && (
          <Words
            label={t('why')}
            value={words.why}
            maxLength={longest.why}
            rows={2}
            onChange={(why) => change({ why })}
          />
        )}
      </ActForm>
    </ModalDialog>
  )
}
