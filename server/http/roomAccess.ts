// Which room a request means and who asks in it; the same refusal for all rooms that a stranger cannot enter.
import type { Request } from 'express'
import { roomOfLink } from '#server/features/account/roomCodes.ts'
import { shapeOf } from '#server/live/gate.ts'
import type { Participant } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { mayBeInside } from '#shared/people/access.ts'
import { canonicalCode } from '#shared/room/door.ts'

export async function roomNamed({ store }: Pick<Deps, 'store'>, typed: unknown): Promise<Room | undefined> {
  const code = typeof typed === 'string' ? canonicalCode(typed) : undefined
  if (code === undefined) return undefined
  // The long word of a mail or a QR code stands wherever a code does.
  const linked = await roomOfLink(store, code)
  if (linked) return linked
  // `ruche4711` and `RUCHE 4711` are one code: phones put spaces where they like.
  const spaced = code.replace(/^(\p{L}+) ?(\p{N}+)$/u, '$1 $2')
  return (await store.rooms.roomByCode(spaced)) ?? (await store.rooms.roomByCode(code.replaceAll(' ', '')))
}

export interface Insider {
  readonly room: Room
  readonly participant: Participant
}

/** By ticket (`Authorization: Bearer …`) or by cookie. Undefined for whoever has no right to be in that room. */
export async function insiderOf(
  deps: Pick<Deps, 'store' | 'participantOf' | 'gate'>,
  request: Request,
  room: Room,
): Promise<Insider | undefined> {
  const ticket = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (ticket !== undefined) {
    const holder = await deps.gate.holder(ticket)
    return holder?.room.id === room.id ? { room: holder.room, participant: holder.participant } : undefined
  }
  const participant = await deps.participantOf(request, room.id)
  if (!participant || participant.removed) return undefined
  if (!mayBeInside(participant, shapeOf(room))) return undefined
  return { room, participant }
}

/** Throws the 404 that strangers get for every room. */
export async function insider(
  deps: Pick<Deps, 'store' | 'participantOf' | 'gate'>,
  request: Request,
): Promise<Insider> {
  const room = await roomNamed(deps, request.params['code'])
  const found = room && (await insiderOf(deps, request, room))
  if (!found) throw new HttpProblem('room-not-found')
  return found
}
