// What a closed decision says in minutes: every outcome, those without a voice included, and reasons without names.
import { type ConsentRound, countOf } from '#shared/decision/consent.ts'
import type { PastDecision } from '#shared/decision/pastDecision.ts'
import type { MinutesDecision } from '#shared/minutes/minutesFacts.ts'
import type { MinutesWords } from '#shared/minutes/minutesWords.ts'

/** [M7] Comments stand without names, as they are kept; what was said in a consent round is told without its name too. */
export function minutesDecision(decision: PastDecision, words: MinutesWords): MinutesDecision {
  const { id, question, voices, present, carried, outcome } = decision
  return {
    id,
    question,
    outcomes: outcomeLines(decision, words),
    reasons: outcome.kind === 'consent' ? consentReasons(outcome.rounds, words) : decision.comments,
    voices: words.turnout(voices, present, carried),
  }
}

function outcomeLines({ outcome, items }: PastDecision, words: MinutesWords): string[] {
  const line = (place: number, said: string): string => `${items[place]?.text ?? ''}${words.colon}${said}`
  switch (outcome.kind) {
    case 'dots':
      return outcome.totals.map(({ plus, minus }, place) =>
        line(place, outcome.minus ? words.forAndAgainst(plus, minus) : words.points(plus)),
      )
    case 'poll':
      return outcome.totals.map((count, place) => line(place, words.voices(count)))
    case 'gradient':
      return outcome.totals.map((counts, place) =>
        line(
          place,
          counts
            .map((count, degree) => `${words.degrees[degree] ?? ''} ${count}`)
            .reverse()
            .join(' · '),
        ),
      )
    case 'ranking':
      return outcome.totals.map(({ rank, points }, place) => line(place, words.rank(rank, points)))
    case 'consent':
      return consentLines(outcome.adopted, outcome.rounds, words)
  }
}

function consentLines(adopted: boolean, rounds: readonly ConsentRound[], words: MinutesWords): string[] {
  const last = rounds.at(-1)
  if (!last) return [words.notSpoken]
  const positions = words.positions(
    countOf(last.voices, 'accord'),
    countOf(last.voices, 'reservation'),
    countOf(last.voices, 'objection'),
  )
  const said = `${adopted ? words.adopted(rounds.length) : words.notAdopted} (${positions})`
  return last.proposal === '' ? [said] : [said, words.amended(last.proposal)]
}

/** What was said again in a later round is told once. */
function consentReasons(rounds: readonly ConsentRound[], words: MinutesWords): string[] {
  const told = new Set<string>()
  return rounds.flatMap(({ voices }, place) =>
    voices.flatMap((voice) => {
      if (voice.words === '' || voice.position === 'accord' || told.has(voice.words)) return []
      told.add(voice.words)
      const said = words[voice.position](voice.words)
      return [rounds.length > 1 ? `${words.round(place + 1)}, ${said}` : said]
    }),
  )
}
