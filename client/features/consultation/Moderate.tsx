// What was hidden, why and by whom, for everybody; and the button with which whoever moderates hides or shows again.
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendModeration } from '#client/features/consultation/consultationApi.ts'
import { useConsultationAct } from '#client/features/consultation/useConsultation.ts'
import { ActForm } from '#client/ui/ActForm.tsx'
import { dayAndMonth } from '#client/ui/dates.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import type { Hidden } from '#shared/consultation/consultationAnswers.ts'
import type { moderationTargets } from '#shared/consultation/consultationInputs.ts'

export function HiddenLine({ discarded = false, hidden }: { hidden: Hidden; discarded?: boolean }) {
  const { t, i18n } = useTranslation('consultation')
  return (
    <p className="sm soft co-hidden">
      <EyeOff className="i" aria-hidden="true" />
      {t(discarded ? 'discard.said' : 'hidden', {
        reason: hidden.reason,
        name: hidden.byName || t('byTeam'),
        day: dayAndMonth(i18n.language, hidden.date),
      })}
    </p>
  )
}

export interface ModerateProps {
  readonly target: (typeof moderationTargets)[number]
  readonly one: { readonly id: string; readonly hidden: Hidden | null; readonly moderations: number }
}

export function Moderate({ one, target }: ModerateProps) {
  const { t } = useTranslation('consultation')
  const [open, setOpen] = useState(false)
  const hide = one.hidden === null
  const said = wordsFor(target, hide)
  const Icon = hide ? EyeOff : Eye
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        data-act="moderate"
        aria-label={t(said.label)}
        onClick={() => setOpen(true)}
      >
        <Icon className="i" aria-hidden="true" />
        {t(said.act)}
      </button>
      {open && <ModerateDialog {...{ one, target, hide }} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Of what somebody wrote: hidden or shown. Of a presentation: its answers count or not. */
const wordsFor = (target: ModerateProps['target'], hide: boolean) => {
  if (target === 'presentation')
    return hide
      ? ({ act: 'discard.do', label: 'discard.do', title: 'discard.title' } as const)
      : ({ act: 'discard.undo', label: 'discard.undo', title: 'discard.undoTitle' } as const)
  return hide
    ? ({ act: 'hide', label: 'hideLabel', title: 'hideTitle' } as const)
    : ({ act: 'show', label: 'showLabel', title: 'showTitle' } as const)
}

function ModerateDialog({
  hide,
  onClose,
  one,
  target,
}: ModerateProps & { readonly hide: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('consultation')
  const acting = useConsultationAct()
  const said = wordsFor(target, hide)
  const [reason, setReason] = useState('')
  const act = { target, targetId: one.id, hide, reason, seen: one.moderations }
  const send = async (): Promise<void> => {
    if (await acting.run(() => sendModeration(act), t('moderated'))) onClose()
  }
  return (
    <ModalDialog title={t(said.title)} onClose={onClose}>
      <ActForm
        acting={acting}
        submit={t(said.act)}
        ready={reason.trim().length >= 10}
        onSubmit={() => void send()}
      >
        <p className="soft">{t('moderateText')}</p>
        <Field
          label={t('reason')}
          value={reason}
          maxLength={300}
          onChange={({ target: { value } }) => setReason(value)}
        />
      </ActForm>
    </ModalDialog>
  )
}
