// A whole organisation in and out: the file is read and compared first, and written only by a second act.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bringFile, exportPath } from '#client/features/admin/cycleAdminApi.ts'
import { ImportCompared } from '#client/features/admin/ImportCompared.tsx'
import { ProblemList } from '#client/features/admin/ProblemList.tsx'
import { problemWords } from '#client/features/admin/sayProblem.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'

type Way = 'add' | 'replace'

export function TransferPart() {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [way, setWay] = useState<Way>('add')
  const bringing = useMutation({
    mutationFn: (over?: string) => {
      if (!file) throw new Error('no file was chosen')
      return bringFile({ file, replace: way === 'replace', ...(over !== undefined && { over }) })
    },
    onSuccess: (answer) => (answer.ok && answer.written ? client.invalidateQueries() : undefined),
  })
  const { data } = bringing
  const change = (chosen: File | null): void => {
    setFile(chosen)
    bringing.reset()
  }
  const look = (): void => {
    if (file && !bringing.isPending) bringing.mutate(undefined)
  }
  return (
    <>
      <section className="card pad admin-form" data-part="import" aria-labelledby="transfer-in">
        <h2 id="transfer-in">{t('transfer.in')}</h2>
        <p className="soft">{t('transfer.text')}</p>
        <Field
          label={t('transfer.file')}
          type="file"
          accept=".json,application/json"
          onChange={(event) => change(event.target.files?.[0] ?? null)}
        />
        <Choice
          label={t('transfer.way')}
          look="cards"
          value={way}
          onChange={(chosen) => {
            setWay(chosen)
            bringing.reset()
          }}
          options={(['add', 'replace'] as const).map((value) => ({
            value,
            label: (
              <>
                <b>{t(`transfer.${value}`)}</b> <span className="sm soft">{t(`transfer.${value}Text`)}</span>
              </>
            ),
          }))}
        />
        <button
          type="button"
          className="btn"
          data-act="look-at-file"
          aria-disabled={file && !bringing.isPending ? undefined : 'true'}
          onClick={look}
        >
          {t('transfer.look')}
        </button>
        {bringing.isPending && <p role="status">{t('transfer.reading')}</p>}
        {bringing.isError && (
          <p className="field-error" role="alert">
            {problemWords(bringing.error)}
          </p>
        )}
        {data?.ok === false && (
          <>
            <ProblemList refused={data} />
            {data.other && way === 'add' && <p>{t('transfer.other')}</p>}
          </>
        )}
        {data?.ok && (
          <ImportCompared
            compared={data}
            busy={bringing.isPending}
            onWrite={() => bringing.mutate(data.over)}
          />
        )}
      </section>
      <section className="card pad admin-form" aria-labelledby="transfer-out">
        <h2 id="transfer-out">{t('transfer.out')}</h2>
        <p className="soft">{t('transfer.outText')}</p>
        <a className="btn" href={exportPath} download data-act="export-organisation">
          <Download className="i" aria-hidden="true" />
          {t('transfer.download')}
        </a>
      </section>
    </>
  )
}
