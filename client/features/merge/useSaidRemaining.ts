// What remains to be settled is said when it changes, once it rests.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '#client/ui/announcer.tsx'

/** Milliseconds. */
const saidAfterMs = 1_200

export function useSaidRemaining(open: number): void {
  const { t } = useTranslation('merge')
  const last = useRef(open)
  useEffect(() => {
    if (last.current === open) return
    const timer = setTimeout(() => {
      last.current = open
      announce(t('said.remaining', { count: open }))
    }, saidAfterMs)
    return () => clearTimeout(timer)
  }, [open, t])
}
