// The words of minutes in each language; the facts bring the rest.

const fr = {
  participants: (room: number, remote: number) =>
    `${room + remote} personnes : ${room} en salle, ${remote} à distance.`,
  led: (names: string) => `Animation : ${names}.`,
  secretary: (name: string) => `Secrétariat : ${name}.`,
  agenda: 'Déroulé',
  notHeld: 'pas tenue',
  minutes: (took: number, planned: number) => `${took} min (prévu ${planned})`,
  decisions: 'Ce que nous avons décidé',
  noDecision: 'Aucune décision pendant cette séance.',
  because: 'Raisons :',
  drafts: 'Les textes',
  change: { new: 'commencé', changed: 'retravaillé', removed: 'retiré de la liste' },
  words: (added: number, removed: number) => `${added} mots de plus, ${removed} de moins`,
  notes: 'Les notes',
  more: (count: number) => `et ${count} autres, sur le tableau`,
  learnt: 'Ce que nous avons appris',
  questions: 'Questions ouvertes',
  actions: 'Qui fait quoi',
  by: (who: string, when: string) => (when ? `${who}, ${when}` : who),
  colon: '\u00a0: ',
}

const en: typeof fr = {
  participants: (room, remote) => `${room + remote} people: ${room} in the room, ${remote} at a distance.`,
  led: (names) => `Facilitation: ${names}.`,
  secretary: (name) => `Secretary: ${name}.`,
  agenda: 'How it went',
  notHeld: 'not held',
  minutes: (took, planned) => `${took} min (planned ${planned})`,
  decisions: 'What we decided',
  noDecision: 'No decision in this session.',
  because: 'Reasons:',
  drafts: 'The texts',
  change: { new: 'begun', changed: 'worked on', removed: 'taken off the list' },
  words: (added, removed) => `${added} words more, ${removed} fewer`,
  notes: 'The notes',
  more: (count) => `and ${count} more, on the board`,
  learnt: 'What we learnt',
  questions: 'Open questions',
  actions: 'Who does what',
  by: (who, when) => (when ? `${who}, ${when}` : who),
  colon: ': ',
}

const nl: typeof fr = {
  participants: (room, remote) => `${room + remote} personen: ${room} in de zaal, ${remote} op afstand.`,
  led: (names) => `Begeleiding: ${names}.`,
  secretary: (name) => `Secretariaat: ${name}.`,
  agenda: 'Verloop',
  notHeld: 'niet gehouden',
  minutes: (took, planned) => `${took} min (voorzien ${planned})`,
  decisions: 'Wat we beslisten',
  noDecision: 'Geen beslissing tijdens deze sessie.',
  because: 'Redenen:',
  drafts: 'De teksten',
  change: { new: 'begonnen', changed: 'herwerkt', removed: 'van de lijst gehaald' },
  words: (added, removed) => `${added} woorden meer, ${removed} minder`,
  notes: 'De notities',
  more: (count) => `en nog ${count}, op het bord`,
  learnt: 'Wat we leerden',
  questions: 'Open vragen',
  actions: 'Wie doet wat',
  by: (who, when) => (when ? `${who}, ${when}` : who),
  colon: ': ',
}

export const minutesWords = { fr, en, nl } as const
export type MinutesLanguage = keyof typeof minutesWords
