// How groups and people are worn on screen: an antenna is always an ink, a pattern, a line style and initials.
import type { CSSProperties } from 'react'
import type { Wear } from '#shared/room/join.ts'

type WornStyle = CSSProperties & { '--a'?: string; '--p'?: string; '--u'?: string }

/** For an element with class `a`. */
export const wearStyle = (wear: Wear): WornStyle => ({
  '--a': `var(--ink-${wear.ink})`,
  '--p': `var(--pat-${wear.pattern})`,
  '--u': wear.line,
})

/** For an element with class `a`: a person's ink. */
export const inkStyle = (ink: string): WornStyle => ({ '--a': `var(--ink-${ink})` })

/** « S », or « Sa » where somebody else's name begins with the same letter. */
export function initialsOf(name: string, others: readonly string[] = []): string {
  const letters = [...name.trim()]
  const first = (letters[0] ?? '?').toLocaleUpperCase()
  const shared = others.some((other) => other !== name && [...other.trim()][0]?.toLocaleUpperCase() === first)
  return shared && letters[1] ? first + letters[1].toLocaleLowerCase() : first
}
