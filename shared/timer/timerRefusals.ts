// Why the timer did not do what was asked.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const timerRefusals: RefusalWords = {
  'timer.runs': {
    fr: 'Un minuteur court déjà.',
    en: 'A timer is already running.',
    nl: 'Er loopt al een timer.',
  },
  'timer.notRunning': {
    fr: 'Le minuteur ne court pas.',
    en: 'The timer is not running.',
    nl: 'De timer loopt niet.',
  },
  'timer.notPaused': {
    fr: 'Le minuteur n’est pas en pause.',
    en: 'The timer is not paused.',
    nl: 'De timer staat niet op pauze.',
  },
  'timer.none': {
    fr: 'Il n’y a plus de minuteur.',
    en: 'There is no timer any more.',
    nl: 'Er is geen timer meer.',
  },
  'timer.changed': {
    fr: 'Une autre personne vient de changer le minuteur.',
    en: 'Somebody else has just changed the timer.',
    nl: 'Iemand anders heeft de timer net gewijzigd.',
  },
  'timer.tooLong': {
    fr: 'Un minuteur dure quatre heures au plus.',
    en: 'A timer lasts four hours at most.',
    nl: 'Een timer duurt hoogstens vier uur.',
  },
}
