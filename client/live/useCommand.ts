// Commands of the room lane for React: typed by the list of slices, acknowledged, with the refusal in the person's language.
import { useCallback } from 'react'
import type { CommandAnswer } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { CommandName, InputOf } from '#shared/wire.ts'

/** Returns the command; it resolves with the server's answer and never rejects. Offline the answer is `unavailable` at once. */
export function useCommand<N extends CommandName>(name: N): (input: InputOf<N>) => Promise<CommandAnswer> {
  const room = useLiveRoom()
  return useCallback((input) => room.command(name, input), [room, name])
}
