// A room as it is seen from outside its door, before joining: only what joining needs.
import { z } from 'zod'
import { openings, type RoomKind } from '#shared/people/access.ts'
import type { Presence, RoomRole, Seat } from '#shared/people/actor.ts'
import type { RoomGroup } from '#shared/room/join.ts'

/** `GET /api/rooms/:code`. */
export interface RoomDoor {
  readonly room: {
    readonly code: string
    readonly title: string
    readonly kind: RoomKind
    /** In a joint room, the groups that a guest may name. */
    readonly groups: readonly RoomGroup[]
    readonly doorOpen: boolean
  }
  /** Who this browser already is in the room: nothing need be asked. Null for a newcomer. */
  readonly you: {
    readonly participantId: string
    readonly name: string
    readonly presence: Presence
    readonly role: RoomRole
    readonly groupId: string | null
    readonly headcount: number
    readonly seats: readonly Seat[]
    readonly signedIn: boolean
  } | null
  /** The name of a signed-in account that has not joined yet; null for guests. */
  readonly account: { readonly name: string } | null
  readonly share: {
    /** The address that people type, before the code. */
    readonly host: string
    /** The link, for people and for the QR code of `GET /api/rooms/:code/qr.svg`. Null for newcomers, and where it is over. */
    readonly url: string | null
    /** Milliseconds since 1970 until which the link and the code open; null where they have no end. */
    readonly linkUntil: number | null
    readonly codeUntil: number | null
    /** While true the link works on the server's own machine only: say `command` in place of the QR code. */
    readonly onlyThisMachine: boolean
    /** What opens the demo to the same Wi-Fi; null when the link works already, and outside the demo. */
    readonly command: string | null
  }
}

/** `PUT /api/rooms/:code/people/:participantId/role` */
export const roleInput = z.object({ role: z.enum(['facilitator', 'participant', 'observer']) })
/** `PUT /api/rooms/:code/openness`: what the other groups of a joint room may do to one group's drafts there. */
export const opennessInput = z.object({ groupId: z.string().max(64), access: z.enum(openings) })
/** For how many days a room's link may open, and for how many it does where nobody says. */
export const linkDays = [1, 7, 30, 90] as const
export const usualLinkDays: (typeof linkDays)[number] = 30
/** `POST /api/rooms/:code/link` and `POST /api/admin/rooms/:id/link`: a new link, and the former one opens nothing. */
export const linkInput = z.object({ days: z.literal(linkDays).default(usualLinkDays) })
/** `PUT /api/rooms/:code/door` */
export const doorInput = z.object({ open: z.boolean() })

/** `POST /api/rooms/:code/assets` answers this; `url` is what a whiteboard's picture points at. */
export interface PictureAnswer {
  readonly id: string
  readonly url: string
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** 26 letters of our ids, which no short code has: the word of a room's long link. */
export const isLongWord = (typed: unknown): boolean =>
  typeof typed === 'string' && /^[0-9a-hjkmnp-tv-z]{26}$/.test(typed.trim().toLowerCase())

/**
 * The spelling under which codes are compared: upper case, without accents, one space or none where people put several.
 * Undefined for what can be no code.
 */
export function canonicalCode(typed: string): string | undefined {
  if (typed.length > 200) return undefined
  const code = typed
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  return /^[\p{L}\p{N}][\p{L}\p{N} -]{0,63}$/u.test(code) ? code : undefined
}
