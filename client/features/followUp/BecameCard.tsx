// « Ce que nos textes sont devenus », on a group's page: from its texts and their notes to the recommendations they became.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { readBecame } from '#client/features/followUp/followUpApi.ts'
import { LookChip } from '#client/features/followUp/LookChip.tsx'
import { fateLooks } from '#client/features/followUp/looks.ts'
import { followUpKey } from '#client/features/followUp/useFollowUp.ts'
import '#client/features/followUp/followUp.css'

export function BecameCard({ group }: { group: string }) {
  const { t } = useTranslation('followUp')
  const { data } = useQuery({
    queryKey: [...followUpKey, 'became', group],
    queryFn: ({ signal }) => readBecame(group, signal),
  })
  if (!data || data.texts.length === 0) return null
  return (
    <section className="card fu-became" aria-labelledby="fu-became">
      <h2 id="fu-became">{t('became')}</h2>
      <ul>
        {data.texts.map(({ became, draftId, notes, title }) => (
          <li key={draftId}>
            <b lang={data.language}>{title}</b>
            {notes.length > 0 && (
              <details>
                <summary>{t('fromNotes', { count: notes.length })}</summary>
                <ul className="fu-notes" lang={data.language}>
                  {notes.map((words, at) => (
                    <li key={`${at}-${words}`}>{words}</li>
                  ))}
                </ul>
              </details>
            )}
            {became.map(({ code, fate, title: name }) => (
              <span className="row wrap between" key={code}>
                <Link
                  to={`/follow-up/${encodeURIComponent(code)}`}
                  lang={data.language}
                >{`${code} ${name}`}</Link>
                <LookChip look={fateLooks[fate]}>{t(`fate.${fate}`)}</LookChip>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
