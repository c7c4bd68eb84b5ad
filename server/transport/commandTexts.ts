// What a refused command says to people who use a client without translations of its own.
import type { Language } from '#server/transport/httpProblemTexts.ts'

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
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
  'call.notAnAddress': {
    fr: 'Le lien de visioconférence doit commencer par https://.',
    en: 'The call link must begin with https://.',
    nl: 'De link naar de videovergadering moet met https:// beginnen.',
  },
  'seats.full': {
    fr: 'Cet appareil compte déjà vingt personnes.',
    en: 'This device already counts twenty people.',
    nl: 'Dit toestel telt al twintig personen.',
  },
  'seats.unknown': {
    fr: 'Cette personne n’est pas derrière cet appareil.',
    en: 'This person is not behind this device.',
    nl: 'Deze persoon zit niet achter dit toestel.',
  },
  'seats.last': {
    fr: 'Il reste au moins une personne par appareil.',
    en: 'At least one person stays on each device.',
    nl: 'Per toestel blijft er minstens één persoon.',
  },
}

export const knownReasons: readonly string[] = Object.keys(words)

export const commandWords = (reason: string, language: Language): string =>
  words[reason]?.[language] ?? reason
