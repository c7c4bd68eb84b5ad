// Short codes that are read from a screen and typed on a phone, and the long links that stand in mails and QR codes.
import { randomInt } from 'node:crypto'
import type { Office } from '#server/features/account/office.ts'
import type { RoomLink, RoomLinks } from '#server/ports/roomLinks.ts'
import type { Room, Rooms } from '#server/ports/rooms.ts'
import { hashOf } from '#server/transport/identity.ts'

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
}

/** The room's link, made at the first time that it is asked for. */
export async function linkOf(
  deps: RoomLinkDeps,
  roomId: string,
): Promise<RoomLink & { readonly word: string }> {
  const kept = await deps.roomLinks.ofRoom(roomId)
  if (kept) return { ...kept, word: deps.office.linkWord(roomId, kept.generation) }
  return await saveLink(deps, { roomId, generation: 1, codeUntil: null })
}

export async function saveLink(
  { roomLinks, office }: RoomLinkDeps,
  link: Omit<RoomLink, 'hash'>,
): Promise<RoomLink & { readonly word: string }> {
  const word = office.linkWord(link.roomId, link.generation)
  const made = { ...link, hash: hashOf(word) }
  await roomLinks.save(made)
  return { ...made, word }
}

/** 26 letters of our ids: what no short code is. */
const longWord = /^[0-9a-hjkmnp-tv-z]{26}$/

export const isLongWord = (typed: unknown): boolean =>
  typeof typed === 'string' && longWord.test(typed.trim().toLowerCase())

/** The room that a long word opens; undefined where it is none, or of a link that was replaced. */
export async function roomOfLink(
  { roomLinks, rooms }: { readonly roomLinks: RoomLinks; readonly rooms: Pick<Rooms, 'room'> },
  typed: string,
): Promise<Room | undefined> {
  const word = typed.trim().toLowerCase()
  if (!longWord.test(word)) return undefined
  const link = await roomLinks.byHash(hashOf(word))
  return link && rooms.room(link.roomId)
}

/** [A6] A code that is over opens nothing for newcomers; whoever is of the room comes in as before. */
export const codeIsOver = (link: RoomLink | undefined, now: number): boolean =>
  link !== undefined && link.codeUntil !== null && link.codeUntil <= now
