// The words for what is wrong with a cycle file, in the three languages.
import type { CycleProblem, CycleProblemCode } from '#shared/cycle/cycleProblem.ts'

export const cycleErrorLanguages = ['fr', 'en', 'nl'] as const
export type CycleErrorLanguage = (typeof cycleErrorLanguages)[number]

type Messages = Readonly<Record<CycleProblemCode, string>>

const fr: Messages = {
  notJson: 'ce fichier n’est pas du JSON valide (ligne {line}, colonne {column})',
  format: 'ce n’est pas un fichier « coop-cycle »',
  version: 'version {found} inconnue ; celle-ci lit la version 1',
  tooDeep: 'fichier imbriqué sur plus de {most} niveaux',
  missing: 'champ manquant',
  wrongType: 'type inattendu : {found} (attendu : {expected})',
  notAllowed: 'valeur inconnue {found} (admises : {allowed})',
  outOfRange: 'valeur hors limites : {found} (attendu : {limit})',
  characters: 'caractères impossibles à conserver (caractère nul ou moitié de caractère)',
  empty: 'texte vide',
  tooLong: 'plus de 200 caractères',
  date: 'date impossible : {found} (attendu : AAAA-MM-JJ)',
  time: 'heure impossible : {found} (attendu : HH:MM)',
  duplicateId: 'identifiant « {id} » déjà pris par {other}',
  repeated: '« {id} » figure deux fois dans la liste',
  unknownId: 'identifiant inconnu « {id} »',
  wrongKind: '« {id} » est dans {kind}, il faut un identifiant de {target}',
  unknownCode: 'aucune entité n’a le code « {code} »',
  duplicateCode: 'le code « {code} » est déjà celui d’une autre entité',
  unknownStage: 'aucune étape n’a la clé « {key} »',
  endBeforeStart: 'la fin ({end}) précède le début ({start})',
  notReciprocal: '« {id} » ne cite pas « {other} » dans {field}',
  notMember: '« {id} » n’est pas membre du groupe',
  bothModes: '« {id} » est à la fois en salle et à distance',
  attendance: '{count} personnes comptées, {listed} nommées',
  joint: 'une séance est commune quand elle réunit au moins deux groupes ({groups} ici)',
  otherGroup: 'le brouillon « {id} » est du groupe « {other} »',
  inGroup: '« inGroup » et « groupId » se contredisent',
  otherBoard: 'la séance « {id} » est celle du conseil « {other} »',
  otherRecommendation: 'la décision « {id} » porte sur la recommandation « {other} »',
  otherOrganisation: 'l’espace de données contient déjà une autre organisation : « {name} » ({id})',
  otherCycle: 'l’espace de données contient déjà un autre cycle : « {name} » ({id})',
}

const en: Messages = {
  notJson: 'this file is not valid JSON (line {line}, column {column})',
  format: 'this is not a "coop-cycle" file',
  version: 'unknown version {found}; this program reads version 1',
  tooDeep: 'file nested more than {most} levels deep',
  missing: 'missing field',
  wrongType: 'unexpected type: {found} (expected: {expected})',
  notAllowed: 'unknown value {found} (allowed: {allowed})',
  outOfRange: 'value out of range: {found} (expected: {limit})',
  characters: 'characters that cannot be kept (NUL or half a character)',
  empty: 'empty text',
  tooLong: 'more than 200 characters',
  date: 'impossible date: {found} (expected: YYYY-MM-DD)',
  time: 'impossible time: {found} (expected: HH:MM)',
  duplicateId: 'id "{id}" is already taken by {other}',
  repeated: '"{id}" stands twice in the list',
  unknownId: 'unknown id "{id}"',
  wrongKind: '"{id}" is one of {kind}, an id of {target} is needed',
  unknownCode: 'no entity has the code "{code}"',
  duplicateCode: 'the code "{code}" is already another entity’s',
  unknownStage: 'no stage has the key "{key}"',
  endBeforeStart: 'the end ({end}) comes before the start ({start})',
  notReciprocal: '"{id}" does not name "{other}" in {field}',
  notMember: '"{id}" is not a member of the group',
  bothModes: '"{id}" is both in the room and remote',
  attendance: '{count} people counted, {listed} named',
  joint: 'a session is joint when it gathers two groups or more ({groups} here)',
  otherGroup: 'draft "{id}" is of group "{other}"',
  inGroup: '"inGroup" and "groupId" contradict each other',
  otherBoard: 'session "{id}" is of board "{other}"',
  otherRecommendation: 'decision "{id}" is about recommendation "{other}"',
  otherOrganisation: 'the store already holds another organisation: "{name}" ({id})',
  otherCycle: 'the store already holds another cycle: "{name}" ({id})',
}

const nl: Messages = {
  notJson: 'dit bestand is geen geldige JSON (regel {line}, kolom {column})',
  format: 'dit is geen “coop-cycle”-bestand',
  version: 'onbekende versie {found}; dit programma leest versie 1',
  tooDeep: 'bestand met meer dan {most} niveaus',
  missing: 'ontbrekend veld',
  wrongType: 'onverwacht type: {found} (verwacht: {expected})',
  notAllowed: 'onbekende waarde {found} (toegestaan: {allowed})',
  outOfRange: 'waarde buiten bereik: {found} (verwacht: {limit})',
  characters: 'tekens die niet bewaard kunnen worden (NUL of een half teken)',
  empty: 'lege tekst',
  tooLong: 'meer dan 200 tekens',
  date: 'onmogelijke datum: {found} (verwacht: JJJJ-MM-DD)',
  time: 'onmogelijk tijdstip: {found} (verwacht: UU:MM)',
  duplicateId: 'id “{id}” is al gebruikt door {other}',
  repeated: '“{id}” staat twee keer in de lijst',
  unknownId: 'onbekende id “{id}”',
  wrongKind: '“{id}” staat in {kind}, een id van {target} is nodig',
  unknownCode: 'geen enkele entiteit heeft de code “{code}”',
  duplicateCode: 'de code “{code}” is al die van een andere entiteit',
  unknownStage: 'geen enkele fase heeft de sleutel “{key}”',
  endBeforeStart: 'het einde ({end}) komt voor het begin ({start})',
  notReciprocal: '“{id}” noemt “{other}” niet in {field}',
  notMember: '“{id}” is geen lid van de groep',
  bothModes: '“{id}” is zowel in de zaal als op afstand',
  attendance: '{count} mensen geteld, {listed} genoemd',
  joint: 'een sessie is gezamenlijk wanneer ze minstens twee groepen samenbrengt ({groups} hier)',
  otherGroup: 'ontwerp “{id}” is van groep “{other}”',
  inGroup: '“inGroup” en “groupId” spreken elkaar tegen',
  otherBoard: 'sessie “{id}” is van raad “{other}”',
  otherRecommendation: 'beslissing “{id}” gaat over aanbeveling “{other}”',
  otherOrganisation: 'de opslag bevat al een andere organisatie: “{name}” ({id})',
  otherCycle: 'de opslag bevat al een andere cyclus: “{name}” ({id})',
}

const messages: Readonly<Record<CycleErrorLanguage, Messages>> = { fr, en, nl }

/** One line: the place in the file, then what is wrong there. */
export function describeCycleProblem(
  { path, code, params }: CycleProblem,
  language: CycleErrorLanguage,
): string {
  const message = messages[language][code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  )
  if (path === '') return message
  return language === 'fr' ? `${path} : ${message}` : `${path}: ${message}`
}
