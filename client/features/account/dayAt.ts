// A day, and a day with its hour, in the reader's own time zone.

export const dayAt = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
