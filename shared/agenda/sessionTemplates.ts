// Sessions that come ready made: which steps, for how long, with which tool; their words stand beside, in three languages.

import { sessionWordsDutch } from '#shared/agenda/sessionWordsDutch.ts'
import { sessionWordsEnglish } from '#shared/agenda/sessionWordsEnglish.ts'
import { sessionWordsFrench } from '#shared/agenda/sessionWordsFrench.ts'
import type { StepPlan, StepTool } from '#shared/agenda/step.ts'

export const sessionKeys = [
  'two-places',
  'acquaintance',
  'five-cards',
  'online-1',
  'online-2',
  'choose-one',
] as const
export type SessionKey = (typeof sessionKeys)[number]

/** What an unprepared session begins with. */
export const plainSession = 'plain'
export type AnySession = SessionKey | typeof plainSession

/** Step -> minutes, tool. The order is the order of the session. */
const shapes = {
  plain: [
    ['welcome', 10, 'queue-round'],
    ['ideas', 15, 'write'],
    ['discuss', 30, 'none'],
    ['choose', 10, 'vote'],
    ['close', 10, 'queue-round'],
  ],
  'two-places': [
    ['welcome', 10, 'queue-round'],
    ['private', 10, 'write'],
    ['draft', 40, 'none'],
    ['vote', 10, 'vote'],
    ['consent', 25, 'consent'],
    ['close', 10, 'queue-round'],
  ],
  acquaintance: [
    ['checkIn', 15, 'queue-round'],
    ['pairs', 15, 'subgroups'],
    ['charterIdeas', 10, 'write'],
    ['charter', 20, 'none'],
    ['charterConsent', 15, 'consent'],
    ['checkOut', 10, 'queue-round'],
  ],
  'five-cards': [
    ['deal', 3, 'none'],
    ['play', 10, 'queue-round'],
    ['guess', 4, 'poll'],
    ['learned', 3, 'write'],
  ],
  'online-1': [
    ['sound', 10, 'queue-round'],
    ['why', 10, 'none'],
    ['private', 10, 'write'],
    ['sort', 20, 'none'],
    ['vote', 10, 'vote'],
    ['betweenTwo', 10, 'none'],
  ],
  'online-2': [
    ['back', 10, 'queue-round'],
    ['arrived', 15, 'none'],
    ['draft', 35, 'subgroups'],
    ['addressee', 15, 'addressee'],
    ['consent', 25, 'consent'],
    ['close', 10, 'queue-round'],
  ],
  'choose-one': [
    ['read', 10, 'none'],
    ['clarify', 15, 'queue-round'],
    ['gradient', 10, 'gradient'],
    ['hear', 15, 'queue-round'],
    ['rank', 10, 'rank'],
    ['consent', 20, 'consent'],
  ],
} as const satisfies Record<AnySession, readonly (readonly [string, number, StepTool])[]>

type StepKeys<S extends AnySession> = (typeof shapes)[S][number][0]

export interface StepWords {
  readonly title: string
  readonly method: string
  readonly purpose: string
}
/** Complete by type: a step without words in one language does not compile. */
export type SessionWords = {
  readonly [S in AnySession]: {
    readonly name: string
    readonly about: string
    readonly steps: { readonly [K in StepKeys<S>]: StepWords }
  }
}

export interface SessionTemplate {
  readonly key: AnySession
  readonly name: string
  readonly about: string
  readonly steps: readonly StepPlan[]
}

const words: Readonly<Record<'fr' | 'en' | 'nl', SessionWords>> = {
  fr: sessionWordsFrench,
  en: sessionWordsEnglish,
  nl: sessionWordsDutch,
}

/** In the language of whoever lays it; French for any other. */
export function sessionTemplate(key: AnySession, language: string): SessionTemplate {
  const told = (language === 'en' || language === 'nl' ? words[language] : words.fr)[key]
  const stepWords: Readonly<Record<string, StepWords>> = told.steps
  return {
    ...{ key, name: told.name, about: told.about },
    steps: shapes[key].map(([step, minutes, tool]) => {
      const { title, method, purpose } = stepWords[step] ?? { title: step, method: '', purpose: '' }
      return { ...{ title, method, purpose, minutes, tool }, frameId: null }
    }),
  }
}
