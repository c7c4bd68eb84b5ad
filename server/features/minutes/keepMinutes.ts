// Writes the minutes of a session that has ended and has none yet: nobody must remember to.
import {
  type MinutesWriter,
  minutesDocument,
  sessionOf,
  type WriterDeps,
} from '#server/features/minutes/minutesWriter.ts'
import type { Deps } from '#server/transport/deps.ts'
import { readMinutes } from '#shared/minutes/minutesModel.ts'
import { isMinutesLanguage } from '#shared/minutes/minutesWords.ts'

/** Milliseconds after something happened in a room until it is looked at, once however much happened. */
const delay = 2_000

/** Listens for as long as the process lives. */
export function keepMinutes(deps: WriterDeps & Pick<Deps, 'live' | 'logger'>, writer: MinutesWriter): void {
  const waiting = new Set<string>()
  deps.live.listen((roomId) => {
    if (waiting.has(roomId)) return
    waiting.add(roomId)
    setTimeout(() => {
      waiting.delete(roomId)
      writeWhereNone(deps, writer, roomId).catch((error: unknown) =>
        deps.logger.warn({ error, roomId }, 'the minutes of an ended session were not written'),
      )
    }, delay).unref()
  })
}

async function writeWhereNone(deps: WriterDeps, writer: MinutesWriter, roomId: string): Promise<void> {
  const room = await deps.store.rooms.room(roomId)
  const name = room && minutesDocument(room)
  const session = room && (await sessionOf(deps, room))
  if (name === undefined || session?.agenda.status !== 'ended') return
  const { sessionId } = session
  if ((await deps.lane.read(name, (doc) => readMinutes(doc, sessionId))) !== undefined) return
  const language = (await deps.store.cycle.about())?.language
  await writer.write(session, isMinutesLanguage(language) ? language : 'fr')
}
