// What the text's own group makes of the debate: amend it, or keep it with a word why. For whoever leads it; then for all to read.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmendForm } from '#client/features/consultation/AmendForm.tsx'
import { sendKept } from '#client/features/consultation/consultationApi.ts'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { WhyField } from '#client/features/consultation/WhyField.tsx'
import { ActForm } from '#client/ui/ActForm.tsx'
import type { TextAnswer } from '#shared/consultation/consultationAnswers.ts'

export function KeptLines({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  return (
    <ul className="co-kept">
      {page.kept.map(({ byName, groupId, version, why }, at) => {
        const place = page.groups.find(({ id }) => id === groupId)?.place ?? ''
        const name = byName || t('byGroup', { place })
        return <li key={`${at}-${version}`}>{t('decide.keptLine', { name, version, why })}</li>
      })}
    </ul>
  )
}

export function GroupDecision({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const [open, setOpen] = useState<'amend' | 'keep'>()
  const close = (): void => setOpen(undefined)
  return (
    <section className="card pad co-decide" aria-labelledby="co-decide">
      <h2 id="co-decide">{t('decide.title')}</h2>
      <p className="soft">{t('decide.text')}</p>
      <div className="row wrap">
        <button type="button" className="btn primary" data-act="amend" onClick={() => setOpen('amend')}>
          {t('decide.amend')}
        </button>
        <button
          type="button"
          className="btn"
          data-act="keep"
          aria-expanded={open === 'keep'}
          onClick={() => setOpen(open === 'keep' ? undefined : 'keep')}
        >
          {t('decide.keep')}
        </button>
      </div>
      {open === 'keep' && <KeepForm page={page} onDone={close} />}
      {open === 'amend' && <AmendForm page={page} onClose={close} />}
    </section>
  )
}

function KeepForm({ onDone, page }: { page: TextAnswer; onDone: () => void }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  const [why, setWhy] = useState('')
  // The version that was read when the form was opened, whatever the page is told since.
  const [seen] = useState(page.fingerprint)
  const send = async (): Promise<void> => {
    if (await acting.run(() => sendKept(page.text.id, { seen, why }), t('decide.kept'))) onDone()
  }
  return (
    <ActForm
      act="send-kept"
      acting={acting}
      submit={t('decide.keepDo')}
      ready={why.trim().length >= 10}
      onSubmit={() => void send()}
    >
      <WhyField value={why} onChange={setWhy} />
    </ActForm>
  )
}
