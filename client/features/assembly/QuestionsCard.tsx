// Live questions: ask one, support those of others; read first by whoever moderates.
import { ArrowBigUp, CircleHelp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askQuestion, support } from '#client/features/assembly/assemblyApi.ts'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { LiveAnswer, OwnAssembly, ShownQuestion } from '#shared/assembly/assemblyAnswers.ts'

export function QuestionsCard({ live, own }: { live: LiveAnswer; own: OwnAssembly | undefined }) {
  const { t } = useTranslation('assembly')
  return (
    <section className="card pad as-questions" aria-labelledby="as-questions">
      <h2 id="as-questions">
        <CircleHelp className="i" aria-hidden="true" /> {t('questions')}
      </h2>
      <AskForm name={own?.name ?? ''} />
      <OwnQuestions asked={own?.asked ?? []} />
      {live.questions.length === 0 ? (
        <p className="soft">{t('noQuestion')}</p>
      ) : (
        <ul className="as-list">
          {live.questions.map((question) => (
            <QuestionLine
              key={question.id}
              question={question}
              mine={own?.supported.includes(question.id) ?? false}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function QuestionLine({ mine, question }: { mine: boolean; question: ShownQuestion }) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  return (
    <li data-question={question.id}>
      <button
        type="button"
        className="btn as-up"
        data-act="support"
        aria-pressed={mine}
        aria-label={t('supportLabel', { count: question.support, text: question.text })}
        aria-disabled={question.state !== 'shown' || acting.busy}
        onClick={() =>
          question.state === 'shown' && !acting.busy && void acting.run(() => support(question.id, !mine))
        }
      >
        <ArrowBigUp className="i" aria-hidden="true" />
        <span className="num">{question.support}</span>
      </button>
      <div>
        <p>{question.text}</p>
        <p className="xs soft">
          {question.name || t('nobodyNamed')}
          {question.state === 'answered' && `, ${t('questionState.answered')}`}
        </p>
        {question.note !== '' && question.state === 'answered' && (
          <p className="sm as-note">{question.note}</p>
        )}
        {acting.problem && <p className="sm as-problem">{acting.problem}</p>}
      </div>
    </li>
  )
}

/** What became of one's own that are not in the list: waiting, or set aside with why. */
function OwnQuestions({ asked }: { asked: readonly ShownQuestion[] }) {
  const { t } = useTranslation('assembly')
  const apart = asked.filter(({ state }) => state === 'waiting' || state === 'aside')
  if (apart.length === 0) return null
  return (
    <ul className="as-own sm">
      {apart.map(({ id, note, state, text }) => (
        <li key={id} data-own={state}>
          <b>{t(`questionState.${state}`)}</b> {text} {state === 'aside' && <i>{note}</i>}
        </li>
      ))}
    </ul>
  )
}

function AskForm({ name: known }: { name: string }) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const id = useId()
  const [text, setText] = useState('')
  const [name, setName] = useState<string>()
  const ready = text.trim().length >= 3 && !acting.busy
  const send = async (): Promise<void> => {
    const done = await acting.run(() => askQuestion({ text, name: name ?? known }), t('asked'))
    if (done) setText('')
  }
  return (
    <form
      className="as-ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void send()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('yourQuestion')}</label>
        <textarea
          id={id}
          className="input"
          rows={2}
          maxLength={280}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className="as-ask-row">
        <Field
          label={t('yourName')}
          hint={t('yourNameHint')}
          maxLength={60}
          value={name ?? known}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="btn primary" data-act="ask" aria-disabled={!ready}>
          {acting.busy ? t('sending') : t('ask')}
        </button>
      </div>
      {acting.problem && (
        <Banner tone="danger" alert>
          {acting.problem}
        </Banner>
      )}
    </form>
  )
}
