// A voice carried by the facilitator for somebody without a device: whose it is, and what they say.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerControls } from '#client/features/decision/AnswerControls.tsx'
import { emptyAnswer } from '#client/features/decision/answers.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { Answer } from '#shared/decision/answer.ts'
import type { OpenView } from '#shared/decision/decision.ts'

export function CarryDialog({ open, onClose }: { open: OpenView; onClose: () => void }) {
  const { t } = useTranslation('decision')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<'name' | 'choose' | 'reason' | null>(null)
  const [value, setValue] = useState<Answer | null>(emptyAnswer(open))
  const carry = useCommand('decision.answerFor')
  const withdraw = useCommand('decision.withdrawFor')
  const about = { id: open.id, round: open.round }

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return setProblem('name')
    if (!value) return setProblem('choose')
    if (value.kind === 'consent' && value.position === 'objection' && value.words.trim() === '')
      return setProblem('reason')
    setProblem(null)
    if (!sayRefusal(await carry({ ...about, name: name.trim(), answer: value }))) return
    showToast({ text: t('carry.done', { name: name.trim() }) })
    setName('')
    setValue(emptyAnswer(open))
  }
  return (
    <ModalDialog title={t('carry.title')} onClose={onClose}>
      <form className="stack decision-carry" onSubmit={(event) => void send(event)} noValidate>
        <p className="soft">{t('carry.text')}</p>
        <Field
          label={t('carry.name')}
          value={name}
          maxLength={60}
          autoComplete="off"
          error={problem === 'name' ? t('carry.nameWanted') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <AnswerControls open={open} value={value} onChange={setValue} />
        {(problem === 'choose' || problem === 'reason') && (
          <p className="field-error" role="alert">
            {t(`own.${problem}`)}
          </p>
        )}
        <div className="acts">
          <button type="submit" className="btn primary">
            {t('carry.send')}
          </button>
        </div>
      </form>
      {open.carriedNames.length > 0 && (
        <div className="stack">
          <h3>{t('carry.list')}</h3>
          <ul className="decision-carried">
            {open.carriedNames.map((carried) => (
              <li key={carried}>
                {carried}
                <button
                  type="button"
                  className="btn quiet sm"
                  aria-label={t('carry.withdrawLabel', { name: carried })}
                  onClick={() => void withdraw({ ...about, name: carried }).then(sayRefusal)}
                >
                  {t('carry.withdraw')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </ModalDialog>
  )
}
