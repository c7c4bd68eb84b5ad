// What waits for a person, told by each part of the product in the same shape and said by the home page.

/** One thing to do, never a list of them: « 12 recommandations à lire avant le 4 mai ». */
export interface Waits {
  /** i18n key in namespace and words of the feature that tells it, `instruction:waits.toRead`; interpolates `count`, `subject`, `day`. */
  readonly text: string
  readonly count: number
  /** The cooperative's own words, such as a title or a group's name; empty when none. */
  readonly subject: string
  /** `YYYY-MM-DD` by which; null where no day is set. */
  readonly day: string | null
  /** Where it is done. */
  readonly page: string
}

/** The nearest days first, then what has none, in the order in which it was told. */
export const mostUrgent = (all: readonly Waits[], most: number): Waits[] =>
  [...all].sort((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999')).slice(0, most)
