// The header fields of the joint draft beside those of its parents, in words, and which parent each one comes from.
import type { TFunction } from 'i18next'
import type { Party } from '#client/features/merge/mergeNames.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'
import { type HeaderField, headerFields } from '#shared/merge/mergeState.ts'

export interface HeaderValue {
  readonly party: Party
  readonly words: string
  /** Whether the joint draft says the same. */
  readonly isHere: boolean
}

export interface HeaderLine {
  readonly field: HeaderField
  readonly now: string
  readonly values: readonly HeaderValue[]
}

type Fields = Pick<
  ReadDraft,
  'title' | 'summary' | 'jurisdictions' | 'addressee' | 'scope' | 'kind' | 'maturity'
>

const fieldsOf = ({ title, summary, jurisdictions, fields }: FrozenParent) => ({
  title,
  summary,
  jurisdictions,
  ...fields,
})

/** `countryOf`: an entity's name by its code. */
export function headerLines(
  t: TFunction,
  { joint, parents, parties }: { joint: Fields; parents: readonly FrozenParent[]; parties: readonly Party[] },
  countryOf: (code: string) => string,
): readonly HeaderLine[] {
  const words = (field: HeaderField, value: ReturnType<typeof fieldsOf> | Fields): string => {
    if (field === 'title' || field === 'summary') return value[field].trim()
    if (field === 'jurisdictions') return value.jurisdictions.map(countryOf).join(', ')
    const code = value[field]
    return code ? t(`draft:${field}.${code}`) : ''
  }
  return headerFields.map((field) => {
    const now = words(field, joint)
    const values = parents.flatMap((parent, at): HeaderValue[] => {
      const party = parties[at]
      const theirs = words(field, fieldsOf(parent))
      return party ? [{ party, words: theirs, isHere: theirs === now && now !== '' }] : []
    })
    return { field, now, values }
  })
}
