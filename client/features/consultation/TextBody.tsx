// The whole text and all its nuances, one step below the summary; and its versions with what changed in each.
import { FileText, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Antenna } from '#client/ui/Antenna.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { ShownVersion, TextAnswer } from '#shared/consultation/consultationAnswers.ts'

const parts = ['constat', 'proposition', 'moyens'] as const

export function TextBody({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const { nuances } = page.text
  return (
    <details className="co-whole" data-act="whole">
      <summary>
        <FileText className="i" aria-hidden="true" />
        {nuances.length === 0 ? t('whole') : t('wholeAnd', { count: nuances.length })}
      </summary>
      <div className="co-body" lang={page.language}>
        {parts
          .filter((part) => page.text[part].trim() !== '')
          .map((part) => (
            <section key={part}>
              <h3 lang="">{t(`parts.${part}`)}</h3>
              {page.text[part]
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((line, at) => (
                  <p key={`${at}-${line.slice(0, 20)}`}>
                    <GlossedText text={line} lang={page.language} />
                  </p>
                ))}
            </section>
          ))}
        {nuances.length > 0 && (
          <section>
            <h3>{t('nuances')}</h3>
            <ul className="co-nuances">
              {nuances.map((nuance) => {
                const group = page.groups.find(({ id }) => id === nuance.groupId)
                return (
                  <li key={nuance.id}>
                    <span className="row wrap sm">
                      <span className="chip line">{t(`nuance.${nuance.type}`)}</span>
                      {group && <Antenna wear={group.wear} place={group.place} />}
                    </span>
                    <p>
                      <Unbroken text={nuance.text} />
                    </p>
                  </li>
                )
              })}
            </ul>
          </section>
        )}
        {page.summaryBy !== null && <p className="sm soft">{t('summaryBy', { name: page.summaryBy })}</p>}
      </div>
    </details>
  )
}

/** A text that a group of it has not reviewed, or wanted corrected, says so wherever it is read. */
export function Unreviewed({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  const places = (verdict: string): string =>
    page.reviews
      .filter((one) => one.verdict === verdict)
      .flatMap(({ groupId }) => page.groups.find(({ id }) => id === groupId)?.place ?? [])
      .join(', ')
  const [unread, wrong] = [places('none'), places('to-correct')]
  if (unread === '' && wrong === '') return null
  return (
    <p className="banner warn sm" data-act="unreviewed">
      {[unread && t('unreviewedBy', { groups: unread }), wrong && t('correctionAskedBy', { groups: wrong })]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}

export function Versions({ page }: { page: TextAnswer }) {
  const { t } = useTranslation('consultation')
  if (page.versions.length < 2) return null
  return (
    <details className="co-versions" data-act="versions" open>
      <summary>
        <History className="i" aria-hidden="true" />
        {t('versions')}
      </summary>
      <ol reversed>
        {[...page.versions].reverse().map((one) => (
          <VersionLine key={one.version} one={one} language={page.language} />
        ))}
      </ol>
    </details>
  )
}

function VersionLine({ language, one }: { one: ShownVersion; language: string }) {
  const { t, i18n } = useTranslation('consultation')
  return (
    <li data-version={one.version}>
      <p>
        <b>{t('versionLine', { count: one.version })}</b>
        <span className="sm soft">
          {' '}
          {[t(`causes.${one.cause}`), one.byName, wholeDay(i18n.language, one.date)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {one.why !== '' && <q lang={language}>{one.why}</q>}
      {one.version > 1 && <Changes one={one} language={language} />}
    </li>
  )
}

function Changes({ language, one: { changes } }: { one: ShownVersion; language: string }) {
  const { t } = useTranslation('consultation')
  if (changes === null) return <p className="sm soft">{t('tooMuch')}</p>
  return (
    <ul className="co-changes" aria-label={t('changes')} lang={language}>
      {changes.map(({ after, before }, at) => (
        <li key={`${at}-${before}`}>
          <span className="sr">{t('wasLabel')} </span>
          <del>{before}</del>
          <span className="sr">{t('isLabel')} </span>
          <ins>{after}</ins>
        </li>
      ))}
    </ul>
  )
}
