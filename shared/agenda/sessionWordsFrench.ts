// Ready-made sessions in French.
import type { SessionWords } from '#shared/agenda/sessionTemplates.ts'

const welcome = {
  title: 'Accueil',
  method: 'Un mot par personne',
  purpose: 'Chaque voix se fait entendre une fois, en salle et à distance, avant de commencer.',
}
const privateNotes = {
  title: 'Réflexion privée',
  method: 'Écrire d’abord chacun pour soi',
  purpose: 'Les idées sortent sans s’influencer ; elles sont révélées ensemble.',
}
const consent = {
  title: 'Consentement',
  method: 'Clarifications, réactions, objections, amendement',
  purpose: 'Vérifier que personne n’a d’objection raisonnable, et améliorer le texte s’il y en a une.',
}
const close = {
  title: 'Clôture',
  method: 'Un mot par personne',
  purpose: 'Dire avec quoi l’on repart, qui fait quoi, et la date de la prochaine séance.',
}
const vote = {
  title: 'Vote par points',
  method: 'Des points à répartir',
  purpose: 'Voir ce qui porte le groupe. Rien ne disparaît, même sans point.',
}
const draft = {
  title: 'Rédiger à plusieurs',
  method: 'Deux ou trois par texte',
  purpose: 'Écrire les recommandations à partir des notes, avec leurs nuances.',
}

export const sessionWordsFrench: SessionWords = {
  plain: {
    name: 'Séance simple',
    about: 'Ce qui se passe quand rien n’est préparé : accueil, idées, discussion, choix, clôture.',
    steps: {
      welcome,
      ideas: {
        title: 'Nos idées',
        method: 'Écrire, puis partager',
        purpose: 'Rassembler ce que chaque personne a en tête.',
      },
      discuss: {
        title: 'Discussion',
        method: 'Tour de parole',
        purpose: 'Comprendre les idées et les rapprocher.',
      },
      choose: { title: 'Choisir', method: 'Vote par points', purpose: 'Voir par quoi commencer.' },
      close,
    },
  },
  'two-places': {
    name: 'Séance de rédaction à deux lieux',
    about: 'Une salle et des personnes à distance écrivent ensemble des recommandations. 1 h 45.',
    steps: { welcome, private: privateNotes, draft, vote, consent, close },
  },
  acquaintance: {
    name: 'Faire connaissance',
    about:
      'Pour des personnes qui ne se connaissent pas : se présenter, puis écrire « notre façon de faire ».',
    steps: {
      checkIn: {
        title: 'Comment j’arrive',
        method: 'Tour de table, une minute chacun',
        purpose: 'Dire son nom, d’où l’on vient et dans quel état l’on arrive. On peut passer son tour.',
      },
      pairs: {
        title: 'Par deux',
        method: 'Sept minutes chacun, puis on échange les rôles',
        purpose: 'Raconter une fois où l’on a agi à plusieurs. L’autre écoute.',
      },
      charterIdeas: {
        title: 'Ce dont j’ai besoin',
        method: 'Notes écrites en privé',
        purpose: 'Pour oser parler ici, et pour bien travailler avec vous, il me faut…',
      },
      charter: {
        title: 'Notre façon de faire',
        method: 'Regrouper, puis écrire cinq phrases',
        purpose: 'Une charte courte : parole, écoute, distance, désaccords, temps.',
      },
      charterConsent: {
        title: 'Est-ce que cela nous va',
        method: 'Tour de consentement',
        purpose: 'Adopter « notre façon de faire ». Elle reste sur le tableau et se change quand on veut.',
      },
      checkOut: {
        title: 'Comment je repars',
        method: 'Un mot par personne',
        purpose: 'Clore ensemble et prendre date.',
      },
    },
  },
  'five-cards': {
    name: 'Cinq cartes pour apprendre en 20 minutes',
    about: 'Cinq fiches du contexte, lues et jouées ensemble, pour partir du réel.',
    steps: {
      deal: {
        title: 'Distribuer cinq cartes',
        method: 'Une carte par petit groupe',
        purpose: 'Choisir cinq fiches du contexte qui touchent au thème.',
      },
      play: {
        title: 'Lire et raconter',
        method: 'Deux minutes par carte',
        purpose: 'Chaque groupe lit sa carte, puis la raconte aux autres avec ses mots.',
      },
      guess: {
        title: 'Vrai ou faux',
        method: 'Sondage rapide, cinq questions',
        purpose: 'Vérifier ensemble ce qui est retenu. Se tromper fait partie du jeu.',
      },
      learned: {
        title: 'Ce que nous avons appris',
        method: 'Une note par personne',
        purpose: 'Garder une chose apprise et une question qui reste ouverte.',
      },
    },
  },
  'online-1': {
    name: 'En ligne, en deux séances : 1. Les idées',
    about: 'Première séance tout à distance : se trouver, écrire, regrouper, choisir.',
    steps: {
      sound: {
        title: 'On s’entend, on se voit',
        method: 'Un mot par personne',
        purpose: 'Régler le son, se présenter, dire comment demander la parole.',
      },
      why: {
        title: 'La question',
        method: 'Présentation courte',
        purpose: 'Dire d’où vient le thème, et ce que deviendront nos recommandations.',
      },
      private: privateNotes,
      sort: {
        title: 'Regrouper',
        method: 'À plusieurs mains sur le tableau',
        purpose: 'Rapprocher les notes qui se ressemblent et donner un titre à chaque groupe.',
      },
      vote,
      betweenTwo: {
        title: 'D’ici la prochaine fois',
        method: 'Chacun choisit un texte',
        purpose: 'Dire qui commence quel texte, et fixer la date de la deuxième séance.',
      },
    },
  },
  'online-2': {
    name: 'En ligne, en deux séances : 2. Les textes',
    about: 'Deuxième séance tout à distance : reprendre, écrire en sous-groupes, consentir.',
    steps: {
      back: {
        title: 'De retour',
        method: 'Un mot par personne',
        purpose: 'Se retrouver, et accueillir qui n’était pas là.',
      },
      arrived: {
        title: 'Ce qui est arrivé depuis',
        method: 'Lecture ensemble',
        purpose: 'Lire ce qui a été écrit entre les deux séances, y compris par les personnes absentes.',
      },
      draft: { ...draft, method: 'Sous-groupes, un texte chacun' },
      addressee: {
        title: 'À qui le demandons-nous ?',
        method: 'Placer chaque texte',
        purpose: 'Dire à qui s’adresse chaque texte. Ce qui dépend de nous peut commencer ce soir.',
      },
      consent,
      close,
    },
  },
  'choose-one': {
    name: 'Choisir une recommandation',
    about: 'Plusieurs textes, un seul à retenir : lire, comprendre, classer, consentir. 1 h 20.',
    steps: {
      read: {
        title: 'Lire les textes',
        method: 'Lecture silencieuse',
        purpose: 'Chaque personne lit tous les textes à son rythme.',
      },
      clarify: {
        title: 'Questions de compréhension',
        method: 'Tour de parole',
        purpose: 'Comprendre avant de juger. Les avis viennent après.',
      },
      gradient: {
        title: 'Où en sommes-nous',
        method: 'Gradient d’accord, cinq degrés',
        purpose: 'Voir l’accord et le doute pour chaque texte, sans décider encore.',
      },
      hear: {
        title: 'Entendre les doutes',
        method: 'Tour de table',
        purpose: 'Donner d’abord la parole à qui a des réserves.',
      },
      rank: {
        title: 'Classer',
        method: 'Classement par personne',
        purpose: 'Faire apparaître le texte que le groupe préfère.',
      },
      consent,
    },
  },
}
