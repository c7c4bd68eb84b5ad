// Proposals for the next cycle's themes: acts that are only ever appended; what stands follows from all of them.
import { z } from 'zod'

const id = z.string().min(1).max(120)
const words = (most: number) => z.string().trim().min(1).max(most)

export const sourceKinds = ['recommendation', 'question', 'outcome'] as const

/** Where a proposal comes from: a text, a question that a group left to be pursued, a theme without a recommendation. */
export const source = z.object({ kind: z.enum(sourceKinds), id, title: words(600) })
export type Source = z.output<typeof source>

export const proposalInput = z.object({
  title: words(120),
  question: words(300),
  why: words(900),
  sources: z.array(source).max(8).default([]),
})
export const mergeInput = z.object({ from: id, into: id, why: words(400) })
export const asideInput = z.object({ why: words(400) })
export const chosenInput = z.object({
  ballotId: id,
  proposalIds: z.array(id).min(1).max(20),
  presidedBy: words(120),
})

export const themeActBody = z.discriminatedUnion('kind', [
  proposalInput.extend({ kind: z.literal('proposed'), proposalId: id }),
  mergeInput.extend({ kind: z.literal('merged') }),
  z.object({ kind: z.literal('parted'), from: id }),
  z.object({ kind: z.literal('aside'), proposalId: id, why: words(400) }),
  z.object({ kind: z.literal('taken-back'), proposalId: id }),
  z.object({
    kind: z.literal('chosen'),
    ballotId: id,
    presidedBy: words(120),
    /** In their order, as they read on that day. */
    themes: z.array(
      z.object({
        proposalId: id,
        title: words(120),
        question: words(300),
        why: words(900),
        rank: z.number().int(),
      }),
    ),
  }),
])
export type ThemeActBody = z.output<typeof themeActBody>

export interface ThemeAct {
  readonly id: string
  /** From 1, without a gap: the order of all acts about a cycle. */
  readonly place: number
  readonly body: ThemeActBody
  /** The account that did it. */
  readonly by: string
  readonly byName: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `YYYY-MM-DD` */
  readonly day: string
}

export interface Proposal {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly why: string
  readonly sources: readonly Source[]
  readonly byName: string
  readonly by: string
  readonly day: string
  /** Proposals that were joined to this one, with why and by whom. */
  readonly joined: readonly {
    readonly id: string
    readonly title: string
    readonly byName: string
    readonly why: string
    readonly joinedBy: string
  }[]
}

export interface Chosen {
  readonly ballotId: string
  readonly day: string
  readonly presidedBy: string
  readonly themes: Extract<ThemeActBody, { kind: 'chosen' }>['themes']
}

export interface StandingProposals {
  readonly standing: readonly Proposal[]
  readonly aside: readonly {
    readonly id: string
    readonly title: string
    readonly why: string
    readonly byName: string
  }[]
  /** The last choice; null before. */
  readonly chosen: Chosen | null
}

/** [T1] Acts are taken in their order; one about what does not stand at that instant changes nothing. */
export function standingProposals(acts: readonly ThemeAct[]): StandingProposals {
  const known = new Map<string, Proposal>()
  const into = new Map<string, { into: string; why: string; joinedBy: string }>()
  const aside = new Map<string, { why: string; byName: string }>()
  let chosen: Chosen | null = null
  const stands = (one: string): boolean => known.has(one) && !into.has(one) && !aside.has(one)
  for (const { body, by, byName, day } of acts) {
    switch (body.kind) {
      case 'proposed':
        known.set(body.proposalId, { ...textOf(body), id: body.proposalId, by, byName, day, joined: [] })
        break
      case 'merged':
        // [T2] What was joined to the one that goes moves with it.
        if (!stands(body.from) || !stands(body.into) || body.from === body.into) break
        for (const [one, line] of into)
          if (line.into === body.from) into.set(one, { ...line, into: body.into })
        into.set(body.from, { into: body.into, why: body.why, joinedBy: byName })
        break
      case 'parted':
        into.delete(body.from)
        break
      case 'aside':
        if (stands(body.proposalId)) aside.set(body.proposalId, { why: body.why, byName })
        break
      case 'taken-back':
        if (stands(body.proposalId)) aside.set(body.proposalId, { why: '', byName })
        break
      case 'chosen':
        chosen = { ballotId: body.ballotId, day, presidedBy: body.presidedBy, themes: body.themes }
    }
  }
  const joinedTo = (one: string): Proposal['joined'] =>
    [...into].flatMap(([id, line]) => {
      const was = known.get(id)
      return was && line.into === one
        ? [{ id, title: was.title, byName: was.byName, why: line.why, joinedBy: line.joinedBy }]
        : []
    })
  return {
    standing: [...known.values()]
      .filter(({ id: one }) => stands(one))
      .map((one) => ({ ...one, joined: joinedTo(one.id) })),
    aside: [...aside].map(([one, line]) => ({ id: one, title: known.get(one)?.title ?? '', ...line })),
    chosen,
  }
}

const textOf = ({ question, sources, title, why }: z.output<typeof proposalInput>) => ({
  ...{ question, sources, title, why },
})

/** What may be pursued: a group's open questions, a theme without a text, a text that was put off or refused. */
export interface Offer extends Source {
  readonly text: string
}

/** `GET /api/themes` */
export interface ThemesAnswer extends StandingProposals {
  /** Names of the persons are told to members only: a stranger reads titles and questions. */
  readonly you: {
    readonly signedIn: boolean
    readonly proposes: boolean
    readonly keeps: boolean
    readonly ownIds: readonly string[]
  }
  readonly offers: readonly Offer[]
  readonly language: string
}
