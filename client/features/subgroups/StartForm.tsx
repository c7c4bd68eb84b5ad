// The last questions before the start: who may read, and how long.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ShownSubgroups, useSubgroupAsk } from '#client/features/subgroups/useSubgroups.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { kinds, type SubgroupKind } from '#shared/subgroups/subgroupsState.ts'
import type { PlanView } from '#shared/subgroups/subgroupsView.ts'

export interface StartFormProps {
  readonly shown: ShownSubgroups
  readonly plan: PlanView
  /** Divides otherwise. */
  readonly onAgain: () => void
  readonly onDone: () => void
}

/** Minutes offered at first: long enough for three people to each speak twice. */
const usualMinutes = '15'

export function StartForm({ shown, plan, onAgain, onDone }: StartFormProps) {
  const { t } = useTranslation('subgroups')
  const ask = useSubgroupAsk()
  const [kind, setKind] = useState<SubgroupKind>('groups')
  const [typed, setTyped] = useState(usualMinutes)
  const [tried, setTried] = useState(false)
  const why = useId()
  const minutes = typed.trim() === '' ? null : Number(typed)
  const isWrong = minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 240)
  const isEmpty = plan.method !== 'theme' && plan.groups.every(({ seats }) => seats.length === 0)
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isWrong && !isEmpty && (await ask('subgroups.start', { kind, minutes }))) onDone()
  }
  const waiting = shown.without.length
  const note = isEmpty
    ? t('startNobody')
    : plan.method === 'theme'
      ? t('startTheme')
      : waiting > 0
        ? t('startWithout', { count: waiting })
        : null
  return (
    <form className="subgroups-start" noValidate onSubmit={(event) => void start(event)}>
      <Choice<SubgroupKind>
        label={t('where')}
        look="cards"
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({
          value,
          label: (
            <span>
              <b>{t(`kinds.${value}`)}</b>
              <small>{t(`kindHints.${value}`)}</small>
            </span>
          ),
        }))}
      />
      <Field
        label={t('minutes')}
        hint={t('minutesHint')}
        className="subgroups-number"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={tried && isWrong ? t('minutesWrong') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      {note && (
        <p className="soft" id={why}>
          {note}
        </p>
      )}
      <div className="acts">
        <button
          type="button"
          className="btn quiet"
          onClick={() => void ask('subgroups.discard', {}).then((done) => done && onDone())}
        >
          {t('forget')}
        </button>
        <button type="button" className="btn" onClick={onAgain}>
          {t('redo')}
        </button>
        <button
          type="submit"
          className="btn primary"
          aria-disabled={isEmpty ? 'true' : undefined}
          aria-describedby={note ? why : undefined}
        >
          {t('start')}
        </button>
      </div>
    </form>
  )
}
