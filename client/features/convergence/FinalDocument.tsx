// The published document: families and items, the summary first and the whole one step away, and the annex of all handed-over texts.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { AnnexPart } from '#client/features/convergence/AnnexPart.tsx'
import { CoverageCard } from '#client/features/convergence/CoverageCard.tsx'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import type { ConvergedDocument, ConvergedItem } from '#shared/convergence/convergenceAnswers.ts'
import { wordFields } from '#shared/convergence/handedText.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface FinalDocumentProps {
  readonly document: ConvergedDocument
  readonly groups: readonly RoomGroup[]
}

export function FinalDocument({ document, groups }: FinalDocumentProps) {
  const { t } = useTranslation('convergence')
  return (
    <div className="cv-own">
      <div className="cv-middle">
        <section className="card cv-final" aria-labelledby="cv-final">
          <h2 id="cv-final">{t('document')}</h2>
          {document.families.map(({ items, title }, at) => (
            <section
              key={`${title} ${items[0]?.recommendation.id}`}
              aria-label={spoken(title)}
              className="cv-family"
            >
              <div className="row between cv-family-head">
                <h3>
                  {at + 1}. {title}
                </h3>
                <span className="chip">
                  {items.length}
                  <span className="sr"> {t('itemsSaid', { count: items.length })}</span>
                </span>
              </div>
              {items.map((item) => (
                <FinalItem key={item.recommendation.id} item={item} groups={groups} />
              ))}
            </section>
          ))}
        </section>
        <AnnexPart annex={document.annex} groups={groups} />
      </div>
      <div className="cv-side">
        <CoverageCard coverage={document.coverage} />
        <p className="card cv-note sm">
          <a href="#annexe">{t('toAnnex', { count: document.annex.length })}</a>
        </p>
      </div>
    </div>
  )
}

function FinalItem({ groups, item }: { item: ConvergedItem; groups: readonly RoomGroup[] }) {
  const { t } = useTranslation('convergence')
  const { number, recommendation, reviews, sources, summaryBy } = item
  const { groupIds, id, nuances, summary, title } = recommendation
  const of = (ids: readonly string[]) => groups.filter((group) => ids.includes(group.id))
  const unsaid = of(reviews.filter(({ verdict }) => verdict !== 'faithful').map(({ groupId }) => groupId))
  const wrong = of(reviews.filter(({ verdict }) => verdict === 'to-correct').map(({ groupId }) => groupId))
  return (
    <article className="cv-final-item" data-final={id} id={id}>
      <div className="row between cv-title">
        <h4>
          <span className="num">{number}</span>{' '}
          <Link to={`/follow-up/${encodeURIComponent(id)}`}>{title}</Link>
        </h4>
        <GroupMarks groups={of(groupIds)} />
      </div>
      <p>{summary}</p>
      {summaryBy !== null && <p className="sm soft">{t('summaryBy', { name: summaryBy })}</p>}
      {unsaid.length > 0 && (
        <p className="sm cv-unsaid">
          {wrong.length > 0
            ? t('publishedToCorrect', { groups: wrong.map(({ place }) => place).join(', ') })
            : t('publishedUnreviewed', { groups: unsaid.map(({ place }) => place).join(', ') })}
        </p>
      )}
      <details>
        <summary>
          {t('readWhole', { count: (nuances ?? []).length })}
          <span className="sr"> {title}</span>
        </summary>
        {wordFields.map((field) =>
          recommendation[field] === '' ? null : (
            <div key={field}>
              <b className="xs muted">{t(`field.${field}`)}</b>
              <p className="cv-words">{recommendation[field]}</p>
            </div>
          ),
        )}
        {(nuances ?? []).map((nuance) => (
          <p key={nuance.id} className="cv-nuance">
            <b>{t(`nuanceType.${nuance.type}`)}</b> {nuance.text}{' '}
            <GroupMarks groups={of(nuance.groupId ? [nuance.groupId] : [])} />
          </p>
        ))}
        <p className="sm muted">{t('sources', { count: sources.length })}</p>
        <ul className="cv-sources">
          {sources.map(({ groupIds: from, relation, textId, title: name }) => (
            <li key={textId}>
              <GroupMarks groups={of(from)} /> {name}{' '}
              <span className="sm soft">{t(`relation.${relation}`)}</span>
            </li>
          ))}
        </ul>
      </details>
    </article>
  )
}
