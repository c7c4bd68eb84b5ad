// The group's members whom no line names: told without reproach, and put into the list in one press where they were there.
import { Armchair, Laptop } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordActs } from '#client/features/presence/useRecord.ts'
import type { PresenceRecord } from '#shared/group/groupPage.ts'

export function MissingList({ missing, acts }: { missing: PresenceRecord['missing']; acts: RecordActs }) {
  const { t } = useTranslation('presence')
  return (
    <section aria-labelledby="presence-missing">
      <h3 id="presence-missing">
        {t('missing')} <span className="chip num">{missing.length}</span>
      </h3>
      {missing.length === 0 && <p className="soft">{t('missingNone')}</p>}
      <ul className="presence-lines">
        {missing.map(({ id, name }) => (
          <li key={id}>
            <span className="grow">{name}</span>
            <button
              type="button"
              className="btn sm"
              aria-label={t('wasInRoomLabel', { name })}
              onClick={() => void acts.add({ name, side: 'room', headcount: 1 })}
            >
              <Armchair className="i" aria-hidden="true" />
              {t('wasInRoom')}
            </button>
            <button
              type="button"
              className="btn sm"
              aria-label={t('wasRemoteLabel', { name })}
              onClick={() => void acts.add({ name, side: 'remote', headcount: 1 })}
            >
              <Laptop className="i" aria-hidden="true" />
              {t('wasRemote')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
