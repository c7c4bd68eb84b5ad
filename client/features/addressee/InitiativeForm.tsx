// « On s’y met ce soir »: the first step, who, when. An offer: « Plus tard » leaves the card where it is.
import { Plus, Sprout } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AskedDraft } from '#client/features/addressee/useAddressees.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { usePeople } from '#client/live/useLiveRoom.tsx'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { firstStepLimit, whoLimit } from '#shared/decision/initiative.ts'

export function InitiativeForm({ draft, onDone }: { draft: AskedDraft; onDone: () => void }) {
  const { t } = useTranslation('addressee')
  const id = useId()
  const start = useCommand('decision.startInitiative')
  const [firstStep, setFirstStep] = useState('')
  const [who, setWho] = useState<readonly string[]>([])
  const [others, setOthers] = useState('')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [asked, setAsked] = useState(false)
  const names = [...who, ...others.split(',').map((name) => name.trim())].filter(Boolean).join(', ')
  const missing = firstStep.trim() === '' ? 'step' : names === '' ? 'who' : day === '' ? 'when' : null

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (missing) return
    const { spaceId, draftId, title } = draft
    const when = time ? `${day}T${time}` : day
    const answer = await start({ draft: { spaceId, draftId, title }, firstStep, who: names, when })
    if (!sayRefusal(answer)) return
    showToast({ text: t('begin.done') })
    onDone()
  }
  const wrong = (field: typeof missing): string | undefined =>
    asked && missing === field ? t(`begin.missing.${field ?? 'step'}`) : undefined
  return (
    <form className="addressee-begin" onSubmit={(event) => void begin(event)} noValidate>
      <h5>
        <Sprout className="i" aria-hidden="true" />
        {t('begin.title')}
      </h5>
      <div className="field">
        <label htmlFor={id}>{t('begin.step')}</label>
        <textarea
          id={id}
          className={`input ${wrong('step') ? 'wrong' : ''}`}
          rows={2}
          maxLength={firstStepLimit}
          value={firstStep}
          aria-invalid={wrong('step') ? 'true' : undefined}
          aria-describedby={wrong('step') ? `${id}-step` : undefined}
          onChange={(event) => setFirstStep(event.target.value)}
        />
        {wrong('step') && (
          <p className="field-error" id={`${id}-step`}>
            {wrong('step')}
          </p>
        )}
      </div>
      <NameChoices who={who} onWho={setWho} />
      <Field
        label={t('begin.others')}
        value={others}
        maxLength={whoLimit - 60}
        autoComplete="off"
        error={wrong('who')}
        onChange={(event) => setOthers(event.target.value)}
      />
      <div className="addressee-when">
        <Field
          label={t('begin.day')}
          type="date"
          value={day}
          error={wrong('when')}
          onChange={(event) => setDay(event.target.value)}
        />
        <Field
          label={t('begin.time')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <div className="row wrap">
        <button type="submit" className="btn primary">
          {t('begin.start')}
        </button>
        <button type="button" className="btn quiet" onClick={onDone}>
          {t('begin.later')}
        </button>
      </div>
    </form>
  )
}

interface NameChoicesProps {
  readonly who: readonly string[]
  readonly onWho: (who: readonly string[]) => void
}

/** People in the room, by a tap. */
function NameChoices({ who, onWho }: NameChoicesProps) {
  const { t } = useTranslation('addressee')
  const present = usePeople()
    .filter(({ role }) => role !== 'observer')
    .flatMap(({ seats }) => seats.map(({ name }) => name))
  return (
    <div className="addressee-names" role="group" aria-label={t('begin.who')}>
      <span className="lab" aria-hidden="true">
        {t('begin.who')}
      </span>
      <div>
        {[...new Set(present)].slice(0, 24).map((name) => {
          const on = who.includes(name)
          return (
            <button
              key={name}
              type="button"
              className={`addressee-name ${on ? 'on' : ''}`}
              aria-pressed={on}
              onClick={() => onWho(on ? who.filter((one) => one !== name) : [...who, name])}
            >
              {!on && <Plus className="i" aria-hidden="true" />}
              {name}
            </button>
          )
        })}
      </div>
    </div>
  )
}
