// The words of the printed queue, in the language of whoever prints it; the texts keep their own.
import type { Language } from '#server/transport/httpProblemTexts.ts'
import type { Verdict } from '#shared/instruction/instructionActs.ts'
import type { GroupVote } from '#shared/instruction/instructionAnswers.ts'

interface QueueWords {
  readonly title: string
  readonly texts: (count: number, minutes: number) => string
  readonly minutes: (count: number) => string
  readonly contents: string
  readonly constat: string
  readonly proposition: string
  readonly moyens: string
  readonly nuances: string
  readonly context: string
  readonly felt: (count: number) => string
  readonly initiatives: string
  readonly votes: string
  readonly vote: (about: GroupVote) => string
  readonly notes: string
  readonly others: string
  readonly own: string
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly feelings: readonly [string, string, string, string, string]
}

interface VoteWords extends Readonly<Record<GroupVote['outcome'], string>> {
  readonly consent: readonly [string, string, string]
  readonly vote: readonly [string, string, string]
  readonly degrees: string
}

/** « consentement (accords 5, réserves 1, objections 0) »: names before their figures, so that no plural is wrong. */
const voteWords =
  (words: VoteWords) =>
  ({ counts, outcome, rule }: GroupVote): string => {
    if (rule === 'gradient') return `${words[outcome]} (${words.degrees}: ${counts.degrees.join(', ')})`
    const [names, said] = rule === 'vote' ? [words.vote, counts.choices] : [words.consent, counts.positions]
    return `${words[outcome]} (${names.map((name, n) => `${name} ${said[n] ?? 0}`).join(', ')})`
  }

export const queueWords: Readonly<Record<Language, QueueWords>> = {
  fr: {
    title: 'Recommandations à instruire',
    texts: (count, minutes) => `${count} textes, environ ${minutes} minutes de lecture`,
    minutes: (count) => `${count} min de lecture`,
    ...{ contents: 'Sommaire', constat: 'Constat', proposition: 'Proposition', moyens: 'Moyens' },
    ...{ nuances: 'Nuances', context: 'Contexte et contraintes', notes: 'Notes signées' },
    felt: (count) => `Ressentis\u00a0: ${count}`,
    votes: 'Votes des groupes',
    vote: voteWords({
      ...{
        consented: 'consentement',
        'with-reservations': 'consentement avec réserves',
        none: 'pas de consentement',
      },
      ...{ consent: ['accords', 'réserves', 'objections'], vote: ['pour', 'contre', 'abstentions'] },
      degrees: 'degrés 1 à 5',
    }),
    ...{ initiatives: 'Déjà en route', others: 'Décisions rendues', own: 'Vos notes' },
    verdict: { accept: 'Acceptée', reformulate: 'Reformulée', postpone: 'Reportée', refuse: 'Refusée' },
    feelings: ['Enthousiasme', 'Confiance', 'Curiosité', 'Inquiétude', 'Désaccord'],
  },
  en: {
    title: 'Recommendations to rule on',
    texts: (count, minutes) => `${count} texts, about ${minutes} minutes of reading`,
    minutes: (count) => `${count} min of reading`,
    ...{ contents: 'Contents', constat: 'Observation', proposition: 'Proposal', moyens: 'Means' },
    ...{ nuances: 'Nuances', context: 'Context and constraints', notes: 'Signed notes' },
    felt: (count) => `Feelings: ${count}`,
    votes: 'The groups’ votes',
    vote: voteWords({
      ...{ consented: 'consent', 'with-reservations': 'consent with reservations', none: 'no consent' },
      ...{ consent: ['agreements', 'reservations', 'objections'], vote: ['for', 'against', 'abstentions'] },
      degrees: 'degrees 1 to 5',
    }),
    ...{ initiatives: 'Already under way', others: 'Decisions made', own: 'Your notes' },
    verdict: { accept: 'Accepted', reformulate: 'Reworded', postpone: 'Postponed', refuse: 'Refused' },
    feelings: ['Enthusiasm', 'Confidence', 'Curiosity', 'Worry', 'Disagreement'],
  },
  nl: {
    title: 'Te behandelen aanbevelingen',
    texts: (count, minutes) => `${count} teksten, ongeveer ${minutes} minuten lezen`,
    minutes: (count) => `${count} min lezen`,
    ...{ contents: 'Inhoud', constat: 'Vaststelling', proposition: 'Voorstel', moyens: 'Middelen' },
    ...{ nuances: 'Nuances', context: 'Context en beperkingen', notes: 'Ondertekende nota’s' },
    felt: (count) => `Gevoelens: ${count}`,
    votes: 'Stemmingen van de groepen',
    vote: voteWords({
      ...{
        consented: 'instemming',
        'with-reservations': 'instemming met voorbehoud',
        none: 'geen instemming',
      },
      ...{ consent: ['akkoord', 'voorbehoud', 'bezwaren'], vote: ['voor', 'tegen', 'onthoudingen'] },
      degrees: 'graden 1 tot 5',
    }),
    ...{ initiatives: 'Al begonnen', others: 'Genomen beslissingen', own: 'Uw notities' },
    verdict: { accept: 'Aanvaard', reformulate: 'Herschreven', postpone: 'Uitgesteld', refuse: 'Geweigerd' },
    feelings: ['Enthousiasme', 'Vertrouwen', 'Nieuwsgierigheid', 'Bezorgdheid', 'Onenigheid'],
  },
}
