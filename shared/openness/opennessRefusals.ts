// Why a group's drafts were not opened or closed.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const opennessRefusals: RefusalWords = {
  'openness.noDrafts': {
    fr: 'Cette salle ne montre pas les textes de ce groupe.',
    en: 'This room does not show this group’s texts.',
    nl: 'Deze ruimte toont de teksten van deze groep niet.',
  },
  'openness.notYours': {
    fr: 'Ce groupe décide lui-même d’ouvrir ses textes.',
    en: 'This group itself decides whether to open its texts.',
    nl: 'Deze groep beslist zelf of ze haar teksten openstelt.',
  },
}
