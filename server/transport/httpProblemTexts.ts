// What a refusal says to people, in the three languages; titles name it, details say what to do.
import type { ProblemCode } from '#server/transport/httpProblem.ts'

export const languages = ['fr', 'en', 'nl'] as const
export type Language = (typeof languages)[number]

type Words = readonly [title: string, detail: string]

const fr: Readonly<Record<ProblemCode, Words>> = {
  'bad-input': ['Demande incomplète', 'Une information manque ou n’a pas la forme attendue.'],
  'not-signed-in': ['Connexion nécessaire', 'Connectez-vous, puis recommencez.'],
  'not-allowed': ['Accès refusé', 'Vos droits ne permettent pas cette action ici.'],
  'foreign-origin': [
    'Adresse inattendue',
    'Cette page n’est pas ouverte à l’adresse que le serveur connaît. Ouvrez l’adresse indiquée par la personne qui l’administre (réglage PUBLIC_URL).',
  ],
  'door-closed': [
    'Porte fermée',
    'La salle n’est ouverte qu’à son groupe pour le moment. Demandez à la personne qui anime.',
  ],
  'not-found': ['Introuvable', 'Il n’y a rien à cette adresse.'],
  'room-not-found': [
    'Salle introuvable',
    'Aucune salle ouverte ne répond à ce code. Vérifiez-le, ou demandez à la personne qui anime.',
  ],
  'loopback-address': [
    'Pas encore de lien à partager',
    'Cette démonstration n’est visible que de cet ordinateur. Relancez-la avec la commande affichée au démarrage pour l’ouvrir au même réseau Wi-Fi.',
  ],
  conflict: ['Impossible dans cet état', 'Rechargez la page, puis recommencez.'],
  'link-over': ['Lien expiré', 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.'],
  'other-browser': [
    'Autre navigateur',
    'Ouvrez ce lien dans le navigateur où vous l’avez demandé, ou demandez-en un nouveau ici.',
  ],
  'email-taken': [
    'Adresse déjà connue',
    'Un compte existe déjà avec cette adresse. Connectez-vous avec elle.',
  ],
  'last-administrator': [
    'Dernier compte d’administration',
    'Donnez d’abord ce rôle à une autre personne : sans lui, plus personne ne pourrait en donner.',
  ],
  'sign-in-again': [
    'Connectez-vous à nouveau',
    'Cet acte demande une connexion de moins de cinq minutes. Demandez un lien sur la page de connexion, ouvrez-le dans ce navigateur, puis recommencez.',
  ],
  'sign-on-away': [
    'Connexion unique injoignable',
    'Le service de votre organisation ne répond pas. Demandez un lien par courriel, ou réessayez plus tard.',
  ],
  'remark-stale': [
    'Le passage a changé',
    'Les mots visés ne sont plus les mêmes. Comparez les deux versions, puis renouvelez la suggestion si elle vaut encore.',
  ],
  'remark-closed': ['Déjà tranché', 'Une autre personne a décidé entre-temps. Relisez la remarque.'],
  'remark-answered': [
    'Une réponse est déjà là',
    'Une remarque ne se modifie plus après une réponse. Répondez à votre tour.',
  ],
  'remark-adopted': ['Texte adopté', 'Ce texte est adopté : il ne reçoit plus de suggestions.'],
  'remark-lines': [
    'Paragraphes différents',
    'La suggestion doit garder autant de paragraphes que le passage choisi.',
  ],
  'remark-full': [
    'Trop de remarques',
    'Ce brouillon ou cette remarque a atteint sa limite. Fermez d’abord des remarques traitées.',
  ],
  'consultation-closed': [
    'Consultation fermée',
    'Le dernier jour est passé : ce texte ne reçoit plus de ressentis ni de questions. Tout reste lisible.',
  ],
  'too-large': ['Envoi trop grand', 'L’envoi dépasse la taille permise.'],
  'body-type': ['Format inattendu', 'Le contenu doit être envoyé en JSON.'],
  'picture-type': ['Image non reconnue', 'Choisissez une image PNG, JPEG, WebP ou GIF.'],
  'picture-too-large': ['Image trop grande', 'Choisissez une image de 10 Mo et de 40 mégapixels au plus.'],
  'picture-broken': ['Image illisible', 'Le fichier est vide ou abîmé. Essayez une autre image.'],
  'room-pictures-full': [
    'Plus de place pour les images',
    'Cette salle contient déjà autant d’images que permis.',
  ],
  'too-many': ['Trop d’essais', 'Patientez quelques minutes, puis recommencez.'],
  'not-ready': ['Le serveur n’est pas prêt', 'Il démarre ou s’arrête. Recommencez dans un instant.'],
  'disk-full': [
    'Plus de place sur le serveur',
    'Rien n’a été enregistré. Prévenez la personne qui l’administre.',
  ],
  'no-printer': [
    'Pas de PDF sur ce serveur',
    'Il n’a pas de navigateur pour l’imprimer. Prenez le fichier DOCX, ou imprimez la page vers un PDF depuis votre navigateur.',
  ],
  bug: ['Erreur du serveur', 'L’erreur est de notre côté. Ce qui était enregistré le reste.'],
}

const en: Readonly<Record<ProblemCode, Words>> = {
  'bad-input': ['Incomplete request', 'Something is missing or does not have the expected form.'],
  'not-signed-in': ['Sign-in needed', 'Sign in, then try again.'],
  'not-allowed': ['Not allowed', 'Your rights do not allow this here.'],
  'foreign-origin': [
    'Unexpected address',
    'This page is not open at the address that the server knows. Use the address given by the administrator (setting PUBLIC_URL).',
  ],
  'door-closed': [
    'The door is closed',
    'The room is open to its own group only for now. Ask the facilitator.',
  ],
  'not-found': ['Not found', 'There is nothing at this address.'],
  'room-not-found': [
    'Room not found',
    'No open room answers to this code. Check it, or ask the facilitator.',
  ],
  'loopback-address': [
    'No link to share yet',
    'This demo can be seen from this computer only. Start it with the command shown at the start to open it to the same Wi-Fi.',
  ],
  conflict: ['Not possible in this state', 'Reload the page, then try again.'],
  'link-over': ['Link is over', 'This link was used or is no longer valid. Ask for a new one.'],
  'other-browser': [
    'Another browser',
    'Open this link in the browser where you asked for it, or ask for a new one here.',
  ],
  'email-taken': ['Address already known', 'An account with this address exists. Sign in with it.'],
  'last-administrator': [
    'The last administrator',
    'Give this role to somebody else first: without it nobody could give one.',
  ],
  'sign-in-again': [
    'Sign in again',
    'This act asks for a sign-in of less than five minutes ago. Ask for a link on the sign-in page, open it in this browser, then try again.',
  ],
  'sign-on-away': [
    'Single sign-on is away',
    'Your organisation’s service does not answer. Ask for a link by e-mail, or try again later.',
  ],
  'remark-stale': [
    'The passage has changed',
    'The words are no longer the same. Compare the two wordings, then renew the suggestion if it still holds.',
  ],
  'remark-closed': ['Already decided', 'Somebody else decided in the meantime. Read the remark again.'],
  'remark-answered': [
    'There is an answer already',
    'A remark cannot be changed after an answer. Answer in turn.',
  ],
  'remark-adopted': ['Adopted text', 'This text is adopted: it takes no more suggestions.'],
  'remark-lines': ['Other paragraphs', 'The suggestion must keep as many paragraphs as the chosen passage.'],
  'remark-full': [
    'Too many remarks',
    'This draft or this remark has reached its limit. First close remarks that are settled.',
  ],
  'consultation-closed': [
    'Consultation closed',
    'The last day has passed: this text takes no more feelings or questions. Everything can still be read.',
  ],
  'too-large': ['Too large', 'What was sent is larger than allowed.'],
  'body-type': ['Unexpected format', 'The content must be sent as JSON.'],
  'picture-type': ['Not a known picture', 'Choose a PNG, JPEG, WebP or GIF picture.'],
  'picture-too-large': ['Picture too large', 'Choose a picture of at most 10 MB and 40 megapixels.'],
  'picture-broken': ['Picture cannot be read', 'The file is empty or damaged. Try another picture.'],
  'room-pictures-full': ['No more room for pictures', 'This room already holds as many pictures as allowed.'],
  'too-many': ['Too many tries', 'Wait a few minutes, then try again.'],
  'not-ready': ['The server is not ready', 'It is starting or stopping. Try again in a moment.'],
  'disk-full': ['No space left on the server', 'Nothing was saved. Tell the administrator.'],
  'no-printer': [
    'No PDF on this server',
    'It has no browser to print with. Take the DOCX file, or print the page to a PDF from your own browser.',
  ],
  bug: ['Server error', 'The error is ours. What was saved stays saved.'],
}

const nl: Readonly<Record<ProblemCode, Words>> = {
  'bad-input': ['Onvolledige aanvraag', 'Er ontbreekt iets of iets heeft niet de verwachte vorm.'],
  'not-signed-in': ['Aanmelden nodig', 'Meld u aan en probeer opnieuw.'],
  'not-allowed': ['Geen toegang', 'Uw rechten laten dit hier niet toe.'],
  'foreign-origin': [
    'Onverwacht adres',
    'Deze pagina staat niet open op het adres dat de server kent. Gebruik het adres van de beheerder (instelling PUBLIC_URL).',
  ],
  'door-closed': [
    'De deur is dicht',
    'De ruimte is voorlopig alleen open voor haar eigen groep. Vraag het aan de begeleider.',
  ],
  'not-found': ['Niet gevonden', 'Er is niets op dit adres.'],
  'room-not-found': [
    'Ruimte niet gevonden',
    'Geen open ruimte heeft deze code. Kijk de code na of vraag het aan de begeleider.',
  ],
  'loopback-address': [
    'Nog geen link om te delen',
    'Deze demo is alleen op deze computer te zien. Start hem met de opdracht die bij het starten verscheen om hem op hetzelfde wifinetwerk te openen.',
  ],
  conflict: ['Niet mogelijk in deze toestand', 'Laad de pagina opnieuw en probeer nog eens.'],
  'link-over': ['Link verlopen', 'Deze link is al gebruikt of niet meer geldig. Vraag een nieuwe.'],
  'other-browser': [
    'Andere browser',
    'Open deze link in de browser waarin u hem vroeg, of vraag hier een nieuwe.',
  ],
  'email-taken': ['Adres al bekend', 'Er bestaat al een account met dit adres. Meld u ermee aan.'],
  'last-administrator': [
    'De laatste beheerder',
    'Geef deze rol eerst aan iemand anders: zonder haar kan niemand nog een rol geven.',
  ],
  'sign-in-again': [
    'Meld u opnieuw aan',
    'Hiervoor moet u minder dan vijf minuten geleden zijn aangemeld. Vraag een link op de aanmeldpagina, open die in deze browser en probeer opnieuw.',
  ],
  'sign-on-away': [
    'Centrale aanmelding onbereikbaar',
    'De dienst van uw organisatie antwoordt niet. Vraag een link per e-mail, of probeer later opnieuw.',
  ],
  'remark-stale': [
    'De passage is veranderd',
    'De woorden zijn niet meer dezelfde. Vergelijk beide versies en vernieuw het voorstel als het nog klopt.',
  ],
  'remark-closed': ['Al beslist', 'Iemand anders heeft intussen beslist. Lees de opmerking opnieuw.'],
  'remark-answered': [
    'Er is al een antwoord',
    'Een opmerking verandert niet meer na een antwoord. Antwoord op uw beurt.',
  ],
  'remark-adopted': ['Aangenomen tekst', 'Deze tekst is aangenomen en neemt geen voorstellen meer aan.'],
  'remark-lines': ['Andere alinea’s', 'Het voorstel moet evenveel alinea’s houden als de gekozen passage.'],
  'remark-full': [
    'Te veel opmerkingen',
    'Deze tekst of deze opmerking heeft de grens bereikt. Sluit eerst opmerkingen die afgehandeld zijn.',
  ],
  'consultation-closed': [
    'Raadpleging gesloten',
    'De laatste dag is voorbij: deze tekst neemt geen gevoelens of vragen meer aan. Alles blijft leesbaar.',
  ],
  'too-large': ['Te groot', 'Wat verstuurd werd, is groter dan toegestaan.'],
  'body-type': ['Onverwacht formaat', 'De inhoud moet als JSON verstuurd worden.'],
  'picture-type': ['Onbekende afbeelding', 'Kies een PNG-, JPEG-, WebP- of GIF-afbeelding.'],
  'picture-too-large': ['Afbeelding te groot', 'Kies een afbeelding van hoogstens 10 MB en 40 megapixels.'],
  'picture-broken': [
    'Onleesbare afbeelding',
    'Het bestand is leeg of beschadigd. Probeer een andere afbeelding.',
  ],
  'room-pictures-full': [
    'Geen plaats meer voor afbeeldingen',
    'Deze ruimte bevat al zoveel afbeeldingen als toegestaan.',
  ],
  'too-many': ['Te veel pogingen', 'Wacht enkele minuten en probeer opnieuw.'],
  'not-ready': ['De server is niet klaar', 'Hij start of stopt. Probeer het zo meteen opnieuw.'],
  'disk-full': ['Geen plaats meer op de server', 'Er is niets opgeslagen. Verwittig de beheerder.'],
  'no-printer': [
    'Geen pdf op deze server',
    'Hij heeft geen browser om mee af te drukken. Neem het DOCX-bestand, of druk de pagina vanuit uw browser af naar een pdf.',
  ],
  bug: ['Serverfout', 'De fout ligt bij ons. Wat opgeslagen was, blijft opgeslagen.'],
}

const words = { fr, en, nl }

export const problemWords = (code: ProblemCode, language: Language): Words => words[language][code]

/** `?lang=` first, then what the browser prefers, then French. */
export function languageOf(asked: unknown, acceptLanguage: string | undefined): Language {
  const isKnown = (text: unknown): text is Language => languages.some((language) => language === text)
  if (isKnown(asked)) return asked
  const preferred = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';')
      return { tag: tag.slice(0, 2).toLowerCase(), quality: Number(quality.trim().replace('q=', '')) || 0 }
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
    .find(isKnown)
  return preferred ?? 'fr'
}
