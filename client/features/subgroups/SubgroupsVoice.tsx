// Says what changes with the sub-groups: the start, help that is asked, time that runs out, the way back. Shows nothing else.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type ShownSubgroups, useSubgroups } from '#client/features/subgroups/useSubgroups.ts'
import { useServerNow } from '#client/live/useServerNow.ts'
import { announce } from '#client/ui/announcer.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { momentPassed } from '#shared/timer/timeLeft.ts'

/** How often the time is looked at, in milliseconds. */
const lookMs = 1_000

export function SubgroupsVoice() {
  const shown = useSubgroups()
  useSaidChanges(shown)
  useSaidTime(shown)
  return null
}

/** Not what was there on arriving. */
function useSaidChanges(shown: ShownSubgroups | undefined): void {
  const { t } = useTranslation('subgroups')
  const before = useRef<ShownSubgroups>(undefined)
  useEffect(() => {
    const last = before.current
    before.current = shown
    if (!last || !shown) return
    const { plan } = shown
    if (!plan) {
      if (last.plan?.status === 'running') announce(t('endedSaid'))
      return
    }
    const isSame = last.plan?.id === plan.id
    if (plan.status === 'running' && !(isSame && last.plan?.status === 'running')) {
      const group = plan.groups.find(({ mine }) => mine)?.name
      announce(group === undefined ? t('startedNoneSaid') : t('startedSaid', { group }))
    }
    if (plan.calledBackAt !== null && isSame && last.plan?.calledBackAt === null)
      announce(t('calledBackSaid'))
    if (!shown.leads) return
    for (const { id, name, help } of plan.groups) {
      const was = last.plan?.groups.find((group) => group.id === id)?.help
      if (help && !was) showToast({ text: t('helpSaid', { name: help.by, group: name }) })
    }
  }, [shown, t])
}

function useSaidTime(shown: ShownSubgroups | undefined): void {
  const { t } = useTranslation('subgroups')
  const running = shown?.plan?.status === 'running' ? shown.plan : null
  const endsAt = (running?.groups.find(({ mine }) => mine) ?? running)?.endsAt ?? null
  const now = useServerNow(endsAt === null ? null : lookMs)
  const before = useRef<{ readonly endsAt: number; readonly left: number } | null>(null)
  useEffect(() => {
    const last = before.current
    before.current = endsAt === null ? null : { endsAt, left: endsAt - now }
    if (endsAt === null || last?.endsAt !== endsAt) return
    const moment = momentPassed(last.left, endsAt - now)
    if (moment === 'one') announce(t('oneMinuteSaid'))
    if (moment === 'end') announce(t('overSaid'))
  })
}
