// Arrows in words: *relié à…*.
import type { TFunction } from 'i18next'
import type { RelationLine } from '#client/features/list/boardLines.ts'
import { excerpt } from '#client/features/list/spokenWords.ts'

/** Characters of the other end's words. */
const otherLength = 40

export function relationWords(t: TFunction, relations: readonly RelationLine[]): string[] {
  return relations.map(({ direction, label, other }) => {
    const words = excerpt(other, otherLength) || t('item.nameless')
    return t(label ? `relation.${direction}Named` : `relation.${direction}`, {
      words,
      label: excerpt(label, otherLength),
    })
  })
}
