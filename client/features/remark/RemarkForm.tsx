// Saying a remark: a comment on a passage or on the whole draft, or another wording of the passage. What was typed stays until it is sent.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MentionText } from '#client/features/remark/MentionText.tsx'
import { PassageChoice } from '#client/features/remark/PassageChoice.tsx'
import { RewordingShown } from '#client/features/remark/RewordingShown.tsx'
import { useDeskState, useRemarkDesk, type Writing } from '#client/features/remark/remarkDesk.ts'
import { useUnsent } from '#client/features/remark/unsent.ts'
import {
  begun,
  faultOf,
  type RemarkFault,
  sameForm,
  type UnsentRemark,
  unsentKey,
  useSending,
} from '#client/features/remark/unsentRemark.ts'
import { useRemarks } from '#client/features/remark/useRemarks.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { remarkTextLimit } from '#shared/remark/remark.ts'

/** Once per room: the form that is open, whichever text asked for it. */
export function RemarkForms() {
  const { writing } = useDeskState()
  return writing ? <RemarkForm key={JSON.stringify(writing)} writing={writing} /> : null
}

function RemarkForm({ writing }: { writing: Writing }) {
  const { t } = useTranslation('remark')
  const desk = useRemarkDesk()
  const { draft, of } = writing
  const { answer } = useRemarks(draft)
  const [first] = useState(() => begun(writing))
  const [kept, keep] = useUnsent<UnsentRemark>(unsentKey(draft))
  const form = kept && sameForm(kept.writing, writing) ? kept : first
  const [fault, setFault] = useState<RemarkFault>()
  const sending = useSending(form, () => desk?.close())
  const change = (part: Partial<UnsentRemark>): void => {
    setFault(undefined)
    keep({ ...form, ...part })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const found = faultOf(form)
    setFault(found)
    if (!found) void sending.send()
  }
  const { anchor } = form
  const lines = anchor?.quote.split('\n').length ?? 1
  const maySuggest = anchor !== null && (answer?.may.suggest ?? true)
  return (
    <ModalDialog title={t(titleOf(writing))} onClose={() => desk?.close()}>
      <form className="stack remark-form" onSubmit={submit} noValidate>
        {!of && !writing.anchor && (
          <PassageChoice
            draft={draft}
            value={anchor}
            onChange={(next) =>
              change({ anchor: next, proposal: next?.quote ?? '', ...(next ? {} : { kind: 'comment' }) })
            }
          />
        )}
        {!of && maySuggest && (
          <Choice
            look="segments"
            label={t('form.kind')}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            options={[
              { value: 'comment', label: t('kind.comment') },
              { value: 'suggestion', label: t('kind.suggestion') },
            ]}
          />
        )}
        {anchor && (form.kind === 'comment' || of?.act === 'renew') && (
          <figure className="remark-quoted">
            <figcaption>{t(of?.act === 'renew' ? 'form.today' : 'form.passage')}</figcaption>
            <blockquote lang={contentLanguage()}>{anchor.quote}</blockquote>
          </figure>
        )}
        {form.kind === 'suggestion' && anchor && (
          <Proposal
            form={form}
            lines={lines}
            error={fault && fault !== 'empty' ? t(`form.${fault}`, { count: lines }) : undefined}
            onChange={(proposal) => change({ proposal })}
          />
        )}
        {of?.act !== 'renew' && (
          <MentionText
            key={form.kind}
            label={t(form.kind === 'comment' ? 'form.comment' : 'form.why')}
            value={form.words}
            limit={remarkTextLimit}
            rows={form.kind === 'comment' ? 4 : 2}
            autoFocus={form.kind === 'comment'}
            error={fault === 'empty' ? t('form.empty') : undefined}
            onChange={(words) => change({ words })}
          />
        )}
        {sending.problem && (
          <Banner tone={sending.problem === 'offline' ? 'warn' : 'danger'} alert>
            {t(`problem.${sending.problem}`)} {t('form.kept')}
          </Banner>
        )}
        <div className="acts">
          <button type="button" className="btn" onClick={() => desk?.close()}>
            {t(kept && sameForm(kept.writing, writing) ? 'form.later' : 'form.cancel')}
          </button>
          <button
            type="submit"
            className="btn primary"
            data-act="remark.send"
            aria-disabled={sending.isSending ? 'true' : undefined}
          >
            {t(form.kind === 'comment' ? 'form.send' : 'form.propose')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

function titleOf({
  anchor,
  of,
}: Writing): 'form.renewTitle' | 'form.editTitle' | 'form.title' | 'form.wholeTitle' {
  if (of) return of.act === 'renew' ? 'form.renewTitle' : 'form.editTitle'
  return anchor ? 'form.title' : 'form.wholeTitle'
}

interface ProposalProps {
  readonly form: UnsentRemark
  readonly lines: number
  readonly error: string | undefined
  readonly onChange: (proposal: string) => void
}

function Proposal({ form, lines, error, onChange }: ProposalProps) {
  const { t } = useTranslation('remark')
  const id = useId()
  const quote = form.anchor?.quote ?? ''
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('form.proposal')}</label>
        <textarea
          id={id}
          className={`input ${error ? 'wrong' : ''}`}
          lang={contentLanguage()}
          rows={Math.min(8, Math.max(3, Math.ceil(quote.length / 50) + lines - 1))}
          maxLength={remarkTextLimit}
          value={form.proposal}
          autoFocus
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) =>
            onChange(lines === 1 ? event.target.value.replace(/\s*\n\s*/gu, ' ') : event.target.value)
          }
        />
        <p className={error ? 'field-error' : 'sm soft'} id={`${id}-hint`}>
          {error ?? t('form.proposalHint')}
        </p>
      </div>
      {form.proposal !== quote && (
        <figure className="remark-quoted">
          <figcaption>{t('form.preview')}</figcaption>
          <RewordingShown before={quote} after={form.proposal} />
        </figure>
      )}
    </>
  )
}
