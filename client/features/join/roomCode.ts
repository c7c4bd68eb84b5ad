// A room code as people type or say it, brought to the form in which rooms are known.
import { isLongWord } from '#shared/room/door.ts'

/**
 * `nantes lyon` and `Nantes–Lyon` become `NANTES-LYON`; `ruche4711` and `ruche-4711` become `RUCHE 4711`. A pasted
 * link gives the code in it. Empty when there is nothing to look for.
 */
export function roomCode(typed: string): string {
  const fromLink = /\/r\/([^/?#\s]+)/.exec(typed)?.[1]
  const said = (fromLink === undefined ? typed : decoded(fromLink)).trim()
  // The word of a long link is no word and number.
  if (isLongWord(said)) return said.toLowerCase()
  const words = said
    .normalize('NFC')
    .toLocaleUpperCase('fr')
    .split(/[\s\u2010-\u2015\u2212_-]+/)
    .filter(Boolean)
    .flatMap((word) => /^(\D+)(\d{2,})$/.exec(word)?.slice(1) ?? [word])
  const last = words.at(-1)
  if (last !== undefined && words.length > 1 && /^\d+$/.test(last))
    return `${words.slice(0, -1).join('-')} ${last}`
  return words.join('-')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const roomPath = (code: string): string => `/r/${encodeURIComponent(code)}`
