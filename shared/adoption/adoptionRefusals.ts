// Why a consent was not asked, given or closed, a correction not taken, a text not adopted or not separated.
import type { RefusalWords } from '#shared/contract/refusalWords.ts'

const asking: RefusalWords = {
  'adoption.noText': {
    fr: 'Ce texte n’est plus ici.',
    en: 'This text is no longer here.',
    nl: 'Deze tekst is hier niet meer.',
  },
  'adoption.noSuchGroup': {
    fr: 'Ce texte ne demande pas l’avis de ce groupe.',
    en: 'This text does not ask for this group’s consent.',
    nl: 'Deze tekst vraagt geen instemming van deze groep.',
  },
  'adoption.notYours': {
    fr: 'Seules les personnes qui animent ce groupe peuvent le faire.',
    en: 'Only those who facilitate this group can do this.',
    nl: 'Alleen wie deze groep begeleidt, kan dit doen.',
  },
  'adoption.noDelegate': {
    fr: 'Cette personne n’est pas dans la salle pour ce groupe.',
    en: 'This person is not in the room for this group.',
    nl: 'Deze persoon is niet in de zaal voor deze groep.',
  },
  'adoption.asked': {
    fr: 'La question est déjà posée à ce groupe.',
    en: 'This group has already been asked.',
    nl: 'De vraag is al aan deze groep gesteld.',
  },
  'adoption.tooManyTexts': {
    fr: 'Trop de textes ont été soumis dans cette salle.',
    en: 'Too many texts have been put to the groups in this room.',
    nl: 'Er zijn in deze zaal te veel teksten voorgelegd.',
  },
  'adoption.closed': {
    fr: 'Cette question est fermée. Ce que vous avez écrit reste ici.',
    en: 'This question is closed. What you wrote stays here.',
    nl: 'Deze vraag is gesloten. Wat u schreef, blijft hier staan.',
  },
  'adoption.nobodySpoke': {
    fr: 'Personne n’a encore répondu. Vous pouvez arrêter la question sans résultat.',
    en: 'Nobody has answered yet. You can stop the question without a result.',
    nl: 'Niemand heeft al geantwoord. U kunt de vraag stoppen zonder resultaat.',
  },
}

const voices: RefusalWords = {
  'adoption.otherGroup': {
    fr: 'Seules les personnes de ce groupe répondent ici.',
    en: 'Only people of this group answer here.',
    nl: 'Alleen mensen van deze groep antwoorden hier.',
  },
  'adoption.notYourSeat': {
    fr: 'Cette personne n’est pas derrière cet appareil.',
    en: 'This person is not behind this device.',
    nl: 'Deze persoon zit niet achter dit apparaat.',
  },
  'adoption.notTheDelegate': {
    fr: 'Le groupe a choisi une autre personne pour répondre.',
    en: 'The group has chosen another person to answer.',
    nl: 'De groep koos iemand anders om te antwoorden.',
  },
  'adoption.otherRule': {
    fr: 'Le groupe répond d’une autre façon. Relisez la question.',
    en: 'The group answers in another way. Read the question again.',
    nl: 'De groep antwoordt op een andere manier. Lees de vraag opnieuw.',
  },
  'adoption.reasonWanted': {
    fr: 'Dites votre raison en quelques mots.',
    en: 'Give your reason in a few words.',
    nl: 'Geef uw reden in een paar woorden.',
  },
  'adoption.tooManyCarried': {
    fr: 'Trop de voix portées pour cette question.',
    en: 'Too many voices are carried in this question.',
    nl: 'Er zijn te veel stemmen doorgegeven voor deze vraag.',
  },
  'adoption.notCarried': {
    fr: 'Aucune voix n’est portée sous ce nom.',
    en: 'No voice is carried under this name.',
    nl: 'Onder deze naam is geen stem doorgegeven.',
  },
}

const corrections: RefusalWords = {
  'adoption.nothingLapsed': {
    fr: 'Les mots n’ont pas changé depuis le consentement.',
    en: 'The words have not changed since the consent.',
    nl: 'De woorden zijn niet veranderd sinds de instemming.',
  },
  'adoption.markedAlready': {
    fr: 'Ces mots sont déjà signalés comme correction de forme.',
    en: 'These words are already marked as a correction of form.',
    nl: 'Deze woorden zijn al aangeduid als vormcorrectie.',
  },
  'adoption.tooManyCorrections': {
    fr: 'Ce texte a eu trop de corrections. Demandez à nouveau le consentement.',
    en: 'This text has had too many corrections. Ask for consent again.',
    nl: 'Deze tekst kreeg te veel correcties. Vraag opnieuw om instemming.',
  },
  'adoption.formTooMuch': {
    fr: 'Une correction de forme touche quatre mots au plus, et n’ajoute ni n’enlève de paragraphe. Ici, le texte change davantage\u00a0: demandez à nouveau le consentement.',
    en: 'A correction of form touches four words at most, and adds or removes no paragraph. Here the text changes more: ask for consent again.',
    nl: 'Een vormcorrectie raakt hoogstens vier woorden en voegt geen alinea toe of weg. Hier verandert de tekst meer: vraag opnieuw om instemming.',
  },
  'adoption.formNumber': {
    fr: 'Un nombre a changé. Ce n’est pas une correction de forme\u00a0: demandez à nouveau le consentement.',
    en: 'A number has changed. This is no correction of form: ask for consent again.',
    nl: 'Er is een getal veranderd. Dat is geen vormcorrectie: vraag opnieuw om instemming.',
  },
  'adoption.formMeaning': {
    fr: 'Un mot qui nie, permet ou oblige a changé. Ce n’est pas une correction de forme\u00a0: demandez à nouveau le consentement.',
    en: 'A word that denies, allows or obliges has changed. This is no correction of form: ask for consent again.',
    nl: 'Een woord dat ontkent, toelaat of verplicht is veranderd. Dat is geen vormcorrectie: vraag opnieuw om instemming.',
  },
  'adoption.formMoved': {
    fr: 'Des mots ont changé de place. Ce n’est pas une correction de forme\u00a0: demandez à nouveau le consentement.',
    en: 'Words have moved. This is no correction of form: ask for consent again.',
    nl: 'Er zijn woorden verplaatst. Dat is geen vormcorrectie: vraag opnieuw om instemming.',
  },
  'adoption.noCorrection': {
    fr: 'Cette correction n’est plus en cours.',
    en: 'This correction is no longer open.',
    nl: 'Deze correctie loopt niet meer.',
  },
  'adoption.changedAgain': {
    fr: 'Le texte vient de changer. Relisez-le d’abord.',
    en: 'The text has just changed. Read it again first.',
    nl: 'De tekst is net veranderd. Lees hem eerst opnieuw.',
  },
}

const adopting: RefusalWords = {
  'adoption.noTitle': {
    fr: 'Donnez d’abord un titre à ce texte.',
    en: 'Give this text a title first.',
    nl: 'Geef deze tekst eerst een titel.',
  },
  'adoption.groupMissing': {
    fr: 'Il manque le consentement d’un groupe.',
    en: 'One group’s consent is missing.',
    nl: 'De instemming van een groep ontbreekt.',
  },
  'adoption.lapsed': {
    fr: 'Le texte a changé depuis le consentement d’un groupe.',
    en: 'The text has changed since one group consented.',
    nl: 'De tekst is veranderd sinds een groep instemde.',
  },
  'adoption.openPassages': {
    fr: 'Des phrases attendent encore de savoir ce qu’elles deviennent.',
    en: 'Some sentences still wait to know what becomes of them.',
    nl: 'Van sommige zinnen is nog niet bepaald wat ermee gebeurt.',
  },
  'adoption.groupSaidNo': {
    fr: 'Un groupe n’a pas consenti à ces mots. On ne passe pas outre\u00a0: changez le texte, ou attendez.',
    en: 'One group did not consent to these words. It is not passed over: change the text, or wait.',
    nl: 'Een groep stemde niet in met deze woorden. Daar gaat men niet aan voorbij: verander de tekst, of wacht.',
  },
  'adoption.nobodyConsented': {
    fr: 'Aucun groupe n’a encore consenti à ce texte.',
    en: 'No group has consented to this text yet.',
    nl: 'Nog geen enkele groep stemde in met deze tekst.',
  },
  'adoption.nothingOpen': {
    fr: 'Rien ne reste ouvert\u00a0: vous pouvez adopter sans réserve.',
    en: 'Nothing is left open: you can adopt without reservation.',
    nl: 'Er blijft niets open: u kunt zonder voorbehoud aannemen.',
  },
  'adoption.openUnnamed': {
    fr: 'Chaque point ouvert demande un nom et une date.',
    en: 'Each open point needs a name and a date.',
    nl: 'Elk open punt vraagt een naam en een datum.',
  },
  'adoption.adoptedAlready': {
    fr: 'Ce texte est déjà adopté.',
    en: 'This text is already adopted.',
    nl: 'Deze tekst is al aangenomen.',
  },
  'adoption.tooManyVersions': {
    fr: 'Ce texte a déjà trop de versions.',
    en: 'This text already has too many versions.',
    nl: 'Deze tekst heeft al te veel versies.',
  },
  'adoption.noVersion': {
    fr: 'Cette version n’est pas connue ici.',
    en: 'This version is not known here.',
    nl: 'Deze versie is hier niet bekend.',
  },
  'adoption.withdrawnAlready': {
    fr: 'Cette version est déjà retirée.',
    en: 'This version has already been withdrawn.',
    nl: 'Deze versie is al ingetrokken.',
  },
}

export const adoptionRefusals: RefusalWords = { ...asking, ...voices, ...corrections, ...adopting }
