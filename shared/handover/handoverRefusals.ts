// Why a list was not prepared, handed over or taken back.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const handoverRefusals: RefusalWords = {
  'handover.noGroup': {
    fr: 'Une liste se remet dans la salle du groupe.',
    en: 'A list is handed over in the group’s own room.',
    nl: 'Een lijst wordt in de zaal van de groep overhandigd.',
  },
  'handover.notYours': {
    fr: 'Seules les personnes qui animent le groupe peuvent le faire.',
    en: 'Only those who facilitate the group can do this.',
    nl: 'Alleen wie de groep begeleidt, kan dit doen.',
  },
  'handover.noText': {
    fr: 'Ce texte n’est plus dans la liste.',
    en: 'This text is no longer in the list.',
    nl: 'Deze tekst staat niet meer in de lijst.',
  },
  'handover.tooMany': {
    fr: 'Il y en a déjà trop.',
    en: 'There are too many already.',
    nl: 'Er zijn er al te veel.',
  },
  'handover.changed': {
    fr: 'La liste vient de changer. Relisez-la avant de la remettre.',
    en: 'The list has just changed. Read it again before handing it over.',
    nl: 'De lijst is net veranderd. Lees ze opnieuw voor u ze overhandigt.',
  },
  'handover.handedAlready': {
    fr: 'Cette liste est déjà remise, mot pour mot.',
    en: 'This list has already been handed over, word for word.',
    nl: 'Deze lijst is al overhandigd, woord voor woord.',
  },
  'handover.whyWanted': {
    fr: 'Dites en un mot pourquoi le groupe ne remet pas de recommandation.',
    en: 'Say in a word why the group hands over no recommendation.',
    nl: 'Zeg in een woord waarom de groep geen aanbeveling overhandigt.',
  },
  'handover.empty': {
    fr: 'Aucun texte n’est dans la liste. Un groupe peut aussi conclure sans recommandation.',
    en: 'No text is in the list. A group may also conclude without a recommendation.',
    nl: 'Er staat geen tekst in de lijst. Een groep kan ook zonder aanbeveling besluiten.',
  },
  'handover.titleWanted': {
    fr: 'Un texte de la liste n’a pas encore de titre.',
    en: 'A text in the list has no title yet.',
    nl: 'Een tekst in de lijst heeft nog geen titel.',
  },
  'handover.askedAtLast': {
    fr: 'Dites de chaque texte à qui il s’adresse et quelle est sa portée.',
    en: 'Say of each text whom it addresses and how far it reaches.',
    nl: 'Zeg van elke tekst tot wie hij zich richt en hoe ver hij reikt.',
  },
  'handover.lapsed': {
    fr: 'La liste a changé depuis le consentement du groupe. Demandez-le à nouveau.',
    en: 'The list has changed since the group consented. Ask again.',
    nl: 'De lijst is veranderd sinds de groep instemde. Vraag het opnieuw.',
  },
  'handover.noConsent': {
    fr: 'Le groupe n’a pas encore consenti à cette liste.',
    en: 'The group has not consented to this list yet.',
    nl: 'De groep heeft nog niet met deze lijst ingestemd.',
  },
  'handover.noList': {
    fr: 'Cette remise n’existe pas.',
    en: 'There is no such list.',
    nl: 'Die lijst bestaat niet.',
  },
  'handover.takenBackAlready': {
    fr: 'Cette liste est déjà reprise.',
    en: 'This list has already been taken back.',
    nl: 'Deze lijst is al teruggenomen.',
  },
}
