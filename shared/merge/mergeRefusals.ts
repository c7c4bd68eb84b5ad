// Why a merge did not change.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

export const mergeRefusals: RefusalWords = {
  'merge.unknown': {
    fr: 'Cette fusion n’existe pas dans cette salle.',
    en: 'There is no such merge in this room.',
    nl: 'Deze samenvoeging bestaat niet in deze ruimte.',
  },
  'merge.closed': {
    fr: 'Cette fusion a été arrêtée.',
    en: 'This merge was given up.',
    nl: 'Deze samenvoeging is gestopt.',
  },
  'merge.notYours': {
    fr: 'Vous ne pouvez pas écrire dans ce texte commun : il vous est ouvert en lecture.',
    en: 'You cannot write in this joint text: it is open to you for reading.',
    nl: 'U kunt niet in deze gemeenschappelijke tekst schrijven: u kunt hem lezen.',
  },
  'merge.notHere': {
    fr: 'Dans cette salle, il n’y a pas de partie commune. Revenez dans la salle de votre groupe ou dans la salle commune.',
    en: 'There is no joint part in this room. Go back to your group’s room or to the joint room.',
    nl: 'In deze ruimte is er geen gemeenschappelijk deel. Ga terug naar de ruimte van uw groep of naar de gezamenlijke ruimte.',
  },
  'merge.noParent': {
    fr: 'Ce texte n’est pas dans cette salle, ou il ne vous est pas ouvert.',
    en: 'This text is not in this room, or it is not open to you.',
    nl: 'Deze tekst staat niet in deze ruimte, of is niet voor u opengesteld.',
  },
  'merge.noPassage': {
    fr: 'Cette phrase n’est plus dans la fusion. Regardez la nouvelle version du texte.',
    en: 'This sentence is no longer in the merge. Look at the new version of the text.',
    nl: 'Deze zin zit niet meer in de samenvoeging. Bekijk de nieuwe versie van de tekst.',
  },
  'merge.draftGone': {
    fr: 'Le texte commun de cette fusion a été supprimé. Rétablissez-le pour continuer.',
    en: 'The joint text of this merge was deleted. Restore it to go on.',
    nl: 'De gemeenschappelijke tekst van deze samenvoeging is verwijderd. Zet hem terug om verder te gaan.',
  },
  'merge.adopted': {
    fr: 'Ce texte est adopté : il ne change plus par la fusion. Séparez d’abord les textes.',
    en: 'This text is adopted: the merge changes it no longer. Separate the texts first.',
    nl: 'Deze tekst is aangenomen: de samenvoeging verandert hem niet meer. Scheid eerst de teksten.',
  },
  'merge.tooMany': {
    fr: 'Cette salle a déjà beaucoup de fusions. Ouvrez une autre salle pour les suivantes.',
    en: 'This room already has many merges. Open another room for the next ones.',
    nl: 'Deze ruimte heeft al veel samenvoegingen. Open een andere ruimte voor de volgende.',
  },
  'merge.tooManyParents': {
    fr: 'Une fusion réunit six textes au plus.',
    en: 'A merge brings six texts together at most.',
    nl: 'Een samenvoeging brengt hoogstens zes teksten samen.',
  },
  'merge.sameTwice': {
    fr: 'Ce texte est déjà dans la fusion.',
    en: 'This text is already in the merge.',
    nl: 'Deze tekst zit al in de samenvoeging.',
  },
  'merge.alreadyOpen': {
    fr: 'Une fusion de ces textes est déjà ouverte : rejoignez-la.',
    en: 'A merge of these texts is already open: join it.',
    nl: 'Een samenvoeging van deze teksten is al bezig: sluit erbij aan.',
  },
  'merge.upToDate': {
    fr: 'Le texte d’origine n’a pas changé depuis.',
    en: 'The source text has not changed since.',
    nl: 'De brontekst is sindsdien niet veranderd.',
  },
  'merge.sourceMoved': {
    fr: 'Le texte a changé entre-temps. Choisissez à nouveau les phrases de chaque partie.',
    en: 'The text has changed meanwhile. Choose the sentences of each part again.',
    nl: 'De tekst is intussen veranderd. Kies de zinnen van elk deel opnieuw.',
  },
  'merge.locked': {
    fr: 'Ce texte est verrouillé pour le moment.',
    en: 'This text is locked for the moment.',
    nl: 'Deze tekst is op dit moment vergrendeld.',
  },
  'merge.alreadyTaken': {
    fr: 'Quelqu’un vient de prendre cette phrase : elle est dans le texte commun.',
    en: 'Somebody has just taken this sentence: it is in the joint text.',
    nl: 'Iemand heeft deze zin net overgenomen: hij staat in de gemeenschappelijke tekst.',
  },
  'merge.alreadyJoined': {
    fr: 'Cette phrase est déjà jointe en nuance.',
    en: 'This sentence is already joined as a nuance.',
    nl: 'Deze zin is al als nuance toegevoegd.',
  },
  'merge.tooLong': {
    fr: 'Il n’y a plus de place pour ce passage à cet endroit du texte commun.',
    en: 'There is no room left for this passage at this place of the joint text.',
    nl: 'Er is op deze plaats in de gemeenschappelijke tekst geen ruimte meer voor deze passage.',
  },
  'merge.notTaken': {
    fr: 'Cette phrase n’est pas prise dans le texte commun.',
    en: 'This sentence is not taken into the joint text.',
    nl: 'Deze zin is niet in de gemeenschappelijke tekst overgenomen.',
  },
  'merge.cannotPair': {
    fr: 'Choisissez des phrases de deux textes différents.',
    en: 'Choose sentences of two different texts.',
    nl: 'Kies zinnen uit twee verschillende teksten.',
  },
  'merge.reasonMissing': {
    fr: 'Dites en quelques mots pourquoi cette phrase n’est pas reprise.',
    en: 'Say in a few words why this sentence is not taken up.',
    nl: 'Zeg in enkele woorden waarom deze zin niet wordt overgenomen.',
  },
  'merge.coveredBy': {
    fr: 'Choisissez, parmi les autres phrases de la fusion, celle qui le dit.',
    en: 'Choose, among the other sentences of the merge, the one that says it.',
    nl: 'Kies, uit de andere zinnen van de samenvoeging, de zin die het zegt.',
  },
  'merge.nothingDecided': {
    fr: 'Rien n’avait été décidé pour cette phrase.',
    en: 'Nothing had been decided for this sentence.',
    nl: 'Voor deze zin was nog niets beslist.',
  },
  'merge.notYourWords': {
    fr: 'C’est au groupe qui a écrit cette phrase de dire si elle est bien reprise.',
    en: 'It is for the group that wrote this sentence to say whether it is well taken up.',
    nl: 'De groep die deze zin schreef, zegt of hij goed is overgenomen.',
  },
  'merge.notReworded': {
    fr: 'Aucune phrase du texte commun ne reprend celle-ci pour le moment.',
    en: 'No sentence of the joint text takes this one up at the moment.',
    nl: 'Geen enkele zin van de gemeenschappelijke tekst neemt deze nu over.',
  },
}
