// A vote of the assembly: what is asked, how it is counted, who may vote, and what may be done in each of its states.
import { z } from 'zod'
import { runsEverything } from '#shared/people/access.ts'
import type { Standing } from '#shared/people/actor.ts'

export const answers = ['for', 'against', 'abstain'] as const
export type Answer = (typeof answers)[number]
export const purposes = ['motion', 'plan', 'themes'] as const
export type Purpose = (typeof purposes)[number]

const id = z.string().min(1).max(80)
const words = (most: number) => z.string().trim().min(1).max(most)
/** « Article 17, paragraphe 2 »: nothing departs from one member, one vote without it. */
const statute = words(200)

const quorum = z.object({ percent: z.number().int().min(1).max(100), statute })
const weights = z.object({
  statute,
  of: z
    .array(z.object({ accountId: id, name: words(120), weight: z.number().int().min(1).max(1000) }))
    .max(500),
})
const proxies = z.object({
  statute,
  /** For one holder. */
  most: z.number().int().min(1).max(20),
  given: z
    .array(z.object({ giverId: id, giverName: words(120), holderId: id, holderName: words(120) }))
    .max(2000),
})

/** What is settled before a vote opens, and stays as it is from then on. */
export const ballotInput = z.object({
  purpose: z.enum(purposes),
  title: words(200),
  text: z.string().trim().max(2000).default(''),
  secret: z.boolean(),
  majority: z.enum(['half', 'two-thirds']).default('half'),
  /** Members who are called to vote; null where nobody said. */
  eligible: z.number().int().min(1).max(1_000_000).nullable().default(null),
  quorum: quorum.nullable().default(null),
  weights: weights.nullable().default(null),
  proxies: proxies.nullable().default(null),
  /** Of a ranking: how many each paper may name. */
  most: z.number().int().min(1).max(20).default(5),
})
export type BallotInput = z.output<typeof ballotInput>

export interface BallotItem {
  readonly id: string
  readonly title: string
  readonly question: string
}

/** Hands raised in the room, or papers collected there: counted by people, written down as such. */
export interface HandCount {
  readonly id: string
  readonly paper: string
  readonly count: number
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly withdrawn: { readonly byName: string; readonly at: number } | null
}

export interface PinnedPlan {
  readonly axes: readonly string[]
  readonly items: number
}

export interface Ballot extends BallotInput {
  readonly id: string
  /** What a ranking ranks; empty for an answer of yes, no, abstention. */
  readonly items: readonly BallotItem[]
  readonly plan: PinnedPlan | null
  readonly hand: readonly HandCount[]
  readonly state: 'prepared' | 'open' | 'closed' | 'withdrawn'
  readonly openedAt: number | null
  readonly closedAt: number | null
  /** `YYYY-MM-DD` of its closing, as the cooperative's pages date things. */
  readonly day: string | null
  /** Who presides, as the record names them. */
  readonly presidedBy: string
}

export const isRanking = ({ purpose }: Pick<Ballot, 'purpose'>): boolean => purpose === 'themes'

interface Somebody {
  readonly standing: Standing
  readonly groupIds: readonly string[]
}

/** [V1] One member, one vote: members, and those of the boards and the team who are members; never experts nor guests. */
export const isVoter = (person: Somebody): boolean =>
  person.standing === 'member' || person.standing === 'board' || person.groupIds.length > 0
/** [V2] Cooperative life and administrators hold the assembly: they open, close, moderate, and write down the hands of the room. */
export const presides = (person: Pick<Somebody, 'standing'>): boolean => runsEverything(person)
/** [V3] Weights and proxies are settled by an administrator, with the paragraph of the statutes that asks for them. */
export const maySettleStatutes = (person: Pick<Somebody, 'standing'>): boolean => person.standing === 'admin'

export type BallotFault =
  | 'quorum-without-eligible'
  | 'ranking-never-weighted'
  | 'proxy-of-oneself'
  | 'too-many-proxies'
  | 'proxy-given-twice'
  | 'weight-given-twice'

/** [V4] What a vote must not say, before it opens. */
export function faultOf(ballot: BallotInput): BallotFault | undefined {
  if (ballot.quorum && ballot.eligible === null) return 'quorum-without-eligible'
  if (isRanking(ballot) && ballot.weights) return 'ranking-never-weighted'
  const weighed = (ballot.weights?.of ?? []).map(({ accountId }) => accountId)
  if (new Set(weighed).size < weighed.length) return 'weight-given-twice'
  const given = ballot.proxies?.given ?? []
  if (given.some(({ giverId, holderId }) => giverId === holderId)) return 'proxy-of-oneself'
  if (new Set(given.map(({ giverId }) => giverId)).size < given.length) return 'proxy-given-twice'
  const held = (holder: string): number => given.filter(({ holderId }) => holderId === holder).length
  if (given.some(({ holderId }) => held(holderId) > (ballot.proxies?.most ?? 0))) return 'too-many-proxies'
  return undefined
}

/** Those for whom this account may vote, itself first. A proxy of somebody who has voted is worth nothing more: [V6]. */
export const speaksFor = (
  ballot: Pick<Ballot, 'proxies'>,
  accountId: string,
): readonly { readonly accountId: string; readonly name: string | null }[] => [
  { accountId, name: null },
  ...(ballot.proxies?.given ?? [])
    .filter(({ holderId }) => holderId === accountId)
    .map(({ giverId, giverName }) => ({ accountId: giverId, name: giverName })),
]

export const weightOf = (ballot: Pick<Ballot, 'weights'>, accountId: string): number =>
  ballot.weights?.of.find((one) => one.accountId === accountId)?.weight ?? 1

/** An answer, or the ids of a ranking, best first. */
export const paperInput = z.union([z.enum(answers), z.array(id).min(1).max(20)])
export type Paper = z.output<typeof paperInput>

/** A paper as it is counted: the same for the same vote. Undefined for one that this vote does not take: [V5]. */
export function countedPaper(
  ballot: Pick<Ballot, 'purpose' | 'items' | 'most'>,
  paper: Paper,
): string | undefined {
  if (!isRanking(ballot)) return typeof paper === 'string' ? paper : undefined
  if (typeof paper === 'string' || paper.length > ballot.most || new Set(paper).size < paper.length)
    return undefined
  return paper.every((one) => ballot.items.some((item) => item.id === one))
    ? JSON.stringify(paper)
    : undefined
}

/** The order that a ranking's paper names. */
export const orderOf = (paper: string): readonly string[] => JSON.parse(paper) as string[] // written by `countedPaper` only
