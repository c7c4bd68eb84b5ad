// Tells screen readers when the line is lost, at once, and when it is back, politely.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSave } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'

export function useSaidConnection(): void {
  const { t } = useTranslation('shell')
  const { state } = useSave()
  const wasOffline = useRef(false)
  useEffect(() => {
    if (state === 'offline' && !wasOffline.current) {
      wasOffline.current = true
      announce(t('room.offlineSaid'), 'assertive')
    } else if ((state === 'saved' || state === 'back') && wasOffline.current) {
      wasOffline.current = false
      announce(t('room.backSaid'))
    }
  }, [state, t])
}
