// Plans an open videoconference.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planPresentation } from '#client/features/consultation/consultationApi.ts'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { SomeOf } from '#client/ui/SomeOf.tsx'
import type { ConsultationAnswer } from '#shared/consultation/consultationAnswers.ts'

export function PlanForm({ onClose, page }: { page: ConsultationAnswer; onClose: () => void }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct({ 422: t('keeper.wrong') })
  const [plan, setPlan] = useState({
    title: '',
    date: page.today,
    startTime: '18:30',
    minutes: '90',
    callUrl: '',
  })
  const [themeIds, setThemeIds] = useState<readonly string[]>([])
  const ready = plan.title.trim().length >= 3 && plan.date !== ''
  const { callUrl, date, minutes, startTime, title } = plan
  const send = async (): Promise<void> => {
    const about = {
      ...{ title, date, callUrl, themeIds: [...themeIds] },
      ...{ startTime: startTime === '' ? null : startTime, durationMin: Number(minutes) || 90 },
    }
    if (await acting.run(() => planPresentation(about), t('keeper.saved'))) onClose()
  }
  const field = (name: keyof typeof plan, label: string, type = 'text') => (
    <Field
      {...{ label, type, value: plan[name] }}
      data-field={name}
      onChange={({ target }) => setPlan({ ...plan, [name]: target.value })}
    />
  )
  return (
    <ModalDialog title={t('keeper.plan')} onClose={onClose}>
      <ActForm
        act="save-plan"
        acting={acting}
        submit={t('keeper.save')}
        ready={ready}
        onSubmit={() => void send()}
      >
        {field('title', t('keeper.name'))}
        <div className="co-where-fields">
          {field('date', t('keeper.day'), 'date')}
          {field('startTime', t('keeper.hour'), 'time')}
          {field('minutes', t('keeper.minutes'), 'number')}
        </div>
        <SomeOf
          label={t('keeper.themes')}
          lang={page.language}
          chosen={themeIds}
          options={page.themes.map(({ id, title: name }) => [id, name] as const)}
          onChange={setThemeIds}
        />
        {field('callUrl', t('keeper.call'), 'url')}
      </ActForm>
    </ModalDialog>
  )
}
