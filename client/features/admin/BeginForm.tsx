// A server that knows no cooperative yet: a name is enough to begin, a file brings everything.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { beginCycle } from '#client/features/admin/cycleAdminApi.ts'
import { ProblemList } from '#client/features/admin/ProblemList.tsx'
import { problemWords } from '#client/features/admin/sayProblem.ts'
import { Field } from '#client/ui/Field.tsx'

const fields = ['organisation', 'language', 'entity', 'code', 'cycle', 'start', 'end'] as const
type Begun = Readonly<Record<(typeof fields)[number], string>>
const isDay = (name: string): boolean => name === 'start' || name === 'end'

export function BeginForm({ mayMove }: { mayMove: boolean }) {
  const { t, i18n } = useTranslation('admin')
  const client = useQueryClient()
  const [words, setWords] = useState<Begun>({
    ...{ organisation: '', language: i18n.language, entity: '', code: '', cycle: '', start: '', end: '' },
  })
  const beginning = useMutation({
    mutationFn: () =>
      beginCycle({
        ...{ organisation: words.organisation, language: words.language },
        entity: { name: words.entity || words.organisation, code: words.code },
        cycle: { name: words.cycle, start: words.start, end: words.end },
      }),
    onSuccess: (answer) => (answer.ok ? client.invalidateQueries() : undefined),
  })
  if (!mayMove) return <p className="soft">{t('begin.wait')}</p>
  const begin = (event: FormEvent): void => {
    event.preventDefault()
    if (!beginning.isPending) beginning.mutate()
  }
  return (
    <form className="card pad admin-form" onSubmit={begin} noValidate data-form="begin">
      <h2>{t('begin.title')}</h2>
      <p className="soft">{t('begin.text')}</p>
      {fields.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`begin.${name}`)}
          type={isDay(name) ? 'date' : 'text'}
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.target.value })}
        />
      ))}
      {beginning.data?.ok === false && <ProblemList refused={beginning.data} />}
      {beginning.isError && (
        <p className="field-error" role="alert">
          {problemWords(beginning.error)}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn primary" data-act="begin">
          {t('begin.go')}
        </button>
        <Link className="btn" to="/admin#transfer">
          {t('begin.file')}
        </Link>
      </div>
    </form>
  )
}
