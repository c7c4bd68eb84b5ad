// Why a question was not opened, an answer not taken, a round not moved on.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

const asking: RefusalWords = {
  'decision.running': {
    fr: 'Une question est déjà ouverte. Fermez-la d’abord.',
    en: 'A question is already open. Close it first.',
    nl: 'Er staat al een vraag open. Sluit die eerst.',
  },
  'decision.tooFewItems': {
    fr: 'Il manque des choix à cette question.',
    en: 'This question needs more choices.',
    nl: 'Deze vraag heeft meer keuzes nodig.',
  },
  'decision.oneItem': {
    fr: 'Un tour de consentement porte sur une seule proposition.',
    en: 'A consent round is about one proposal.',
    nl: 'Een instemmingsronde gaat over één voorstel.',
  },
  'decision.closed': {
    fr: 'Cette question est fermée. Ce que vous avez écrit reste ici.',
    en: 'This question is closed. What you wrote stays here.',
    nl: 'Deze vraag is gesloten. Wat u schreef, blijft hier staan.',
  },
  'decision.unknown': {
    fr: 'Cette décision n’est plus dans la liste de la salle.',
    en: 'This decision is no longer in the room’s list.',
    nl: 'Deze beslissing staat niet meer in de lijst van de zaal.',
  },
  'decision.notShownNow': {
    fr: 'Ce résultat n’est plus affiché.',
    en: 'This result is no longer shown.',
    nl: 'Dit resultaat wordt niet meer getoond.',
  },
}

const answering: RefusalWords = {
  'decision.notYourSeat': {
    fr: 'Cette personne n’est pas derrière cet appareil.',
    en: 'This person is not behind this device.',
    nl: 'Deze persoon zit niet achter dit toestel.',
  },
  'decision.unknownItem': {
    fr: 'Ce choix ne fait pas partie de la question.',
    en: 'This choice is not part of the question.',
    nl: 'Deze keuze hoort niet bij de vraag.',
  },
  'decision.otherKind': {
    fr: 'Cette réponse ne va pas avec la question ouverte.',
    en: 'This answer does not go with the open question.',
    nl: 'Dit antwoord past niet bij de open vraag.',
  },
  'decision.tooManyPoints': {
    fr: 'C’est plus de points que vous n’en avez.',
    en: 'These are more points than you have.',
    nl: 'Dit zijn meer punten dan u hebt.',
  },
  'decision.tooManyOnOne': {
    fr: 'C’est plus de points que convenu sur un même choix.',
    en: 'These are more points on one choice than agreed.',
    nl: 'Dit zijn meer punten op één keuze dan afgesproken.',
  },
  'decision.noMinus': {
    fr: 'Ce vote n’a pas de points contre.',
    en: 'This vote has no points against.',
    nl: 'Deze stemming kent geen punten tegen.',
  },
  'decision.oneOnly': {
    fr: 'Une seule réponse est possible.',
    en: 'Only one answer is possible.',
    nl: 'Er is maar één antwoord mogelijk.',
  },
  'decision.twice': {
    fr: 'Un même choix est compté deux fois.',
    en: 'The same choice is counted twice.',
    nl: 'Dezelfde keuze is tweemaal geteld.',
  },
  'decision.reasonWanted': {
    fr: 'Une objection dit sa raison. Une phrase suffit.',
    en: 'An objection says its reason. One sentence is enough.',
    nl: 'Een bezwaar zegt waarom. Eén zin volstaat.',
  },
  'decision.tooManyCarried': {
    fr: 'L’animation porte déjà cent voix.',
    en: 'The facilitation already carries a hundred voices.',
    nl: 'De begeleiding draagt al honderd stemmen.',
  },
  'decision.notCarried': {
    fr: 'L’animation ne porte pas cette voix.',
    en: 'The facilitation does not carry this voice.',
    nl: 'De begeleiding draagt deze stem niet.',
  },
}

const consenting: RefusalWords = {
  'decision.notTheRound': {
    fr: 'Le tour n’est pas ouvert. Ce que vous avez écrit reste ici.',
    en: 'The round is not open. What you wrote stays here.',
    nl: 'De ronde is niet open. Wat u schreef, blijft hier staan.',
  },
  'decision.otherRound': {
    fr: 'Un autre tour a commencé. Relisez la proposition.',
    en: 'Another round has begun. Read the proposal again.',
    nl: 'Er is een andere ronde begonnen. Lees het voorstel opnieuw.',
  },
  'decision.otherPhase': {
    fr: 'Le tour est déjà à une autre étape.',
    en: 'The round is already at another step.',
    nl: 'De ronde is al bij een andere stap.',
  },
  'decision.firstPhase': {
    fr: 'C’est la première étape du tour.',
    en: 'This is the first step of the round.',
    nl: 'Dit is de eerste stap van de ronde.',
  },
  'decision.lastPhase': {
    fr: 'La proposition est adoptée. Il reste à fermer le tour.',
    en: 'The proposal is adopted. What remains is to close the round.',
    nl: 'Het voorstel is aangenomen. De ronde kan dicht.',
  },
  'decision.nobodySpoke': {
    fr: 'Personne n’a encore répondu.',
    en: 'Nobody has answered yet.',
    nl: 'Nog niemand heeft geantwoord.',
  },
  'decision.stillHidden': {
    fr: 'Montrez d’abord les réponses.',
    en: 'Show the answers first.',
    nl: 'Toon eerst de antwoorden.',
  },
  'decision.tooManyRounds': {
    fr: 'Douze tours ont eu lieu. Fermez celui-ci et reprenez une autre fois.',
    en: 'Twelve rounds took place. Close this one and come back to it another time.',
    nl: 'Er waren twaalf rondes. Sluit deze en kom er later op terug.',
  },
}

const beginning: RefusalWords = {
  'decision.initiativeStands': {
    fr: 'Une initiative existe déjà pour ce texte.',
    en: 'An initiative already exists for this text.',
    nl: 'Voor deze tekst bestaat al een initiatief.',
  },
  'decision.tooManyInitiatives': {
    fr: 'Cette salle compte déjà cent initiatives.',
    en: 'This room already counts a hundred initiatives.',
    nl: 'Deze zaal telt al honderd initiatieven.',
  },
  'decision.noInitiative': {
    fr: 'Cette initiative a déjà été retirée.',
    en: 'This initiative was already withdrawn.',
    nl: 'Dit initiatief is al ingetrokken.',
  },
}

export const decisionRefusals: RefusalWords = { ...asking, ...answering, ...consenting, ...beginning }
