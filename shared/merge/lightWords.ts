// Words that carry meaning but tell little of what a sentence is about: numbers, times, « personne », « mettre ».
import { stem } from '#shared/words/meaningWords.ts'

const french =
  'personne fois chose an année mois jour semaine heure minute soir matin midi temps moment deux trois quatre cinq six sept huit neuf dix ' +
  'premier premiere dernier derniere seul seule gens demander demande dire dit venir vient aller va vont mettre met mettent savoir sait ' +
  'sache rester reste vouloir veut veulent voudrait prendre passer passe donner tenir sous part cote bon bonne bien petit petite grand ' +
  'grande nouveau nouvelle toujours ici exemple cas place fin debut commencer lieu point parce lorsque ensemble possible'
const dutch =
  'persoon personen keer ding jaar maand dag week uur avond tijd twee drie vier vijf zes eerste laatste mensen zeggen komen gaan zetten ' +
  'weten blijven vragen goed klein groot nieuw altijd nooit voorbeeld plaats einde begin samen mogelijk'
const english =
  'person people time thing year month day week hour evening two three four five six first last say come go put know stay want ask good ' +
  'small large new always never example place end begin together possible'

const lightStems: ReadonlySet<string> = new Set([
  ...french.split(' ').map((word) => stem(word, 'fr')),
  ...dutch.split(' ').map((word) => stem(word, 'nl')),
  ...english.split(' ').map((word) => stem(word, 'en')),
])

export const isLightStem = (word: string): boolean => lightStems.has(word)
