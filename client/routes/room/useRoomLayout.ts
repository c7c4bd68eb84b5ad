// Which of the room's four arrangements fits: columns, drawer, two tabs (half a screen), or the phone.
import { useMediaQuery } from '#client/ui/useMediaQuery.ts'

export type RoomLayout = 'wide' | 'drawer' | 'tabs' | 'phone'

/** Widths in CSS pixels. Half of a 1366 screen (683) keeps board and list as tabs; only below 640 is it a phone. */
export function useRoomLayout(phonePage: boolean): RoomLayout {
  const wide = useMediaQuery('(min-width: 1280px)')
  const drawer = useMediaQuery('(min-width: 1024px)')
  const tabs = useMediaQuery('(min-width: 640px)')
  if (phonePage || !tabs) return 'phone'
  return wide ? 'wide' : drawer ? 'drawer' : 'tabs'
}
