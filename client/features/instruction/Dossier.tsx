// One page on one text: what it says in a minute, what stands in its way and beside it, and the whole one step away.
import { CircleHelp, Landmark, Scale, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { GroupVotes } from '#client/features/instruction/GroupVotes.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import { GlossedText } from '#client/ui/GlossedText.tsx'
import { feelings } from '#shared/consultation/feelings.ts'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'

export interface DossierProps {
  readonly desk: DeskAnswer
  readonly item: DeskItem
}

export function Dossier({ desk, item }: DossierProps) {
  const { t } = useTranslation('instruction')
  const { language } = desk
  return (
    <>
      <div className="row in-head">
        <span className="chip brand">{item.code}</span>
        <span className="sm soft" lang={language}>
          {desk.themes.find(({ id }) => id === item.themeId)?.title}
        </span>
        <span className="row in-groups">
          {desk.groups
            .filter(({ id }) => item.groupIds.includes(id))
            .map(({ id, place, wear }) => (
              <Antenna key={id} {...{ place, wear }} />
            ))}
        </span>
      </div>
      <h2 className="in-title" lang={language}>
        {item.title}
      </h2>
      <p className="in-sum" lang={language}>
        <GlossedText text={item.short} lang={language} />
      </p>
      <p className="sm soft">
        {t('minutes', { count: item.minutes })}, {t('version', { n: item.version })}
      </p>
      {item.versions.length > 1 && <Changes versions={item.versions} lang={language} />}
      <details className="in-whole">
        <summary>
          {t('whole')} · {t('nuances', { count: item.nuances.length })}
        </summary>
        {(['proposition', 'constat', 'moyens'] as const).map(
          (part) =>
            item.parts[part] && (
              <div key={part}>
                <h3>{t(`part.${part}`)}</h3>
                <p lang={language}>
                  <GlossedText text={item.parts[part]} lang={language} />
                </p>
              </div>
            ),
        )}
        {item.nuances.length > 0 && (
          <ul>
            {item.nuances.map(({ id, text, type }) => (
              <li key={id}>
                <b>{t(`nuance.${type}`)}</b> <span lang={language}>{text}</span>
              </li>
            ))}
          </ul>
        )}
      </details>
      <Context cards={item.cards} moyens={item.parts.moyens} lang={language} />
      <Felt felt={item.felt} lang={language} />
      <GroupVotes votes={item.votes} groups={desk.groups} />
      <Initiatives initiatives={item.initiatives} lang={language} />
    </>
  )
}

function Changes({ versions, lang }: { versions: DeskItem['versions']; lang: string }) {
  const { t, i18n } = useTranslation('instruction')
  return (
    <ul className="sm in-versions">
      {versions.slice(1).map(({ date, version, why }) => (
        <li key={version}>
          {t('version', { n: version })}, {wholeDay(i18n.language, date)}
          {why && (
            <>
              {'. '}
              <span lang={lang}>{why}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const icons = { project: Sprout, pilot: Sprout, legal: Scale, statutes: Scale } as const

interface ContextProps {
  readonly cards: DeskItem['cards']
  readonly moyens: string
  readonly lang: string
}

function Context({ cards, moyens, lang }: ContextProps) {
  const { t, i18n } = useTranslation('instruction')
  return (
    <section className="in-sec">
      <h3>{t('context')}</h3>
      <div className="in-cx">
        {moyens && (
          <div className="in-card">
            <CircleHelp className="i" aria-hidden="true" />
            <p>
              <b>{t('part.moyens')}.</b> <span lang={lang}>{moyens}</span>
            </p>
          </div>
        )}
        {cards.map(({ date, id, kind, source, text, title }) => {
          const Icon = icons[kind as keyof typeof icons] ?? Landmark // other kinds have the building
          return (
            <details key={id} className="in-card">
              <summary>
                <Icon className="i" aria-hidden="true" />
                <span>
                  <b>{t(`kind.${kind}`, { defaultValue: kind })}.</b> <span lang={lang}>{title}</span>
                </span>
              </summary>
              <p lang={lang}>{text}</p>
              <p className="xs soft">{[source, wholeDay(i18n.language, date)].filter(Boolean).join(', ')}</p>
            </details>
          )
        })}
      </div>
      {cards.length === 0 && !moyens && <p className="soft">{t('noContext')}</p>}
    </section>
  )
}

function Felt({ felt, lang }: { felt: DeskItem['felt']; lang: string }) {
  const { t } = useTranslation('instruction')
  const most = Math.max(1, ...Object.values(felt.feelings))
  return (
    <section className="in-sec">
      <h3>{t('felt', { count: felt.total })}</h3>
      {felt.total > 0 && (
        <dl className="in-rs">
          {feelings.map((feeling) => (
            <div key={feeling}>
              <dt>{t(`feeling.${feeling}`)}</dt>
              <dd>
                <span className="bar" aria-hidden="true">
                  <i style={{ width: `${(100 * felt.feelings[feeling]) / most}%` }} />
                </span>
                <b className="num">{felt.feelings[feeling]}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {felt.comments.map((comment) => (
        <blockquote key={comment} lang={lang}>
          {comment}
        </blockquote>
      ))}
    </section>
  )
}

function Initiatives({ initiatives, lang }: { initiatives: DeskItem['initiatives']; lang: string }) {
  const { t, i18n } = useTranslation('instruction')
  if (initiatives.length === 0) return null
  return (
    <section className="in-sec">
      <h3>{t('initiatives')}</h3>
      <ul>
        {initiatives.map(({ adopted, id, since, title }) => (
          <li key={id}>
            <span lang={lang}>{title}</span>, {wholeDay(i18n.language, since)}
            {adopted > 0 && `, ${t('adopted', { count: adopted })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
