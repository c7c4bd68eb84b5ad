// Frames and drafts by name, read when a tool is opened rather than at each letter of the room.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Lookables, readLookables } from '#client/features/attention/lookable.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'

/** To be used in what is mounted with the popover. */
export function useLookables(): Lookables {
  const { t } = useTranslation('attention')
  const room = useLiveRoom()
  return useMemo(
    () => readLookables(room, { frame: t('untitledFrame'), draft: t('untitledDraft') }),
    [room, t],
  )
}
