// What was understood of a file: which column says what, every line that has something wrong, and the first rows.
import { useTranslation } from 'react-i18next'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks } from '#client/features/followUp/looks.ts'
import { Picker } from '#client/features/followUp/Picker.tsx'
import { longestPast } from '#shared/pastImport/pastRecommendation.ts'
import type { Columns, ReadTable } from '#shared/pastImport/readTable.ts'
import { type PastField, pastFields, type Table } from '#shared/pastImport/table.ts'

interface Props {
  readonly table: Table
  readonly read: ReadTable
  readonly columns: Columns
  readonly onColumns: (columns: Columns) => void
}

const previewed = 8
const mostOf = { 'long-title': longestPast.title, 'long-text': longestPast.text } as const

export function PastPreview({ table, read, columns, onColumns }: Props) {
  const { t } = useTranslation('followUp')
  // A pad's columns are our own: there is nothing to choose.
  const isPad = table.header.join() === pastFields.join()
  const choose = (field: PastField, value: string): void => {
    const { [field]: _before, ...others } = columns
    onColumns(value === '' ? others : { ...others, [field]: Number(value) })
  }
  return (
    <div className="fu-preview">
      {!isPad && (
        <fieldset>
          <legend>{t('importColumns')}</legend>
          <div className="fu-columns">
            {pastFields.map((field) => (
              <Picker
                key={field}
                label={t(`importColumn.${field}`)}
                value={String(columns[field] ?? '')}
                onChange={(value) => choose(field, value)}
                options={[
                  ['', t('importNoColumn')],
                  ...table.header.map(
                    (name, at) => [String(at), name === '' ? String(at + 1) : name] as const,
                  ),
                ]}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p role="status">
        <b>{t('importGood', { count: read.rows.length })}</b>
        {read.problems.length > 0 && `, ${t('importBad', { count: read.problems.length })}`}
      </p>
      {read.problems.length > 0 && (
        <ul className="fu-problems" tabIndex={0} aria-label={t('importBad', { count: read.problems.length })}>
          {read.problems.map(({ fatal, found, kind, line }) => (
            <li key={`${line}-${kind}`} data-fatal={fatal}>
              {t('importLine', {
                line,
                why: t(`importProblem.${kind}`, { found, most: mostOf[kind as keyof typeof mostOf] ?? '' }), // other kinds name no length
              })}
            </li>
          ))}
        </ul>
      )}
      <ul className="fu-past" aria-label={t('importPreview')}>
        {read.rows.slice(0, previewed).map(({ line, outcome, place, reason, title, year }) => (
          <li key={line}>
            <b className="num">{year}</b>
            <span className="grow">
              <b>{title}</b>
              <small>{[place, reason].filter(Boolean).join('. ')}</small>
            </span>
            <LookChip look={fateLooks[outcome]}>{t(`past_.${outcome}`)}</LookChip>
          </li>
        ))}
      </ul>
    </div>
  )
}
