// Why the sub-groups did not change.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const subgroupsRefusals: RefusalWords = {
  'subgroups.running': {
    fr: 'Des sous-groupes travaillent en ce moment. Faites d’abord revenir tout le monde.',
    en: 'Sub-groups are at work at the moment. Bring everybody back first.',
    nl: 'Er zijn nu subgroepen aan het werk. Roep eerst iedereen terug.',
  },
  'subgroups.over': {
    fr: 'Il n’y a plus de sous-groupes.',
    en: 'There are no sub-groups any more.',
    nl: 'Er zijn geen subgroepen meer.',
  },
  'subgroups.neverBefore': {
    fr: 'Il n’y a pas encore eu de sous-groupes dans cette salle.',
    en: 'There have been no sub-groups in this room yet.',
    nl: 'Er waren nog geen subgroepen in deze ruimte.',
  },
  'subgroups.notHere': {
    fr: 'Cette personne n’est pas dans la salle en ce moment.',
    en: 'This person is not in the room at the moment.',
    nl: 'Deze persoon is nu niet in de ruimte.',
  },
  'subgroups.notYourSeat': {
    fr: 'Cette personne n’est pas derrière votre appareil.',
    en: 'This person is not behind your device.',
    nl: 'Deze persoon zit niet achter uw toestel.',
  },
  'subgroups.askToMove': {
    fr: 'Pour changer d’aparté, demandez à la personne qui anime : ce qui s’y écrit n’est lu que par ses membres.',
    en: 'To change to another aparté, ask whoever facilitates: only its members read what is written there.',
    nl: 'Vraag wie begeleidt om van aparté te veranderen: alleen de leden lezen wat er geschreven wordt.',
  },
  'subgroups.noSuchGroup': {
    fr: 'Ce sous-groupe n’existe plus.',
    en: 'This sub-group is no longer there.',
    nl: 'Deze subgroep bestaat niet meer.',
  },
  'subgroups.notPreparing': {
    fr: 'Les sous-groupes ont déjà commencé.',
    en: 'The sub-groups have begun already.',
    nl: 'De subgroepen zijn al begonnen.',
  },
  'subgroups.enough': {
    fr: 'Vingt sous-groupes au plus.',
    en: 'Twenty sub-groups at most.',
    nl: 'Hoogstens twintig subgroepen.',
  },
  'subgroups.nobody': {
    fr: 'Personne n’a encore de place dans un sous-groupe.',
    en: 'Nobody has a place in a sub-group yet.',
    nl: 'Nog niemand heeft een plaats in een subgroep.',
  },
  'subgroups.insideAparte': {
    fr: 'Cet aparté ne se divise pas en d’autres apartés.',
    en: 'This aparté does not divide into further apartés.',
    nl: 'Deze aparté wordt niet in andere aparté’s verdeeld.',
  },
  'subgroups.notRunning': {
    fr: 'Les sous-groupes ne travaillent pas en ce moment.',
    en: 'The sub-groups are not at work at the moment.',
    nl: 'De subgroepen zijn nu niet aan het werk.',
  },
  'subgroups.notYourGroup': {
    fr: 'Vous n’êtes pas dans ce sous-groupe.',
    en: 'You are not in this sub-group.',
    nl: 'U zit niet in deze subgroep.',
  },
  'subgroups.twoThemes': {
    fr: 'Il faut au moins deux thèmes différents.',
    en: 'At least two different themes are needed.',
    nl: 'Er zijn minstens twee verschillende thema’s nodig.',
  },
  'subgroups.noAntenna': {
    fr: 'Aucune personne présente ne parle pour une antenne.',
    en: 'Nobody present speaks for an antenna.',
    nl: 'Niemand van de aanwezigen spreekt voor een antenne.',
  },
}
