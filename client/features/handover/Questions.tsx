// Questions to pursue: they go with the list, and carry over to the next cycle.
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Field } from '#client/ui/Field.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type HandoverState, questionLimit } from '#shared/handover/handoverState.ts'

export interface QuestionsProps {
  readonly state: Pick<HandoverState, 'questions'>
  readonly prepares: boolean
}

export function Questions({ state: { questions }, prepares }: QuestionsProps) {
  const { t } = useTranslation('handover')
  const { join } = useLiveRoom()
  const add = useCommand('handover.addQuestion')
  const remove = useCommand('handover.removeQuestion')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState(false)
  const speaks = join.you.role !== 'observer'
  if (questions.length === 0 && !speaks) return null
  const send = async (): Promise<void> => {
    if (text.trim() === '') return setProblem(true)
    setProblem(false)
    if (sayRefusal(await add({ text }))) setText('')
  }
  return (
    <section aria-labelledby="handover-questions">
      <h3 id="handover-questions">{t('questions.title')}</h3>
      <p className="sm soft">{t('questions.hint')}</p>
      <ul className="handover-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <span lang={contentLanguage()}>{question.text}</span>
            {prepares && (
              <button
                type="button"
                className="btn quiet icon sm"
                aria-label={t('questions.remove', { question: question.text })}
                onClick={() => void remove({ id: question.id }).then(sayRefusal)}
              >
                <X className="i" aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {speaks && (
        <form
          className="handover-add"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Field
            label={t('questions.add')}
            value={text}
            maxLength={questionLimit}
            error={problem && text.trim() === '' ? t('questions.wanted') : undefined}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" className="btn">
            {t('questions.act')}
          </button>
        </form>
      )}
    </section>
  )
}
