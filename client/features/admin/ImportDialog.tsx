// A list of people from a spreadsheet: read first, each bad line named, and only then are people invited.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importPeople } from '#client/features/admin/adminApi.ts'
import { LinkToCopy } from '#client/features/admin/LinkToCopy.tsx'
import { sayProblem } from '#client/features/admin/sayProblem.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const id = useId()
  const [csv, setCsv] = useState('')
  const asking = useMutation({
    mutationFn: (write: boolean) => importPeople(csv, write),
    onSuccess: (answer) => (answer.made > 0 ? client.invalidateQueries({ queryKey: ['admin'] }) : undefined),
    onError: sayProblem,
  })
  const read = asking.data
  const change = (text: string): void => {
    setCsv(text)
    asking.reset()
  }
  return (
    <ModalDialog title={t('import.title')} onClose={onClose} width="wide">
      <div className="admin-form">
        <p className="soft">{t('import.text')}</p>
        <Field
          label={t('import.file')}
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void file.text().then(change)
          }}
        />
        <div className="field">
          <label htmlFor={id}>{t('import.paste')}</label>
          <textarea
            id={id}
            className="input"
            rows={5}
            spellCheck={false}
            value={csv}
            onChange={(event) => change(event.target.value)}
          />
        </div>
        {read && (
          <div role="status">
            {read.made > 0 ? (
              <p>
                <b>{t('import.made', { count: read.made })}</b>
              </p>
            ) : (
              <p>{t('import.good', { count: read.lines.length })}</p>
            )}
            {read.bad.length > 0 && <h3>{t('import.bad')}</h3>}
            <ul className="admin-bad">
              {read.bad.map(({ line, problem, value }) => (
                <li key={`${line} ${problem}`}>
                  <b>{t('import.line', { line })}</b>
                  {' : '}
                  {t(`import.problem.${problem}`)} {value !== '' && <q>{value}</q>}
                </li>
              ))}
            </ul>
          </div>
        )}
        {read && read.links.length > 0 && (
          <>
            <p>{t('import.links')}</p>
            {read.links.map(({ name, url }) => (
              <LinkToCopy key={url} label={name} url={url} />
            ))}
          </>
        )}
        <div className="acts">
          {read && read.made === 0 && read.bad.length === 0 && read.lines.length > 0 ? (
            <button
              type="button"
              className="btn primary"
              data-act="write-import"
              aria-disabled={asking.isPending ? 'true' : undefined}
              onClick={() => !asking.isPending && asking.mutate(true)}
            >
              {t('import.write')}
            </button>
          ) : (
            <button
              type="button"
              className="btn primary"
              data-act="look-import"
              onClick={() =>
                csv.trim() !== '' && read?.made !== 0 && !asking.isPending && asking.mutate(false)
              }
            >
              {t('import.look')}
            </button>
          )}
        </div>
      </div>
    </ModalDialog>
  )
}
