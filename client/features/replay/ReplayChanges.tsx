// What changed since the mark before, as a list that can be read aloud.
import { useTranslation } from 'react-i18next'
import { changeName } from '#client/features/replay/markWords.ts'
import type { ReplayChange } from '#shared/replay/changesBetween.ts'

/** Lines shown; a whole evening at once is told by its number. */
const shown = 80

export function ReplayChanges({ changes }: { changes: readonly ReplayChange[] }) {
  const { t } = useTranslation('replay')
  if (changes.length === 0) return <p className="muted">{t('noChanges')}</p>
  return (
    <>
      <p className="muted">{t('sinceMark', { count: changes.length })}</p>
      <ul className="replay-changes">
        {changes.slice(0, shown).map((change) => (
          <li key={`${change.kind} ${change.id}`}>{changeName(t, change)}</li>
        ))}
      </ul>
      {changes.length > shown && (
        <p className="muted">{t('moreChanges', { count: changes.length - shown })}</p>
      )}
    </>
  )
}
