// Says each change of step to screen readers, politely. Shows nothing; once per page.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgenda } from '#client/features/agenda/useAgenda.ts'
import { announce } from '#client/ui/announcer.tsx'
import { currentStep, stepPlace } from '#shared/agenda/agendaState.ts'

export function AgendaVoice() {
  const { t } = useTranslation('agenda')
  const agenda = useAgenda()
  const before = useRef<string | null>(null)
  const place = agenda && stepPlace(agenda)
  const title = agenda && currentStep(agenda)?.title
  const [status, currentId] = [agenda?.status, agenda?.currentId]
  useEffect(() => {
    if (!status) return
    const now = `${status} ${currentId ?? ''}`
    const last = before.current
    before.current = now
    // Whoever enters reads the page; only what changes afterwards is said.
    if (last === null || last === now) return
    if (place && title) announce(t('said.step', { ...place, title }))
    else if (status === 'ended') announce(t('said.ended'))
  }, [status, currentId, place, title, t])
  return null
}
