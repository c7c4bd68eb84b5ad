// Why something about a joint session was not done.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const jointRefusals: RefusalWords = {
  'joint.ownGroup': {
    fr: 'Un groupe ne s’invite pas lui-même.',
    en: 'A group does not invite itself.',
    nl: 'Een groep nodigt zichzelf niet uit.',
  },
  'joint.dayOver': {
    fr: 'Ce jour est passé.',
    en: 'This day is over.',
    nl: 'Deze dag is voorbij.',
  },
  'joint.dayGone': {
    fr: 'Ce jour n’est plus proposé.',
    en: 'This day is no longer on offer.',
    nl: 'Deze dag wordt niet meer voorgesteld.',
  },
  'joint.settled': {
    fr: 'Cette invitation est déjà réglée.',
    en: 'This invitation is already settled.',
    nl: 'Deze uitnodiging is al afgehandeld.',
  },
  'joint.nobodyThatDay': {
    fr: 'Aucun groupe invité n’a accepté ce jour.',
    en: 'No invited group has accepted this day.',
    nl: 'Geen enkele uitgenodigde groep heeft deze dag aanvaard.',
  },
  'joint.notYours': {
    fr: 'Ce groupe décide pour lui-même.',
    en: 'This group decides for itself.',
    nl: 'Deze groep beslist zelf.',
  },
  'joint.noSession': {
    fr: 'Cette salle ne réunit pas ce groupe avec un autre.',
    en: 'This room does not bring this group together with another.',
    nl: 'Deze ruimte brengt deze groep niet samen met een andere.',
  },
  'joint.notOver': {
    fr: 'La séance commune n’est pas terminée.',
    en: 'The joint session is not over.',
    nl: 'De gezamenlijke bijeenkomst is niet afgelopen.',
  },
}
