// Questions and counter-proposals on the text, and what its groups answer, signed.
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskForm } from '#client/features/consultation/AskForm.tsx'
import { sendReply } from '#client/features/consultation/consultationApi.ts'
import { HiddenLine, Moderate } from '#client/features/consultation/Moderate.tsx'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { Words } from '#client/ui/Words.tsx'
import type { ShownQuestion, ShownReply, TextAnswer } from '#shared/consultation/consultationAnswers.ts'

export function Questions({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  return (
    <section aria-labelledby="co-questions">
      <h2 id="co-questions">{t('questions')}</h2>
      {page.questions.length === 0 && <p className="soft">{t('noQuestions')}</p>}
      <ul className="co-questions">
        {page.questions.map((one) => (
          <Question key={one.id} {...{ one, page }} />
        ))}
      </ul>
      {page.days.status === 'open' && <AskForm textId={page.text.id} />}
    </section>
  )
}

function Question({ one, page }: { one: ShownQuestion; page: TextAnswer }) {
  const { t, i18n } = useTranslation('consultation')
  return (
    <li className="card pad" data-question={one.id}>
      <p className="row wrap sm">
        <span className="chip info">
          <MessageCircleQuestion className="i" aria-hidden="true" />
          {t(`kinds.${one.kind}`)}
        </span>
        <span className="soft">
          {[one.name || t('anonymous'), dayAndMonth(i18n.language, one.date)].join(', ')}
          {page.version > 1 && `, ${t('onVersion', { count: one.version })}`}
        </span>
        <span className="grow" />
        {page.you.keeps && <Moderate target="question" one={one} />}
      </p>
      {one.text !== '' && (
        <p className="co-words" lang={page.language}>
          <Unbroken text={one.text} />
        </p>
      )}
      {one.hidden && <HiddenLine hidden={one.hidden} />}
      {one.replies.map((reply) => (
        <Reply key={reply.id} {...{ reply, page }} />
      ))}
      {one.replies.length === 0 && !one.hidden && <p className="sm soft">{t('waitsReply')}</p>}
      {page.mayReply && !one.hidden && <ReplyForm questionId={one.id} />}
    </li>
  )
}

function Reply({ page, reply }: { reply: ShownReply; page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const place = page.groups.find(({ id }) => id === reply.groupId)?.place ?? ''
  return (
    <div className="co-reply" data-reply={reply.id}>
      {reply.text !== '' && (
        <p className="co-words" lang={page.language}>
          <Unbroken text={reply.text} />
        </p>
      )}
      {reply.hidden && <HiddenLine hidden={reply.hidden} />}
      <span className="row between wrap">
        <span className="sm soft">
          {reply.byName === '' ? t('byGroup', { place }) : t('repliedBy', { name: reply.byName, place })}
        </span>
        {page.you.keeps && <Moderate target="reply" one={reply} />}
      </span>
    </div>
  )
}

function ReplyForm({ questionId }: { questionId: string }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  const [text, setText] = useState('')
  const send = async (): Promise<void> => {
    if (await acting.run(() => sendReply(questionId, text), t('replied'))) setText('')
  }
  return (
    <ActForm
      quiet
      act="reply"
      acting={acting}
      submit={t('reply')}
      ready={text.trim().length >= 10}
      onSubmit={() => void send()}
    >
      <Words label={t('replyText')} rows={2} value={text} maxLength={3000} onChange={setText} />
    </ActForm>
  )
}
