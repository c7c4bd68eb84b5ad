// An adopted version as it was frozen: the text, whose work it is, what each group said, and what became of each sentence.
import '#client/features/adoption/adoption.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FrozenText } from '#client/features/adoption/FrozenText.tsx'
import { SpokenResult } from '#client/features/adoption/SpokenResult.tsx'
import { Points, VersionChip } from '#client/features/adoption/VersionsDialog.tsx'
import { readVersion } from '#client/features/adoption/versionsApi.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { Skeleton } from '#client/ui/Skeleton.tsx'
import type { AdoptedVersion, VersionCredits, VersionParent } from '#shared/adoption/version.ts'

export interface VersionDialogProps {
  /** The room or the group's page that it is read from. */
  readonly base: string
  readonly id: string
  readonly onClose: () => void
}

export function VersionDialog({ base, id, onClose }: VersionDialogProps) {
  const { t } = useTranslation('adoption')
  const { data, isError } = useQuery({
    queryKey: ['adopted-version', base, id],
    queryFn: ({ signal }) => readVersion(base, id, signal),
  })
  return (
    <ModalDialog title={t('version.title')} onClose={onClose} width="wide">
      {isError && <p>{t('version.unread')}</p>}
      {!data && !isError && <Skeleton lines={[60, 95, 90, 70]} label={t('version.loading')} />}
      {data && <Version version={data} />}
    </ModalDialog>
  )
}

function Version({ version }: { version: AdoptedVersion }) {
  const { t } = useTranslation('adoption')
  const { draft, credits, parents } = version.body
  return (
    <article className="stack adoption-version">
      <p>
        <b>{t('versions.number', { number: version.number })}</b> <VersionChip version={version} />
      </p>
      {version.withdrawn && <p className="sm">{t('versions.withdrawn', version.withdrawn)}</p>}
      {version.reserved && <Points version={version} />}
      <FrozenText draft={draft} />
      <Credits credits={credits} />
      {parents.map((parent) => (
        <Fates key={parent.key} parent={parent} />
      ))}
    </article>
  )
}

function Credits({ credits }: { credits: VersionCredits }) {
  const { t, i18n } = useTranslation('adoption')
  const list = (names: readonly string[]): string =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names)
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  return (
    <section className="adoption-credits" aria-label={t('credits.title')}>
      <h3>{t('credits.title')}</h3>
      <p className="sm soft">
        {[credits.session?.title, day.format(new Date(`${credits.date}T12:00:00`))]
          .filter(Boolean)
          .join(', ')}
      </p>
      {credits.groups.map(({ id, place, members, facilitators, consent }) => (
        <div key={id}>
          <h4>{place}</h4>
          {members.length > 0 && <p>{list(members)}</p>}
          {facilitators.length > 0 && (
            <p className="sm">{t('credits.facilitators', { names: list(facilitators) })}</p>
          )}
          {consent && <SpokenResult spoken={consent} />}
        </div>
      ))}
      {credits.secretaries.length > 0 && (
        <p className="sm">{t('credits.secretaries', { names: list(credits.secretaries) })}</p>
      )}
      {credits.others.length > 0 && (
        <p className="sm">{t('credits.others', { names: list(credits.others) })}</p>
      )}
    </section>
  )
}

function Fates({ parent }: { parent: VersionParent }) {
  const { t } = useTranslation('adoption')
  return (
    <details className="adoption-contest">
      <summary>{t('fates.of', { title: parent.title })}</summary>
      <ul className="adoption-fates" lang={contentLanguage()}>
        {parent.passages.map(({ id, text, fate, reason }) => (
          <li key={id}>
            {text} <span className="chip line">{t(`fates.${fate}`)}</span>
            {reason && (
              <small>
                {[t(`reason.${reason.code}`, { defaultValue: '' }), reason.text].filter(Boolean).join(', ')}
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
