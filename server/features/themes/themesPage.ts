// Proposals for the next cycle: what stands, what may be pursued, and acts about them.
import { todayOf } from '#server/features/home/day.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import { HttpProblem } from '#server/transport/httpProblem.ts'
import { isVoter, presides } from '#shared/assembly/ballot.ts'
import { randomId } from '#shared/contract/ids.ts'
import {
  type Offer,
  type Proposal,
  standingProposals,
  type ThemeActBody,
  type ThemesAnswer,
} from '#shared/themes/proposal.ts'

export type ThemesDeps = Pick<Deps, 'store' | 'demo' | 'now'>

/** Proposals that stand at a time, and of one person. */
const most = { standing: 24, ofOne: 5, title: 600 } as const
const tries = 8

export async function themesPage(deps: ThemesDeps, account: Account | undefined): Promise<ThemesAnswer> {
  const about = await deps.store.cycle.about({ before: await todayOf(deps) })
  const acts = about ? await deps.store.themes.themeActs(about.cycle.id) : []
  const { aside, chosen, standing } = standingProposals(acts)
  const isMember = account !== undefined && (isVoter(account) || presides(account))
  // Who proposed what is for the cooperative's own people.
  const nameless = <T extends { byName: string }>(one: T): T => (isMember ? one : { ...one, byName: '' })
  return {
    standing: standing.map((one) => ({
      ...nameless(one),
      by: '',
      joined: one.joined.map((joined) => ({
        ...nameless(joined),
        joinedBy: isMember ? joined.joinedBy : '',
      })),
    })),
    ...{ aside: aside.map(nameless), chosen, language: about?.language ?? 'fr' },
    offers: await offersOf(deps, isMember),
    you: {
      signedIn: account !== undefined,
      proposes: account !== undefined && isVoter(account),
      keeps: account !== undefined && presides(account),
      ownIds: standing.filter(({ by }) => by === account?.id).map(({ id }) => id),
    },
  }
}

/**
 * Themes without a text, and texts that a board put off or refused; for members also what groups left to be pursued: their lists are
 * public only in the document that is made of them.
 */
export async function offersOf(deps: ThemesDeps, isMember: boolean): Promise<readonly Offer[]> {
  const today = await todayOf(deps)
  const asOf = { before: today }
  const { cycle, handovers } = deps.store
  const [themes, lists, recommendations, decisions, groups] = await Promise.all([
    cycle.themes(asOf),
    isMember ? handovers.standingHandovers() : [],
    cycle.recommendations(asOf),
    cycle.decisions(asOf),
    cycle.groups(asOf),
  ])
  const nameOf = (groupId: string): string => groups.find(({ id }) => id === groupId)?.name ?? ''
  const questions = lists
    .filter(({ date }) => date <= today)
    .flatMap(({ body, groupId, id, outcome }): Offer[] => [
      ...body.questions.map(
        (question, n): Offer => ({
          ...{ kind: 'question', id: `${id}.${n}`, title: cut(question), text: nameOf(groupId) },
        }),
      ),
      ...(outcome === 'none' && body.questions.length === 0
        ? [{ kind: 'outcome', id, title: cut(body.why), text: nameOf(groupId) } as const]
        : []),
    ])
  const open = themes.flatMap(({ id, outcomeNote, title }): Offer[] =>
    outcomeNote ? [{ kind: 'outcome', id, title: cut(title), text: outcomeNote }] : [],
  )
  const putOff = recommendations.flatMap(({ code, id, title }): Offer[] => {
    const own = decisions.filter(({ recommendationId }) => recommendationId === id)
    const waits = own.some(({ decision }) => decision === 'postpone' || decision === 'refuse')
    return waits
      ? [{ kind: 'recommendation', id, title: cut(`${code ?? ''} ${title}`.trim()), text: '' }]
      : []
  })
  return [...questions, ...open, ...putOff]
}

const cut = (text: string): string =>
  [...text].length > most.title ? `${[...text].slice(0, most.title - 1).join('')}…` : text

/** What this person may do now, as an act's words; each try looks at what stands at that instant. */
type Makes = (standing: readonly Proposal[]) => ThemeActBody

/** Whoever was first at the same instant is followed by the other. */
export async function addThemeAct(deps: ThemesDeps, account: Account, makes: Makes): Promise<void> {
  const day = await todayOf(deps)
  const about = await deps.store.cycle.about({ before: day })
  if (!about) throw new HttpProblem('not-found')
  for (let n = 0; n < tries; n++) {
    const acts = await deps.store.themes.themeActs(about.cycle.id)
    const body = makes(standingProposals(acts).standing)
    const act = {
      ...{ id: randomId(), place: acts.length + 1, body, day, at: deps.now() },
      ...{ by: account.id, byName: account.displayName },
    }
    if ((await deps.store.themes.addThemeAct(about.cycle.id, act)) === 'kept') return
  }
  throw new HttpProblem('not-ready')
}

/** @throws HttpProblem where there are too many */
export function mayAddOne(standing: readonly Proposal[], account: Account): void {
  const own = standing.filter(({ by }) => by === account.id).length
  if (standing.length >= most.standing || own >= most.ofOne) throw new HttpProblem('too-many')
}

export function mustStand(standing: readonly Proposal[], id: string): Proposal {
  const found = standing.find((one) => one.id === id)
  if (!found) throw new HttpProblem('not-found')
  return found
}
