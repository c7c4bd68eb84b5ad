// Words about what a group lets the other groups of a joint room do in its texts.
export const texts = {
  fr: {
    label: 'Ouvrir nos textes à {{others}} :',
    labelOf: 'Ouvrir les textes du groupe {{place}} à {{others}} :',
    read: 'lire',
    write: 'écrire',
    own: {
      read: '{{others}} : lecture seule dans nos textes. Les textes communs restent à tout le monde.',
      write:
        '{{others}} : écriture dans nos textes, en même temps que nous. Chaque mot garde le nom de qui l’écrit.',
    },
    other: {
      read: 'Les textes du groupe {{place}} se lisent de nouveau, sans rien y changer.',
      write: 'Le groupe {{place}} a ouvert ses textes : les autres groupes y écrivent aussi.',
    },
  },
  en: {
    label: 'Open our texts to {{others}}:',
    labelOf: 'Open the texts of the group {{place}} to {{others}}:',
    read: 'read',
    write: 'write',
    own: {
      read: '{{others}}: may read our texts, not change them. Shared texts stay open to all.',
      write:
        '{{others}}: may write in our texts at the same time as we do. Each word keeps the name of its writer.',
    },
    other: {
      read: 'The texts of the group {{place}} may be read again, not changed.',
      write: 'The group {{place}} has opened its texts: the other groups write in them too.',
    },
  },
  nl: {
    label: 'Onze teksten openstellen voor {{others}}:',
    labelOf: 'De teksten van de groep {{place}} openstellen voor {{others}}:',
    read: 'lezen',
    write: 'schrijven',
    own: {
      read: '{{others}}: mag onze teksten lezen, niet wijzigen. Gedeelde teksten blijven voor iedereen open.',
      write:
        '{{others}}: mag in onze teksten schrijven, samen met ons. Elk woord houdt de naam van wie het schreef.',
    },
    other: {
      read: 'De teksten van de groep {{place}} zijn weer alleen te lezen.',
      write: 'De groep {{place}} heeft haar teksten opengesteld: de andere groepen schrijven er ook in.',
    },
  },
} as const
