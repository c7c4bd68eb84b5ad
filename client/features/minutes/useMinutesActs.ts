// What can be done with a session's minutes: written, closed with the session, put away for the next one. Each says what became of it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askForMinutes } from '#client/features/minutes/minutesApi.ts'
import { useAgenda } from '#client/features/minutes/useMinutes.ts'
import { RefusedRequest } from '#client/live/api.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { useLiveRoom, useSave } from '#client/live/useLiveRoom.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'

export interface MinutesActs {
  readonly busy: boolean
  write(): Promise<void>
  closeSession(): Promise<boolean>
  reopen(): Promise<void>
  renew(): Promise<boolean>
}

/** `again`: whether the present session has minutes already; they then keep the language that they were begun in. */
export function useMinutesActs(again: boolean): MinutesActs {
  const { t, i18n } = useTranslation('minutes')
  const { code } = useLiveRoom().join.room
  const agenda = useAgenda()
  const offline = useSave().state === 'offline'
  const [end, reopen, renew] = [
    useCommand('agenda.end'),
    useCommand('agenda.reopen'),
    useCommand('agenda.renew'),
  ]
  const [busy, setBusy] = useState(false)
  const ask = async (said: 'written' | 'updated' | 'closed'): Promise<boolean> => {
    if (offline) {
      showToast({ text: t('said.offline'), tone: 'problem' })
      return false
    }
    setBusy(true)
    try {
      const session = agenda?.sessionId ? { sessionId: agenda.sessionId } : {}
      const { written } = await askForMinutes(code, {
        ...session,
        ...(again ? {} : { language: i18n.language.slice(0, 2) }),
      })
      showToast({ text: t(written || said === 'closed' ? `said.${said}` : 'said.unchanged') })
      return true
    } catch (error) {
      const detail = error instanceof RefusedRequest && error.detail !== '' ? error.detail : t('said.failed')
      showToast({ text: detail, tone: 'problem' })
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    write: async () => void (await ask(again ? 'updated' : 'written')),
    async closeSession() {
      const from = agenda?.currentId
      if (from && !sayRefusal(await end({ from }))) return false
      return ask('closed')
    },
    reopen: async () => void sayRefusal(await reopen({})),
    async renew() {
      const done = sayRefusal(await renew({ keepSteps: true }))
      if (done) showToast({ text: t('said.renewed') })
      return done
    },
  }
}
