// Closes a decision: the answers become totals, and who answered what is forgotten where no name was promised.
import type { Answer, AnswerOf } from '#shared/decision/answer.ts'
import type { OpenDecision } from '#shared/decision/ballot.ts'
import { type ConsentVoice, inOrderOfWeight } from '#shared/decision/consent.ts'
import { isCarried, type Voice } from '#shared/decision/decisionState.ts'
import { dotTotals } from '#shared/decision/dotVote.ts'
import { gradientTotals } from '#shared/decision/gradient.ts'
import type { Outcome, PastDecision } from '#shared/decision/pastDecision.ts'
import { pollTotals } from '#shared/decision/poll.ts'
import { bordaCount } from '#shared/decision/ranking.ts'

export interface ClosingMoment {
  readonly now: number
  readonly random: () => number
  /** Seats in the room that could answer. */
  readonly present: number
}

/** [R1] Totals are the recount of the answers; [R2] what is kept of an anonymous one bears no name, no seat and no order. */
export function closed(open: OpenDecision, voices: readonly Voice[], moment: ClosingMoment): PastDecision {
  const answers = voices.map((voice) => voice.answer)
  const comments = answers.flatMap((given) =>
    given.kind !== 'consent' && given.comment !== '' ? [given.comment] : [],
  )
  return {
    id: open.id,
    question: open.question,
    items: open.items,
    outcome: outcomeOf(open, voices),
    comments: shuffled(comments, moment.random),
    voices: voices.length,
    carried: voices.filter(isCarried).length,
    present: moment.present,
    openedBy: open.openedBy,
    openedAt: open.openedAt,
    at: moment.now,
  }
}

function outcomeOf({ items, ballot }: OpenDecision, voices: readonly Voice[]): Outcome {
  const ids = items.map(({ id }) => id)
  const given = <Kind extends Answer['kind']>(kind: Kind) =>
    voices.flatMap((voice) => (isOf(voice.answer, kind) ? [voice.answer] : []))
  switch (ballot.kind) {
    case 'dots': {
      const totals = dotTotals(
        ids,
        given('dots').map(({ points }) => points),
      )
      return { kind: 'dots', points: ballot.points, minus: ballot.minus, totals }
    }
    case 'poll': {
      const totals = pollTotals(
        ids,
        given('poll').map(({ chosen }) => chosen),
      )
      return { kind: 'poll', multiple: ballot.multiple, totals }
    }
    case 'gradient':
      return {
        kind: 'gradient',
        totals: gradientTotals(
          ids,
          given('gradient').map(({ degrees }) => degrees),
        ),
      }
    case 'ranking':
      return {
        kind: 'ranking',
        totals: bordaCount(
          ids,
          given('ranking').map(({ order }) => order),
        ),
      }
    case 'consent': {
      const last = { proposal: ballot.proposal, voices: consentVoices(voices) }
      // A round that was still hidden was not spoken: it is not kept. [N5]
      const rounds = ballot.shown ? [...ballot.rounds, last] : ballot.rounds
      return { kind: 'consent', adopted: ballot.phase === 'adopted', rounds }
    }
  }
}

export const consentVoices = (voices: readonly Voice[]): ConsentVoice[] =>
  inOrderOfWeight(
    voices.flatMap((voice) => {
      if (voice.answer.kind !== 'consent') return []
      const { position, words } = voice.answer
      return [{ name: voice.name, position, words, carried: isCarried(voice) }]
    }),
  )

const isOf = <Kind extends Answer['kind']>(given: Answer, kind: Kind): given is AnswerOf<Kind> =>
  given.kind === kind

/** Fisher and Yates. */
function shuffled(list: readonly string[], random: () => number): string[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const [a = '', b = ''] = [mixed[at], mixed[last]]
    mixed[last] = a
    mixed[at] = b
  }
  return mixed
}
