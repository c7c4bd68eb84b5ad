// The columns while the room sorts its drafts; one column at a time where there is little room. Null otherwise.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AddresseeColumns } from '#client/features/addressee/AddresseeColumns.tsx'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'

/** `compact`: in a side panel or on a phone, whatever the width of the window. */
export function AddresseeNow({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('addressee')
  const on = useSlice('decision')?.sorting ?? false
  useEffect(() => {
    if (on) announce(t('opened'))
  }, [on, t])
  return on ? <AddresseeColumns listOnly={compact} /> : null
}
