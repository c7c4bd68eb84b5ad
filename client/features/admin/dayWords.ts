// Days and instants of the administration, in the reader's own time zone.

export const dayWords = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)

export const instantWords = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
