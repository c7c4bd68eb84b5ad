// Keeps what was read of rooms' journals, so that the next question reads only the new lines.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inTurns } from '#server/live/inTurns.ts'
import type { Rooms } from '#server/ports/rooms.ts'
import { PastReader, type RoomPast } from '#shared/replay/roomPast.ts'

/** Lines read in one turn of the event loop. */
const page = 200
/** Rooms remembered at once. */
const remembered = 30

export class RoomPasts {
  readonly #rooms: Pick<Rooms, 'journal'>
  readonly #pasts = new Map<string, { readonly reader: PastReader; version: number }>()
  readonly #inTurn = inTurns()

  constructor(rooms: Pick<Rooms, 'journal'>) {
    this.#rooms = rooms
  }

  /** A room whose journal was taken away and begun anew is told from its first version. */
  of(roomId: string): Promise<RoomPast> {
    return this.#inTurn(roomId, async () => {
      let past = this.#pasts.get(roomId) ?? { reader: new PastReader(), version: 0 }
      const still = past.version === 0 || (await this.#stands(roomId, past.version))
      if (!still) past = { reader: new PastReader(), version: 0 }
      this.#pasts.delete(roomId)
      this.#pasts.set(roomId, past)
      for (const key of [...this.#pasts.keys()].slice(0, -remembered)) this.#pasts.delete(key)
      for (;;) {
        const lines = await this.#rooms.journal(roomId, { after: past.version, limit: page })
        for (const line of lines) {
          past.reader.read(line)
          past.version = line.version
        }
        if (lines.length < page) return past.reader
        await nextTurn()
      }
    })
  }

  async #stands(roomId: string, version: number): Promise<boolean> {
    const [line] = await this.#rooms.journal(roomId, { after: version - 1, limit: 1 })
    return line?.version === version
  }
}
