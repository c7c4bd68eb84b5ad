// What is told of joint sessions over HTTP: on a group's page, on the home page, and to whoever invites.
import { z } from 'zod'
import type { Invitation, SessionDay } from '#shared/joint/invitation.ts'
import type { ProposedDay } from '#shared/joint/proposeDays.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface ShownInvitation
  extends Pick<
    Invitation,
    'id' | 'subject' | 'template' | 'durationMin' | 'days' | 'word' | 'status' | 'madeBy'
  > {
  readonly from: RoomGroup
  /** Every group of it, the inviting one first; once agreed, those that will be there. */
  readonly groups: readonly RoomGroup[]
  readonly answers: readonly ShownAnswer[]
  readonly agreed: SessionDay | null
  /** Once the room is there. */
  readonly roomCode: string | null
  /** Whether the group that looks is the one that invites. */
  readonly isInviter: boolean
}

/** Of one invited group. */
export interface ShownAnswer {
  readonly group: RoomGroup
  readonly kind: 'waiting' | 'accepted' | 'proposed' | 'declined'
  /** The day that was accepted, or the days that were proposed. */
  readonly days: readonly SessionDay[]
  readonly word: string
}

/** `GET /api/groups/:group/joint`: for members; to others the lists are empty. */
export interface JointPageAnswer {
  readonly group: RoomGroup
  readonly mayInvite: boolean
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Those that are open or to come, and those that ended lately; newest first. */
  readonly invitations: readonly ShownInvitation[]
  /** Groups that may be invited; for facilitators. */
  readonly groups: readonly RoomGroup[]
}

/** `GET /api/groups/:group/joint/days?with=…&with=…`, for facilitators. */
export const daysQuery = z.object({
  with: z.union([z.string().max(200), z.array(z.string().max(200)).max(5)]).transform((one) => [one].flat()),
})
export interface ProposedDaysAnswer {
  readonly days: readonly ProposedDay[]
}

/** `GET /api/joint`: for the person who is signed in, the joint sessions of their groups, soonest first. */
export interface OwnJointAnswer {
  readonly sessions: readonly (ShownInvitation & { readonly groupCode: string })[]
  /** Invitations that wait for an answer of a group that this person facilitates. */
  readonly waiting: readonly (ShownInvitation & { readonly groupCode: string })[]
}
