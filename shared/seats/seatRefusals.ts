// Why a seat was not added, renamed or taken away.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const seatRefusals: RefusalWords = {
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
