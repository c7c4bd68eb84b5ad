// Handing a group's list over: what stays behind, what is asked at last, the outcome, the signed list and taking it back. Rules [H1] to [H8].
import { z } from 'zod'
import { ok, type Refused, refuse } from '#shared/contract/result.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import { mayAnswer, mayRunDecisions } from '#shared/decision/voters.ts'
import { addressees, scopes } from '#shared/draft/vocabulary.ts'
import { factsOf, type HandoverFacts } from '#shared/handover/handoverFacts.ts'
import { lacksOf } from '#shared/handover/handoverList.ts'
import {
  command,
  type HandedOver,
  type HandoverState,
  handoverOutcomes,
  questionLimit,
  reasonLimit,
  whyLimit,
  withCommands,
} from '#shared/handover/handoverState.ts'

const leftLimit = 300
const questionsLimit = 40
const handedLimit = 40

const key = z.string().min(1).max(180)
const spokenName = ({ seats }: Pick<CommandContext, 'seats'>): string => seats[0]?.name ?? ''

/** [H4] The list is prepared by whoever leads the group and by its secretary; a question to pursue by everybody who speaks. */
function notPreparing(context: Pick<CommandContext, 'facts'>): Refused | undefined {
  const { groupId, leads, isSecretary } = factsOf(context)
  if (groupId === null) return refuse('wrong-state', 'handover.noGroup')
  return leads || isSecretary ? undefined : refuse('not-allowed', 'handover.notYours')
}

const has = ({ list }: HandoverFacts, wanted: string): boolean =>
  [...(list?.texts ?? []), ...(list?.left ?? [])].some((text) => text.key === wanted)

export const handover = withCommands({
  /** [H5] A text stays behind with a reason, and can be put back. */
  leave: command({
    input: z.object({ key, reason: z.string().trim().min(1).max(reasonLimit) }),
    may: mayAnswer,
    apply: (state, { key: text, reason }, context) => {
      const refused = notPreparing(context)
      if (refused) return refused
      if (!has(factsOf(context), text)) return refuse('not-found', 'handover.noText')
      if (Object.keys(state.left).length >= leftLimit) return refuse('too-many', 'handover.tooMany')
      return ok({ ...state, left: { ...state.left, [text]: { reason, by: spokenName(context) } } })
    },
  }),

  putBack: command({
    input: z.object({ key }),
    may: mayAnswer,
    apply: (state, { key: text }, context) => {
      const refused = notPreparing(context)
      if (refused) return refused
      return ok({
        ...state,
        left: Object.fromEntries(Object.entries(state.left).filter(([one]) => one !== text)),
      })
    },
  }),

  /** [H3] Of a joint text, whose words are frozen; a draft's own is written in the draft. */
  askOf: command({
    input: z.object({
      key: key.startsWith('version:'),
      addressee: z.enum(addressees),
      scope: z.enum(scopes),
    }),
    may: mayAnswer,
    apply: (state, { key: text, addressee, scope }, context) => {
      const refused = notPreparing(context)
      if (refused) return refused
      if (!has(factsOf(context), text)) return refuse('not-found', 'handover.noText')
      return ok({ ...state, asked: { ...state.asked, [text]: { addressee, scope } } })
    },
  }),

  /** [H6] No recommendation is an outcome: it says why, and what is to be pursued. */
  say: command({
    input: z.object({ outcome: z.enum(handoverOutcomes), why: z.string().trim().max(whyLimit) }),
    may: mayAnswer,
    apply: (state, { outcome, why }, context) => notPreparing(context) ?? ok({ ...state, outcome, why }),
  }),

  addQuestion: command({
    input: z.object({ text: z.string().trim().min(1).max(questionLimit) }),
    may: mayAnswer,
    apply: (state, { text }, context) => {
      if (factsOf(context).groupId === null) return refuse('wrong-state', 'handover.noGroup')
      if (state.questions.length >= questionsLimit) return refuse('too-many', 'handover.tooMany')
      const question = { id: context.newId, text, by: spokenName(context) }
      return ok({ ...state, questions: [...state.questions, question] })
    },
  }),

  removeQuestion: command({
    input: z.object({ id: z.string().max(64) }),
    may: mayAnswer,
    apply: (state, { id }, context) =>
      notPreparing(context) ?? ok({ ...state, questions: state.questions.filter((one) => one.id !== id) }),
  }),

  /** [H7] Needs the group's consent to the list as it stands, and of every text whom it asks and how far it reaches. */
  handOver: command({
    /** `fingerprint`: of the list that was on the screen. */
    input: z.object({ fingerprint: z.string().max(128) }),
    may: mayRunDecisions,
    apply: (state, { fingerprint }, context) => {
      const facts = factsOf(context)
      return notReady(state, facts, fingerprint) ?? handedOver(state, facts, context)
    },
  }),

  /** [H8] With a reason; the record stays and says so. */
  takeBack: command({
    input: z.object({ id: z.string().min(1).max(64), reason: z.string().trim().min(1).max(reasonLimit) }),
    may: mayRunDecisions,
    apply: (state, { id, reason }, context) => {
      const facts = factsOf(context)
      if (!facts.leads) return refuse('not-allowed', 'handover.notYours')
      const one = state.handed.find((handed) => handed.id === id)
      if (!one) return refuse('not-found', 'handover.noList')
      if (one.takenBack) return refuse('wrong-state', 'handover.takenBackAlready')
      const by = { name: spokenName(context), groupId: facts.groupId }
      const takenBack = { at: context.now, by, reason }
      const handed = state.handed.map((each) => (each === one ? { ...each, takenBack } : each))
      const effect = { id, at: context.now, name: by.name, reason }
      return ok(
        new Change<HandoverState, undefined>(
          { ...state, handed },
          { effects: [{ kind: 'take-back', input: effect }] },
        ),
      )
    },
  }),
})

function notReady(state: HandoverState, facts: HandoverFacts, seen: string): Refused | undefined {
  const { groupId, leads, list, consent } = facts
  if (groupId === null || !list) return refuse('wrong-state', 'handover.noGroup')
  if (!leads) return refuse('not-allowed', 'handover.notYours')
  if (list.fingerprint !== seen) return refuse('conflict', 'handover.changed')
  const last = state.handed.findLast(({ takenBack }) => takenBack === null)
  if (last?.fingerprint === seen) return refuse('wrong-state', 'handover.handedAlready')
  if (state.handed.length >= handedLimit) return refuse('too-many', 'handover.tooMany')
  if (state.outcome === 'none' && state.why === '') return refuse('wrong-state', 'handover.whyWanted')
  if (state.outcome === 'list' && list.texts.length === 0) return refuse('wrong-state', 'handover.empty')
  const [lack] = list.texts.flatMap(lacksOf)
  if (lack) return refuse('wrong-state', lack === 'title' ? 'handover.titleWanted' : 'handover.askedAtLast')
  if (consent === 'lapsed') return refuse('wrong-state', 'handover.lapsed')
  if (consent !== 'consented' && consent !== 'with-reservations')
    return refuse('wrong-state', 'handover.noConsent')
  return undefined
}

function handedOver(state: HandoverState, facts: HandoverFacts, context: CommandContext<undefined>) {
  const { body, groupId, list } = facts
  if (!body || !list || groupId === null) return refuse('wrong-state', 'handover.noConsent')
  const made: HandedOver = {
    ...{ id: context.newId, number: state.handed.length + 1, fingerprint: list.fingerprint },
    ...{ outcome: state.outcome, texts: list.texts.length, at: context.now, takenBack: null },
    by: { name: spokenName(context), groupId },
  }
  const { id, number, fingerprint, outcome, at } = made
  const effect = { id, groupId, number, fingerprint, outcome, at, textCount: made.texts, body }
  return ok(
    new Change<HandoverState, undefined>(
      { ...state, handed: [...state.handed, made] },
      { effects: [{ kind: 'hand-over', input: effect }] },
    ),
  )
}
