// Why a private note, its reveal or a step of private writing was refused.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const notesRefusals: RefusalWords = {
  'notes.alreadyOpen': {
    fr: 'Une réflexion privée est déjà en cours. Terminez-la d’abord.',
    en: 'Private writing is already under way. End it first.',
    nl: 'Er is al een moment van stil schrijven bezig. Sluit dat eerst af.',
  },
  'notes.notAlone': {
    fr: 'Quand les notes sont anonymes ou relues, elles arrivent ensemble : chaque personne ne peut pas montrer les siennes.',
    en: 'Where notes are anonymous or read beforehand, they arrive together: people cannot show their own.',
    nl: 'Als notities anoniem zijn of vooraf gelezen worden, komen ze samen: niemand kan de eigen notities apart tonen.',
  },
  'notes.over': {
    fr: 'Cette réflexion est finie. Votre note reste sur votre appareil.',
    en: 'This writing step is over. Your note stays on your device.',
    nl: 'Dit schrijfmoment is voorbij. Uw notitie blijft op uw toestel.',
  },
  'notes.beingRead': {
    fr: 'Les notes sont en train d’être relues. La vôtre attend sur votre appareil.',
    en: 'The notes are being read. Yours waits on your device.',
    nl: 'De notities worden gelezen. De uwe wacht op uw toestel.',
  },
  'notes.notYourSeat': {
    fr: 'Cette personne n’est pas derrière cet appareil.',
    en: 'This person is not behind this device.',
    nl: 'Deze persoon zit niet achter dit toestel.',
  },
  'notes.enough': {
    fr: 'Vous avez déjà trente notes. Retirez-en une pour en ajouter une autre.',
    en: 'You already have thirty notes. Remove one to add another.',
    nl: 'U hebt al dertig notities. Verwijder er een om er een andere toe te voegen.',
  },
  'notes.full': {
    fr: 'Cette réflexion a reçu mille notes. Elle n’en prend plus.',
    en: 'This step has received a thousand notes. It takes no more.',
    nl: 'Dit schrijfmoment heeft duizend notities gekregen. Er kan niets meer bij.',
  },
  'notes.notModerated': {
    fr: 'Ces notes ne sont pas en relecture.',
    en: 'These notes are not being read beforehand.',
    nl: 'Deze notities worden niet vooraf gelezen.',
  },
  'notes.undecided': {
    fr: 'Des notes attendent encore d’être lues. Gardez-les ou mettez-les de côté d’abord.',
    en: 'Some notes are still to be read. Keep them or set them aside first.',
    nl: 'Er zijn nog notities te lezen. Behoud ze of leg ze eerst opzij.',
  },
  'notes.boardFull': {
    fr: 'Le tableau n’a plus assez de place pour ces notes. Rien n’a été montré.',
    en: 'The whiteboard has no room left for these notes. Nothing was shown.',
    nl: 'Het bord heeft niet genoeg plaats meer voor deze notities. Er is niets getoond.',
  },
  'notes.facilitatorReveals': {
    fr: 'Dans cette réflexion, les notes sont montrées toutes ensemble par la personne qui anime.',
    en: 'In this step the person who facilitates shows all notes together.',
    nl: 'Bij dit schrijfmoment toont wie begeleidt alle notities samen.',
  },
}
