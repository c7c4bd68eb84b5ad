// Why some passages are not taken up: one reason, in words, for all of them; and which other sentence says it.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { type Reason, reasonCodes } from '#shared/merge/mergeState.ts'

/** Letters of a reason: two or three sentences. */
const reasonLimit = 400
/** Letters of a sentence in the list of those that say it. */
const optionLength = 80

export interface ReasonDialogProps {
  readonly passages: readonly string[]
  /** Called once they are set aside. */
  readonly onDone?: (() => void) | undefined
  readonly onClose: () => void
}

export function ReasonDialog({ passages, onDone, onClose }: ReasonDialogProps) {
  const { t } = useTranslation(['merge', 'ui'])
  const { acts, merge } = useMergeHands()
  const id = useId()
  const decided = merge.fates[passages[0] ?? '']
  const known = decided?.kind === 'set-aside' ? merge.reasons[decided.reasonId] : undefined
  const [reason, setReason] = useState<Reason>(known ?? { code: 'same-meaning', text: '', coveredBy: null })
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState(false)
  const missing = reason.code === 'other' && reason.text.trim() === ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (missing || sending) return
    setSending(true)
    const isDone = await acts.setAside(passages, { ...reason, text: reason.text.trim() })
    setSending(false)
    // Refused, or the line is gone: the words that were written stay on the screen.
    if (!isDone) return
    onClose()
    onDone?.()
  }
  return (
    <ModalDialog title={t('reason.title', { count: passages.length })} onClose={onClose}>
      <form className="mg-form" onSubmit={(event) => void submit(event)}>
        <Quotes passages={passages} />
        <label className="field">
          <span className="lab">{t('reason.code')}</span>
          <select
            className="input"
            value={reason.code}
            onChange={(event) =>
              setReason({
                ...reason,
                code: reasonCodes.find((code) => code === event.target.value) ?? 'other',
              })
            }
          >
            {reasonCodes.map((code) => (
              <option key={code} value={code}>
                {t(`reason.${code}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <label htmlFor={id}>{t('reason.words')}</label>
          <textarea
            id={id}
            className={`input ${asked && missing ? 'wrong' : ''}`}
            rows={3}
            maxLength={reasonLimit}
            value={reason.text}
            aria-invalid={asked && missing ? 'true' : undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setReason({ ...reason, text: event.target.value })}
          />
          <p className={asked && missing ? 'field-error' : 'sm soft'} id={`${id}-hint`}>
            {t(asked && missing ? 'reason.missing' : 'reason.wordsHint')}
          </p>
        </div>
        <CoveredBy
          passages={passages}
          value={reason.coveredBy}
          onChange={(coveredBy) => setReason({ ...reason, coveredBy })}
        />
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('ui:dialog.cancel')}
          </button>
          <button type="submit" className="btn primary">
            {t('reason.keep')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

function Quotes({ passages }: { passages: readonly string[] }) {
  const { names } = useMergeHands()
  return (
    <ul className="mg-quotes">
      {passages.map((id) => (
        <li key={id}>
          <b className="xs">{names.get(id)?.name}</b>
          <p lang={contentLanguage()}>{names.get(id)?.passage.text}</p>
        </li>
      ))}
    </ul>
  )
}

interface CoveredByProps {
  readonly passages: readonly string[]
  readonly value: string | null
  readonly onChange: (passage: string | null) => void
}

/** Sentences of other texts, those of the same rows first. */
function CoveredBy({ passages, value, onChange }: CoveredByProps) {
  const { t } = useTranslation('merge')
  const { names, rowOf } = useMergeHands()
  const own = new Set(passages.map((id) => names.get(id)?.parent.key))
  const near = new Set(passages.flatMap((id) => rowOf.get(id) ?? []))
  const others = [...names.entries()].filter(([, { parent }]) => !own.has(parent.key) || own.size > 1)
  const sorted = [true, false].flatMap((first) => others.filter(([id]) => near.has(id) === first))
  return (
    <label className="field">
      <span className="lab">{t('reason.coveredBy')}</span>
      <select
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{t('reason.nobody')}</option>
        {sorted
          .filter(([id]) => !passages.includes(id))
          .map(([id, { name, passage }]) => (
            <option key={id} value={id}>
              {name} : {passage.text.slice(0, optionLength)}
            </option>
          ))}
      </select>
    </label>
  )
}
