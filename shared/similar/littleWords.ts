// Words that are compared like all others and tell a reader little: numbers, times, quantities, verbs of every use. They are not shown.
import type { Language } from '#shared/words/languageOf.ts'
import { stem } from '#shared/words/stem.ts'

const french =
  'un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent cents mille premier premiere ' +
  'premiers premieres deuxieme dernier derniere moitie dizaine vingtaine quelques plusieurs autant tant certain certaine certains ' +
  'oui non peut-etre aller va vont aille venir vient viennent venu venue venus dire dit disent dite dites mettre met mettent mis prendre ' +
  'prend prennent pris donner donne donnent voir voit voient vu savoir sait savent su devoir doit doivent doive falloir faudrait ' +
  'vouloir veut veulent voulu pouvoir pourrait pourraient passer passe passent rester reste restent tenir tient tiennent tenu devenir ' +
  'devient deviennent rendre rend trouver trouve trouvent laisser laisse laissent arriver arrive arrivent commencer ' +
  'continuer compris ete fois jour jours semaine semaines mois an ans annee annees heure heures soir matin midi moment lors ' +
  'aujourd hui hier demain ici ailleurs loin pres seul seule seuls seules petit petite petits petites grand grande grands grandes bon ' +
  'bonne bons bonnes mieux vrai vraie vrais vraies nouveau nouvelle nouveaux nouvelles meme ' +
  'facon maniere cas exemple raison debut fin besoin aucun aucune parce sinon selon pourquoi comment combien'
const dutch =
  'een twee drie vier vijf zes zeven acht negen tien vijftien twintig dertig vijftig honderd duizend eerste tweede laatste helft enkele ' +
  'sommige verschillende ja nee gaan gaat komen komt gekomen zeggen zegt gezegd zetten nemen neemt geven geeft gegeven zien ziet weten ' +
  'weet doen doet gedaan blijven blijft houden houdt vinden vindt laten laat beginnen begint maken maakt gemaakt keer dag dagen week ' +
  'weken maand maanden jaar jaren uur avond ochtend tijd moment vandaag gisteren morgen ergens ver dichtbij alleen klein kleine groot ' +
  'grote goed goede beter nieuw nieuwe mensen persoon personen deel punt manier geval voorbeeld reden plaats begin einde nodig'
const english =
  'one two three four five six seven eight nine ten fifteen twenty thirty fifty hundred thousand first second last half several yes go ' +
  'goes come comes say says said put take takes give gives given see seen know knows make makes made keep keeps find let start stay ' +
  'time times day days week weeks month months year years hour hours evening morning today yesterday tomorrow somewhere far near alone ' +
  'small big large good better new people person way case example reason place beginning end need'

const stems = (words: string, language: Language): string[] =>
  words.split(' ').map((word) => stem(word, language))

const little: ReadonlySet<string> = new Set([
  ...stems(french, 'fr'),
  ...stems(dutch, 'nl'),
  ...stems(english, 'en'),
])

export const saysLittle = (stemmed: string): boolean => little.has(stemmed)
