// Why the room's attention was not moved.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const attentionRefusals: RefusalWords = {
  'attention.inviteOver': {
    fr: 'Cette invitation est déjà terminée.',
    en: 'This invitation is over already.',
    nl: 'Deze uitnodiging is al afgelopen.',
  },
  'attention.laserElsewhere': {
    fr: 'Une autre personne tient le pointeur.',
    en: 'Somebody else holds the pointer.',
    nl: 'Iemand anders heeft de aanwijzer.',
  },
  'attention.tooManyLocks': {
    fr: 'Trop d’éléments sont verrouillés. Déverrouillez-en d’abord.',
    en: 'Too many things are locked. Unlock some first.',
    nl: 'Er zijn te veel elementen vergrendeld. Ontgrendel er eerst enkele.',
  },
  'attention.readyOver': {
    fr: 'Cette question est déjà terminée.',
    en: 'This question is over already.',
    nl: 'Deze vraag is al afgelopen.',
  },
  'attention.notYourSeat': {
    fr: 'Cette personne n’est pas derrière cet appareil.',
    en: 'This person is not behind this device.',
    nl: 'Deze persoon zit niet achter dit toestel.',
  },
}
