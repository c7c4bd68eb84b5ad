// A step's fields, in place: what is typed stays, also when somebody else changes the same field or removes the step.
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepEditor } from '#client/features/agenda/useStepEditing.ts'
import { Field } from '#client/ui/Field.tsx'
import { type StepField, stepMinutes, stepTools } from '#shared/agenda/step.ts'

/** A frame of the room's whiteboard, to be chosen for a step. */
export interface FrameChoice {
  readonly id: string
  readonly name: string
}

export function StepForm({ editor, frames }: { editor: StepEditor; frames: readonly FrameChoice[] }) {
  const { t } = useTranslation('agenda')
  const first = useRef<HTMLInputElement>(null)
  const { editing, gone, type } = editor
  useEffect(() => first.current?.focus(), [])
  if (!editing) return null
  const { typed, base, clashes, stepId } = editing
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void editor.save()
  }
  const theirs = (field: StepField): string | undefined =>
    clashes.includes(field) ? t('theirs', { words: String(base[field] ?? '') }) : undefined
  const minutes = (words: string): void => {
    const number = Math.round(Number(words))
    if (Number.isFinite(number))
      type({ minutes: Math.min(stepMinutes.most, Math.max(stepMinutes.least, number)) })
  }
  return (
    <form
      className="agenda-form"
      aria-label={stepId === null ? t('newStep') : t('editLabel', { title: base.title })}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        editor.cancel()
      }}
    >
      {gone && <p className="field-error">{t('goneMeanwhile')}</p>}
      <Field
        label={t('field.title')}
        inputRef={first}
        maxLength={120}
        required
        value={typed.title}
        error={theirs('title')}
        onChange={(event) => type({ title: event.target.value })}
      />
      <Field
        label={t('field.minutes')}
        type="number"
        min={stepMinutes.least}
        max={stepMinutes.most}
        value={typed.minutes}
        error={theirs('minutes')}
        onChange={(event) => minutes(event.target.value)}
      />
      <Field
        label={t('field.method')}
        maxLength={160}
        value={typed.method}
        error={theirs('method')}
        onChange={(event) => type({ method: event.target.value })}
      />
      <Labelled label={t('field.purpose')} error={theirs('purpose')}>
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={3}
            maxLength={400}
            value={typed.purpose}
            onChange={(event) => type({ purpose: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('field.tool')} error={theirs('tool')}>
        {(props) => (
          <select
            {...props}
            className="input"
            value={typed.tool}
            onChange={(event) => {
              const tool = stepTools.find((one) => one === event.target.value)
              if (tool) type({ tool })
            }}
          >
            {stepTools.map((tool) => (
              <option key={tool} value={tool}>
                {t(`tool.${tool}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {(frames.length > 0 || typed.frameId !== null) && (
        <Labelled label={t('field.frame')} error={theirs('frameId')}>
          {(props) => (
            <select
              {...props}
              className="input"
              value={typed.frameId ?? ''}
              onChange={(event) => type({ frameId: event.target.value || null })}
            >
              <option value="">{t('noFrame')}</option>
              {frames.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {typed.frameId !== null && !frames.some(({ id }) => id === typed.frameId) && (
                <option value={typed.frameId}>{t('lostFrame')}</option>
              )}
            </select>
          )}
        </Labelled>
      )}
      <div className="agenda-acts">
        <button
          type="submit"
          className="btn primary"
          aria-disabled={typed.title.trim() === '' ? 'true' : undefined}
        >
          {t(stepId === null ? 'add' : gone ? 'putBack' : clashes.length > 0 ? 'keepMine' : 'save')}
        </button>
        <button type="button" className="btn" onClick={editor.cancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

interface LabelledProps {
  readonly label: string
  readonly error: string | undefined
  readonly children: (props: { id: string; 'aria-describedby': string | undefined }) => ReactNode
}

function Labelled({ label, error, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': error ? `${id}-error` : undefined })}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
