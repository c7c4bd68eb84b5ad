// Questions to the team, with the day by which an answer is needed; late ones say so.
import { Check, Clock, MessageCircleQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sawAnswer } from '#client/features/library/libraryApi.ts'
import { useLibraryAct } from '#client/features/library/useLibrary.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import type { LibraryAnswer, LibraryQuestion } from '#shared/library/libraryAnswers.ts'

export interface QuestionListProps {
  readonly page: LibraryAnswer
  readonly questions: readonly LibraryQuestion[]
  readonly onAnswer: (question: LibraryQuestion) => void
}

export function QuestionList({ page, questions, onAnswer }: QuestionListProps) {
  const { t } = useTranslation('library')
  if (questions.length === 0)
    return (
      <Empty icon={MessageCircleQuestion} title={t('noQuestions')}>
        {t('noQuestionsText')}
      </Empty>
    )
  return (
    <ul className="li-questions">
      {questions.map((question) => (
        <li key={question.id} className="card" data-question={question.id} data-state={question.state}>
          <div className="row wrap between">
            <span className="row wrap">
              <Antenna wear={question.group.wear} place={question.group.place} size="mini" />
              <span className="sm soft">{question.group.place}</span>
            </span>
            <DueChip question={question} />
          </div>
          <p className="li-asked" lang={page.language}>
            <GlossedText text={question.text} lang={page.language} />
          </p>
          <About page={page} question={question} />
          {question.answers.map(({ byName, day, text }) => (
            <Answered key={`${day}-${text}`} {...{ byName, day, text }} language={page.language} />
          ))}
          <Acts page={page} question={question} onAnswer={onAnswer} />
        </li>
      ))}
    </ul>
  )
}

function Acts({
  page,
  question,
  onAnswer,
}: Pick<QuestionListProps, 'page' | 'onAnswer'> & { question: LibraryQuestion }) {
  const { t } = useTranslation('library')
  const acting = useLibraryAct()
  if (!question.mayAnswer && !question.toRead) return null
  return (
    <div className="row wrap li-acts">
      {question.mayAnswer && (
        <button type="button" className="btn sm" data-act="answer" onClick={() => onAnswer(question)}>
          {t(question.state === 'answered' ? 'answerAgain' : 'answer')}
        </button>
      )}
      {question.toRead && (
        <button
          type="button"
          className="btn sm primary"
          data-act="seen"
          onClick={() => void acting.run(() => sawAnswer(question.id), '')}
        >
          <Check className="i" aria-hidden="true" />
          {t('iRead')}
        </button>
      )}
    </div>
  )
}

export function DueChip({ question }: { question: Pick<LibraryQuestion, 'state' | 'due'> }) {
  const { t, i18n } = useTranslation('library')
  const day = dayAndMonth(i18n.language, question.due)
  const [look, icon] = {
    answered: ['ok', <Check key="i" className="i" aria-hidden="true" />] as const,
    late: ['danger', <Clock key="i" className="i" aria-hidden="true" />] as const,
    open: ['warn', <Clock key="i" className="i" aria-hidden="true" />] as const,
  }[question.state]
  return (
    <span className={`chip ${look}`}>
      {icon}
      {t(`state.${question.state}`, { day })}
    </span>
  )
}

/** Who asked, and from where. */
function About({ page, question }: { page: LibraryAnswer; question: LibraryQuestion }) {
  const { t, i18n } = useTranslation('library')
  const card = page.cards.find(({ id }) => id === question.cardId)
  const said = [
    question.asked.byName,
    dayAndMonth(i18n.language, question.asked.day),
    ...(question.draft ? [t('aboutDraft', { title: question.draft.title })] : []),
    ...(card ? [t('aboutCard', { title: card.title })] : []),
  ].filter(Boolean)
  return (
    <p className="sm soft">
      {said.join(', ')}
      {question.published && `. ${t('isPublished')}`}
    </p>
  )
}

interface AnsweredProps {
  readonly text: string
  readonly byName: string
  readonly day: string
  readonly language: string
}

function Answered({ text, byName, day, language }: AnsweredProps) {
  const { t, i18n } = useTranslation('library')
  return (
    <blockquote className="li-answer">
      <p lang={language}>
        <GlossedText text={text} lang={language} />
      </p>
      <footer className="sm soft">
        {t('answeredBy', { name: byName, day: dayAndMonth(i18n.language, day) })}
      </footer>
    </blockquote>
  )
}
