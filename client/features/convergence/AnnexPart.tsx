// The annex: every handed-over text word for word, with what became of it.
import { useTranslation } from 'react-i18next'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { WholeText } from '#client/features/convergence/WholeText.tsx'
import type { AnnexText } from '#shared/convergence/coverage.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export function AnnexPart({ annex, groups }: { annex: readonly AnnexText[]; groups: readonly RoomGroup[] }) {
  const { t } = useTranslation('convergence')
  return (
    <section className="card cv-annex" aria-labelledby="annexe">
      <h2 id="annexe" tabIndex={-1}>
        {t('annex', { count: annex.length })}
      </h2>
      <p className="soft sm">{t('annexText')}</p>
      <ol className="cv-list">
        {annex.map(({ fate, numbers, reason, text }) => (
          <li key={text.id} data-annex={text.id}>
            <div className="grow">
              <div className="row between cv-title">
                <b>{text.title}</b>
                <GroupMarks groups={groups.filter(({ id }) => text.groupIds.includes(id))} />
              </div>
              <div className="cv-where">
                {fate && <span className="chip line">{t(`fate.${fate}`)}</span>} {numbers.join(', ')} {reason}
              </div>
              <details>
                <summary>
                  {t('read')}
                  <span className="sr"> {text.title}</span>
                </summary>
                <WholeText text={text} />
              </details>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
