// Short codes that are read from a screen and typed on a phone, and the long links that stand in mails and QR codes.
import { randomInt } from 'node:crypto'
import type { Office } from '#server/features/account/office.ts'
import type { RoomLink, RoomLinks } from '#server/ports/roomLinks.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import { hashOf } from '#server/transport/identity.ts'
import { isLongWord, usualLinkDays } from '#shared/room/door.ts'

const day = 24 * 3_600_000

/** Four to seven letters, told apart on the phone, in none of our languages a hurtful word. */
const words = [
  ...['RUCHE', 'CEDRE', 'PHARE', 'GALET', 'TUILE', 'PLUME', 'SABLE', 'COMETE', 'VERGER', 'TILLEUL'],
  ...['CANAL', 'LAVANDE', 'MOULIN', 'SENTIER', 'OLIVIER', 'BALCON', 'FANAL', 'CHEMIN', 'JARDIN', 'NUAGE'],
  ...[
    'TULIPE',
    'PANIER',
    'FORET',
    'RIVAGE',
    'BOUSSOLE',
    'LANTERNE',
    'COLLINE',
    'HORIZON',
    'TERRASSE',
    'ATELIER',
  ],
] as const

/** « RUCHE 4711 », which no room has. */
export async function freeCode(rooms: Pick<Rooms, 'roomByCode'>): Promise<string> {
  for (;;) {
    const code = `${words[randomInt(words.length)]} ${1000 + randomInt(9000)}`
    if (!(await rooms.roomByCode(code))) return code
  }
}

export interface RoomLinkDeps {
  readonly roomLinks: RoomLinks
  readonly office: Pick<Office, 'linkWord'>
  readonly now: () => number
}

export type OpenLink = RoomLink & { readonly word: string }

/** Milliseconds for which the code opens from when the door is opened. [A6] */
export const codeLife = 24 * 3_600_000
/** A link that ends within this many milliseconds is a new one when the door opens: a QR code on the wall lasts the evening. */
const soon = codeLife

/** The room's link, made at the first time that it is asked for. */
export async function linkOf(deps: RoomLinkDeps, roomId: string): Promise<OpenLink> {
  const kept = await deps.roomLinks.ofRoom(roomId)
  if (!kept) {
    const word = deps.office.linkWord(roomId, 1)
    const linkUntil = deps.now() + usualLinkDays * day
    await deps.roomLinks.keep({ roomId, generation: 1, hash: hashOf(word), codeUntil: null, linkUntil })
    return await linkOf(deps, roomId)
  }
  const word = deps.office.linkWord(roomId, kept.generation)
  // The server's secret is another one than when the link was made: what it derives now opens nothing.
  return hashOf(word) === kept.hash ? { ...kept, word } : await replaceLink(deps, roomId)
}

/** From now on the former link opens nothing. Of two who replace it at the same instant both see the same new one. */
export async function replaceLink(
  deps: RoomLinkDeps,
  roomId: string,
  days = usualLinkDays,
): Promise<OpenLink> {
  const kept = await deps.roomLinks.ofRoom(roomId)
  if (!kept) return await linkOf(deps, roomId)
  const generation = kept.generation + 1
  const word = deps.office.linkWord(roomId, generation)
  const linkUntil = deps.now() + days * day
  await deps.roomLinks.replace({ roomId, generation, hash: hashOf(word), linkUntil })
  return await linkOf(deps, roomId)
}

/** Whoever opens the door opens the code for a day, and the link where it is over or nearly. */
export async function openWays(deps: RoomLinkDeps, roomId: string): Promise<void> {
  const link = await linkOf(deps, roomId)
  const now = deps.now()
  if (link.linkUntil !== null && link.linkUntil - now < soon) await replaceLink(deps, roomId)
  // What an administrator gave the code beyond that stays.
  await deps.roomLinks.endCode(roomId, Math.max(link.codeUntil ?? 0, now + codeLife))
}

/** The room that a long word names, also when it is over; undefined where it is none, or of a link that was replaced. */
export async function roomOfLink(
  { roomLinks, rooms }: { readonly roomLinks: RoomLinks; readonly rooms: Pick<Rooms, 'room'> },
  typed: string,
): Promise<Room | undefined> {
  if (!isLongWord(typed)) return undefined
  const word = typed.trim().toLowerCase()
  const link = await roomLinks.byHash(hashOf(word))
  return link && rooms.room(link.roomId)
}

/** [A6] A code or a link that is over opens nothing for newcomers; whoever is of the room comes in as before. */
export const isOver = (
  link: Pick<RoomLink, 'codeUntil' | 'linkUntil'> | undefined,
  { typed, now }: { readonly typed: unknown; readonly now: number },
): boolean => {
  const until = isLongWord(typed) ? link?.linkUntil : link?.codeUntil
  return until !== undefined && until !== null && until <= now
}

/** The demo's own codes are a public contract: they stay, they do not end, and they stand in its links. */
export const hasPublicCode = (demo: boolean, { code }: Pick<Room, 'code'>): boolean =>
  demo && !/\d{4}$/.test(code)
