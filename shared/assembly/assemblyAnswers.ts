// What the assembly's addresses take and answer.
import { z } from 'zod'
import type { Ballot, BallotItem, Purpose } from '#shared/assembly/ballot.ts'
import type { Question, QuestionState } from '#shared/assembly/question.ts'
import type { Tallied } from '#shared/assembly/tally.ts'
import type { Ranking } from '#shared/themes/schulze.ts'

/** `PUT /api/assembly/screen`: where everybody looks. */
export const screenInput = z.object({
  slideId: z.string().min(1).max(240).nullable(),
  /** A question or a vote that is laid over the slide. */
  over: z
    .object({ kind: z.enum(['question', 'ballot', 'join']), id: z.string().max(80) })
    .nullable()
    .default(null),
})
export interface ScreenState extends z.output<typeof screenInput> {
  /** Milliseconds since 1970 of the first slide; null before. */
  readonly startedAt: number | null
}

export const noteInput = z.object({ text: z.string().max(4000) })
export const handInput = z.union([
  z.object({
    paper: z.union([
      z.enum(['for', 'against', 'abstain']),
      z.array(z.string().min(1).max(80)).min(1).max(20),
    ]),
    count: z.number().int().min(1).max(100_000),
  }),
  z.object({ withdraw: z.string().min(1).max(80) }),
])
export const castInput = z.object({
  paper: z.union([z.enum(['for', 'against', 'abstain']), z.array(z.string().min(1).max(80)).min(1).max(20)]),
  /** The account in whose name a proxy is used; absent: one's own. */
  for: z.string().min(1).max(80).optional(),
})

/** A vote as everybody may see it: nobody's name, and no figure of the answers before it closed. */
export interface ShownBallot
  extends Pick<
    Ballot,
    | 'id'
    | 'purpose'
    | 'title'
    | 'text'
    | 'secret'
    | 'majority'
    | 'eligible'
    | 'state'
    | 'most'
    | 'day'
    | 'presidedBy'
    | 'plan'
  > {
  readonly items: readonly BallotItem[]
  readonly quorum: { readonly percent: number; readonly statute: string } | null
  /** The paragraphs that ask for weights and proxies, and how many there are; null where one member has one vote. */
  readonly weights: { readonly statute: string; readonly count: number } | null
  readonly proxies: { readonly statute: string; readonly most: number; readonly count: number } | null
  /** People who have voted so far, by account and by hand. */
  readonly voted: { readonly account: number; readonly room: number }
  readonly result: Tallied | null
  readonly ranking: Ranking | null
}

export interface ShownQuestion {
  readonly id: string
  readonly text: string
  readonly name: string
  readonly support: number
  readonly state: QuestionState
  /** What was answered, in a few words. */
  readonly note: string
}

/** `GET /api/assembly/live`: the same for everybody, nobody's identity needed. */
export interface LiveAnswer {
  readonly revision: number
  readonly screen: ScreenState
  readonly questions: readonly ShownQuestion[]
  /** How many wait for whoever moderates. */
  readonly waiting: number
  readonly ballots: readonly ShownBallot[]
}

/** `GET /api/assembly/me`: what is one's own. */
export interface OwnAssembly {
  readonly name: string | null
  readonly voter: boolean
  readonly presides: boolean
  readonly settlesStatutes: boolean
  readonly supported: readonly string[]
  readonly asked: readonly ShownQuestion[]
  /** By open vote: for whom this person may vote, and who of them has. */
  readonly votes: readonly {
    readonly ballotId: string
    readonly voices: readonly {
      readonly accountId: string
      readonly name: string | null
      readonly weight: number
      readonly voted: boolean
    }[]
  }[]
}

/** `GET /api/assembly/desk`: for whoever holds the assembly. */
export interface DeskAnswer {
  readonly questions: readonly Question[]
  readonly notes: Readonly<Record<string, string>>
  readonly ballots: readonly Ballot[]
  readonly voters: readonly { readonly accountId: string; readonly name: string }[]
  /** Members that the cycle knows of. */
  readonly members: number
}

/** `GET /api/assembly/ballots/:id/names`: of an open vote that is over, who voted what. */
export interface NamesAnswer {
  readonly names: readonly { readonly name: string; readonly paper: string; readonly weight: number }[]
}

/** `GET /api/assembly/plan-vote`: what the assembly said of the strategic plan. */
export interface PlanVoteAnswer {
  readonly votes: readonly (Pick<
    ShownBallot,
    'id' | 'title' | 'day' | 'presidedBy' | 'plan' | 'secret' | 'quorum' | 'majority'
  > & {
    readonly result: Tallied
  })[]
}

export type { Purpose }
