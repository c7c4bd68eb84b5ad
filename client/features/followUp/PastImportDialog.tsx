// Brings in the recommendations of an earlier cycle: a file or a pad, what was understood of it, and only then the import.
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Area } from '#client/features/followUp/Area.tsx'
import { readImports, sendPast, withdrawImport } from '#client/features/followUp/followUpApi.ts'
import { PastPreview } from '#client/features/followUp/PastPreview.tsx'
import { FileRefused, readPastFile, readPastText } from '#client/features/followUp/readPastFile.ts'
import { followUpKey, useFollowUpAct } from '#client/features/followUp/useFollowUp.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { randomId } from '#shared/contract/ids.ts'
import { type Columns, guessColumns, readTable } from '#shared/pastImport/readTable.ts'
import type { Table } from '#shared/pastImport/table.ts'

interface Opened {
  readonly name: string
  readonly table: Table
  readonly importId: string
}

export function PastImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const [opened, setOpened] = useState<Opened>()
  const [columns, setColumns] = useState<Columns>({})
  const [refused, setRefused] = useState('')
  const [pasted, setPasted] = useState('')
  const [year, setYear] = useState('')
  const [place, setPlace] = useState('')
  const [kept, setKept] = useState(0)
  const file = useId()
  const open = async (name: string, read: () => Promise<Table> | Table): Promise<void> => {
    setRefused('')
    try {
      const table = await read()
      setOpened({ name, table, importId: randomId() })
      setColumns(guessColumns(table.header))
      if (table.rows.length === 0) setRefused(t('importNone'))
    } catch (error) {
      setRefused(
        t(error instanceof FileRefused && error.why === 'too-big' ? 'importTooBig' : 'importUnreadable'),
      )
    }
  }
  const assumed = { year: /^\d{4}$/u.test(year) ? Number(year) : undefined, place }
  const read = opened && readTable(opened.table, columns, assumed)
  const send = async (): Promise<void> => {
    if (!opened || !read || read.rows.length === 0 || acting.busy) return
    const rows = read.rows.map(({ line: _line, ...past }) => past)
    const about = { importId: opened.importId, name: opened.name }
    if (await acting.run(() => sendPast(about, rows, setKept), t('importDone', { count: rows.length })))
      onClose()
  }
  return (
    <ModalDialog title={t('importTitle')} onClose={onClose} width="wide">
      <div className="fu-form">
        <p className="soft">{t('importWhat')}</p>
        <div className="field">
          <label htmlFor={file}>{t('importFile')}</label>
          <input
            id={file}
            className="input"
            type="file"
            accept=".csv,.tsv,.md,.markdown,.txt,.docx"
            onChange={({ target }) => {
              const [chosen] = target.files ?? []
              if (chosen) void open(chosen.name, () => readPastFile(chosen))
            }}
          />
        </div>
        {!opened && (
          <>
            <Area
              label={t('importPaste')}
              rows={4}
              value={pasted}
              maxLength={2_000_000}
              onChange={setPasted}
            />
            <button
              type="button"
              className="btn"
              aria-disabled={pasted.trim() === ''}
              onClick={() => pasted.trim() !== '' && void open('pad', () => readPastText(pasted))}
            >
              {t('importRead')}
            </button>
          </>
        )}
        {refused !== '' && (
          <Banner tone="caution" alert>
            {refused}
          </Banner>
        )}
        {opened && read && (
          <>
            <div className="fu-two">
              <Field
                label={t('importYear')}
                inputMode="numeric"
                maxLength={4}
                value={year}
                onChange={({ target }) => setYear(target.value)}
              />
              <Field
                label={t('importPlace')}
                value={place}
                maxLength={160}
                onChange={({ target }) => setPlace(target.value)}
              />
            </div>
            <PastPreview table={opened.table} read={read} columns={columns} onColumns={setColumns} />
            {acting.problem && (
              <Banner tone="danger" alert>
                {acting.problem}
              </Banner>
            )}
            <div className="acts">
              <button
                type="button"
                className="btn primary"
                data-act="send-past"
                aria-disabled={acting.busy || read.rows.length === 0}
                onClick={() => void send()}
              >
                {acting.busy
                  ? t('importKept', { kept, count: read.rows.length })
                  : t('importSend', { count: read.rows.length })}
              </button>
            </div>
          </>
        )}
        <Imports />
      </div>
    </ModalDialog>
  )
}

/** What was imported before, and the way to take a wrong file back. */
function Imports() {
  const { t } = useTranslation('followUp')
  const acting = useFollowUpAct()
  const { data } = useQuery({
    queryKey: [...followUpKey, 'imports'],
    queryFn: ({ signal }) => readImports(signal),
  })
  if (!data || data.imports.length === 0) return null
  return (
    <section>
      <h3>{t('imports')}</h3>
      <ul className="fu-axes">
        {data.imports.map(({ byName, count, id, name }) => (
          <li key={id}>
            <span className="grow">{t('importOf', { name, count, by: byName })}</span>
            <button
              type="button"
              className="btn quiet sm"
              aria-label={t('importAwayLabel', { name })}
              onClick={() => !acting.busy && void acting.run(() => withdrawImport(id), t('importAwayDone'))}
            >
              {t('importAway')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
