// What the pages of the follow-up are told: the list of all recommendations, and the thread of one.
import { z } from 'zod'
import type { Decision, Ressenti } from '#shared/cycle/cycleFile.ts'
import type { Fate } from '#shared/followUp/fate.ts'
import type { StandingInitiative } from '#shared/followUp/standingInitiatives.ts'
import type { Axis, ShownItem } from '#shared/followUp/standingItem.ts'
import type { PastRecommendation } from '#shared/pastImport/pastRecommendation.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface FollowUpBoard {
  readonly id: string
  /** The board's own name, and its entity's, which is shorter. */
  readonly name: string
  readonly entity: string
}

export interface BoardLine {
  readonly boardId: string
  readonly fate: Fate
  readonly late: boolean
  readonly decision: Decision['decision'] | null
  readonly reason: string
  readonly date: string | null
  readonly postponedUntil: string | null
}

export interface FollowUpItem extends ShownItem {
  readonly late: boolean
  /** Whether the asker may add to it. */
  readonly mine: boolean
}

export interface FollowUpLine {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly summary: string
  readonly themeId: string
  readonly groupIds: readonly string[]
  readonly boards: readonly BoardLine[]
  readonly fate: Fate
  readonly late: boolean
  readonly items: readonly FollowUpItem[]
  /** News of the recommendation itself, beside those of its items. */
  readonly news: FollowUpItem['news']
  /** Antennas and groups where it is already under way. */
  readonly places: readonly string[]
}

export interface ShownInitiative extends Omit<StandingInitiative, 'adopted'> {
  /** The antenna's name, or the group's. */
  readonly place: string
  readonly adopted: readonly (StandingInitiative['adopted'][number] & { readonly place: string })[]
  /** Whether the asker may add news to it or say how it stands. */
  readonly mine: boolean
}

export interface FollowUpAnswer {
  /** `YYYY-MM-DD`: the day that is looked from. */
  readonly today: string
  /** The language that the cooperative's own words are in. */
  readonly language: string
  readonly cycle: { readonly id: string; readonly name: string; readonly year: number } | null
  readonly boards: readonly FollowUpBoard[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly groups: readonly RoomGroup[]
  readonly axes: readonly Axis[]
  readonly axesVersion: number
  readonly lines: readonly FollowUpLine[]
  readonly past: readonly PastRecommendation[]
  readonly initiatives: readonly ShownInitiative[]
  /** Places under way, of all initiatives. */
  readonly places: number
  readonly you: FollowUpYou
}

export interface FollowUpYou {
  readonly signedIn: boolean
  /** Cooperative life and administrators: they name axes, add to every item, import past cycles. */
  readonly keeps: boolean
  /** Groups in whose name the asker may begin or adopt an initiative. */
  readonly groupIds: readonly string[]
  /** `recommendation:<id>` and `theme:<id>` that the asker follows. */
  readonly follows: readonly string[]
}

type Row<Kind extends string, More = object> = More & {
  readonly kind: Kind
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly groupIds: readonly string[]
}

export type ThreadRow =
  /** `words` is empty for whoever may not read the group's texts. */
  | Row<'notes', { readonly count: number; readonly words: readonly string[]; readonly title: string }>
  | Row<
      'draft',
      {
        readonly title: string
        readonly text: string
        readonly authors: readonly string[]
        readonly relation: 'kept' | 'merged' | 'split' | 'split-merged' | null
        readonly session: ThreadSession | null
        /** Other recommendations that it also fed. */
        readonly alsoFed: readonly { readonly code: string; readonly title: string }[]
      }
    >
  | Row<'initiative', { readonly initiative: ShownInitiative }>
  | Row<'joint-session', { readonly session: ThreadSession }>
  | Row<'merge', { readonly title: string; readonly roomCode: string | null }>
  | Row<'adopted', { readonly title: string; readonly groupCode: string; readonly withdrawn: boolean }>
  | Row<'handed-over', { readonly count: number }>
  | Row<'published', { readonly code: string; readonly nuances: number }>
  | Row<'final'>
  /** The text changed after it was published: who changed it, and why. */
  | Row<
      'version',
      {
        readonly cause: 'amendment' | 'reformulation'
        readonly version: number
        readonly why: string
        readonly byName: string
      }
    >
  | Row<
      'felt',
      {
        readonly title: string
        readonly feelings: Readonly<Partial<Record<Ressenti['feeling'], number>>>
        readonly comments: readonly string[]
        readonly room: number
        readonly remote: number
      }
    >
  | Row<
      'verdict',
      {
        readonly boardId: string
        readonly decision: Decision['decision']
        readonly reason: string
        readonly basis: Decision['basis']
        readonly votes: Decision['votes']
        readonly newWording: string | null
        readonly postponedUntil: string | null
        /** The day of the text that it was ruled on; null where that text came later. */
        readonly textOf: string | null
        /** A later verdict of the same board counts instead. */
        readonly superseded: boolean
      }
    >
  | Row<'assembly', { readonly title: string }>
  | Row<'plan', { readonly item: FollowUpItem }>
  | Row<'news', { readonly text: string; readonly byName: string; readonly about: string }>
  | Row<
      'change',
      {
        readonly change: FollowUpItem['changes'][number]['change']
        readonly byName: string
        readonly about: string
      }
    >
  /** Announced: the end of an item, a day of review. */
  | Row<'to-come', { readonly what: 'end' | 'review'; readonly about: string; readonly late: boolean }>

export interface ThreadSession {
  readonly subject: string
  readonly number: number | null
  readonly room: number
  readonly remote: number
}

/** A stage without a row, and why: nothing was recorded, it is not for the asker, or it has not come yet. */
export interface MissingStage {
  readonly stage:
    | 'notes'
    | 'joint-session'
    | 'handed-over'
    | 'published'
    | 'felt'
    | 'verdict'
    | 'assembly'
    | 'plan'
  readonly why: 'none' | 'not-yours' | 'not-yet'
  /** The board that has not ruled, for `verdict`. */
  readonly boardId?: string
}

export interface ThreadAnswer {
  readonly today: string
  readonly language: string
  /** The recommendation; null in the thread of a draft that is none yet. */
  readonly line: FollowUpLine | null
  /** What it says today. */
  readonly text: {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly summary: string
    readonly constat: string
    readonly proposition: string
    readonly moyens: string
  }
  readonly theme: { readonly id: string; readonly title: string } | null
  readonly nuances: readonly {
    readonly groupId: string | null
    readonly type: string
    readonly text: string
  }[]
  readonly boards: readonly FollowUpBoard[]
  readonly groups: readonly RoomGroup[]
  readonly axes: readonly Axis[]
  /** In order of their days. */
  readonly rows: readonly ThreadRow[]
  readonly missing: readonly MissingStage[]
  readonly initiatives: readonly ShownInitiative[]
  readonly places: number
  /** Threads of texts that were split off the same draft. */
  readonly linked: readonly { readonly code: string; readonly title: string }[]
  readonly you: FollowUpYou
}

/** What a group's texts have become, for its page. */
export interface BecameAnswer {
  readonly language: string
  readonly texts: readonly {
    readonly draftId: string
    readonly title: string
    readonly date: string
    /** Words of the notes that it came from, for whoever may read the group's texts. */
    readonly notes: readonly string[]
    readonly became: readonly { readonly code: string; readonly title: string; readonly fate: Fate }[]
  }[]
}

/** An addition to the follow-up; `seen` is the version of the target that the person looked at, for changes that replace. */
export const actInput = z.object({
  id: z.string().regex(/^[0-9a-z]{8,40}$/),
  target: z.enum(['item', 'recommendation', 'axes', 'initiative']),
  targetId: z.string().min(1).max(200),
  seen: z.number().int().min(0).optional(),
  body: z.unknown(),
})
export type ActInput = z.input<typeof actInput>

export const followTargets = ['recommendation', 'theme'] as const
export type FollowTarget = (typeof followTargets)[number]

/** What happened to what the asker follows, newest first. */
export interface FollowNewsAnswer {
  readonly language: string
  readonly news: readonly {
    readonly id: string
    readonly date: string
    readonly code: string
    readonly title: string
    readonly text: string
    /** Not seen before the page was last looked at. */
    readonly fresh: boolean
  }[]
}
