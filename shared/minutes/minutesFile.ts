// What a file of minutes is called: « Compte rendu - Nantes - 2020-01-23.docx ».
import { type MinutesLanguage, minutesWords } from '#shared/minutes/minutesWords.ts'

export const minutesFormats = ['md', 'docx', 'pdf'] as const
export type MinutesFormat = (typeof minutesFormats)[number]

/** Characters of the place in a name. */
const placeLimit = 60

export function minutesFileName(
  { day, language }: { readonly day: string; readonly language: MinutesLanguage },
  place: string,
  format: MinutesFormat,
): string {
  // Separators, signs that some systems refuse, and whatever hides or reverses letters.
  const clean = place
    .replace(/[\\/:*?"<>|%;'`$&#\p{C}\p{Zl}\p{Zp}]+|\.{2,}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, placeLimit)
    .trim()
  return [minutesWords[language].fileName, clean, day].filter(Boolean).join(' - ') + `.${format}`
}

/** RFC 6266: an ASCII name for old readers, the true one in UTF-8. */
export const attachment = (name: string): string =>
  `attachment; filename="${name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
