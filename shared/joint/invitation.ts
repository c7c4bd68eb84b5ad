// One group invites others to a joint session: what is asked, what each answered, and the rules of every act. Pure.
import { z } from 'zod'
import { sessionKeys } from '#shared/agenda/sessionTemplates.ts'
import { ok, type Result, refuse } from '#shared/contract/result.ts'

/** An evening: `YYYY-MM-DD` and `HH:MM`, the local time of the cooperative. */
export const SessionDay = z.object({
  date: z.iso.date(),
  startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})
export type SessionDay = z.output<typeof SessionDay>

/** Groups beside the one that invites, and days offered at once. */
export const mostInvited = 5
export const mostDays = 8
const word = z.string().trim().max(400)
const days = z.array(SessionDay).min(1).max(mostDays)

const by = { by: z.string(), at: z.number() }
const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), day: SessionDay, ...by }),
  z.object({ kind: z.literal('proposed'), days: z.array(SessionDay), word: z.string(), ...by }),
  z.object({ kind: z.literal('declined'), word: z.string(), ...by }),
])

/** What the inviting group's facilitator says. */
export const inviteInput = z.object({
  /** Chosen by the browser: a retry invites nobody twice. */
  id: z.string().regex(/^[\w-]{8,40}$/),
  groupIds: z.array(z.string().min(1).max(200)).min(1).max(mostInvited),
  subject: z.string().trim().min(1).max(160),
  template: z.enum(sessionKeys).nullable(),
  durationMin: z.number().int().min(30).max(480),
  days,
  word,
  /** The language in which the agenda's steps are laid. */
  language: z.enum(['fr', 'en', 'nl']),
})
export type InviteInput = z.output<typeof inviteInput>

export const Invitation = z.object({
  ...inviteInput.shape,
  fromGroupId: z.string(),
  /** Every group of it, the inviting one first. */
  groupIds: z.array(z.string()),
  status: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
  /** Invited group -> what it answered last. Silent ones are not in here. */
  answers: z.record(z.string(), Answer),
  /** With `accepted`: the day, and the groups that will be there. */
  agreed: z.object({ day: SessionDay, groupIds: z.array(z.string()) }).nullable(),
  madeBy: z.string(),
  /** Milliseconds since 1970. */
  madeAt: z.number(),
})
export type Invitation = z.output<typeof Invitation>

export const jointAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept'), day: SessionDay }),
  z.object({ act: z.literal('propose'), days, word }),
  z.object({ act: z.literal('decline'), word }),
  z.object({ act: z.literal('offer'), days }),
  z.object({ act: z.literal('hold'), day: SessionDay }),
  z.object({ act: z.literal('withdraw') }),
])
export type JointActInput = z.output<typeof jointAct>
export type JointActKind = 'invite' | JointActInput['act']

/** Who acts, in the name of which group, on which day (`YYYY-MM-DD`). */
export interface Acting {
  readonly groupId: string
  readonly name: string
  readonly now: number
  readonly today: string
}

export const sameDay = (a: SessionDay, b: SessionDay): boolean =>
  a.date === b.date && a.startTime === b.startTime

const sorted = (list: readonly SessionDay[]): SessionDay[] =>
  list
    .filter((day, n) => list.findIndex((other) => sameDay(day, other)) === n)
    .sort((a, b) => (`${a.date} ${a.startTime}` < `${b.date} ${b.startTime}` ? -1 : 1))

const isPast = (list: readonly SessionDay[], today: string): boolean => list.some(({ date }) => date < today)

/** [I1] To other groups than one's own, for days that are not over. */
export function invite(input: InviteInput, { groupId, name, now, today }: Acting): Result<Invitation> {
  const others = [...new Set(input.groupIds)]
  if (others.includes(groupId)) return refuse('bad-input', 'joint.ownGroup')
  if (isPast(input.days, today)) return refuse('bad-input', 'joint.dayOver')
  return ok({
    ...input,
    ...{ days: sorted(input.days), groupIds: [groupId, ...others], fromGroupId: groupId },
    ...{ status: 'open', answers: {}, agreed: null, madeBy: name, madeAt: now },
  })
}

/**
 * [I2] Each invited group answers for itself, and may answer again while the invitation is open.
 * [I3] It is agreed when every invited group has accepted the same day: with one invited group, by its one act.
 * [I4] Days that a group proposes count when the inviting group offers them; whoever had not accepted is asked again.
 * [I5] A group that declines leaves; when none is left the invitation is over. It never makes a session of the others by itself:
 * [I6] the inviting group holds the session with those who accepted a day, without the others.
 * [I7] The inviting group withdraws it while it is open. An invitation that is over stays as it ended.
 */
export function decide(invitation: Invitation, input: JointActInput, acting: Acting): Result<Invitation> {
  if (invitation.status !== 'open') return refuse('conflict', 'joint.settled')
  const isInviter = acting.groupId === invitation.fromGroupId
  const forInviter = input.act === 'offer' || input.act === 'hold' || input.act === 'withdraw'
  if (isInviter !== forInviter) return refuse('not-allowed', 'joint.notYours')
  switch (input.act) {
    case 'accept':
      return accepted(invitation, input.day, acting)
    case 'propose': {
      if (isPast(input.days, acting.today)) return refuse('bad-input', 'joint.dayOver')
      return ok(
        answered(invitation, acting, { kind: 'proposed', days: sorted(input.days), word: input.word }),
      )
    }
    case 'decline': {
      const next = answered(invitation, acting, { kind: 'declined', word: input.word })
      const isOver = invitedOf(next).every((id) => next.answers[id]?.kind === 'declined')
      return ok(isOver ? { ...next, status: 'declined' } : next)
    }
    case 'offer':
      return isPast(input.days, acting.today)
        ? refuse('bad-input', 'joint.dayOver')
        : ok(offered(invitation, sorted(input.days)))
    case 'hold':
      return held(invitation, input.day)
    case 'withdraw':
      return ok({ ...invitation, status: 'withdrawn' })
  }
}

export const invitedOf = ({ groupIds, fromGroupId }: Invitation): string[] =>
  groupIds.filter((id) => id !== fromGroupId)

type AnswerGiven =
  | { kind: 'accepted'; day: SessionDay }
  | { kind: 'proposed'; days: SessionDay[]; word: string }
  | { kind: 'declined'; word: string }

const answered = (
  invitation: Invitation,
  { groupId, name, now }: Acting,
  answer: AnswerGiven,
): Invitation => ({
  ...invitation,
  answers: { ...invitation.answers, [groupId]: { ...answer, by: name, at: now } },
})

function accepted(invitation: Invitation, day: SessionDay, acting: Acting): Result<Invitation> {
  if (!invitation.days.some((one) => sameDay(one, day))) return refuse('conflict', 'joint.dayGone')
  if (isPast([day], acting.today)) return refuse('bad-input', 'joint.dayOver')
  const next = answered(invitation, acting, { kind: 'accepted', day })
  const agree = whoAccepted(next, day).length === invitedOf(next).length
  return ok(agree ? agreedOn(next, day) : next)
}

/** Invited groups that accepted this day. */
export const whoAccepted = (invitation: Invitation, day: SessionDay): string[] =>
  invitedOf(invitation).filter((id) => {
    const answer = invitation.answers[id]
    return answer?.kind === 'accepted' && sameDay(answer.day, day)
  })

const agreedOn = (invitation: Invitation, day: SessionDay): Invitation => ({
  ...invitation,
  status: 'accepted',
  agreed: { day, groupIds: [invitation.fromGroupId, ...whoAccepted(invitation, day)] },
})

function offered(invitation: Invitation, list: SessionDay[]): Invitation {
  const stands = Object.entries(invitation.answers).filter(
    ([, answer]) =>
      answer.kind === 'declined' ||
      (answer.kind === 'accepted' && list.some((day) => sameDay(day, answer.day))),
  )
  return { ...invitation, days: list, answers: Object.fromEntries(stands) }
}

const held = (invitation: Invitation, day: SessionDay): Result<Invitation> =>
  whoAccepted(invitation, day).length === 0
    ? refuse('conflict', 'joint.nobodyThatDay')
    : ok(agreedOn(invitation, day))
