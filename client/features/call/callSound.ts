// How this device should join the call: a second microphone in a room makes the call whistle.
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import { quietAddress } from '#shared/call/quietAddress.ts'

export interface CallSound {
  /** Where the button leads. */
  readonly address: string
  /** What to say beside it; null for somebody at a distance, who joins as usual. */
  readonly here: 'in-person' | 'phone' | 'room-device' | null
  /** Whether the service opens without sound by itself; false where one has to switch it off there. */
  readonly opensQuiet: boolean
}

export function useCallSound(url: string): CallSound {
  const { presence } = useLiveRoomChanges(useLiveRoom()).join.you
  if (presence === 'remote') return { address: url, here: null, opensQuiet: false }
  // The room's own device is the one that carries its sound.
  const quiet = presence === 'room-device' ? undefined : quietAddress(url)
  return { address: quiet ?? url, here: presence, opensQuiet: quiet !== undefined }
}
