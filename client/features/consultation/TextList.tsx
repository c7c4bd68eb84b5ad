// Every published text, summary first, by theme and by words.
import { ArrowRight, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FeelingFace } from '#client/features/consultation/FeelingFace.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Empty } from '#client/ui/Empty.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import type { ConsultationAnswer, TextLine } from '#shared/consultation/consultationAnswers.ts'
import { feelings } from '#shared/consultation/feelings.ts'
import { matchingTexts, noTextFilter, type TextFilter } from '#shared/consultation/filterTexts.ts'

export interface TextListProps {
  readonly page: ConsultationAnswer
  readonly filter: TextFilter
  readonly onFilter: (filter: TextFilter) => void
}

export function TextList({ filter, onFilter, page }: TextListProps) {
  const { t } = useTranslation('consultation')
  const found = matchingTexts(page.texts, filter, page.you.groupIds)
  return (
    <section className="co-texts" aria-label={t('nav.texts')}>
      <Filters {...{ filter, onFilter, page }} />
      <p className="sm soft" role="status">
        {found.length === 0 ? t('foundNone') : t('found', { count: found.length })}
      </p>
      {found.length === 0 && (
        <Empty
          icon={SearchX}
          title={t('foundNone')}
          action={
            <button type="button" className="btn" onClick={() => onFilter(noTextFilter)}>
              {t('clear')}
            </button>
          }
        />
      )}
      {page.themes.map(({ id, title }) => {
        const texts = found.filter(({ themeId }) => themeId === id)
        return texts.length === 0 ? null : (
          <section key={id} className="co-theme" aria-labelledby={`co-${id}`}>
            <h2 id={`co-${id}`} lang={page.language}>
              <Unbroken text={title} />
            </h2>
            <ul className="co-lines">
              {texts.map((one) => (
                <TextCard key={one.id} {...{ one, page }} />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

function Filters({ filter, onFilter, page }: TextListProps) {
  const { t } = useTranslation('consultation')
  return (
    <search className="co-filters">
      <label className="field grow">
        <span>{t('search')}</span>
        <input
          type="search"
          className="input"
          value={filter.words}
          maxLength={80}
          onChange={({ target }) => onFilter({ ...filter, words: target.value })}
        />
      </label>
      <label className="field">
        <span>{t('theme')}</span>
        <select
          className="input"
          value={filter.themeId}
          onChange={({ target }) => onFilter({ ...filter, themeId: target.value })}
        >
          <option value="">{t('allThemes')}</option>
          {page.themes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {page.you.groupIds.length > 0 && (
        <label className="co-check">
          <input
            type="checkbox"
            checked={filter.mine}
            onChange={({ target }) => onFilter({ ...filter, mine: target.checked })}
          />
          <span>{t('mine')}</span>
        </label>
      )}
    </search>
  )
}

function TextCard({ one, page }: { one: TextLine; page: ConsultationAnswer }) {
  const { t } = useTranslation('consultation')
  return (
    <li className="card pad co-line">
      <div className="row wrap sm">
        {one.code !== '' && <b className="chip brand">{one.code}</b>}
        {one.groupIds.map((id) => {
          const group = page.groups.find((each) => each.id === id)
          return group && <Antenna key={id} wear={group.wear} place={group.place} size="mini" />
        })}
        {one.version > 1 && <span className="chip line">{t('version', { count: one.version })}</span>}
      </div>
      <h3 lang={page.language}>
        <Link to={`/consultation/${encodeURIComponent(one.id)}`}>
          <Unbroken text={one.title} />
        </Link>
      </h3>
      <p lang={page.language}>{one.summary}</p>
      <div className="row wrap between">
        {one.total === 0 ? (
          <span className="sm soft">{t('feltNone')}</span>
        ) : (
          <span className="co-mini">
            <span className="sm soft">{t('felt', { count: one.total })}</span>
            {feelings
              .filter((feeling) => one.feelings[feeling] > 0)
              .map((feeling) => (
                <span key={feeling}>
                  <FeelingFace feeling={feeling} />
                  <span className="sr">{t(`feelings.${feeling}`)} </span>
                  {one.feelings[feeling]}
                </span>
              ))}
          </span>
        )}
        <span className="co-read" aria-hidden="true">
          {t('read')} <ArrowRight className="i" />
        </span>
      </div>
    </li>
  )
}
