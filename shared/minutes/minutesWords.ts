// The words of minutes in each language; the facts bring the rest.
const of = (count: number, one: string, more: string): string => `${count} ${count > 1 ? more : one}`
/** Where nought takes the plural. */
const ofNone = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** Names that end with an initial have their full stop already. */
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

const fr = {
  tag: 'fr',
  title: (title: string) => `Compte rendu\u00a0: ${title}`,
  fileName: 'Compte rendu',
  held: (day: string, from: string, until: string | null) =>
    until === null ? `${day}, depuis ${from}` : `${day}, de ${from} à ${until}`,
  participants: (room: number, remote: number) =>
    `${of(room + remote, 'personne', 'personnes')}\u00a0: ${room} en salle, ${remote} à distance.`,
  led: (names: string) => ended(`Animation\u00a0: ${names}`),
  secretary: (name: string) => ended(`Secrétariat\u00a0: ${name}`),
  agenda: 'Déroulé',
  notHeld: 'pas tenue',
  minutes: (took: number, planned: number) =>
    took === planned ? `${took} min` : `${took} min (prévu ${planned})`,
  decisions: 'Ce que nous avons décidé',
  noDecision: 'Aucune décision pendant cette séance.',
  agreement: {
    adopted: (title: string) => `Texte adopté\u00a0: «\u00a0${title}\u00a0»`,
    reserved: (title: string) => `Texte adopté sous réserve\u00a0: «\u00a0${title}\u00a0»`,
    separated: (title: string, why: string) => `Adoption reprise\u00a0: «\u00a0${title}\u00a0», ${why}`,
    handedOver: (count: number) => `Liste du groupe remise\u00a0: ${of(count, 'texte', 'textes')}`,
    concluded: (why: string) => `Le groupe conclut sans recommandation\u00a0: ${why}`,
    takenBack: (why: string) => `Liste du groupe reprise\u00a0: ${why}`,
  },
  because: 'Raisons\u00a0:',
  drafts: 'Les textes',
  change: { new: 'commencé', changed: 'retravaillé', removed: 'retiré de la liste' },
  words: (added: number, removed: number) => `${of(added, 'mot', 'mots')} de plus, ${removed} de moins`,
  noTitle: 'Sans titre',
  notes: 'Les notes',
  outside: 'Hors des cadres',
  more: (count: number) =>
    count > 1 ? `et ${count} autres, sur le tableau` : 'et une autre, sur le tableau',
  moreReasons: (count: number) => (count > 1 ? `et ${count} autres raisons` : 'et une autre raison'),
  learnt: 'Ce que nous avons appris',
  questions: 'Questions ouvertes',
  actions: 'Qui fait quoi',
  by: (who: string, when: string) => [who, when].filter(Boolean).join(', '),
  colon: '\u00a0: ',
  between: '\u00a0; ',
  points: (count: number) => of(count, 'point', 'points'),
  forAndAgainst: (plus: number, minus: number) => `${plus} pour, ${minus} contre`,
  voices: (count: number) => `${count} voix`,
  turnout: (voices: number, present: number, carried: number) =>
    `${voices} voix, ${of(present, 'personne présente', 'personnes présentes')}${carried > 0 ? `, dont ${of(carried, 'voix portée', 'voix portées')} par l’animation` : ''}`,
  /** From degree 1 to 5, as people answered them. */
  degrees: ['non', 'des doutes', 'cela peut aller', 'oui', 'oui, de tout cœur'],
  rank: (rank: number, points: number) =>
    `${rank === 1 ? '1er' : `${rank}e`} (${of(points, 'point', 'points')})`,
  adopted: (rounds: number) =>
    rounds > 1 ? `adopté par consentement au ${rounds}e tour` : 'adopté par consentement',
  notAdopted: 'pas adopté, des objections demeurent',
  notSpoken: 'aucun tour n’a été tenu',
  positions: (accord: number, reservation: number, objection: number) =>
    `${of(accord, 'accord', 'accords')}, ${of(reservation, 'réserve', 'réserves')}, ${of(objection, 'objection', 'objections')}`,
  round: (round: number) => `tour ${round}`,
  amended: (text: string) => `texte retenu\u00a0: «\u00a0${text}\u00a0»`,
  reservation: (words: string) => `réserve\u00a0: ${words}`,
  objection: (words: string) => `objection\u00a0: ${words}`,
}

const en: typeof fr = {
  tag: 'en',
  title: (title) => `Minutes: ${title}`,
  fileName: 'Minutes',
  held: (day, from, until) => (until === null ? `${day}, since ${from}` : `${day}, ${from} to ${until}`),
  participants: (room, remote) =>
    `${ofNone(room + remote, 'person', 'people')}: ${room} in the room, ${remote} at a distance.`,
  led: (names) => ended(`Facilitation: ${names}`),
  secretary: (name) => ended(`Secretary: ${name}`),
  agenda: 'How it went',
  notHeld: 'not held',
  minutes: (took, planned) => (took === planned ? `${took} min` : `${took} min (planned ${planned})`),
  decisions: 'What we decided',
  noDecision: 'No decision in this session.',
  agreement: {
    adopted: (title) => `Text adopted: “${title}”`,
    reserved: (title) => `Text adopted under reserve: “${title}”`,
    separated: (title, why) => `Adoption taken back: “${title}”, ${why}`,
    handedOver: (count) => `The group’s list handed over: ${ofNone(count, 'text', 'texts')}`,
    concluded: (why) => `The group concludes without a recommendation: ${why}`,
    takenBack: (why) => `The group’s list taken back: ${why}`,
  },
  because: 'Reasons:',
  drafts: 'The texts',
  change: { new: 'begun', changed: 'worked on', removed: 'taken off the list' },
  words: (added, removed) => `${ofNone(added, 'word', 'words')} more, ${removed} fewer`,
  noTitle: 'Without a title',
  notes: 'The notes',
  outside: 'Outside the frames',
  more: (count) => `and ${count} more, on the board`,
  moreReasons: (count) => `and ${ofNone(count, 'more reason', 'more reasons')}`,
  learnt: 'What we learnt',
  questions: 'Open questions',
  actions: 'Who does what',
  by: (who, when) => [who, when].filter(Boolean).join(', '),
  colon: ': ',
  between: '; ',
  points: (count) => ofNone(count, 'point', 'points'),
  forAndAgainst: (plus, minus) => `${plus} for, ${minus} against`,
  voices: (count) => ofNone(count, 'vote', 'votes'),
  turnout: (voices, present, carried) =>
    `${ofNone(voices, 'voice', 'voices')}, ${ofNone(present, 'person', 'people')} present${carried > 0 ? `, ${carried} carried by the facilitation` : ''}`,
  degrees: ['no', 'doubts', 'can live with it', 'yes', 'yes, wholeheartedly'],
  rank: (rank, points) => `no. ${rank} (${ofNone(points, 'point', 'points')})`,
  adopted: (rounds) => (rounds > 1 ? `adopted by consent in round ${rounds}` : 'adopted by consent'),
  notAdopted: 'not adopted, objections remain',
  notSpoken: 'no round was held',
  positions: (accord, reservation, objection) =>
    `${accord} in accord, ${ofNone(reservation, 'reservation', 'reservations')}, ${ofNone(objection, 'objection', 'objections')}`,
  round: (round) => `round ${round}`,
  amended: (text) => `text retained: “${text}”`,
  reservation: (words) => `reservation: ${words}`,
  objection: (words) => `objection: ${words}`,
}

const nl: typeof fr = {
  tag: 'nl',
  title: (title) => `Verslag: ${title}`,
  fileName: 'Verslag',
  held: (day, from, until) => (until === null ? `${day}, sinds ${from}` : `${day}, van ${from} tot ${until}`),
  participants: (room, remote) =>
    `${ofNone(room + remote, 'persoon', 'personen')}: ${room} in de zaal, ${remote} op afstand.`,
  led: (names) => ended(`Begeleiding: ${names}`),
  secretary: (name) => ended(`Secretariaat: ${name}`),
  agenda: 'Verloop',
  notHeld: 'niet gehouden',
  minutes: (took, planned) => (took === planned ? `${took} min` : `${took} min (voorzien ${planned})`),
  decisions: 'Wat we beslisten',
  noDecision: 'Geen beslissing tijdens deze sessie.',
  agreement: {
    adopted: (title) => `Tekst aangenomen: ‘${title}’`,
    reserved: (title) => `Tekst onder voorbehoud aangenomen: ‘${title}’`,
    separated: (title, why) => `Aanneming teruggenomen: ‘${title}’, ${why}`,
    handedOver: (count) => `Lijst van de groep overhandigd: ${ofNone(count, 'tekst', 'teksten')}`,
    concluded: (why) => `De groep besluit zonder aanbeveling: ${why}`,
    takenBack: (why) => `Lijst van de groep teruggenomen: ${why}`,
  },
  because: 'Redenen:',
  drafts: 'De teksten',
  change: { new: 'begonnen', changed: 'herwerkt', removed: 'van de lijst gehaald' },
  words: (added, removed) => `${ofNone(added, 'woord', 'woorden')} meer, ${removed} minder`,
  noTitle: 'Zonder titel',
  notes: 'De notities',
  outside: 'Buiten de kaders',
  more: (count) => `en nog ${count}, op het bord`,
  moreReasons: (count) => `en nog ${ofNone(count, 'reden', 'redenen')}`,
  learnt: 'Wat we leerden',
  questions: 'Open vragen',
  actions: 'Wie doet wat',
  by: (who, when) => [who, when].filter(Boolean).join(', '),
  colon: ': ',
  between: '; ',
  points: (count) => ofNone(count, 'punt', 'punten'),
  forAndAgainst: (plus, minus) => `${plus} voor, ${minus} tegen`,
  voices: (count) => ofNone(count, 'stem', 'stemmen'),
  turnout: (voices, present, carried) =>
    `${ofNone(voices, 'stem', 'stemmen')}, ${ofNone(present, 'persoon', 'personen')} aanwezig${carried > 0 ? `, waarvan ${carried} via de begeleiding` : ''}`,
  degrees: ['nee', 'twijfels', 'het kan ermee door', 'ja', 'ja, van harte'],
  rank: (rank, points) => `nr. ${rank} (${ofNone(points, 'punt', 'punten')})`,
  adopted: (rounds) => (rounds > 1 ? `aangenomen met consent in ronde ${rounds}` : 'aangenomen met consent'),
  notAdopted: 'niet aangenomen, er blijven bezwaren',
  notSpoken: 'er was geen ronde',
  positions: (accord, reservation, objection) =>
    `${accord} akkoord, ${reservation} voorbehoud, ${ofNone(objection, 'bezwaar', 'bezwaren')}`,
  round: (round) => `ronde ${round}`,
  amended: (text) => `weerhouden tekst: “${text}”`,
  reservation: (words) => `voorbehoud: ${words}`,
  objection: (words) => `bezwaar: ${words}`,
}

export const minutesWords = { fr, en, nl } as const
export type MinutesLanguage = keyof typeof minutesWords
export type MinutesWords = typeof fr

export const isMinutesLanguage = (value: unknown): value is MinutesLanguage =>
  typeof value === 'string' && Object.hasOwn(minutesWords, value)
