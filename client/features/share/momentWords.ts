// An instant as it is said to people, by the clock of their device.
export const momentWords = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
