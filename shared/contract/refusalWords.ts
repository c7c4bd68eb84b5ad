// What a refused command says to people, by reason; each feature brings its own beside its rules.

/** Reason -> the sentence in each language. */
export type RefusalWords = Readonly<Record<string, Readonly<Record<'fr' | 'en' | 'nl', string>>>>

/** Of the room lane itself, whatever the command. */
export const laneRefusals: RefusalWords = {
  'command.unknown': { fr: 'Commande inconnue.', en: 'Unknown command.', nl: 'Onbekende opdracht.' },
  'command.malformed': {
    fr: 'La commande n’a pas la forme attendue.',
    en: 'The command does not have the expected form.',
    nl: 'De opdracht heeft niet de verwachte vorm.',
  },
  'command.notAllowed': {
    fr: 'Vos droits ne permettent pas cette action ici.',
    en: 'Your rights do not allow this here.',
    nl: 'Uw rechten laten dit hier niet toe.',
  },
  'command.tooMany': {
    fr: 'Trop de commandes à la fois. Patientez un instant.',
    en: 'Too many commands at once. Wait a moment.',
    nl: 'Te veel opdrachten tegelijk. Wacht even.',
  },
  'command.bug': { fr: 'L’erreur est de notre côté.', en: 'The error is ours.', nl: 'De fout ligt bij ons.' },
  'room.busy': {
    fr: 'La salle est très occupée. Recommencez.',
    en: 'The room is very busy. Try again.',
    nl: 'De ruimte is erg druk. Probeer opnieuw.',
  },
}
