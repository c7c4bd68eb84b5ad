// A voice that the facilitator carries for somebody without a device: whose it is, and what they say. It shows.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#client/features/adoption/OwnVoices.tsx'
import { isWhole, VoiceChoices } from '#client/features/adoption/VoiceChoices.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { GroupAnswer, GroupRule } from '#shared/adoption/groupRule.ts'

export interface CarryFormProps {
  readonly question: Question
  readonly rule: GroupRule
  /** Whose voices were carried. */
  readonly names: readonly string[]
}

export function CarryForm({ question, rule, names }: CarryFormProps) {
  const { t } = useTranslation('adoption')
  const fixed = rule.kind === 'delegate' && rule.seatId === null ? rule.name : ''
  const [name, setName] = useState(fixed)
  const [value, setValue] = useState<GroupAnswer | null>(null)
  const [problem, setProblem] = useState<'name' | 'choose' | null>(null)
  const carry = useCommand('adoption.answerFor')
  const withdraw = useCommand('adoption.withdrawFor')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return setProblem('name')
    if (!isWhole(value)) return setProblem('choose')
    setProblem(null)
    if (!sayRefusal(await carry({ ...question, name: name.trim(), answer: value }))) return
    showToast({ text: t('carry.done', { name: name.trim() }) })
    setName(fixed)
    setValue(null)
  }
  return (
    <form className="stack adoption-carry" onSubmit={(event) => void send(event)} noValidate>
      <p className="soft">{t('carry.text')}</p>
      <Field
        label={t('carry.name')}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={problem === 'name' ? t('carry.nameWanted') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <VoiceChoices rule={rule} value={value} onChange={setValue} />
      {problem === 'choose' && (
        <p className="field-error" role="alert">
          {t(value ? 'own.reason' : 'own.choose')}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn">
          {t('carry.send')}
        </button>
      </div>
      {names.length > 0 && (
        <ul className="adoption-carried" aria-label={t('carry.list')}>
          {names.map((one) => (
            <li key={one}>
              {one}
              <button
                type="button"
                className="btn quiet sm"
                aria-label={t('carry.withdrawLabel', { name: one })}
                onClick={() => void withdraw({ ...question, name: one }).then(sayRefusal)}
              >
                {t('carry.withdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
