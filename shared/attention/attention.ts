// Where the room looks: invitations, spotlight, locks, the laser, reactions, the check whether all are ready, and who is away.
import { z } from 'zod'
import {
  type AttentionState,
  AttentionStored,
  calm,
  type ReadyAnswer,
  reactionKinds,
  reactionMs,
  readyAnswers,
} from '#shared/attention/attentionState.ts'
import { litPlace, lockedDraft, lockedRecord, lookPlace, placeLabel } from '#shared/attention/lookPlace.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import { type CommandContext, slice, type Viewer } from '#shared/contract/slice.ts'
import { mayFacilitate } from '#shared/people/access.ts'
import type { Actor } from '#shared/people/actor.ts'

/** Objects of one kind that may be locked at once. */
export const lockLimit = 500
/** Words counted at once; a thousand people may all agree. */
export const reactionLimit = 1_000

const id = z.string().max(64)
/** [AT1] Facilitators lead the attention; observers never act. */
const leads = (actor: Actor): boolean => actor.role !== 'observer' && mayFacilitate(actor)
const takesPart = (actor: Actor): boolean =>
  actor.role !== 'observer' && (leads(actor) || !['board', 'team'].includes(actor.standing))

const { command, with: withCommands } = slice<AttentionState>(AttentionStored, calm)

const looks = {
  /** [AT2] A new invitation takes the place of the one before; each person decides whether to go. */
  invite: command({
    input: z.object({ place: lookPlace, label: placeLabel }),
    may: leads,
    apply: (state, { place, label }, context) =>
      ok({ ...state, invite: { id: context.newId, place, label, by: byOf(context), at: context.now } }),
  }),
  /** [AT3] Ended by its id: an invitation that came meanwhile stays. */
  endInvite: command({
    input: z.object({ id }),
    may: leads,
    apply: (state, input) =>
      state.invite?.id === input.id
        ? ok({ ...state, invite: null })
        : refuse('conflict', 'attention.inviteOver'),
  }),
  spotlight: command({
    input: z.object({ place: litPlace, label: placeLabel }),
    may: leads,
    apply: (state, { place, label }, context) =>
      ok({ ...state, spotlight: { place, label, by: byOf(context) } }),
  }),
  endSpotlight: command({
    input: z.object({}),
    may: leads,
    apply: (state) => ok({ ...state, spotlight: null }),
  }),
  /** [AT4] One laser at a time: whoever takes it last has it. */
  laser: command({
    input: z.object({ isOn: z.boolean() }),
    may: leads,
    apply: (state, { isOn }, context) => {
      if (isOn) return ok({ ...state, laser: byOf(context) })
      return state.laser?.participantId === context.actor.participantId
        ? ok({ ...state, laser: null })
        : refuse('conflict', 'attention.laserElsewhere')
    },
  }),
}

const refs = z.object({
  records: z.array(lockedRecord).max(lockLimit).default([]),
  drafts: z.array(lockedDraft).max(lockLimit).default([]),
})

const limits = {
  /** [AT5] Locking twice changes nothing; only facilitators unlock. */
  lock: command({
    input: refs,
    may: leads,
    apply: (state, { records, drafts }) => {
      const locked = {
        records: [...new Set([...state.locked.records, ...records])],
        drafts: [...new Set([...state.locked.drafts, ...drafts])],
      }
      const isTooMuch = locked.records.length > lockLimit || locked.drafts.length > lockLimit
      return isTooMuch ? refuse('too-many', 'attention.tooManyLocks') : ok({ ...state, locked })
    },
  }),
  unlock: command({
    input: refs,
    may: leads,
    apply: (state, { records, drafts }) =>
      ok({
        ...state,
        locked: {
          records: state.locked.records.filter((one) => !records.includes(one)),
          drafts: state.locked.drafts.filter((one) => !drafts.includes(one)),
        },
      }),
  }),
  fewTools: command({
    input: z.object({ isOn: z.boolean() }),
    may: leads,
    apply: (state, { isOn }) => ok({ ...state, fewTools: isOn }),
  }),
}

/** The journal keeps a digest of what a person said: a room's mood is not a person's record. */
const isSecret = true

const signs = {
  /** [AT6] A word without a name, counted for ten seconds; those before it that are older are forgotten. */
  react: command({
    input: z.object({ kind: z.enum(reactionKinds) }),
    may: takesPart,
    isSecret,
    apply: (state, { kind }, { now }) => {
      const at = Math.floor(now / 1000) * 1000
      const recent = state.reactions.filter((one) => one.at > now - reactionMs).slice(1 - reactionLimit)
      return ok({ ...state, reactions: [...recent, { kind, at }] })
    },
  }),
  askReady: command({
    input: z.object({}),
    may: leads,
    apply: (state, _input, { newId }) => ok({ ...state, ready: { id: newId, answers: {} } }),
  }),
  /** [AT7] Each seat answers for itself, and may change its answer; only counts leave the server. */
  answerReady: command({
    input: z.object({ id, seatId: id, answer: z.enum(readyAnswers) }),
    may: takesPart,
    isSecret,
    apply: (state, input, context) => {
      if (state.ready?.id !== input.id) return refuse('wrong-state', 'attention.readyOver')
      if (!isOwn(input.seatId, context)) return refuse('not-found', 'attention.notYourSeat')
      const answers = { ...state.ready.answers, [input.seatId]: input.answer }
      return ok({ ...state, ready: { id: input.id, answers } })
    },
  }),
  /** [AT8] The answers go with the question. */
  endReady: command({
    input: z.object({ id }),
    may: leads,
    apply: (state, input) =>
      state.ready?.id === input.id
        ? ok({ ...state, ready: null })
        : refuse('wrong-state', 'attention.readyOver'),
  }),
  /** [AT9] For one's own seats. Whoever has left the room meanwhile is forgotten. */
  away: command({
    input: z.object({ seatId: id, isAway: z.boolean() }),
    may: takesPart,
    isSecret,
    apply: (state, { seatId, isAway }, context) => {
      if (!isOwn(seatId, context)) return refuse('not-found', 'attention.notYourSeat')
      const others = state.away.filter(
        (one) => one !== seatId && context.present.some((seat) => seat.id === one),
      )
      return ok({ ...state, away: isAway ? [...others, seatId] : others })
    },
  }),
}

/** What everybody sees; of the check, counts and one's own seats' answers. */
export interface AttentionView extends Omit<AttentionState, 'ready'> {
  readonly ready: {
    readonly id: string
    readonly ready: number
    readonly writing: number
    readonly own: Readonly<Record<string, ReadyAnswer>>
  } | null
}

export const attention = withCommands(
  { ...looks, ...limits, ...signs },
  ({ ready, ...shown }: AttentionState, { seats }: Viewer): AttentionView => {
    const answers = Object.entries(ready?.answers ?? {})
    const count = (wanted: ReadyAnswer): number => answers.filter(([, answer]) => answer === wanted).length
    const own = Object.fromEntries(answers.filter(([seatId]) => isOwn(seatId, { seats })))
    return {
      ...shown,
      ready: ready && { id: ready.id, ready: count('ready'), writing: count('writing'), own },
    }
  },
)

const isOwn = (seatId: string, { seats }: Pick<CommandContext, 'seats'>): boolean =>
  seats.some((seat) => seat.id === seatId)

/** Who acts, as others know them: the device's first seat. */
const byOf = ({ actor, seats }: CommandContext): { participantId: string; name: string } => ({
  participantId: actor.participantId,
  name: seats[0]?.name ?? '',
})
