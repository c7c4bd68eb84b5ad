// Sessions that come ready made and those that facilitators kept: lay one, keep this agenda for the others, take one away.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepTemplate, readTemplates, removeTemplate } from '#client/features/agenda/sessionTemplatesApi.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { AgendaState } from '#shared/agenda/agendaState.ts'
import type { SavedTemplate } from '#shared/agenda/savedTemplate.ts'
import { sessionKeys, sessionTemplate } from '#shared/agenda/sessionTemplates.ts'
import { hasHappened, planOf, type StepPlan } from '#shared/agenda/step.ts'
import { randomId } from '#shared/contract/ids.ts'

const queryKey = ['session-templates'] as const

export function SessionTemplatesDialog({ agenda, onClose }: { agenda: AgendaState; onClose: () => void }) {
  const { t, i18n } = useTranslation('agenda')
  const { code } = useLiveRoom().join.room
  const saved = useQuery({ queryKey, queryFn: ({ signal }) => readTemplates(code, signal) })
  const lay = useLaying(agenda, onClose)
  return (
    <ModalDialog title={t('templatesTitle')} onClose={onClose} width="wide">
      <div className="stack">
        <p className="soft">{t('templatesText')}</p>
        <ul className="agenda-templates">
          {sessionKeys.map((key) => {
            const { name, about, steps } = sessionTemplate(key, i18n.language)
            return <TemplateRow key={key} {...{ name, about, steps }} onUse={() => void lay(name, steps)} />
          })}
        </ul>
        <section>
          <h3>{t('keptOnes')}</h3>
          {saved.isError && <p className="field-error">{t('keptUnread')}</p>}
          {saved.data?.templates.length === 0 && <p className="soft">{t('noneKept')}</p>}
          <ul className="agenda-templates">
            {saved.data?.templates.map((template) => (
              <SavedRow key={template.id} template={template} onUse={lay} />
            ))}
          </ul>
        </section>
        {agenda.steps.length > 0 && <KeepForm agenda={agenda} />}
      </div>
    </ModalDialog>
  )
}

/** In place of the steps that were seen and have not happened; one click undoes it. */
function useLaying(agenda: AgendaState, onDone: () => void) {
  const { t } = useTranslation('agenda')
  const room = useLiveRoom()
  return async (name: string, steps: readonly StepPlan[]): Promise<void> => {
    const old = agenda.steps.filter((step) => !hasHappened(step))
    const instead = old.map(({ id }) => id)
    const answer = await room.command('agenda.lay', { steps, instead })
    if (!sayRefusal(answer) || !answer.ok) return
    onDone()
    const { id } = answer.value as { id: string } // the loop answers with the id that the command was given
    const undo = async (): Promise<void> => {
      const now = (room.state()['agenda'] as AgendaState | undefined)?.steps ?? [] // what the slice of that name sends
      const laid = now.map((step) => step.id).filter((one) => one.startsWith(`${id}.`))
      sayRefusal(await room.command('agenda.lay', { steps: old.map(planOf), instead: laid }))
    }
    showToast({
      text: t('said.laid', { name }),
      ...(old.length > 0 ? { action: { label: t('undo'), run: () => void undo() } } : {}),
    })
  }
}

interface TemplateRowProps {
  readonly name: string
  readonly about: string
  readonly steps: readonly StepPlan[]
  readonly onUse: () => void
  readonly onRemove?: () => void
}

function TemplateRow({ name, about, steps, onUse, onRemove }: TemplateRowProps) {
  const { t } = useTranslation('agenda')
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  return (
    <li>
      <div className="grow">
        <b>{name}</b>
        <p className="sm soft">{about}</p>
        <p className="sm soft num">{t('stepsAndMinutes', { count: steps.length, minutes })}</p>
      </div>
      {onRemove && (
        <button
          type="button"
          className="btn quiet icon"
          aria-label={t('removeTemplateLabel', { name })}
          onClick={onRemove}
        >
          <Trash2 className="i" aria-hidden="true" />
        </button>
      )}
      <button type="button" className="btn" aria-label={t('useLabel', { name })} onClick={onUse}>
        {t('use')}
      </button>
    </li>
  )
}

interface SavedRowProps {
  readonly template: SavedTemplate
  readonly onUse: (name: string, steps: readonly StepPlan[]) => Promise<void>
}

function SavedRow({ template, onUse }: SavedRowProps) {
  const { t, i18n } = useTranslation('agenda')
  const { code } = useLiveRoom().join.room
  const queries = useQueryClient()
  const { id, name, steps, savedBy, savedAt } = template
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(savedAt)
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey })
  const remove = async (): Promise<void> => {
    try {
      await removeTemplate(code, id)
      const back = async (): Promise<void> => {
        await keepTemplate(code, id, { name, steps: [...steps] }).catch(() => undefined)
        await refresh()
      }
      showToast({
        text: t('said.templateRemoved', { name }),
        action: { label: t('undo'), run: () => void back() },
      })
    } catch {
      showToast({ text: t('said.templateFailed'), tone: 'problem' })
    }
    await refresh()
  }
  return (
    <TemplateRow
      {...{ name, steps }}
      about={t('keptBy', { name: savedBy, day })}
      onUse={() => void onUse(name, steps)}
      onRemove={() => void remove()}
    />
  )
}

function KeepForm({ agenda }: { agenda: AgendaState }) {
  const { t } = useTranslation('agenda')
  const { code } = useLiveRoom().join.room
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [id, setId] = useState(randomId)
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    try {
      await keepTemplate(code, id, { name: name.trim(), steps: agenda.steps.map(planOf) })
      showToast({ text: t('said.templateKept', { name: name.trim() }) })
      setName('')
      setId(randomId())
    } catch {
      showToast({ text: t('said.templateFailed'), tone: 'problem' })
    }
    await queries.invalidateQueries({ queryKey })
  }
  return (
    <form className="agenda-keep" onSubmit={(event) => void keep(event)} noValidate>
      <Field
        label={t('keepLabel')}
        hint={t('keepHint')}
        maxLength={120}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn" aria-disabled={name.trim() === '' ? 'true' : undefined}>
        {t('keep')}
      </button>
    </form>
  )
}
