// Words of the short lists of mentions, on pages outside the room.
export const mentionTexts = {
  fr: {
    title: 'On vous cite',
    groupTitle: 'On cite le groupe',
    by: '{{name}} cite {{named}}',
    open: 'Ouvrir le texte',
    openLabel: 'Ouvrir «\u00a0{{title}}\u00a0»',
    untitled: 'Texte sans titre',
    more_one: 'et {{count}} autre',
    more_other: 'et {{count}} autres',
  },
  en: {
    title: 'You are named',
    groupTitle: 'The group is named',
    by: '{{name}} names {{named}}',
    open: 'Open the text',
    openLabel: 'Open “{{title}}”',
    untitled: 'Untitled text',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
  },
  nl: {
    title: 'U wordt genoemd',
    groupTitle: 'De groep wordt genoemd',
    by: '{{name}} noemt {{named}}',
    open: 'De tekst openen',
    openLabel: '“{{title}}” openen',
    untitled: 'Tekst zonder titel',
    more_one: 'en nog {{count}}',
    more_other: 'en nog {{count}}',
  },
} as const
