// Questions as they come in: shown, laid on the screen, answered, or set aside with a reason.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moderate } from '#client/features/assembly/assemblyApi.ts'
import { useActing } from '#client/features/assembly/useAssembly.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { ScreenState } from '#shared/assembly/assemblyAnswers.ts'
import { inOrder, type Question, stateOf } from '#shared/assembly/question.ts'

export interface DeskQuestionsProps {
  readonly questions: readonly Question[]
  readonly over: ScreenState['over']
  readonly onLay: (over: ScreenState['over']) => void
}

interface Open {
  readonly question: Question
  readonly state: 'answered' | 'aside'
}

export function DeskQuestions({ onLay, over, questions }: DeskQuestionsProps) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const [open, setOpen] = useState<Open>()
  const waiting = questions.filter((one) => stateOf(one) === 'waiting')
  const lines = [...waiting, ...inOrder(questions)]
  return (
    <section className="card pad as-desk-questions" aria-labelledby="as-desk-questions">
      <h2 id="as-desk-questions">
        {t('questions')}{' '}
        {waiting.length > 0 && <span className="chip warn">{t('toRead', { count: waiting.length })}</span>}
      </h2>
      {acting.problem && <Banner tone="danger">{acting.problem}</Banner>}
      {lines.length === 0 && <p className="soft">{t('noQuestion')}</p>}
      <ul className="as-list">
        {lines.map((question) => (
          <li key={question.id} data-question={question.id} data-state={stateOf(question)}>
            <div>
              <p>{question.text}</p>
              <p className="xs soft">
                {question.name || t('nobodyNamed')}, {t('supportedBy', { count: question.support })},{' '}
                {t(`questionState.${stateOf(question)}`)}
                {question.acts.length > 0 && ` (${question.acts.at(-1)?.byName})`}
              </p>
              <div className="row wrap">
                {stateOf(question) !== 'shown' && (
                  <button
                    type="button"
                    className="btn sm primary"
                    data-act="show"
                    onClick={() => void acting.run(() => moderate(question.id, { state: 'shown', note: '' }))}
                  >
                    {t('showIt')}
                  </button>
                )}
                {stateOf(question) === 'shown' && (
                  <>
                    <LayButton
                      isLaid={over?.kind === 'question' && over.id === question.id}
                      onLay={(on) => onLay(on ? { kind: 'question', id: question.id } : null)}
                    />
                    <button
                      type="button"
                      className="btn sm"
                      onClick={() => setOpen({ question, state: 'answered' })}
                    >
                      {t('markAnswered')}
                    </button>
                  </>
                )}
                {stateOf(question) !== 'answered' && (
                  <button
                    type="button"
                    className="btn sm quiet"
                    data-act="aside"
                    onClick={() => setOpen({ question, state: 'aside' })}
                  >
                    {t('setAside')}
                  </button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {open && <DecideDialog {...open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

export function LayButton({ isLaid, onLay }: { isLaid: boolean; onLay: (on: boolean) => void }) {
  const { t } = useTranslation('assembly')
  return (
    <button
      type="button"
      className="btn sm"
      data-act="lay"
      aria-pressed={isLaid}
      onClick={() => onLay(!isLaid)}
    >
      {t('layIt')}
    </button>
  )
}

function DecideDialog({ onClose, question, state }: Open & { onClose: () => void }) {
  const { t } = useTranslation('assembly')
  const acting = useActing()
  const [note, setNote] = useState('')
  const ready = !acting.busy && (state === 'answered' || note.trim() !== '')
  const send = async (): Promise<void> => {
    if (await acting.run(() => moderate(question.id, { state, note }))) onClose()
  }
  return (
    <ModalDialog title={t(state === 'aside' ? 'asideTitle' : 'answeredTitle')} onClose={onClose}>
      <form
        className="as-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void send()
        }}
      >
        <p>{question.text}</p>
        <Field
          label={t(state === 'aside' ? 'asideWhy' : 'answeredNote')}
          maxLength={600}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {acting.problem && (
          <Banner tone="danger" alert>
            {acting.problem}
          </Banner>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" aria-disabled={!ready}>
            {t('keep')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
