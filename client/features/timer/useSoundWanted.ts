// Whether this device sounds at the end: facilitators, the room's own device and the projector do, others do not, until they choose.
import { useTimerChoice } from '#client/features/timer/timerChoices.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'

export function useSoundWanted(display = false): readonly [boolean, (value: boolean) => void] {
  const leads = useMayLead()
  const { presence } = useLiveRoom().join.you
  return useTimerChoice('sound', display || leads || presence === 'room-device')
}
