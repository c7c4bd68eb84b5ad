// How far the groups are: sessions held, texts on their lists, lists handed over; all of it first, then each group.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Antenna } from '#client/ui/Antenna.tsx'
import type { CycleAnswer, CycleGroup } from '#shared/cyclePage/cycleAnswers.ts'

export function Progress({ page }: { page: CycleAnswer }) {
  const { t } = useTranslation('cycle')
  const { groups, progress } = page
  if (groups.length === 0) return null
  const { listsHandedOver, recommendations, recommendationsFinal, sessionsHeld, sessionsPlanned, texts } =
    progress
  const lines = [
    ...(sessionsPlanned > 0 ? [t('progressHeld', { held: sessionsHeld, planned: sessionsPlanned })] : []),
    t('progressTextsAll', { count: texts }),
    t('progressLists', { count: listsHandedOver, groups: groups.length }),
    ...(recommendations > 0
      ? [t('progressDocs', { count: recommendations, final: recommendationsFinal })]
      : []),
  ]
  return (
    <section className="card pad cy-progress" aria-labelledby="cy-progress">
      <h2 id="cy-progress">{t('progress')}</h2>
      <ul className="cy-sums">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <details className="cy-figures">
        <summary>{t('progressEach')}</summary>
        <div className="cy-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('progressGroup')}</th>
                <th scope="col">{t('progressSessions')}</th>
                <th scope="col">{t('progressTexts')}</th>
                <th scope="col">{t('progressList')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <GroupLine key={group.id} group={group} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

function GroupLine({ group }: { group: CycleGroup }) {
  const { t } = useTranslation('cycle')
  const { handedOver, sessionsHeld: held, sessionsPlanned: planned } = group
  return (
    <tr>
      <th scope="row">
        <Link className="cy-name" to={`/g/${encodeURIComponent(group.code)}`}>
          <Antenna wear={group.wear} place={group.place} />
        </Link>
      </th>
      <td className="num">{t('sessionsOf', { held, planned })}</td>
      <td className="num">{group.texts}</td>
      <td>
        {!handedOver
          ? t('listWaiting')
          : handedOver.note
            ? t('listNote')
            : t('listDone', { count: handedOver.texts })}
      </td>
    </tr>
  )
}
