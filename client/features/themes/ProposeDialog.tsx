// A proposal: a title, a question, and why; perhaps out of something that a group left to be pursued.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { propose } from '#client/features/themes/themesApi.ts'
import { useThemeAct } from '#client/features/themes/useThemes.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { Offer } from '#shared/themes/proposal.ts'

export function ProposeDialog({ offer, onClose }: { offer: Offer | undefined; onClose: () => void }) {
  const { t } = useTranslation('themes')
  const act = useThemeAct()
  const id = useId()
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState(offer?.kind === 'question' ? offer.title.slice(0, 300) : '')
  const [why, setWhy] = useState('')
  const ready = [title, question, why].every((text) => text.trim() !== '') && !act.busy
  const sources = offer ? [{ kind: offer.kind, id: offer.id.slice(0, 120), title: offer.title }] : []
  const send = async (): Promise<void> => {
    if (await act.run(() => propose({ title, question, why, sources }), t('proposed'))) onClose()
  }
  return (
    <ModalDialog title={t('proposeTitle')} onClose={onClose} width="wide">
      <form
        className="th-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void send()
        }}
      >
        {offer && (
          <p className="soft">
            {t('from')} {offer.title}
          </p>
        )}
        <Field
          label={t('title')}
          maxLength={120}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Field
          label={t('question')}
          hint={t('questionHint')}
          maxLength={300}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
        <div className="field">
          <label htmlFor={id}>{t('why')}</label>
          <textarea
            id={id}
            className="input"
            rows={4}
            maxLength={900}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
        </div>
        {act.problem && (
          <Banner tone="danger" alert>
            {act.problem}
          </Banner>
        )}
        <div className="acts">
          <button type="submit" className="btn primary" data-act="send-proposal" aria-disabled={!ready}>
            {t('propose')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
