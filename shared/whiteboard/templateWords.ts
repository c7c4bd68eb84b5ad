// The names of whiteboard templates and of their frames, in three languages.
import type { FramedTemplate } from '#shared/whiteboard/templates.ts'

export type TemplateLanguage = 'fr' | 'en' | 'nl'

export interface TemplateName {
  readonly name: string
  /** In the order of the template's frames. */
  readonly frames: readonly string[]
}

export const templateWords: Readonly<
  Record<TemplateLanguage, Readonly<Record<FramedTemplate, TemplateName>>>
> = {
  fr: {
    barriers: {
      name: 'Ce qui nous freine, ce qui nous donne envie',
      frames: ['Ce qui nous freine', 'Ce qui nous donne envie'],
    },
    'world-cafe': {
      name: 'World café : quatre tables et la récolte',
      frames: ['Table 1', 'Table 2', 'Table 3', 'Table 4', 'La récolte : ce que les tables rapportent'],
    },
    affinity: {
      name: 'Affinités : tout poser, puis regrouper',
      frames: [
        'Toutes les idées',
        'Ensemble 1, à nommer',
        'Ensemble 2, à nommer',
        'Ensemble 3, à nommer',
        'Ensemble 4, à nommer',
      ],
    },
    timeline: {
      name: 'Frise : d’où nous venons, où nous allons',
      frames: ['D’où nous venons', 'Aujourd’hui', 'Dans trois mois', 'Dans un an', 'Plus tard'],
    },
    priorities: {
      name: 'Matrice de priorités : effet et effort',
      frames: [
        'Grand effet, peu d’effort : d’abord',
        'Grand effet, beaucoup d’effort : à préparer',
        'Petit effet, peu d’effort : si l’occasion vient',
        'Petit effet, beaucoup d’effort : à laisser',
      ],
    },
    debate: {
      name: 'Débat mouvant : se placer, écouter, bouger',
      frames: [
        'L’affirmation en débat',
        'Plutôt d’accord, parce que…',
        'Entre les deux, parce que…',
        'Plutôt pas d’accord, parce que…',
        'Ce qui a fait bouger quelqu’un',
      ],
    },
  },
  en: {
    barriers: {
      name: 'What holds us back, what we long for',
      frames: ['What holds us back', 'What we long for'],
    },
    'world-cafe': {
      name: 'World café: four tables and the harvest',
      frames: ['Table 1', 'Table 2', 'Table 3', 'Table 4', 'The harvest: what the tables bring back'],
    },
    affinity: {
      name: 'Affinity: put everything down, then group',
      frames: [
        'All ideas',
        'Group 1, to be named',
        'Group 2, to be named',
        'Group 3, to be named',
        'Group 4, to be named',
      ],
    },
    timeline: {
      name: 'Timeline: where we come from, where we go',
      frames: ['Where we come from', 'Today', 'In three months', 'In a year', 'Later'],
    },
    priorities: {
      name: 'Priorities matrix: effect and effort',
      frames: [
        'Great effect, little effort: first',
        'Great effect, much effort: to be prepared',
        'Small effect, little effort: if the chance comes',
        'Small effect, much effort: to be left',
      ],
    },
    debate: {
      name: 'Moving debate: take a place, listen, move',
      frames: [
        'The statement under debate',
        'Rather for, because…',
        'In between, because…',
        'Rather against, because…',
        'What made somebody move',
      ],
    },
  },
  nl: {
    barriers: {
      name: 'Wat ons afremt, waar we zin in hebben',
      frames: ['Wat ons afremt', 'Waar we zin in hebben'],
    },
    'world-cafe': {
      name: 'Wereldcafé: vier tafels en de oogst',
      frames: ['Tafel 1', 'Tafel 2', 'Tafel 3', 'Tafel 4', 'De oogst: wat de tafels meebrengen'],
    },
    affinity: {
      name: 'Affiniteit: alles neerleggen, dan groeperen',
      frames: [
        'Alle ideeën',
        'Groep 1, nog te benoemen',
        'Groep 2, nog te benoemen',
        'Groep 3, nog te benoemen',
        'Groep 4, nog te benoemen',
      ],
    },
    timeline: {
      name: 'Tijdlijn: waar we vandaan komen, waar we heen gaan',
      frames: ['Waar we vandaan komen', 'Vandaag', 'Over drie maanden', 'Over een jaar', 'Later'],
    },
    priorities: {
      name: 'Prioriteitenmatrix: effect en inspanning',
      frames: [
        'Groot effect, weinig inspanning: eerst',
        'Groot effect, veel inspanning: voor te bereiden',
        'Klein effect, weinig inspanning: als het zich aandient',
        'Klein effect, veel inspanning: te laten',
      ],
    },
    debate: {
      name: 'Bewegend debat: plaats nemen, luisteren, bewegen',
      frames: [
        'De stelling in debat',
        'Eerder akkoord, omdat…',
        'Ertussenin, omdat…',
        'Eerder niet akkoord, omdat…',
        'Wat iemand heeft doen bewegen',
      ],
    },
  },
}
