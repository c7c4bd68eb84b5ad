// Adopting a text that its groups consented to, adopting it with what is still open written down, and taking an adoption back.
import { z } from 'zod'
import { type AdoptionFacts, factsOf } from '#shared/adoption/adoptionFacts.ts'
import {
  type Adopted,
  type AdoptionSecret,
  type AdoptionState,
  command,
  consentOf,
  type OpenPoint,
  openPoint,
  type TextConsent,
  textOf,
  textPlace,
  withText,
} from '#shared/adoption/adoptionState.ts'
import { nameOf } from '#shared/adoption/correctionCommands.ts'
import { consentState, refusesNow, standingVersion } from '#shared/adoption/heldConsent.ts'
import { ok, type Refused, refuse } from '#shared/contract/result.ts'
import { Change, type CommandContext } from '#shared/contract/slice.ts'
import { mayRunDecisions } from '#shared/decision/voters.ts'

/** Versions of one text; things left open in one. */
const versionLimit = 40
const pointLimit = 40

export const adoptingCommands = {
  /** [AD8] Needs the consent of every group to the words that stand, and a fate for every passage. */
  adopt: command({
    input: z.object({
      ...textPlace,
      /** The words that were on the screen: of a text that changed meanwhile nothing is adopted. */
      fingerprint: z.string().max(128),
      /** [AD9] *Sous réserve*: what is open, each with a name and a date. */
      reserved: z.array(openPoint).min(1).max(pointLimit).nullable().default(null),
    }),
    may: mayRunDecisions,
    apply: (state, input, context) => {
      const facts = factsOf(context)
      const text = textOf(state, input)
      const refused = notToBeTouched(text, facts) ?? notAdoptable(text, facts, input)
      if (refused) return refused
      return adopted(state, text, { context, reserved: input.reserved })
    },
  }),

  /** [AD10] With a reason, by whoever speaks for any of the groups: the version stays, marked as withdrawn; the originals stand alone again. */
  unmerge: command({
    input: z.object({
      ...textPlace,
      versionId: z.string().min(1).max(64),
      reason: z.string().trim().min(1).max(600),
    }),
    may: mayRunDecisions,
    apply: (state, input, context) => {
      if (factsOf(context).speaksFor.length === 0) return refuse('not-allowed', 'adoption.notYours')
      const text = textOf(state, input)
      const version = text.adopted.find(({ id }) => id === input.versionId)
      if (!version) return refuse('not-found', 'adoption.noVersion')
      if (version.withdrawn) return refuse('wrong-state', 'adoption.withdrawnAlready')
      const by = { name: nameOf(context), groupId: context.actor.groupId }
      const withdrawn = { at: context.now, by, reason: input.reason }
      const next = {
        ...text,
        adopted: text.adopted.map((one) => (one === version ? { ...one, withdrawn } : one)),
      }
      // An earlier version that still stands goes on being what the originals were merged in.
      const standing = standingVersion(next)
      const effect = {
        ...{ versionId: version.id, at: context.now, name: by.name, reason: input.reason },
        ...{ parents: version.parents, standing: standing ? mark(text, standing) : null },
      }
      return ok(
        new Change<AdoptionState, AdoptionSecret>(withText(state, next), {
          effects: [{ kind: 'withdraw', input: effect }],
        }),
      )
    },
  }),
}

/** Who may not adopt, and what is not there to be adopted. */
function notToBeTouched(
  text: TextConsent,
  { text: present, speaksFor, adopting }: AdoptionFacts,
): Refused | undefined {
  if (!present || !adopting) return refuse('not-found', 'adoption.noText')
  if (speaksFor.length === 0) return refuse('not-allowed', 'adoption.notYours')
  if (present.title.trim() === '') return refuse('wrong-state', 'adoption.noTitle')
  if (text.adopted.length >= versionLimit) return refuse('too-many', 'adoption.tooManyVersions')
  return undefined
}

interface Wish {
  readonly fingerprint: string
  readonly reserved: readonly OpenPoint[] | null
}

function notAdoptable(text: TextConsent, facts: AdoptionFacts, wish: Wish): Refused | undefined {
  const { groupIds, text: present, adopting } = facts
  const fingerprint = present?.fingerprint ?? ''
  if (fingerprint !== wish.fingerprint) return refuse('conflict', 'adoption.changedAgain')
  const standing = standingVersion(text)
  if (standing?.fingerprint === fingerprint && (standing.reserved === null || wish.reserved !== null))
    return refuse('wrong-state', 'adoption.adoptedAlready')
  const missing = groupsMissing(text, groupIds, fingerprint)
  const open = adopting?.open ?? 0
  return wish.reserved === null
    ? notWhole(missing, open)
    : notReservable(text, { facts, missing, open, wish })
}

function notWhole(missing: readonly MissingConsent[], open: number): Refused | undefined {
  const [first] = missing
  if (first)
    return refuse('wrong-state', first.state === 'lapsed' ? 'adoption.lapsed' : 'adoption.groupMissing')
  return open > 0 ? refuse('wrong-state', 'adoption.openPassages') : undefined
}

interface Reserving {
  readonly facts: AdoptionFacts
  readonly missing: readonly MissingConsent[]
  readonly open: number
  readonly wish: Wish
}

/** [AD9] A group that said no to these words is not passed over; whatever else is missing is named, with who sees to it and when. */
function notReservable(text: TextConsent, { facts, missing, open, wish }: Reserving): Refused | undefined {
  const fingerprint = wish.fingerprint
  if (facts.groupIds.some((id) => refusesNow(consentOf(text, id)?.spoken, fingerprint)))
    return refuse('wrong-state', 'adoption.groupSaidNo')
  if (missing.length === facts.groupIds.length && missing.every(({ state }) => state !== 'lapsed'))
    return refuse('wrong-state', 'adoption.nobodyConsented')
  if (missing.length === 0 && open === 0) return refuse('wrong-state', 'adoption.nothingOpen')
  const points = wish.reserved ?? []
  const named = ({ groupId }: MissingConsent): boolean =>
    points.some(({ about }) => about.kind === 'group' && about.groupId === groupId)
  const passagesNamed = open === 0 || points.some(({ about }) => about.kind === 'passages')
  return missing.every(named) && passagesNamed ? undefined : refuse('bad-input', 'adoption.openUnnamed')
}

export interface MissingConsent {
  readonly groupId: string
  readonly state: ReturnType<typeof consentState>
}

/** Groups without a consent to these words. */
export const groupsMissing = (
  text: TextConsent,
  groupIds: readonly string[],
  fingerprint: string,
): MissingConsent[] =>
  groupIds.flatMap((groupId) => {
    const state = consentState(text, groupId, fingerprint)
    return state === 'consented' || state === 'with-reservations' ? [] : [{ groupId, state }]
  })

interface Adopting {
  readonly context: CommandContext<AdoptionSecret>
  readonly reserved: OpenPoint[] | null
}

function adopted(state: AdoptionState, text: TextConsent, { context, reserved }: Adopting) {
  const { text: present, adopting, groupIds } = factsOf(context)
  if (!present || !adopting) return refuse('not-found', 'adoption.noText')
  const version: Adopted = {
    ...{ id: context.newId, number: text.adopted.length + 1, fingerprint: present.fingerprint },
    ...{ title: present.title, at: context.now, reserved, parents: [...adopting.parents], withdrawn: null },
    by: { name: nameOf(context), groupId: context.actor.groupId },
  }
  const { spaceId, draftId } = text
  const { id, number, title, fingerprint, at } = version
  const effect = {
    ...{ id, number, title, fingerprint, at, reserved, spaceId, draftId, groupIds },
    ...{ body: adopting.body, parents: version.parents, mark: mark(text, version) },
  }
  const next = { ...text, adopted: [...text.adopted, version] }
  return ok(
    new Change<AdoptionState, AdoptionSecret>(withText(state, next), {
      effects: [{ kind: 'adopt', input: effect }],
    }),
  )
}

/** What the originals say of where they went. */
const mark = ({ spaceId, draftId }: TextConsent, { id, title }: Adopted) => ({
  ...{ spaceId, draftId, versionId: id, title },
})
