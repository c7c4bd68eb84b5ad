// Hits by their kind, the kind of the best hit first.
import type { SearchHit, SearchKind } from '#shared/search/searchEntry.ts'

export interface HitGroup {
  readonly kind: SearchKind
  readonly hits: readonly SearchHit[]
}

export function hitGroups(hits: readonly SearchHit[], most: number): HitGroup[] {
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind).slice(0, most) }))
}

/** What is read of a marked text. */
export const plainPieces = (pieces: SearchHit['title']): string => pieces.map(({ text }) => text).join('')
