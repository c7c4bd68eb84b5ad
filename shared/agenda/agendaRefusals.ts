// Why the agenda did not do what was asked.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const agendaRefusals: RefusalWords = {
  'agenda.notRunning': {
    fr: 'La séance n’est pas en cours.',
    en: 'The session is not under way.',
    nl: 'De bijeenkomst is niet bezig.',
  },
  'agenda.movedOn': {
    fr: 'Une autre personne vient de changer d’étape.',
    en: 'Somebody else has just moved to another step.',
    nl: 'Iemand anders is net naar een andere stap gegaan.',
  },
  'agenda.lastStep': {
    fr: 'C’est la dernière étape.',
    en: 'This is the last step.',
    nl: 'Dit is de laatste stap.',
  },
  'agenda.firstStep': {
    fr: 'C’est la première étape.',
    en: 'This is the first step.',
    nl: 'Dit is de eerste stap.',
  },
  'agenda.stepGone': {
    fr: 'Cette étape a été retirée du déroulé.',
    en: 'This step was taken out of the agenda.',
    nl: 'Deze stap is uit het verloop gehaald.',
  },
  'agenda.full': {
    fr: 'Un déroulé compte quarante étapes au plus.',
    en: 'An agenda has forty steps at most.',
    nl: 'Een verloop telt hoogstens veertig stappen.',
  },
  'agenda.stepHappened': {
    fr: 'Cette étape a eu lieu : elle reste dans le déroulé.',
    en: 'This step has taken place: it stays in the agenda.',
    nl: 'Deze stap heeft plaatsgevonden: hij blijft in het verloop.',
  },
  'agenda.sessionEnded': {
    fr: 'La séance est terminée. Rouvrez-la pour changer le déroulé.',
    en: 'The session has ended. Open it again to change the agenda.',
    nl: 'De bijeenkomst is afgelopen. Heropen ze om het verloop te wijzigen.',
  },
  'agenda.changedMeanwhile': {
    fr: 'Une autre personne vient de changer ce même champ. Vos mots restent écrits ici.',
    en: 'Somebody else has just changed the same field. Your words stay written here.',
    nl: 'Iemand anders heeft net hetzelfde veld gewijzigd. Uw woorden blijven hier staan.',
  },
  'agenda.alreadyBegun': {
    fr: 'La séance est déjà commencée.',
    en: 'The session has already begun.',
    nl: 'De bijeenkomst is al begonnen.',
  },
  'agenda.extendedMeanwhile': {
    fr: 'Une autre personne vient de donner du temps à cette étape.',
    en: 'Somebody else has just given this step more time.',
    nl: 'Iemand anders heeft deze stap net meer tijd gegeven.',
  },
  'agenda.tooLong': {
    fr: 'Une étape ne peut pas être prolongée de plus de quatre heures.',
    en: 'A step cannot be extended by more than four hours.',
    nl: 'Een stap kan niet met meer dan vier uur verlengd worden.',
  },
  'agenda.notEnded': {
    fr: 'La séance n’est pas terminée.',
    en: 'The session has not ended.',
    nl: 'De bijeenkomst is niet afgelopen.',
  },
  'agenda.secretaryNamed': {
    fr: 'Une autre personne vient d’être nommée secrétaire.',
    en: 'Somebody else has just been named secretary.',
    nl: 'Iemand anders is net als secretaris aangeduid.',
  },
  'agenda.seatAway': {
    fr: 'Cette personne n’est plus dans la salle.',
    en: 'This person is no longer in the room.',
    nl: 'Deze persoon is niet meer in de ruimte.',
  },
  'agenda.notSecretary': {
    fr: 'Les personnes qui animent et la personne secrétaire notent ce qui est décidé.',
    en: 'Facilitators and the secretary write down what is decided.',
    nl: 'De begeleiding en de secretaris noteren wat beslist wordt.',
  },
  'agenda.outcomesFull': {
    fr: 'La liste des décisions compte cent lignes au plus.',
    en: 'The list of decisions has one hundred lines at most.',
    nl: 'De lijst met beslissingen telt hoogstens honderd regels.',
  },
}
