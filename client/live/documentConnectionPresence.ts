// Presence on one connection: tells of this tab alone, never echoes others, and forgets them when the line is gone.
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'

/** Milliseconds between two frames: below the 20 a second that the server keeps. */
const pause = 60

export interface SharedPresence {
  /** Sends the present state now: the server binds this tab's client id by it. */
  tell(): void
  receive(update: Uint8Array): void
  /** The line is gone: nobody else can be seen through it. */
  alone(): void
  stop(): void
}

/** `send` gets an awareness update that holds one client id, this tab's own. */
export function sharePresence(awareness: Awareness, send: (update: Uint8Array) => void): SharedPresence {
  const own = awareness.clientID
  let timer: ReturnType<typeof setTimeout> | undefined
  let toldAt = Number.NEGATIVE_INFINITY
  const tell = (): void => {
    clearTimeout(timer)
    timer = undefined
    toldAt = Date.now()
    if (awareness.meta.has(own)) send(encodeAwarenessUpdate(awareness, [own]))
  }
  // Someone else's frame may also touch the own entry: it is then told again, with a higher clock.
  const onUpdate = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if (![...added, ...updated, ...removed].includes(own)) return
    timer ??= setTimeout(tell, Math.max(0, Math.min(pause, pause - (Date.now() - toldAt))))
  }
  awareness.on('update', onUpdate)
  const alone = (): void => {
    const others = [...awareness.meta.keys()].filter((id) => id !== own)
    removeAwarenessStates(awareness, others, 'line lost')
    // With its clock kept, somebody who did nothing meanwhile would stay unseen on the next line for fifteen seconds.
    for (const id of others) awareness.meta.delete(id)
  }
  return {
    tell() {
      // A new clock: others may have been told that the former line, and this tab with it, is gone.
      awareness.setLocalState(awareness.getLocalState())
      tell()
    },
    receive: (update) => applyAwarenessUpdate(awareness, update, 'server'),
    alone,
    stop() {
      clearTimeout(timer)
      awareness.off('update', onUpdate)
      alone()
    },
  }
}
