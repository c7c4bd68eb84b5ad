// The words of exported documents in the three languages, and days as each of them says them.
import { dutchWords } from '#shared/exports/dutchWords.ts'
import { englishWords } from '#shared/exports/englishWords.ts'
import type { ExportLanguage } from '#shared/exports/exportDocument.ts'
import { frenchWords } from '#shared/exports/frenchWords.ts'

type Spoken<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...asked: infer Asked) => string
      ? (...asked: Asked) => string
      : Spoken<T[Key]>
}

/** The shape of the French ones, which come first. */
export type ExportWords = Spoken<typeof frenchWords>

export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = {
  fr: frenchWords,
  en: englishWords,
  nl: dutchWords,
}

const tags = { fr: 'fr-FR', en: 'en-GB', nl: 'nl-BE' } as const

/** `2020-06-11` as « 11 juin 2020 »; as it stands where it is no such day. */
export function dayIn(language: ExportLanguage, day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`)
  if (Number.isNaN(at)) return day
  return new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}
