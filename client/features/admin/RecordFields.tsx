// The fields of one record of the cycle, each as what it holds: words, a day, a number, a choice among what is there.
import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#client/ui/Field.tsx'
import type { CycleAdminAnswer } from '#shared/admin/cycleAdmin.ts'
import type { EditedField, EditedRecord } from '#shared/admin/editedRecords.ts'

export type Values = Readonly<Record<string, unknown>>
export interface RecordFieldsProps {
  readonly fields: readonly EditedField[]
  readonly values: Values
  readonly around: CycleAdminAnswer
  readonly onChange: (values: Values) => void
  /** Names of fields that the server did not take. */
  readonly wrong?: readonly string[]
}

const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

export function RecordFields({ fields, values, onChange, ...more }: RecordFieldsProps) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name]}
      values={values}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
      {...more}
    />
  ))
}

interface OneFieldProps extends Pick<RecordFieldsProps, 'around' | 'wrong' | 'values'> {
  readonly field: EditedField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function OneField(props: OneFieldProps) {
  const { field, value, onChange, wrong = [] } = props
  const { t } = useTranslation('admin')
  const id = useId()
  const label = t(`cycle.field.${field.name}` as 'cycle.field.name') // every name of editedFields has its word, a test says so
  const error = wrong.some((one) => one === field.name || one.startsWith(`${field.name}.`))
    ? t('cycle.wrongField')
    : undefined
  switch (field.kind) {
    case 'text':
    case 'date':
    case 'number':
      return (
        <Field
          label={label}
          type={field.kind === 'text' ? 'text' : field.kind}
          {...(field.kind === 'number' && { step: 'any' })}
          required={field.required ?? false}
          error={error}
          value={said(value)}
          onChange={(event) => onChange(read(field, event.target.value))}
        />
      )
    case 'long':
    case 'languages':
      return (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <textarea
            id={id}
            className="input"
            rows={field.kind === 'long' ? 4 : 2}
            value={field.kind === 'long' ? said(value) : listed(value).join('\n')}
            onChange={(event) => onChange(read(field, event.target.value))}
          />
          {field.kind === 'languages' && <p className="sm soft">{t('cycle.oneALine')}</p>}
        </div>
      )
    case 'entity':
    case 'theme':
    case 'antenna':
      return <OneOf {...props} label={label} error={error} />
    case 'entities':
    case 'entityCodes':
    case 'members':
      return <SomeOf {...props} label={label} />
    case 'lines':
      return <Lines {...props} label={label} />
  }
}

/** An empty optional text, day or number is none. */
function read(field: EditedField, typed: string): unknown {
  if (field.kind === 'languages') return typed.split(/[\n,]/).map((word) => word.trim())
  if (typed === '') return field.required ? '' : null
  return field.kind === 'number' ? Number(typed) : typed
}

const nameOf = ({ id, name, title }: EditedRecord): string =>
  typeof name === 'string' ? name : typeof title === 'string' ? title : id

type Labelled = OneFieldProps & { readonly label: string; readonly error?: string | undefined }

function OneOf({ field, value, around, onChange, label, error }: Labelled) {
  const { t } = useTranslation('admin')
  const id = useId()
  const { entities, themes, antennas } = around.records
  const offered = { entity: entities, theme: themes, antenna: antennas }[
    field.kind as 'entity' | 'theme' | 'antenna' // the kinds that come here
  ]
  const none = field.kind === 'antenna' ? t('cycle.online') : t('cycle.none')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={said(value)}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        {(!field.required || said(value) === '') && <option value="">{none}</option>}
        {offered.map(({ record }) => (
          <option key={record.id} value={record.id}>
            {nameOf(record)}
          </option>
        ))}
      </select>
      {error && <p className="field-error">{error}</p>}
    </div>
  )
}

function SomeOf({ field, value, values, around, onChange, label }: Labelled) {
  const { t } = useTranslation('admin')
  const chosen = listed(value)
  const offered =
    field.kind === 'members'
      ? around.members
          .filter(({ id, groupIds }) => groupIds.includes(String(values['id'])) || chosen.includes(id))
          .map(({ id, name }) => ({ value: id, name }))
      : around.records.entities.map(({ record }) => ({
          value: field.kind === 'entityCodes' ? said(record['code']) : record.id,
          name: nameOf(record),
        }))
  return (
    <fieldset className="field admin-checks">
      <legend>{label}</legend>
      {offered.length === 0 && (
        <p className="sm soft">{t(field.kind === 'members' ? 'cycle.noMembers' : 'cycle.none')}</p>
      )}
      {offered.map((one) => (
        <label key={one.value} className="admin-check">
          <input
            type="checkbox"
            checked={chosen.includes(one.value)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, one.value] : chosen.filter((each) => each !== one.value),
              )
            }
          />
          {one.name}
        </label>
      ))}
    </fieldset>
  )
}

/** Lines of a list have no name of their own: their place is all that tells them apart while they are typed. */
function Lines({ field, value, around, onChange, label }: Labelled) {
  const { t } = useTranslation('admin')
  const lines = Array.isArray(value) ? (value as readonly Values[]) : [] // what the server sent, or this form made
  const change = (at: number, line: Values): void =>
    onChange(lines.map((each, place) => (place === at ? line : each)))
  return (
    <fieldset className="field admin-lists">
      <legend>{label}</legend>
      <ol>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line that is being typed is its place
          <li key={at} className="admin-line">
            <RecordFields
              fields={field.columns ?? []}
              values={line}
              around={around}
              onChange={(changed) => change(at, changed)}
            />
            <button
              type="button"
              className="btn sm"
              aria-label={t('cycle.removeLine', { at: at + 1, list: label })}
              onClick={() => onChange(lines.filter((_, place) => place !== at))}
            >
              <X className="i" aria-hidden="true" />
              {t('cycle.remove')}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="btn sm" onClick={() => onChange([...lines, {}])}>
        <Plus className="i" aria-hidden="true" />
        {t('cycle.addLine', { list: label })}
      </button>
    </fieldset>
  )
}
