// What a source group answers to a board: consent or comment on a rewording, once a word on a text that was put off or refused.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '#client/features/instruction/TextArea.tsx'
import { useActing } from '#client/features/instruction/useDesk.ts'
import { Banner } from '#client/ui/Banner.tsx'
import type { ShownNote, ShownVerdict } from '#shared/instruction/instructionAnswers.ts'

export interface GroupAnswerProps {
  readonly recommendationId: string
  readonly groupId: string
  readonly verdict: ShownVerdict
}

export function GroupAnswer({ recommendationId, groupId, verdict }: GroupAnswerProps) {
  if (verdict.superseded) return null
  if (verdict.awaiting.includes(groupId)) return <Redlined {...{ recommendationId, groupId, verdict }} />
  const declined = verdict.decision === 'postpone' || verdict.decision === 'refuse'
  if (!declined || verdict.replies.some((one) => one.groupId === groupId)) return null
  return <Reply {...{ recommendationId, groupId, verdict }} />
}

function Redlined({ recommendationId, groupId, verdict }: GroupAnswerProps) {
  const { t } = useTranslation('instruction')
  const [text, setText] = useState('')
  const { busy, problem, run } = useActing()
  const send = (answer: 'consent' | 'comment'): void =>
    void run(
      [{ body: { kind: 'answer', recommendationId, verdictId: verdict.id, groupId, answer, text } }],
      t(answer === 'consent' ? 'consented' : 'commented'),
    ).then((kept) => kept && setText(''))
  return (
    <div className="in-form">
      <TextArea
        label={t('groupWord')}
        hint={t('groupWordHint')}
        value={text}
        maxLength={1200}
        onChange={setText}
      />
      {problem && <Banner tone="danger">{problem}</Banner>}
      <div className="row in-tools">
        <button
          type="button"
          className="btn primary"
          data-act="consent-rewording"
          aria-disabled={busy}
          onClick={() => send('consent')}
        >
          {t('consent')}
        </button>
        <button
          type="button"
          className="btn"
          data-act="comment-rewording"
          aria-disabled={busy || text.trim() === ''}
          onClick={() => text.trim() !== '' && send('comment')}
        >
          {t('comment')}
        </button>
      </div>
    </div>
  )
}

function Reply({ recommendationId, groupId, verdict }: GroupAnswerProps) {
  const { t } = useTranslation('instruction')
  const [text, setText] = useState('')
  const { busy, problem, run } = useActing()
  return (
    <details>
      <summary>{t('replyOnce')}</summary>
      <form
        className="in-form"
        aria-label={t('replyLabel')}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === '') return
          void run(
            [{ body: { kind: 'reply', recommendationId, verdictId: verdict.id, groupId, text } }],
            t('replyKept'),
          )
        }}
      >
        <TextArea label={t('reply')} hint={t('replyHint')} value={text} maxLength={1200} onChange={setText} />
        {problem && <Banner tone="danger">{problem}</Banner>}
        <button type="submit" className="btn" aria-disabled={busy || text.trim() === ''}>
          {t('replySend')}
        </button>
      </form>
    </details>
  )
}

export function CorrectNote(about: {
  readonly recommendationId: string
  readonly groupId: string
  readonly note: ShownNote
}) {
  const { groupId, note, recommendationId } = about
  const { t } = useTranslation('instruction')
  const [text, setText] = useState('')
  const { busy, problem, run } = useActing()
  return (
    <details>
      <summary>{t('correct')}</summary>
      <form
        className="in-form"
        aria-label={t('correctLabel')}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === '') return
          void run(
            [{ body: { kind: 'correction', recommendationId, noteId: note.id, groupId, text } }],
            t('correctKept'),
          ).then((kept) => kept && setText(''))
        }}
      >
        <TextArea label={t('correctText')} value={text} maxLength={1200} onChange={setText} />
        {problem && <Banner tone="danger">{problem}</Banner>}
        <button type="submit" className="btn" aria-disabled={busy || text.trim() === ''}>
          {t('correctSend')}
        </button>
      </form>
    </details>
  )
}
