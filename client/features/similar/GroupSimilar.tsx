// On a group's page: its texts that are close to others', shown only when there are some.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SimilarPanel } from '#client/features/similar/SimilarPanel.tsx'
import { readSimilarOfGroup } from '#client/features/similar/similarApi.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import '#client/features/similar/similar.css'

export interface GroupSimilarProps {
  readonly group: string
  /** The person, as far as this device knows. */
  readonly who: string
}

/** How long an answer is good for, in milliseconds. */
const goodFor = 120_000

export function GroupSimilar({ group, who }: GroupSimilarProps) {
  const { t } = useTranslation('similar')
  const { data } = useQuery({
    queryKey: ['similar', group],
    queryFn: ({ signal }) => readSimilarOfGroup(group, signal),
    staleTime: goodFor,
    retry: false,
  })
  if (!data || data.drafts.length === 0) return null
  return (
    <section className="card similar-of-group" aria-labelledby="similar-of-group">
      <h2 id="similar-of-group">{t('ofGroup')}</h2>
      <p className="similar-hint">{t('ofGroupHint')}</p>
      {data.drafts.map((draft) => (
        <div className="similar-own" key={`${draft.spaceId}/${draft.draftId}`}>
          <h3 lang={contentLanguage()}>
            {draft.code && <b className="code">{draft.code}</b>} {draft.title.trim() || t('untitled')}
          </h3>
          <SimilarPanel answer={draft} who={who} text={`${draft.spaceId}/${draft.draftId}`} title={false} />
        </div>
      ))}
    </section>
  )
}
