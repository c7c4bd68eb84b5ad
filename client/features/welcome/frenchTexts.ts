// Words of the visit and of the facilitators' guide, in French.
export const frenchTexts = {
  name: 'Visite de 90 secondes',
  guideName: 'Guide de l’animation',
  help: 'Aide',
  said: 'Bienvenue. Une visite de 90 secondes se trouve au-dessus du tableau. Échap la termine, le menu Aide la rouvre.',
  place: '{{at}} sur {{of}}',
  next: 'Suivant',
  back: 'Précédent',
  done: 'J’y vais',
  skip: 'Passer',
  key: 'Échap',
  same: {
    title: 'Le tableau et la liste disent la même chose',
    columns:
      'Une note posée sur le tableau est une ligne de la liste, et un texte de la liste est une carte du tableau. Prenez ce qui vous convient.',
    tabs: 'Deux onglets, un seul document : une note du tableau est une ligne de la liste. Prenez ce qui vous convient.',
    phone:
      'Deux boutons en bas, un seul document : une note du tableau est une ligne de la liste. Sur un téléphone, la liste suffit.',
  },
  where: {
    title: 'Où en sommes-nous ?',
    text: 'En haut : le groupe, l’étape de la séance et le temps qui reste. Arriver en retard ne fait rien perdre.',
  },
  write: {
    title: 'Écrivez dans un texte',
    text: 'Ouvrez un texte de la liste et écrivez. Plusieurs personnes peuvent écrire dans la même phrase, et tout se défait.',
  },
  speak: {
    title: 'La parole, et ce qui se passe maintenant',
    columns:
      'La main demande la parole, en salle comme à distance. Quand on vous demande une note ou un avis, cela s’affiche au-dessus de la liste.',
    tabs: 'La main demande la parole, en salle comme à distance. Quand on vous demande une note ou un avis, « Maintenant » s’ouvre.',
    phone:
      '« Parole » lève la main. Quand on vous demande une note ou un avis, « Maintenant » s’ouvre, sauf si vous êtes en train d’écrire.',
  },
  saved: {
    title: 'C’est enregistré, et cela se voit',
    text: 'Cet insigne dit vrai : enregistré, en cours d’envoi, ou gardé sur cet appareil quand la connexion manque. Vous pouvez écrire sans réseau.',
  },
  guide: {
    title: 'Guide de l’animation',
    intro:
      'Dix minutes pour apprendre. Aucune étape n’est obligatoire, tout peut se changer en cours de route, et rien ne se ferme tout seul.',
    rule: 'Si vous ne retenez qu’une chose : « Étape suivante » fait avancer la séance, et « Précédente » revient en arrière.',
    print: 'Imprimer cette page',
    part: {
      before: 'Avant',
      during: 'Pendant',
      after: 'Après',
    },
    act: {
      agenda: 'Ouvrir le déroulé',
      share: 'Inviter',
      screen: 'Ouvrir l’écran de la salle',
      seats: 'Dire qui est derrière cet écran',
      write: 'Réflexion privée',
      vote: 'Vote par points',
      consent: 'Tour de consentement',
      speak: 'Tour de parole',
      gather: 'Tout le monde vers moi',
    },
    line: {
      prepare: {
        what: 'Préparez le déroulé.',
        how: 'Prenez un modèle ou ajoutez vos étapes. Sans préparation, un clic suffit pour commencer.',
      },
      invite: { what: 'Invitez.', how: 'Un code, un lien ou un QR code. Aucun compte n’est demandé.' },
      screen: {
        what: 'Ouvrez l’écran de la salle.',
        how: 'Sur le projecteur : le QR code, l’étape, le temps, la parole. Rien de privé.',
      },
      seats: {
        what: 'Comptez tout le monde.',
        how: 'Plusieurs personnes derrière un écran ont chacune leur voix, avec ou sans appareil.',
      },
      call: {
        what: 'Reliez la visioconférence.',
        how: 'Bouton « Ajouter le lien d’un appel », en haut de la colonne de gauche.',
      },
      begin: {
        what: 'Commencez, puis avancez.',
        how: 'Au bout de la barre du bas : « Commencer la séance », puis « Étape suivante ».',
      },
      write: {
        what: 'Faites d’abord écrire chacune et chacun.',
        how: 'Les notes restent secrètes jusqu’à ce que vous les révéliez. Anonymes si vous le promettez.',
      },
      timer: {
        what: 'Donnez du temps.',
        how: 'Bouton « Minuteur » : à zéro, rien ne se ferme. « Encore 2 min » suffit.',
      },
      speak: {
        what: 'Partagez la parole.',
        how: 'Par ordre des demandes, en alternant salle et distance, ou en tour de table où chaque personne passe.',
      },
      vote: {
        what: 'Choisissez ensemble.',
        how: 'Les résultats restent cachés jusqu’à la clôture. Vous votez pour qui n’a pas d’appareil, et cela se voit.',
      },
      consent: {
        what: 'Cherchez le consentement.',
        how: 'Une objection porte sa raison. On amende, puis on refait un tour.',
      },
      gather: {
        what: 'Rassemblez les regards.',
        how: 'C’est une invitation : chaque personne peut rester où elle est.',
      },
      together: {
        what: 'Animez à plusieurs.',
        how: 'Sous le déroulé, « Animation et secrétariat » partage ces rôles, même en cours de séance.',
      },
      end: {
        what: 'Terminez la séance.',
        how: 'Le même bouton, après la dernière étape. Le tableau et les textes restent ouverts.',
      },
      decided: {
        what: 'Relisez ce qui a été décidé.',
        how: 'Sous le déroulé : chaque décision avec ses voix et ses raisons.',
      },
      again: {
        what: 'Préparez la prochaine.',
        how: 'Bouton « Préparer la prochaine séance », dans le déroulé : les mêmes étapes, remises à zéro.',
      },
    },
  },
} as const
