// Who led a session: those who moved it on, by the room's journal, in the order in which each first did.
import type { People } from '#server/ports/people.ts'
import type { Rooms } from '#server/ports/rooms.ts'

const acts: ReadonlySet<string> = new Set(
  ['begin', 'next', 'back', 'goTo', 'extend', 'end'].map((verb) => `agenda.${verb}`),
)
const linesAtOnce = 1_000

export interface Lasting {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly until: number
}

export async function whoLed(
  {
    rooms,
    people,
  }: { readonly rooms: Pick<Rooms, 'journal'>; readonly people: Pick<People, 'participantNames'> },
  roomId: string,
  { from, until }: Lasting,
): Promise<string[]> {
  const ids = new Set<string>()
  for (let after = 0; ; ) {
    const lines = await rooms.journal(roomId, { after, limit: linesAtOnce })
    for (const { at, command, participantId } of lines)
      if (acts.has(command) && at >= from && at <= until && participantId !== '') ids.add(participantId)
    const last = lines.at(-1)
    if (!last || lines.length < linesAtOnce) break
    after = last.version
  }
  const names = await people.participantNames([...ids])
  return [...new Set([...ids].flatMap((id) => names.get(id) ?? []))]
}
