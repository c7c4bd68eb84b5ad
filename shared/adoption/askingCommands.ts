// Asking a group for its consent: the rule chosen, the question opened on the words that stand, closed or given up.
import { z } from 'zod'
import { factsOf, notLeading } from '#shared/adoption/adoptionFacts.ts'
import {
  type AdoptionSecret,
  type AdoptionState,
  command,
  consentOf,
  type GroupVoice,
  isCarried,
  type Said,
  type SpokenConsent,
  type TextConsent,
  textOf,
  textPlace,
  withText,
} from '#shared/adoption/adoptionState.ts'
import { countsOf, type GroupRule, isSpokenAloud, outcomeOf, ruleWish } from '#shared/adoption/groupRule.ts'
import { ok, refuse } from '#shared/contract/result.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import { inOrderOfWeight } from '#shared/decision/consent.ts'
import { mayAnswer, mayRunDecisions } from '#shared/decision/voters.ts'
import { personName } from '#shared/room/join.ts'

/** Texts of one room that may be asked about; the state stays small. */
const textLimit = 300
/** Reservations and objections kept with a consent. */
const saidLimit = 60

const group = { ...textPlace, groupId: z.string().min(1).max(64) }
/** [AD3] The question that somebody was looking at: of two who close it at once, the second closes nothing more. */
export const question = { ...group, askingId: z.string().min(1).max(64) }

export const askingCommands = {
  /** [AD1] Each group answers by its own rule, chosen by whoever speaks for it, on the words that stand now. */
  ask: command({
    input: z.object({ ...group, rule: ruleWish }),
    may: mayRunDecisions,
    apply: (state, { groupId, rule, ...place }, context) => {
      const facts = factsOf(context)
      if (!facts.text) return refuse('not-found', 'adoption.noText')
      const refused = notLeading(facts, groupId)
      if (refused) return refused
      if (!isDelegateHere(rule, groupId, context)) return refuse('not-found', 'adoption.noDelegate')
      const text = textOf(state, place)
      const before = consentOf(text, groupId)
      if (before?.asking) return refuse('conflict', 'adoption.asked')
      if (Object.keys(state.texts).length >= textLimit) return refuse('too-many', 'adoption.tooManyTexts')
      const { fingerprint } = facts.text
      const asking = { id: context.newId, fingerprint, at: context.now }
      const consent = { rule, asking, spoken: before?.spoken ?? null }
      const effects = [{ kind: 'keep-text', input: { fingerprint, text: facts.text.text } }]
      const next = { ...text, groups: { ...text.groups, [groupId]: consent } }
      return ok(new Change<AdoptionState, AdoptionSecret>(withText(state, next), { effects }))
    },
  }),

  /** Given up without a result: what was said before stands as it was. */
  drop: command({
    input: z.object(question),
    may: mayRunDecisions,
    apply: (state, input, context) => {
      const refused = notLeading(factsOf(context), input.groupId)
      if (refused) return refused
      const text = textOf(state, input)
      const consent = consentOf(text, input.groupId)
      if (consent?.asking?.id !== input.askingId) return refuse('wrong-state', 'adoption.closed')
      const groups = { ...text.groups, [input.groupId]: { ...consent, asking: null } }
      const secret = without(context.secret, input.askingId)
      return ok(new Change(withText(state, { ...text, groups }), { secret }))
    },
  }),

  /** [AD4] Closed by whoever speaks for the group, or by the secretary: the voices become a result, and the seats are forgotten. */
  close: command({
    input: z.object(question),
    may: mayAnswer,
    apply: (state, input, context) => {
      const facts = factsOf(context)
      const refused = notLeading(facts, input.groupId)
      if (refused && !(facts.isSecretary && facts.groupIds.includes(input.groupId))) return refused
      const text = textOf(state, input)
      const consent = consentOf(text, input.groupId)
      if (!consent?.asking || consent.asking.id !== input.askingId)
        return refuse('wrong-state', 'adoption.closed')
      const voices = voicesOf(context.secret, input.askingId)
      if (voices.length === 0) return refuse('wrong-state', 'adoption.nobodySpoke')
      const spoken = spokenBy(consent.rule, voices, context)
      const groups = {
        ...text.groups,
        [input.groupId]: {
          ...consent,
          asking: null,
          spoken: { ...spoken, id: input.askingId, fingerprint: consent.asking.fingerprint },
        },
      }
      const next = { ...withoutKept(text, input.groupId), groups }
      const secret = without(context.secret, input.askingId)
      return ok(new Change(withText(state, next), { secret }))
    },
  }),
}

/** Names in the rule are shown to everybody: they are those of seats that are here, or of somebody for whom the facilitator speaks. */
function isDelegateHere(rule: GroupRule, groupId: string, context: CommandContext<AdoptionSecret>): boolean {
  if (rule.kind !== 'delegate') return true
  const { isOwnRoom } = factsOf(context)
  if (rule.seatId === null) return personName.safeParse(rule.name).success
  const seat = context.present.find(({ id }) => id === rule.seatId)
  return seat !== undefined && seat.name === rule.name && (isOwnRoom || seat.groupId === groupId)
}

export const voicesOf = (secret: AdoptionSecret, askingId: string): readonly GroupVoice[] =>
  (Object.hasOwn(secret.voices, askingId) ? secret.voices[askingId] : undefined) ?? []

export const withVoices = (
  secret: AdoptionSecret,
  askingId: string,
  voices: readonly GroupVoice[],
): AdoptionSecret => ({ voices: { ...secret.voices, [askingId]: [...voices] } })

const without = (secret: AdoptionSecret, askingId: string): AdoptionSecret => ({
  voices: Object.fromEntries(Object.entries(secret.voices).filter(([id]) => id !== askingId)),
})

/** Who speaks anew keeps no correction that was kept for an earlier word. */
const withoutKept = (text: TextConsent, groupId: string): TextConsent => ({
  ...text,
  corrections: text.corrections.map((one) => ({ ...one, keptBy: one.keptBy.filter((id) => id !== groupId) })),
})

function spokenBy(
  rule: GroupRule,
  voices: readonly GroupVoice[],
  { now, random }: Pick<CommandContext, 'now' | 'random'>,
): Omit<SpokenConsent, 'id' | 'fingerprint'> {
  const answers = voices.map(({ answer }) => answer)
  return {
    ...{ rule, outcome: outcomeOf(rule, answers), counts: countsOf(answers) },
    said: saidIn(rule, voices, random).slice(0, saidLimit),
    ...{ voices: voices.length, carried: voices.filter(isCarried).length, at: now },
  }
}

/** [AD11] What was said aloud bears its name; doubts of a gradient come without, in an order that tells nothing. */
function saidIn(rule: GroupRule, voices: readonly GroupVoice[], random: () => number): Said[] {
  if (isSpokenAloud(rule))
    return inOrderOfWeight(
      voices.flatMap((voice) =>
        voice.answer.kind === 'consent' && voice.answer.position !== 'accord'
          ? [{ ...voice.answer, name: voice.name, carried: isCarried(voice) }]
          : [],
      ),
    ).map(({ name, position, words, carried }) => ({ name, position, words, carried }))
  return voices
    .flatMap(({ answer }) =>
      answer.kind === 'gradient' && answer.words !== ''
        ? [{ words: answer.words, degree: answer.degree }]
        : [],
    )
    .map((one) => ({ ...one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ words, degree }) => ({
      ...{ name: '', words, carried: false },
      position: degree === 1 ? 'objection' : degree === 2 ? 'reservation' : 'accord',
    }))
}
