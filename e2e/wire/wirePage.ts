// The page of the browser tests of the document lane: our client on `window.wire`, without any interface.

import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import type { LiveRoom, SaveStatus } from '#client/live/liveRoom.ts'
import { copyNames, deviceStorage, forgetLocalCopies } from '#client/live/localCopyNames.ts'
import { openLiveRoom } from '#client/live/openLiveRoom.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

const joinAgain = async (participant: string): Promise<JoinAnswer> => {
  const response = await fetch(`/join?participant=${participant}`).catch(() => {
    throw new UnreachableServer()
  })
  if (!response.ok) throw new RefusedRequest(response.status, {})
  return (await response.json()) as JoinAnswer // the wire server's own
}

let room: LiveRoom | undefined
const open = (): LiveRoom => {
  if (!room) throw new Error('Join first')
  return room
}
const text = () => open().whiteboard.doc.getText('words')

export const wire = {
  async join(participant: string): Promise<void> {
    room = openLiveRoom(await joinAgain(participant), { refresh: () => joinAgain(participant) })
  },
  close: (): void => open().close(),
  write: (words: string): void => text().insert(text().length, words),
  words: (): string => text().toString(),
  save: (): SaveStatus => open().save(),
  isReadable: (): boolean => open().whiteboard.isReadable(),
  present: (): number => open().whiteboard.awareness.getStates().size,
  dismiss: (name: string): void => open().dismissRefused?.(name),
  forget: (): Promise<void> => forgetLocalCopies(),
  copies: (): Promise<string[]> => copyNames(deviceStorage()),
}

declare global {
  interface Window {
    wire: typeof wire
  }
}
window.wire = wire
