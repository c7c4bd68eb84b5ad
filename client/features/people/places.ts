// People present, as places: one per named seat, plus those who gave no name, told apart by where they are.
import { initialsOf } from '#client/ui/wear.ts'
import type { Side } from '#shared/people/actor.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface Place {
  readonly key: string
  readonly seatId: string
  readonly name: string
  readonly initials: string
  readonly person: PersonPresent
  /** Whether this is the first seat of its device: the one that actions on the person stand beside. */
  readonly first: boolean
}

export interface SidePlaces {
  readonly side: Side
  readonly places: readonly Place[]
  /** People counted at a device beyond its named seats. */
  readonly unnamed: number
  readonly count: number
}

export function placesOf(people: readonly PersonPresent[]): { room: SidePlaces; remote: SidePlaces } {
  const names = people.flatMap((person) => person.seats.map((seat) => seat.name))
  const onSide = (side: Side): SidePlaces => {
    const here = people.filter((person) => person.side === side)
    const places = here.flatMap((person) =>
      person.seats.map((seat, at) => ({
        key: `${person.participantId}/${seat.id}`,
        seatId: seat.id,
        name: seat.name,
        initials: initialsOf(seat.name, names),
        person,
        first: at === 0,
      })),
    )
    const unnamed = here.reduce((sum, person) => sum + Math.max(0, person.headcount - person.seats.length), 0)
    return { side, places, unnamed, count: places.length + unnamed }
  }
  return { room: onSide('room'), remote: onSide('remote') }
}

/** The name said of a whole device: « Odile et Yann » by the language's own rules. */
export const deviceName = (person: PersonPresent, language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(person.seats.map((seat) => seat.name))
