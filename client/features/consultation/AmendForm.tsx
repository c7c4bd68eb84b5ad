// A new version of a group's own text after the debate: its words, and why.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendAmendment } from '#client/features/consultation/consultationApi.ts'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { WhyField } from '#client/features/consultation/WhyField.tsx'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Words } from '#client/ui/Words.tsx'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'
import { wordsIn } from '#shared/consultation/feelings.ts'

const fields = ['title', 'summary', 'constat', 'proposition', 'moyens'] as const
type Name = (typeof fields)[number]
const heights: Readonly<Record<Name, number>> = {
  ...{ title: 2, summary: 3, constat: 4, proposition: 6, moyens: 3 },
}

/** Characters, as the server takes them. */
const lengths: Readonly<Record<Name, number>> = {
  ...{ title: 300, summary: 1_000, constat: 20_000, proposition: 20_000, moyens: 20_000 },
}

export function AmendForm({ onClose, page }: { page: TextAnswer; onClose: () => void }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  // What was read when the form was opened, whatever the page is told since.
  const [seen, setSeen] = useState({ fingerprint: page.fingerprint, text: page.text })
  const [words, setWords] = useState<Readonly<Partial<Record<Name, string>>>>({})
  const [why, setWhy] = useState('')
  const changed = fields.some((name) => words[name] !== undefined && words[name] !== seen.text[name])
  const fits = wordsIn(words.summary ?? seen.text.summary) <= 60 && (words.title ?? 'x').trim() !== ''
  const ready = changed && fits && why.trim().length >= 10
  const send = async (): Promise<void> => {
    const amendment = { seen: seen.fingerprint, words, why }
    if (await acting.run(() => sendAmendment(page.text.id, amendment), t('decide.amended'))) onClose()
  }
  return (
    <ModalDialog title={t('decide.amend')} onClose={onClose} width="wide">
      {page.fingerprint !== seen.fingerprint && (
        <Banner
          tone="caution"
          alert
          action={
            <button
              type="button"
              className="btn sm"
              data-act="seen"
              onClick={() => setSeen({ fingerprint: page.fingerprint, text: page.text })}
            >
              {t('decide.staleRead')}
            </button>
          }
        >
          {t('decide.staleText')}
        </Banner>
      )}
      <ActForm
        act="send-amendment"
        acting={acting}
        submit={t('decide.publish')}
        ready={ready}
        note={!changed && <span className="sm soft">{t('decide.nothing')}</span>}
        onSubmit={() => void send()}
      >
        {fields.map((name) => (
          <Words
            key={name}
            {...{ name, rows: heights[name], maxLength: lengths[name], lang: page.language }}
            label={name === 'title' || name === 'summary' ? t(`decide.fields.${name}`) : t(`parts.${name}`)}
            value={words[name] ?? seen.text[name]}
            onChange={(value) => setWords({ ...words, [name]: value })}
          />
        ))}
        <WhyField value={why} onChange={setWhy} />
      </ActForm>
    </ModalDialog>
  )
}
