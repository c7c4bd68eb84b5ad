// « Que devient chaque phrase »: the ribbons as a list, for those who listen and for phones, with the same acts.
import { useTranslation } from 'react-i18next'
import { useMergeHands } from '#client/features/merge/mergeContext.ts'
import { ParentPane } from '#client/features/merge/ParentPane.tsx'

export function FateList() {
  const { t } = useTranslation('merge')
  const { reading, parties } = useMergeHands()
  return (
    <div className="mg-list">
      <h3 className="mg-list-title">{t('list.title')}</h3>
      {reading.parents.map((parent, at) => {
        const party = parties[at]
        return party && <ParentPane key={parent.key} parent={parent} party={party} look="list" />
      })}
    </div>
  )
}
