// A found text with what was looked for marked in it.
import type { Piece } from '#shared/search/searchEntry.ts'

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0
  return pieces.map(({ mark, text }) => {
    const key = at
    at += text.length
    return mark ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
