// The versions that a group adopted, with others or alone: at the head of its drafts in a room, and on its page.
import '#client/features/adoption/adoption.css'
import { useQuery } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VersionDialog } from '#client/features/adoption/VersionDialog.tsx'
import { VersionChip } from '#client/features/adoption/VersionsDialog.tsx'
import { readVersions } from '#client/features/adoption/versionsApi.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'

export interface AdoptedOfGroupProps {
  /** The room or the group's page that they are read from. */
  readonly base: string
  readonly groupId: string
  /** Changes when a version came or was withdrawn: they are then asked for again. */
  readonly changes?: string
  readonly look: 'line' | 'card'
}

/** Nothing where the group adopted nothing yet. */
export function AdoptedOfGroup({ base, groupId, changes = '', look }: AdoptedOfGroupProps) {
  const { t } = useTranslation('adoption')
  const [open, setOpen] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: ['adopted-list', base, changes],
    queryFn: ({ signal }) => readVersions(base, signal),
    placeholderData: (before) => before,
  })
  const theirs = data?.versions.filter(({ groupIds }) => groupIds.includes(groupId)) ?? []
  if (theirs.length === 0) return null
  const list = (
    <ul className="adoption-versions">
      {theirs.map((version) => (
        <li key={version.id}>
          <span className="grow">
            <span lang={contentLanguage()}>{version.title}</span> <VersionChip version={version} />
          </span>
          <button
            type="button"
            className="btn sm"
            aria-label={t('versions.readTitle', { title: version.title })}
            onClick={() => setOpen(version.id)}
          >
            {t('versions.read')}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {look === 'card' ? (
        <section className="card adoption-card" aria-labelledby="adopted-of-group">
          <h2 id="adopted-of-group">{t('versions.ofGroup')}</h2>
          {list}
        </section>
      ) : (
        <details className="adoption-contest adoption-line">
          <summary>
            <Scale className="i" aria-hidden="true" /> {t('versions.count', { count: theirs.length })}
          </summary>
          {list}
        </details>
      )}
      {open !== null && <VersionDialog base={base} id={open} onClose={() => setOpen(null)} />}
    </>
  )
}
