// Words about what a group lets the other groups of a joint room do in its texts.
export const texts = {
  fr: {
    label: 'Ouvrir nos textes à {{others}} :',
    labelOf: 'Ouvrir les textes du groupe {{place}} à {{others}} :',
    none: 'ne pas montrer',
    read: 'lire',
    comment: 'commenter',
    write: 'écrire',
    own: {
      none: '{{others}} : nos textes ne sont pas montrés. Les textes communs restent à tout le monde.',
      comment: '{{others}} : lecture de nos textes ; nous attendons leurs remarques.',
      read: '{{others}} : lecture seule dans nos textes. Les textes communs restent à tout le monde.',
      write:
        '{{others}} : écriture dans nos textes, en même temps que nous. Chaque mot garde le nom de qui l’écrit.',
    },
    other: {
      none: 'Le groupe {{place}} ne montre plus ses textes.',
      comment: 'Le groupe {{place}} donne ses textes à lire et attend vos remarques.',
      read: 'Les textes du groupe {{place}} se lisent de nouveau, sans rien y changer.',
      write: 'Le groupe {{place}} a ouvert ses textes : les autres groupes y écrivent aussi.',
    },
  },
  en: {
    label: 'Open our texts to {{others}}:',
    labelOf: 'Open the texts of the group {{place}} to {{others}}:',
    none: 'do not show',
    read: 'read',
    comment: 'comment',
    write: 'write',
    own: {
      none: '{{others}}: our texts are not shown. Shared texts stay open to all.',
      comment: '{{others}}: may read our texts, and we look forward to their remarks.',
      read: '{{others}}: may read our texts, not change them. Shared texts stay open to all.',
      write:
        '{{others}}: may write in our texts at the same time as we do. Each word keeps the name of its writer.',
    },
    other: {
      none: 'The group {{place}} no longer shows its texts.',
      comment: 'The group {{place}} lets you read its texts and looks forward to your remarks.',
      read: 'The texts of the group {{place}} may be read again, not changed.',
      write: 'The group {{place}} has opened its texts: the other groups write in them too.',
    },
  },
  nl: {
    label: 'Onze teksten openstellen voor {{others}}:',
    labelOf: 'De teksten van de groep {{place}} openstellen voor {{others}}:',
    none: 'niet tonen',
    read: 'lezen',
    comment: 'opmerken',
    write: 'schrijven',
    own: {
      none: '{{others}}: onze teksten worden niet getoond. Gedeelde teksten blijven voor iedereen open.',
      comment: '{{others}}: mag onze teksten lezen; we kijken uit naar hun opmerkingen.',
      read: '{{others}}: mag onze teksten lezen, niet wijzigen. Gedeelde teksten blijven voor iedereen open.',
      write:
        '{{others}}: mag in onze teksten schrijven, samen met ons. Elk woord houdt de naam van wie het schreef.',
    },
    other: {
      none: 'De groep {{place}} toont haar teksten niet meer.',
      comment: 'De groep {{place}} geeft haar teksten te lezen en kijkt uit naar uw opmerkingen.',
      read: 'De teksten van de groep {{place}} zijn weer alleen te lezen.',
      write: 'De groep {{place}} heeft haar teksten opengesteld: de andere groepen schrijven er ook in.',
    },
  },
} as const
