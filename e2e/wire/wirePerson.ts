// One person of a test: our own client, with a real socket, without a browser.
import WebSocketOfNode from 'ws'
import { RefusedRequest, UnreachableServer } from '#client/live/api.ts'
import type { LiveRoom, SaveStatus } from '#client/live/liveRoom.ts'
import { openLiveRoom } from '#client/live/openLiveRoom.ts'
import type { JoinAnswer } from '#shared/room/join.ts'

export interface WirePerson {
  readonly room: LiveRoom
  /** Every state that the badge has shown, in order, without repeats. */
  readonly badge: SaveStatus['state'][]
  write(words: string): void
  words(): string
}

/** Joins through `origin` (a proxy, usually), and again before each return, as the product does. */
export async function wirePerson(origin: string, participant: string): Promise<WirePerson> {
  const refresh = async (): Promise<JoinAnswer> => {
    const response = await fetch(`${origin}/join?participant=${participant}`).catch(() => {
      throw new UnreachableServer()
    })
    if (!response.ok) throw new RefusedRequest(response.status, {})
    return (await response.json()) as JoinAnswer // the wire server's own
  }
  const room = openLiveRoom(await refresh(), {
    refresh,
    origin,
    storage: { indexedDB: undefined, localStorage: undefined },
    openSocket: (url) => new WebSocketOfNode(url) as unknown as WebSocket, // the same interface, typed by another library
    report: (error) => {
      throw error
    },
  })
  const badge: SaveStatus['state'][] = []
  const look = (): void => {
    const { state } = room.save()
    if (badge.at(-1) !== state) badge.push(state)
  }
  look()
  for (const document of [room.whiteboard, ...room.drafts]) document.subscribe(look)
  const text = () => room.whiteboard.doc.getText('words')
  return {
    room,
    badge,
    write: (words) => text().insert(text().length, words),
    words: () => text().toString(),
  }
}

/** Waits for a fact; fails after `limit` milliseconds with what was expected. */
export async function fact(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limit = 15_000,
): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > limit) throw new Error(`It never came: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now() - began
}
