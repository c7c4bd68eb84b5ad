// The words that the server writes for a group, in three languages: what was decided, frames, and the note to those who were absent.
import type { DraftPointer } from '#shared/group/groupPage.ts'

export const groupLanguages = ['fr', 'en', 'nl'] as const
export type GroupLanguage = (typeof groupLanguages)[number]

/** The first of these that we speak; French where none is. */
export const spoken = (languages: readonly string[]): GroupLanguage =>
  groupLanguages.find((known) => known === languages.find((one) => isSpoken(one))) ?? 'fr'
const isSpoken = (language: string): boolean => groupLanguages.some((known) => known === language)

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`
const draftIn = ({ code, title }: DraftPointer): string => (code === '' ? title : `${code} ${title}`)

const fr = {
  arrived: 'Arrivé entre deux séances',
  position: 'Position\u00a0:',
  /** From degree 1 to 5. */
  degrees: ['non', 'j’ai des doutes', 'cela peut aller', 'oui', 'oui, de tout cœur'],
  adopted: (what: string) => `${quoted(what)}\u00a0: adopté par consentement`,
  notAdopted: (what: string) => `${quoted(what)}\u00a0: pas adopté, des objections demeurent`,
  first: (question: string, item: string) => `${question}\u00a0: ${quoted(item)} en tête`,
  agreed: (item: string, agree: number, all: number) => `${quoted(item)}\u00a0: ${agree} d’accord sur ${all}`,
  note: {
    hello: (place: string, date: string) => `Bonjour,\n\nNotre groupe (${place}) s’est réuni le ${date}.`,
    missed: 'Vous nous avez manqué. Voici l’essentiel.',
    decided: 'Ce que nous avons décidé',
    begun: 'Ce que nous commençons',
    texts: 'Les textes qui ont changé',
    textNew: (draft: DraftPointer) => `${draftIn(draft)} (nouveau)`,
    textChanged: (draft: DraftPointer, words: number) =>
      `${draftIn(draft)} (${words} ${words > 1 ? 'mots changés' : 'mot changé'})`,
    questions: 'Ce qui reste ouvert',
    yourWord: (link: string) =>
      `Votre parole compte. Ajoutez une note, une nuance ou votre position, sans mot de passe\u00a0: ${link}`,
    next: (date: string, time: string) =>
      `Prochaine séance\u00a0: ${date}${time === '' ? '' : ` à ${time}`}. Dites-nous sur la même page si vous venez.`,
    bye: 'À bientôt.',
    link: '[votre lien personnel]',
  },
}
type Words = typeof fr

const en: Words = {
  arrived: 'Arrived between two sessions',
  position: 'Position:',
  degrees: ['no', 'I have doubts', 'it will do', 'yes', 'yes, wholeheartedly'],
  adopted: (what) => `“${what}”: adopted by consent`,
  notAdopted: (what) => `“${what}”: not adopted, objections remain`,
  first: (question, item) => `${question}: “${item}” comes first`,
  agreed: (item, agree, all) => `“${item}”: ${agree} of ${all} agree`,
  note: {
    hello: (place, date) => `Hello,\n\nOur group (${place}) met on ${date}.`,
    missed: 'You were missed. Here is what matters.',
    decided: 'What we decided',
    begun: 'What we are starting',
    texts: 'Texts that changed',
    textNew: (draft) => `${draftIn(draft)} (new)`,
    textChanged: (draft, words) => `${draftIn(draft)} (${words} ${words > 1 ? 'words' : 'word'} changed)`,
    questions: 'What is still open',
    yourWord: (link) =>
      `Your word counts. Add a note, a nuance or your position, without a password: ${link}`,
    next: (date, time) =>
      `Next session: ${date}${time === '' ? '' : ` at ${time}`}. Tell us on the same page whether you are coming.`,
    bye: 'See you soon.',
    link: '[your personal link]',
  },
}

const nl: Words = {
  arrived: 'Aangekomen tussen twee bijeenkomsten',
  position: 'Standpunt:',
  degrees: ['nee', 'ik twijfel', 'het kan ermee door', 'ja', 'ja, van harte'],
  adopted: (what) => `‘${what}’: met instemming aangenomen`,
  notAdopted: (what) => `‘${what}’: niet aangenomen, er blijven bezwaren`,
  first: (question, item) => `${question}: ‘${item}’ staat bovenaan`,
  agreed: (item, agree, all) => `‘${item}’: ${agree} van ${all} akkoord`,
  note: {
    hello: (place, date) => `Dag,\n\nOnze groep (${place}) kwam samen op ${date}.`,
    missed: 'We hebben u gemist. Dit is het belangrijkste.',
    decided: 'Wat we beslisten',
    begun: 'Wat we beginnen',
    texts: 'Teksten die veranderden',
    textNew: (draft) => `${draftIn(draft)} (nieuw)`,
    textChanged: (draft, words) =>
      `${draftIn(draft)} (${words} ${words > 1 ? 'woorden' : 'woord'} veranderd)`,
    questions: 'Wat nog openstaat',
    yourWord: (link) =>
      `Uw woord telt. Voeg een notitie, een nuance of uw standpunt toe, zonder wachtwoord: ${link}`,
    next: (date, time) =>
      `Volgende bijeenkomst: ${date}${time === '' ? '' : ` om ${time}`}. Laat op dezelfde pagina weten of u komt.`,
    bye: 'Tot binnenkort.',
    link: '[uw persoonlijke link]',
  },
}

export const groupWords: Readonly<Record<GroupLanguage, Words>> = { fr, en, nl }
