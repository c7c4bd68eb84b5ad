// Who is noted in a session's presence record, from who is in its room now. Pure.
import type { Side } from '#shared/people/actor.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface NoticedLine {
  readonly seatId: string
  readonly name: string
  readonly side: Side
  readonly headcount: number
  readonly personId: string | null
  readonly groupId: string | null
}

/** `personId`: of whoever signed in on that device. */
export type Noticed = Pick<
  PersonPresent,
  'seats' | 'side' | 'role' | 'groupId' | 'headcount' | 'participantId'
> & {
  readonly personId: string | null
}

/**
 * [P1] One line a seat; who changes device or side keeps it, and it says where they were last. Lengths of stay are not kept,
 *      so that « where they were longer » cannot be known, on purpose.
 * [P2] People behind a device beyond its seats are counted on its first line.
 * [P3] Observers and screens take part as nobody.
 */
export const noticedPeople = (people: readonly Noticed[]): NoticedLine[] =>
  people
    .filter(({ role }) => role !== 'observer')
    .flatMap(({ seats, side, groupId, headcount, personId }) =>
      seats.map((seat, place) => ({
        ...{ seatId: seat.id, name: seat.name, side, groupId },
        headcount: place === 0 ? 1 + Math.max(0, headcount - seats.length) : 1,
        // The first seat is the participant's own.
        personId: place === 0 ? personId : null,
      })),
    )

/** People, not lines. */
export function countedBySide(
  lines: readonly { readonly side: Side; readonly headcount: number }[],
): Record<Side, number> {
  const counted = { room: 0, remote: 0 }
  for (const { side, headcount } of lines) counted[side] += headcount
  return counted
}
