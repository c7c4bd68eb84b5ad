// What is said at a room's door. The field names of the request and of the answer are a public contract.
import { z } from 'zod'
import type { DocumentKind } from '#shared/contract/documentName.ts'
import type { Access, RoomKind } from '#shared/people/access.ts'
import { type Presence, presences, type RoomRole, type Seat } from '#shared/people/actor.ts'

export const personName = z.string().trim().min(1).max(60)

export const joinInput = z.object({
  name: personName,
  presence: z.enum(presences),
  /** People behind this device, for attendance only; votes belong to seats. */
  headcount: z.number().int().min(1).max(200).optional(),
  observer: z.boolean().optional(),
  /** A projector or a wall screen: nobody sits at it, so it counts as nobody, and it only shows. */
  screen: z.boolean().optional(),
  /** A joint room's group, by id or code. */
  group: z.string().max(80).optional(),
  /** Names of the further people behind this device: one seat each. */
  seats: z.array(personName).max(20).optional(),
})
export type JoinInput = z.output<typeof joinInput>

export interface RoomDocument {
  readonly name: string
  readonly kind: DocumentKind
  readonly access: Access
  /** Changes when a document is started afresh; part of the name of the copy that a browser keeps. */
  readonly generation: number
  /** The group whose drafts these are; null for the whiteboard and for joint drafts. */
  readonly groupId: string | null
}

/** How a group or an antenna is worn: colour never speaks alone. */
export interface Wear {
  /** One of the twelve `--ink-*` names of the design tokens, without the prefix. */
  readonly ink: string
  /** One of the `--pat-*` names, without the prefix. */
  readonly pattern: string
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double'
  /** Two or three letters, unique among the groups of a cycle. */
  readonly initials: string
}

export interface RoomGroup {
  readonly id: string
  readonly code: string
  /** The antenna's name, or the group's own when it is online only. */
  readonly place: string
  readonly theme: string
  readonly wear: Wear
}

export interface JoinAnswer {
  readonly ticket: string
  /** Milliseconds since 1970, server clock. */
  readonly ticketExpiresAt: number
  readonly participantId: string
  readonly room: {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly kind: RoomKind
    readonly groups: readonly RoomGroup[]
    /** Legal entities of the cooperative: the jurisdictions that a draft may concern. */
    readonly entities: readonly { readonly code: string; readonly name: string }[]
  }
  readonly documents: readonly RoomDocument[]
  /** The organisation's own tldraw key, where it has one; without it the watermark stays. */
  readonly tldrawLicenseKey?: string
  readonly you: {
    readonly name: string
    readonly presence: Presence
    readonly role: RoomRole
    readonly groupId: string | null
    readonly seats: readonly Seat[]
    /** Whether this participant signed in; a guest device is remembered by its own cookie. */
    readonly signedIn: boolean
    /** Whether their account keeps the minutes of a group of this room. [A10] */
    readonly keepsMinutes?: boolean
  }
}
