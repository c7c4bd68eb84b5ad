// What the home page shows, as one answer of `GET /api/home`, and the demo's banner, `GET /api/demo`.
import type { Waits } from '#shared/home/waits.ts'
import type { Standing } from '#shared/people/actor.ts'
import type { RoomGroup } from '#shared/room/join.ts'

/** `GET /api/me`: `{ me: null }` for somebody who did not sign in. */
export interface MeAnswer {
  readonly me: Me | null
}

export interface Me {
  /** As greeted, « Samira ». */
  readonly name: string
  readonly standing: Standing
  /** The demo persona's key; null for a real account. */
  readonly persona: string | null
  readonly groupIds: readonly string[]
  /** Groups this person facilitates. */
  readonly facilitates: readonly string[]
  /** The antenna, board or team that is said under the name; empty when there is none. */
  readonly place: string
}

export type SessionMode = 'in-person' | 'hybrid' | 'online'

export interface HomeSession {
  readonly id: string
  /** What it is about, in the cooperative's own words. */
  readonly subject: string
  /** `YYYY-MM-DD` and `HH:MM`, the local time of the cooperative. */
  readonly date: string
  readonly startTime: string
  /** Minutes. */
  readonly durationMin: number
  readonly mode: SessionMode
  /** Two or more groups meet. */
  readonly joint: boolean
  readonly groups: readonly RoomGroup[]
  /** « Séance 6 »: its number within its only group; null for joint sessions and where unknown. */
  readonly number: number | null
  /** The room's code for `/r/:code`; null where that room does not exist or this person may not enter. */
  readonly roomCode: string | null
  /** The cycle stands at this session's day, or its door is open now. */
  readonly live: boolean
  /** People in its room at this moment. */
  readonly present: { readonly room: number; readonly remote: number }
}

export interface HomeGroup extends RoomGroup {
  readonly onlineOnly: boolean
  readonly roomCode: string | null
  /** Sessions held so far, and planned in all. */
  readonly sessionsHeld: number
  readonly sessionsPlanned: number
  /** A session of this group is live now. */
  readonly live: boolean
  /** Standing drafts by status. */
  readonly drafts: { readonly writing: number; readonly toReview: number; readonly ready: number }
  /** Nuances and minority opinions written in its drafts. */
  readonly nuances: number
  readonly next: { readonly date: string; readonly startTime: string; readonly mode: SessionMode } | null
}

/** One of last cycle's recommendations and what became of it. */
export interface HomeFate {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly fate: 'accepted' | 'reformulated' | 'postponed' | 'refused' | 'done'
  /** 0-100 while under way; null otherwise. */
  readonly progress: number | null
  /** `YYYY-MM-DD` of its end or of the postponement; null otherwise. */
  readonly date: string | null
}

export interface HomeAnswer {
  readonly me: Me | null
  /** Null while the store holds no organisation. */
  readonly cooperative: { readonly name: string; readonly shortName: string } | null
  readonly cycle: { readonly name: string; readonly stage: string } | null
  /** `YYYY-MM-DD`: the day the demo stands at, or the server's. */
  readonly today: string
  /** The session that is live for this person, else the next one; null when none is to come. */
  readonly hero: HomeSession | null
  /** Further sessions, soonest first, without the hero; at most six. */
  readonly sessions: readonly HomeSession[]
  /** This person's groups; those that invited an expert; all groups for somebody who is in none. */
  readonly groups: readonly HomeGroup[]
  readonly groupsAre: 'mine' | 'invited' | 'all'
  readonly groupsInAll: number
  /** What the demo's moment says that waits for this person; null outside the demo. */
  readonly waiting: { readonly text: string; readonly page: string } | null
  /** What waits in the parts of the product, the most urgent first; few. */
  readonly waits: readonly Waits[]
  /** Only where the data has an earlier cycle. */
  readonly lastYear: readonly HomeFate[]
}

/** `GET /api/demo`: 404 outside demo mode. */
export interface DemoAnswer {
  readonly demo: true
  readonly moment: DemoMoment
  readonly moments: readonly DemoMoment[]
  /** Whether this person may change the moment or start it again. */
  readonly mayChange: boolean
  readonly personas: readonly DemoPersona[]
}

export interface DemoMoment {
  readonly key: string
  readonly title: string
  readonly date: string
  readonly time: string
  readonly whatIsGoingOn: string
}

export interface DemoPersona {
  readonly key: string
  readonly name: string
  readonly standing: Standing
  readonly facilitator: boolean
  readonly place: string
}
