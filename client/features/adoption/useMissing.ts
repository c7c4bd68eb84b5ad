// What an adoption still misses, for the screen: which groups, how many sentences, and that in one sentence.
import { useTranslation } from 'react-i18next'
import { type PresentText, readable } from '#client/features/adoption/useAdoption.ts'
import { groupsMissing, type MissingConsent } from '#shared/adoption/adoptingCommands.ts'
import type { TextConsentView } from '#shared/adoption/adoption.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface Missing {
  readonly groups: readonly MissingConsent[]
  readonly words: string
}

interface Asked {
  readonly text: TextConsentView
  readonly present: PresentText
  readonly groups: readonly RoomGroup[]
  readonly open: number | null
}

export function useMissing({ text, present, groups, open }: Asked): Missing {
  const { t, i18n } = useTranslation('adoption')
  const ids = groups.map(({ id }) => id)
  const missing = groupsMissing(readable(text), ids, present.fingerprint)
  const placeOf = (id: string): string => groups.find((group) => group.id === id)?.place ?? ''
  const list = (parts: readonly string[]): string =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(parts)
  const lacks = [
    ...(missing.length > 0
      ? [t('missing.consent', { groups: list(missing.map(({ groupId }) => placeOf(groupId))) })]
      : []),
    ...(open !== null && open > 0 ? [t('missing.passages', { count: open })] : []),
  ]
  if (open === null) return { groups: missing, words: t('missing.reading') }
  return {
    groups: missing,
    words: lacks.length === 0 ? t('missing.nothing') : t('missing.all', { list: list(lacks) }),
  }
}
