// Why the call's link was not taken.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const callRefusals: RefusalWords = {
  'call.notAnAddress': {
    fr: 'Le lien de visioconférence doit commencer par https://.',
    en: 'The call link must begin with https://.',
    nl: 'De link naar de videovergadering moet met https:// beginnen.',
  },
}
