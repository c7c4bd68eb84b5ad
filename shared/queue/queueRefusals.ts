// Why the speaking queue did not move.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const queueRefusals: RefusalWords = {
  'queue.notYours': {
    fr: 'Cette demande de parole est celle d’une autre personne.',
    en: 'This request to speak is somebody else’s.',
    nl: 'Dit verzoek om te spreken is van iemand anders.',
  },
  'queue.notHere': {
    fr: 'Cette personne n’est pas dans la salle en ce moment.',
    en: 'This person is not in the room at the moment.',
    nl: 'Deze persoon is nu niet in de zaal.',
  },
  'queue.already': {
    fr: 'Cette personne a déjà la parole ou l’a déjà demandée.',
    en: 'This person has the floor or has asked for it already.',
    nl: 'Deze persoon heeft het woord of heeft het al gevraagd.',
  },
  'queue.full': {
    fr: 'Trop de personnes attendent déjà la parole.',
    en: 'Too many people are waiting to speak already.',
    nl: 'Er wachten al te veel mensen om te spreken.',
  },
  'queue.unknown': {
    fr: 'Cette personne n’attend plus la parole.',
    en: 'This person is no longer waiting to speak.',
    nl: 'Deze persoon wacht niet meer om te spreken.',
  },
  'queue.notSkipped': {
    fr: 'Dans un tour de table, chaque personne a son tour. Quand il vient, vous pouvez passer.',
    en: 'In a round everybody has a turn. When yours comes, you may pass.',
    nl: 'In een ronde komt iedereen aan de beurt. Is het uw beurt, dan mag u passen.',
  },
  'queue.moved': {
    fr: 'La parole a changé de main entre-temps. Regardez qui parle, puis recommencez si besoin.',
    en: 'The floor has moved meanwhile. See who is speaking, then try again if needed.',
    nl: 'Het woord is intussen doorgegeven. Kijk wie spreekt en probeer zo nodig opnieuw.',
  },
  'queue.notYourTurn': {
    fr: 'Seules la personne qui parle et l’animation peuvent faire cela.',
    en: 'Only the person speaking and the facilitators can do this.',
    nl: 'Alleen wie spreekt en de begeleiding kunnen dit doen.',
  },
  'queue.nobody': {
    fr: 'Personne de présent n’attend la parole.',
    en: 'Nobody present is waiting to speak.',
    nl: 'Niemand van de aanwezigen wacht om te spreken.',
  },
  'queue.roundRuns': {
    fr: 'Un tour de table est déjà en cours.',
    en: 'A round is running already.',
    nl: 'Er loopt al een ronde.',
  },
  'queue.noRound': {
    fr: 'Aucun tour de table n’est en cours.',
    en: 'No round is running.',
    nl: 'Er loopt geen ronde.',
  },
}
