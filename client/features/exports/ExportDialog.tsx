// Taking away: what, as which kind of file, in which language; then how far it is, with a way back.
import '#client/features/exports/exports.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportButtonProps } from '#client/features/exports/ExportButton.tsx'
import { ExportProgress } from '#client/features/exports/ExportProgress.tsx'
import {
  type ExportSubject,
  inputOf,
  keepChoices,
  lastChoices,
  type Remembered,
} from '#client/features/exports/exportSubject.ts'
import { type ExportHeaders, readOffer } from '#client/features/exports/exportsApi.ts'
import { useExport } from '#client/features/exports/useExport.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { isLanguage, languages } from '#client/ui/languages.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { type ExportedList, exportFormats, exportPapers } from '#shared/exports/exportAsked.ts'
import { dayIn } from '#shared/exports/exportWords.ts'

interface ExportDialogProps {
  readonly subjects: ExportButtonProps['subjects']
  readonly headers: ExportHeaders
  readonly onClose: () => void
}

export function ExportDialog({ headers, onClose, subjects }: ExportDialogProps) {
  const { t, i18n } = useTranslation('exports')
  const [subject, setSubject] = useState(subjects[0])
  const [choices, setChoices] = useState(lastChoices)
  const [list, setList] = useState<string>()
  const exporting = useExport(headers)
  const group = subject?.content === 'list' ? subject.key : undefined
  const offer = useQuery({
    queryKey: ['export-offer', group ?? ''],
    queryFn: ({ signal }) => readOffer(group, { signal, headers }),
    staleTime: 0,
  })
  const lists = offer.data?.lists ?? []
  const chosenList = list ?? lists[0]?.value ?? 'drafts'
  const language = choices.language ?? (isLanguage(i18n.language) ? i18n.language : 'fr')
  const noPdf = offer.data?.pdf === false
  const format = noPdf && choices.format === 'pdf' ? 'docx' : choices.format
  const isRunning = exporting.state.kind === 'running'
  const choose = (more: Partial<Remembered>): void => setChoices({ ...choices, ...more })
  if (!subject) return null
  const start = (): void => {
    keepChoices(choices)
    exporting.start(inputOf(subject, { ...choices, format, language }, chosenList))
  }
  return (
    <ModalDialog title={t('title')} onClose={onClose} width="wide">
      <form
        className="exports"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRunning) start()
        }}
      >
        <fieldset className="exports-choices" disabled={isRunning}>
          <SubjectChoice subjects={subjects} subject={subject} onChange={setSubject} />
          {lists.length > 1 && (
            <Choice
              label={t('list')}
              look="cards"
              value={chosenList}
              onChange={setList}
              options={lists.map((one) => ({ value: one.value, label: listWords(one) }))}
            />
          )}
          {subject.content === 'document' && (
            <Choice
              label={t('layers')}
              look="cards"
              value={choices.layers}
              onChange={(layers) => choose({ layers })}
              options={(['summary', 'whole', 'annex'] as const).map((value) => ({
                value,
                label: t(`layer.${value}`),
              }))}
            />
          )}
          <Choice
            label={t('format')}
            look="segments"
            value={format}
            onChange={(value) => choose({ format: value })}
            options={exportFormats
              .filter((value) => value !== 'pdf' || !noPdf)
              .map((value) => ({ value, label: t(`formats.${value}`) }))}
          />
          <p className="sm soft exports-hint" role="status">
            {t(`hint.${format}`)}
            {noPdf && ` ${t('noPdf')}`}
          </p>
          {(format === 'pdf' || format === 'docx') && (
            <Choice
              label={t('paper')}
              look="segments"
              value={choices.paper}
              onChange={(paper) => choose({ paper })}
              options={exportPapers.map((value) => ({ value, label: t(`papers.${value}`) }))}
            />
          )}
          {format !== 'json' && (
            <Choice
              label={t('language')}
              look="segments"
              value={language}
              onChange={(value) => choose({ language: value })}
              options={languages.map(({ code, name }) => ({
                value: code,
                label: <span lang={code}>{name}</span>,
              }))}
            />
          )}
        </fieldset>
        <ExportProgress exporting={exporting} />
      </form>
    </ModalDialog>
  )

  function listWords(one: ExportedList): string {
    const texts = t('texts', { count: one.texts })
    return 'number' in one
      ? t('handed', { number: one.number, day: dayIn(language, one.date), texts })
      : t(`lists.${one.value}`, { texts })
  }
}

interface SubjectChoiceProps {
  readonly subjects: readonly ExportSubject[]
  readonly subject: ExportSubject
  readonly onChange: (subject: ExportSubject) => void
}

function SubjectChoice({ onChange, subject, subjects }: SubjectChoiceProps) {
  const { t } = useTranslation('exports')
  if (subjects.length < 2) return null
  return (
    <Choice
      label={t('what')}
      look="cards"
      value={subject.content}
      onChange={(content) => {
        const chosen = subjects.find((one) => one.content === content)
        if (chosen) onChange(chosen)
      }}
      options={subjects.map(({ content }) => ({ value: content, label: t(`content.${content}`) }))}
    />
  )
}
