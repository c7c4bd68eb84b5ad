// What a refused command says to people who use a client without translations of its own.
import type { Language } from '#server/transport/httpProblemTexts.ts'
import { refusals } from '#shared/app.ts'

export const knownReasons: readonly string[] = Object.keys(refusals)

export const commandWords = (reason: string, language: Language): string =>
  refusals[reason]?.[language] ?? reason
