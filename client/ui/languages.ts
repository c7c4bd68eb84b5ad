// The languages of the interface, each under its own name.
export const languages = [
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
  { code: 'nl', name: 'Nederlands' },
] as const
export type Language = (typeof languages)[number]['code']

export const isLanguage = (value: unknown): value is Language => languages.some(({ code }) => code === value)
