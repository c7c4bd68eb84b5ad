// What is wrong with a file or a record, each with its place, in words.
import { useTranslation } from 'react-i18next'
import type { RefusedCycle } from '#shared/admin/cycleAdmin.ts'

export function ProblemList({ refused }: { refused: RefusedCycle }) {
  const { t } = useTranslation('admin')
  const more = refused.total - refused.problems.length
  return (
    <div role="alert">
      <p>
        <b>{t('cycle.refused', { count: refused.total })}</b>
      </p>
      <ul className="admin-bad">
        {refused.problems.map(({ path, words }) => (
          <li key={`${path} ${words}`}>
            {words} {path !== '' && <code>{path}</code>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{t('cycle.moreProblems', { count: more })}</p>}
    </div>
  )
}
