// What `GET /api/cycle` says of a cycle and what people may do on its page.
import { z } from 'zod'
import type { Participation } from '#shared/cyclePage/participation.ts'
import { type Coming, comings } from '#shared/group/groupPage.ts'
import type { HomeSession, SessionMode } from '#shared/home/home.ts'
import { personName, type RoomGroup } from '#shared/room/join.ts'

export interface StageLine {
  readonly key: string
  readonly name: string
  /** `YYYY-MM-DD`. */
  readonly start: string
  readonly end: string
  readonly when: 'behind' | 'now' | 'ahead'
}

/** Part of the cooperative: a country, or whatever it calls its entities. */
export interface Part {
  readonly code: string
  readonly name: string
}

export interface CycleTheme {
  readonly id: string
  readonly title: string
  readonly parts: readonly Part[]
}

export interface CycleAntenna {
  readonly id: string
  readonly name: string
  readonly part: Part | null
  /** Degrees, WGS84; null where the cooperative has not said where it is. */
  readonly place: { readonly lat: number; readonly lon: number } | null
}

/** A list that was handed over; `note`: the group handed over a word instead of a list. */
export interface HandedOverList {
  readonly texts: number
  readonly note: boolean
}

export interface CycleGroup extends RoomGroup {
  readonly name: string
  readonly themeId: string
  readonly antennaId: string | null
  /** Meets online, open to every antenna: as it was founded, or since cooperative life said so. */
  readonly online: boolean
  /** `YYYY-MM-DD` since which cooperative life has opened it; null where it has not. */
  readonly openedSince: string | null
  readonly members: number
  readonly sessionsHeld: number
  readonly sessionsPlanned: number
  /** Texts on its list. */
  readonly texts: number
  readonly handedOver: HandedOverList | null
  readonly live: boolean
  /** People on average in its last three sessions; null where fewer than two were held. */
  readonly lately: number | null
  readonly fewPeople: boolean
}

/** *Rencontres sans groupe*. */
export interface MeetingsWithoutGroup {
  readonly id: string
  readonly antennaId: string | null
  /** The antenna's name; empty where there is none. */
  readonly place: string
  readonly theme: string
  /** Told once all of these meetings lie behind. */
  readonly note: string
  readonly meetings: readonly {
    readonly date: string
    readonly mode: SessionMode | null
    readonly subject: string
    readonly room: number
    readonly remote: number
  }[]
}

export interface Places {
  /** Null: as many as come. */
  readonly room: number | null
  readonly remote: number | null
}

export interface CycleSession extends HomeSession {
  /** Antennas with a room of theirs in it. */
  readonly antennaIds: readonly string[]
  readonly coming: { readonly room: number; readonly remote: number }
  readonly places: Places
  /** This person's own, and the name they signed with who have no account. */
  readonly answer: Coming | null
  readonly ownName: string | null
  readonly mayAnswer: boolean
  /** May say how many places there are, read the names, and cancel. */
  readonly mayLead: boolean
  /** `YYYY-MM-DD` since which it is cancelled. */
  readonly cancelledSince: string | null
  /** For whoever leads it only. */
  readonly names: readonly { readonly name: string; readonly answer: Coming }[]
}

export interface CycleProgress {
  readonly sessionsHeld: number
  readonly sessionsPlanned: number
  readonly texts: number
  readonly listsHandedOver: number
  readonly recommendations: number
  readonly recommendationsFinal: number
}

export interface CycleAnswer {
  readonly today: string
  readonly you: {
    readonly name: string | null
    readonly signedIn: boolean
    /** Cooperative life and administrators. */
    readonly mayOpenGroups: boolean
    /** Groups whose calendar this person may subscribe to. */
    readonly ownGroupIds: readonly string[]
  }
  /** Null while the store holds no organisation. */
  readonly cycle: {
    readonly name: string
    readonly cooperative: string
    readonly start: string
    readonly end: string
    /** The stage of this day; null before the first. */
    readonly stage: StageLine | null
    /** Days until its last one; null without a stage and for one that is over. */
    readonly daysLeft: number | null
    readonly nextMilestone: { readonly date: string; readonly label: string } | null
  } | null
  readonly stages: readonly StageLine[]
  readonly themes: readonly CycleTheme[]
  readonly antennas: readonly CycleAntenna[]
  readonly groups: readonly CycleGroup[]
  /** People who are in at least one group. */
  readonly people: number
  readonly withoutGroup: readonly MeetingsWithoutGroup[]
  /** Of this day and later, soonest first. */
  readonly sessions: readonly CycleSession[]
  readonly progress: CycleProgress
  readonly participation: Participation
}

export const answerInput = z.object({
  /** `null` takes the answer back. */
  answer: z.enum(comings).nullable(),
  /** For whoever has no account. */
  name: personName.optional(),
})
export type AnswerInput = z.output<typeof answerInput>

const seats = z.number().int().min(0).max(10_000).nullable()
export const placesInput = z.object({ room: seats, remote: seats })

export const cancelInput = z.object({ cancelled: z.boolean() })
export const openInput = z.object({ open: z.boolean() })

export const feedInput = z.object({
  /** Null: everything that concerns this person. */
  groupId: z.string().min(1).max(200).nullable(),
})

export interface ShownFeed {
  readonly id: string
  readonly groupId: string | null
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** Its path, told once: the server keeps only its digest. */
  readonly address?: string
}

export interface FeedsAnswer {
  readonly feeds: readonly ShownFeed[]
}
