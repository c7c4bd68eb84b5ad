// For whoever keeps the consultation: its last day, and open videoconferences.
import { Presentation } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cancelPresentation, setClosing } from '#client/features/consultation/consultationApi.ts'
import { Moderate } from '#client/features/consultation/Moderate.tsx'
import { PlanForm } from '#client/features/consultation/PlanForm.tsx'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { Field } from '#client/ui/Field.tsx'
import type { ConsultationAnswer, ShownPresentation } from '#shared/consultation/consultationAnswers.ts'

export function KeeperPanel({ page }: { page: ConsultationAnswer }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  const [day, setDay] = useState(page.days.closesOn ?? '')
  const [plans, setPlans] = useState(false)
  return (
    <section className="card pad co-keeper" aria-labelledby="co-keeper">
      <h2 id="co-keeper">{t('keeper.title')}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!acting.busy) void acting.run(() => setClosing(day === '' ? null : day), t('keeper.done'))
        }}
      >
        <Field
          type="date"
          label={t('keeper.closing')}
          value={day}
          error={acting.problem}
          data-field="closing"
          onChange={({ target }) => setDay(target.value)}
        />
        <button type="submit" className="btn" data-act="set-closing" aria-disabled={acting.busy}>
          {t('keeper.set')}
        </button>
      </form>
      <button type="button" className="btn primary" data-act="plan" onClick={() => setPlans(true)}>
        {t('keeper.plan')}
      </button>
      {plans && <PlanForm page={page} onClose={() => setPlans(false)} />}
    </section>
  )
}

export function KeepMeeting({ one }: { one: ShownPresentation }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  if (one.cancelled) return null
  return (
    <div className="co-keep-meeting">
      {one.names.length > 0 && (
        <p className="sm">
          <b>{t('keeper.people')}</b> {one.names.join(', ')}
        </p>
      )}
      <div className="row wrap">
        <Link
          className="btn"
          data-act="present"
          to={`/consultation/presenting/${encodeURIComponent(one.id)}`}
          aria-label={t('keeper.presentLabel', { title: one.title })}
        >
          <Presentation className="i" aria-hidden="true" />
          {t('keeper.present')}
        </Link>
        <button
          type="button"
          className="btn"
          aria-disabled={acting.busy}
          onClick={() => void acting.run(() => cancelPresentation(one.id), t('keeper.cancelled'))}
        >
          {t('keeper.cancel')}
        </button>
      </div>
      <Moderate target="presentation" one={one} />
      {acting.problem && <p className="sm">{acting.problem}</p>}
    </div>
  )
}
