// What happened, in the words of a feed or of the home page.
import type { Happening } from '#server/features/followUp/followNews.ts'
import type { Language } from '#server/transport/httpProblemTexts.ts'

type Words = {
  readonly verdict: Readonly<Record<Extract<Happening, { kind: 'verdict' }>['decision'], string>>
  readonly state: Readonly<Record<Extract<Happening, { kind: 'state' }>['state'], string>>
  readonly initiative: string
  readonly published: string
  readonly amended: string
  readonly reworded: string
  readonly answered: string
  readonly news: string
  readonly feed: string
  readonly colon: string
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    verdict: { accept: 'acceptée', reformulate: 'reformulée', postpone: 'reportée', refuse: 'refusée' },
    state: {
      not_started: 'pas encore commencé',
      in_progress: 'en cours',
      blocked: 'bloqué',
      done: 'réalisé',
      abandoned: 'abandonné',
    },
    initiative: 'Fait ici',
    published: 'Texte publié',
    amended: 'Texte amendé par son groupe',
    reworded: 'Formulation du conseil reprise par le groupe',
    answered: 'Réponse du groupe',
    news: 'Nouvelle',
    feed: 'Suites données',
    colon: '\u00a0: ',
  },
  en: {
    verdict: { accept: 'accepted', reformulate: 'reworded', postpone: 'postponed', refuse: 'refused' },
    state: {
      not_started: 'not begun yet',
      in_progress: 'under way',
      blocked: 'blocked',
      done: 'done',
      abandoned: 'given up',
    },
    initiative: 'Done here',
    published: 'Text published',
    amended: 'Text amended by its group',
    reworded: 'The board’s wording taken by the group',
    answered: 'Answer of the group',
    news: 'News',
    feed: 'What became of them',
    colon: ': ',
  },
  nl: {
    verdict: { accept: 'aanvaard', reformulate: 'herschreven', postpone: 'uitgesteld', refuse: 'geweigerd' },
    state: {
      not_started: 'nog niet begonnen',
      in_progress: 'bezig',
      blocked: 'geblokkeerd',
      done: 'gerealiseerd',
      abandoned: 'opgegeven',
    },
    initiative: 'Hier gedaan',
    published: 'Tekst gepubliceerd',
    amended: 'Tekst gewijzigd door zijn groep',
    reworded: 'Formulering van de raad overgenomen door de groep',
    answered: 'Antwoord van de groep',
    news: 'Nieuws',
    feed: 'Wat ervan geworden is',
    colon: ': ',
  },
}

export const feedTitle = (language: Language): string => words[language].feed

export function happeningTitle(one: Happening, language: Language): string {
  const said = words[language]
  switch (one.kind) {
    case 'verdict':
      return `${one.board}${said.colon}${said.verdict[one.decision]}`
    case 'state':
      return `${said.state[one.state]}, ${one.progress}\u00a0%`
    default:
      return said[one.kind]
  }
}
