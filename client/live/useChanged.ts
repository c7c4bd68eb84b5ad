// Reads again what the server says has changed, and everything after a return of the line.
import { useEffect, useEffectEvent } from 'react'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import type { Changed, ChangedResource } from '#shared/wire.ts'

/** `told` gets the draft that changed; nothing when the line came back and any may have. */
export function useChanged(resource: ChangedResource, told: (what?: Changed) => void): void {
  const room = useLiveRoom()
  const hear = useEffectEvent((what?: Changed) => {
    if (what === undefined || what.resource === resource) told(what)
  })
  useEffect(() => room.onChanged?.((what) => hear(what)), [room])
}
