// What a group's page shows between two sessions, as the answers of `/api/groups/:group` and of what stands below it.
import { z } from 'zod'
import type { HomeSession } from '#shared/home/home.ts'
import type { RoomGroup } from '#shared/room/join.ts'

/** What this person may do with a group's page. `stranger`: only the head, the next session and the way into the room. */
export type GroupStanding = 'stranger' | 'reader' | 'member' | 'facilitator'

export interface GroupPageAnswer {
  readonly group: RoomGroup & { readonly onlineOnly: boolean }
  readonly you: {
    readonly standing: GroupStanding
    /** Who contributes: the account's, the guest device's or the personal link's name; null where it must be asked. */
    readonly name: string | null
    /** By a personal link: the whole page is this one person's. */
    readonly byLink: boolean
  }
  /** `YYYY-MM-DD`: the day the demo stands at, or the server's. */
  readonly today: string
  readonly roomCode: string | null
  readonly facilitators: readonly string[]
  readonly next: NextSession | null
  /** Null for strangers, as everything below. */
  readonly catchUp: CatchUp | null
  readonly drafts: readonly GroupDraft[]
  readonly presence: readonly PresenceOfSession[]
  readonly lastMinutes: LastMinutes | null
  readonly initiatives: readonly GroupInitiative[]
  readonly contributions: readonly Contribution[]
}

export interface NextSession extends HomeSession {
  /** What this person answered. */
  readonly answer: Coming | null
  readonly coming: { readonly room: number; readonly remote: number }
}

export const comings = ['room', 'remote', 'no'] as const
export type Coming = (typeof comings)[number]

/** *Rattraper en 3 minutes*: what the last session(s) decided and changed, at most seven lines, in the order in which one needs them. */
export interface CatchUp {
  /** The sessions that are told, oldest first. `words` of a changed text: those that came, or went if more did. */
  readonly sessions: readonly {
    readonly id: string
    readonly date: string
    readonly number: number | null
    /** What it was about, where somebody said so. */
    readonly subject?: string
  }[]
  readonly lines: readonly CatchUpLine[]
}

export type CatchUpLine =
  | { readonly kind: 'decided'; readonly text: string }
  | { readonly kind: 'text-new' | 'text-changed'; readonly draft: DraftPointer; readonly words: number }
  | { readonly kind: 'initiative'; readonly text: string; readonly when: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'next'; readonly date: string; readonly startTime: string; readonly subject: string }

export interface DraftPointer {
  readonly spaceId: string
  readonly draftId: string
  readonly code: string
  readonly title: string
}

export interface GroupDraft extends DraftPointer {
  readonly status: 'writing' | 'toReview' | 'ready'
  readonly summary: string
  readonly nuances: number
  readonly questions: number
  /** Milliseconds since 1970 of its last change in the room; null where it was only imported. */
  readonly changedAt: number | null
}

/** Who took part in one session, in the room and at a distance, people without a device included. */
export interface PresenceOfSession {
  readonly id: string
  readonly date: string
  readonly number: number | null
  readonly held: boolean
  readonly room: number
  readonly remote: number
  /** Held in this product's room: its record may be read, and a facilitator may correct it. */
  readonly recorded: boolean
  /** The room that it was held in; with `recorded` only. */
  readonly roomCode?: string
}

export interface LastMinutes {
  readonly sessionId: string
  readonly date: string
  readonly title: string
  /** The first words of what was decided. */
  readonly opening: string
  /** Where the whole of it is read; null for minutes that were only imported. */
  readonly roomCode: string | null
}

/** *Ce que nous faisons déjà*: imported ones and those begun in a session. */
export interface GroupInitiative {
  readonly id: string
  readonly title: string
  /** Empty for imported ones. */
  readonly firstStep: string
  readonly who: string
  /** `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, or empty. */
  readonly when: string
  readonly since: string
  readonly status: 'planned' | 'going' | 'done'
  readonly draft: DraftPointer | null
  /** People in it, where it is known: imported ones. */
  readonly people?: number | null
}

export const contributionKinds = ['note', 'nuance', 'position'] as const
export type ContributionKind = (typeof contributionKinds)[number]
/** The five degrees of the gradient of agreement, as in shared/decision: 5 is a yes with enthusiasm, 1 a no. */
export const degrees = 5
export const contributionLimit = 600

/** `POST /api/groups/:group/contributions`. A nuance and a position are about a draft. */
export const contributionInput = z.discriminatedUnion('kind', [
  z.object({ id: z.string().min(8).max(64), kind: z.literal('note'), text: words(), name: name() }),
  z.object({
    ...{ id: z.string().min(8).max(64), kind: z.literal('nuance'), text: words(), name: name() },
    ...draftRef(),
  }),
  z.object({
    ...{ id: z.string().min(8).max(64), kind: z.literal('position'), name: name() },
    ...{ degree: z.number().int().min(1).max(degrees), text: z.string().trim().max(contributionLimit) },
    ...draftRef(),
  }),
])
export type ContributionInput = z.output<typeof contributionInput>

function words() {
  return z.string().trim().min(1).max(contributionLimit)
}
function name() {
  return z.string().trim().min(1).max(60).optional()
}
function draftRef() {
  return { spaceId: z.string().min(1).max(64), draftId: z.string().min(1).max(64) }
}

/** What arrived for the next session. Its author takes it back until it was taken up; facilitators see all, others their own. */
export interface Contribution {
  readonly id: string
  readonly kind: ContributionKind
  readonly text: string
  readonly degree: number | null
  readonly draft: DraftPointer | null
  readonly name: string
  readonly mine: boolean
  /** Milliseconds since 1970. */
  readonly at: number
  /** When it was brought into a session; null while it waits. */
  readonly takenAt: number | null
}

/** One line of a session's presence record: `GET /api/rooms/:code/presence/:sessionId`, for facilitators and the secretary. */
export interface PresenceLine {
  readonly id: string
  readonly name: string
  readonly side: 'room' | 'remote'
  /** People that this line stands for; more than one where a device counts several. */
  readonly headcount: number
  /** Noticed by the server, or written by a facilitator. */
  readonly source: 'noticed' | 'written'
}

export interface PresenceRecord {
  readonly sessionId: string
  readonly title: string
  readonly startedAt: number
  readonly endedAt: number | null
  readonly lines: readonly PresenceLine[]
  /** The group's members whom no line names. */
  readonly missing: readonly { readonly id: string; readonly name: string }[]
}

const presenceWords = {
  name: z.string().trim().min(1).max(60),
  side: z.enum(['room', 'remote']),
  headcount: z.number().int().min(1).max(200),
}
/** The id of a line that a facilitator adds: chosen by the client, so that a retry adds nothing twice. */
export const presenceLineId = z.string().regex(/^[\w-]{8,64}$/)

/**
 * `PUT /api/rooms/:code/presence/:sessionId/lines/:lineId`; a new id adds a line, and the answer is the line. `DELETE` takes one away.
 * `was`: the line as it was seen (null for a new one); where somebody else has changed it meanwhile, 409. Unchecked when absent.
 */
export const presenceLineInput = z.object({
  ...presenceWords,
  was: z.object(presenceWords).nullable().optional(),
})
export type PresenceLineInput = z.output<typeof presenceLineInput>

/** `GET /api/rooms/:code/sessions`, for people of the room: the sessions held in it, newest first. */
export interface HeldSessionsAnswer {
  readonly sessions: readonly HeldSessionLine[]
}
export interface HeldSessionLine {
  readonly id: string
  readonly title: string
  /** `YYYY-MM-DD`: the demo's day, or the server's. */
  readonly date: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly endedAt: number | null
  readonly room: number
  readonly remote: number
}

/** `PUT /api/groups/:group/coming`; null takes the answer back. */
export const comingInput = z.object({
  sessionId: z.string().min(1).max(80),
  answer: z.enum(comings).nullable(),
})
export type ComingInput = z.output<typeof comingInput>
export type ComingAnswer = Pick<NextSession, 'answer' | 'coming'>

/** `GET /api/groups/:group/absent-note?session=&lang=`, for facilitators; without `session`, about the last one held here. */
export interface AbsentNote {
  readonly sessionId: string
  readonly text: string
  /** What stands in the text where each person's own link goes. */
  readonly linkPlaceholder: string
  readonly missing: readonly { readonly id: string; readonly name: string }[]
}

/** `POST /api/groups/:group/links` makes a personal link, for one person, without a password; it is shown once. */
export const linkInput = z.object({
  name: z.string().trim().min(1).max(60),
  /** A member of the cooperative, where it is one. */
  memberId: z.string().max(80).optional(),
})
export interface PersonalLink {
  readonly id: string
  readonly name: string
  /** `/g/:group#lien=…`: behind the hash, so that no server's log holds it. Only in the answer that makes it. */
  readonly url?: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  readonly lastUsedAt: number | null
}

/** `GET /api/groups/:group/links`, for facilitators: those that still open, newest first. `DELETE …/links/:id` revokes one. */
export interface PersonalLinksAnswer {
  readonly links: readonly PersonalLink[]
}
/** Carries a personal link's token: never an address, which logs would hold. */
export const personalLinkHeader = 'x-personal-link'
