// An answer to a remark, and the reason of a refusal: what was typed stays until it is sent.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type MentionedWords,
  MentionText,
  mentionsIn,
  noWords,
} from '#client/features/remark/MentionText.tsx'
import { useUnsent } from '#client/features/remark/unsent.ts'
import type { RemarkActs } from '#client/features/remark/useRemarkActs.ts'
import { randomId } from '#shared/contract/ids.ts'
import { remarkTextLimit } from '#shared/remark/remark.ts'

export interface AnswerFormProps {
  readonly remarkId: string
  readonly acts: RemarkActs
  readonly onDone: () => void
}

/** Characters. */
const reasonLimit = 400

interface UnsentAnswer extends MentionedWords {
  /** Chosen once: sent again after a lost answer it says nothing twice. */
  readonly id: string
}

export function AnswerForm({ remarkId, acts, onDone }: AnswerFormProps) {
  const { t } = useTranslation('remark')
  const [kept, keep] = useUnsent<UnsentAnswer>(`answer:${remarkId}`)
  const send = async (words: MentionedWords): Promise<boolean> => {
    const done = await acts.answer(remarkId, {
      id: kept?.id ?? randomId(),
      text: words.text.trim(),
      mentions: mentionsIn(words),
    })
    if (done) keep(undefined)
    return done
  }
  return (
    <WordsForm
      label={t('reply.label')}
      send={t('reply.send')}
      missing={t('reply.missing')}
      limit={remarkTextLimit}
      value={kept ?? noWords}
      onChange={(words) => keep({ id: kept?.id ?? randomId(), ...words })}
      onSend={send}
      onDone={onDone}
    />
  )
}

export function ReasonForm({ remarkId, acts, onDone }: AnswerFormProps) {
  const { t } = useTranslation('remark')
  const [kept, keep] = useUnsent<MentionedWords>(`reason:${remarkId}`)
  const send = async ({ text }: MentionedWords): Promise<boolean> => {
    const done = await acts.refuse(remarkId, text.trim())
    if (done) keep(undefined)
    return done
  }
  return (
    <WordsForm
      label={t('reason.label')}
      send={t('reason.send')}
      missing={t('reason.missing')}
      limit={reasonLimit}
      value={kept ?? noWords}
      onChange={keep}
      onSend={send}
      onDone={onDone}
      plain
    />
  )
}

interface WordsFormProps {
  readonly label: string
  readonly send: string
  readonly missing: string
  readonly limit: number
  readonly value: MentionedWords
  readonly onChange: (words: MentionedWords) => void
  readonly onSend: (words: MentionedWords) => Promise<boolean>
  readonly onDone: () => void
  /** Names nobody. */
  readonly plain?: boolean
}

function WordsForm(props: WordsFormProps) {
  const { label, send, missing, limit, value, onChange, onSend, onDone, plain } = props
  const { t } = useTranslation('remark')
  const [fault, setFault] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const isEmpty = value.text.trim() === ''
    setFault(isEmpty)
    if (isEmpty || busy) return
    setBusy(true)
    const done = await onSend(value)
    setBusy(false)
    if (done) onDone()
  }
  return (
    <form className="remark-answer stack" onSubmit={(event) => void submit(event)} noValidate>
      <MentionText
        label={label}
        value={value}
        limit={limit}
        rows={2}
        autoFocus
        naming={!plain}
        error={fault ? missing : undefined}
        onChange={(words) => {
          setFault(false)
          onChange(words)
        }}
      />
      <div className="acts">
        <button type="button" className="btn sm" onClick={onDone}>
          {t('form.later')}
        </button>
        <button
          type="submit"
          className="btn sm primary"
          data-act="remark.answer"
          aria-disabled={busy ? 'true' : undefined}
        >
          {send}
        </button>
      </div>
    </form>
  )
}
