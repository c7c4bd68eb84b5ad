// The columns while the room sorts its drafts; one column at a time where there is little room. Null otherwise.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AddresseeColumns } from '#client/features/addressee/AddresseeColumns.tsx'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'

export interface AddresseeNowProps {
  /** In a side panel or on a phone, whatever the width of the window. */
  readonly compact?: boolean
  /** The columns lie in the board's place already: here it is only said that they opened. */
  readonly staged?: boolean
}

export function AddresseeNow({ compact = false, staged = false }: AddresseeNowProps) {
  const { t } = useTranslation('addressee')
  const on = useSlice('decision')?.sorting ?? false
  useEffect(() => {
    if (on) announce(t('opened'))
  }, [on, t])
  return on && !staged ? <AddresseeColumns listOnly={compact} /> : null
}
